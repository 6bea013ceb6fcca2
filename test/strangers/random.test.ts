import { beforeAll, describe, expect, test } from 'vitest';
import { search } from '../../src/explore/search.ts';
import type { Graph } from '../../src/explore/graph.ts';
import type { Question } from '../../src/check/verdict.ts';
import type { Program, Step } from '../../src/system/program.ts';
import { randomSystem } from '../random-system.ts';
import { allAgree, strangersAgree, type Agreement } from './agree.ts';
import { differences, engine } from './testimony.ts';
import { without } from '../peers.ts';
import { twoAtATime } from './tools.ts';

const leftOut = without('spin', 'rumur', 'gcc');

const cases = 200;
/** So many go to Rumur together. */
const together = 5;

const programs = Array.from({ length: cases }, (_, seed) => randomSystem(seed));
let agreements: Agreement[] = [];

beforeAll(async () => {
  if (leftOut) return;
  const groups = Array.from({ length: cases / together }, (_, group) => group * together);
  agreements = (
    await twoAtATime(groups, (from) =>
      allAgree(programs.slice(from, from + together), (at) => `seed ${from + at}`),
    )
  ).flat();
}, 600_000);

describe.skipIf(leftOut)('the engine, the naive checker, SPIN and Rumur on random systems', () => {
  test('all were asked, and they are worth asking', () => {
    expect(agreements.length).toBe(cases);
    const verdicts = agreements.flatMap((one) => one.verdicts);
    for (const verdict of ['deadlock', 'indefinite', 'unbounded', 'finite'])
      expect(verdicts.filter((one) => one === verdict).length, verdict).toBeGreaterThanOrEqual(20);
    expect(agreements.filter(({ states }) => states >= 100).length).toBeGreaterThanOrEqual(40);
    expect(
      agreements.reduce((sum, { needStrong }) => sum + needStrong, 0),
      'promises that only strong fairness keeps',
    ).toBeGreaterThanOrEqual(4);
    expect(
      programs.filter(({ steps }) => steps.some(({ also }) => also.length > 0)).length,
      'systems with also',
    ).toBeGreaterThanOrEqual(50);
    const broken = agreements.flatMap(({ heard }) => heard[0]!.broken!);
    for (const is of [true, false])
      expect(
        broken.filter((one) => one === is).length,
        `invariants broken: ${is}`,
      ).toBeGreaterThanOrEqual(20);
  });

  test('nobody differs about anything', () => {
    expect(
      agreements
        .filter((one) => one.differences.length > 0)
        .map(({ name, differences: lines }) => ({ name, lines })),
    ).toEqual([]);
  });

  test('one system by itself: Rumur counts its edges too', async () => {
    const agreement = await strangersAgree(programs[3]!, 'seed 3');
    expect(agreement.heard.map(({ states, edges }) => [states, edges])).toEqual([
      [agreement.states, agreement.edges],
      [agreement.states, agreement.edges],
      [null, null],
    ]);
    expect(agreement.differences).toEqual([]);
  });
});

test.skipIf(leftOut)(
  'a system of 16 states whose cycle pan misses if tcc compiles it',
  async () => {
    const agreement = await strangersAgree(randomSystem(7052), 'seed 7052');
    expect([agreement.states, agreement.edges]).toEqual([16, 128]);
    expect(agreement.verdicts).toEqual(['deadlock', 'deadlock', 'finite']);
    expect(agreement.differences).toEqual([]);
  },
);

describe.skipIf(leftOut)('names from outside', () => {
  /** Each would end a comment, a string or a statement, or start one, if it were pasted. */
  const evil = [
    '*/ } } #error',
    '"; end; -- ',
    '\n#define byte',
    '//',
    '%s%n',
    '\\',
    '${x}',
    "'",
    'do',
    'end',
    'linux',
    '',
    'a-b',
    'a b',
    'A_B',
    '??/',
    '\u2028',
    ':: true',
    'is',
    'part',
    's',
  ];
  const bad = (name: string, at: number): string =>
    `${evil[at % evil.length]!}${at >= evil.length ? at : ''}${at % 2 === 0 ? name : ''}`;

  test('do not break out of an export', async () => {
    const program = programs[3]!;
    const agreement = await strangersAgree(
      {
        ...program,
        digest: '*/ "',
        tables: program.tables.map((table, at) => ({
          ...table,
          lifecycle: bad(table.lifecycle, at),
          states: table.states.map(bad),
          events: table.events.map(bad),
        })),
        parts: program.parts.map((part, at) => ({ ...part, name: bad(part.name, at) })),
        actors: program.actors.map((actor, at) => ({ ...actor, name: bad(actor.name, at) })),
        steps: program.steps.map((step, at) => ({ ...step, name: bad(step.name, at) })),
        promises: program.promises.map((promise, at) => ({
          ...promise,
          name: bad(promise.name, at),
        })),
        invariants: program.promises.map(({ of, pending, cite }, at) => ({
          name: bad('', at),
          of,
          never: pending,
          cite,
        })),
      },
      'evil names',
    );
    expect(agreement.differences).toEqual([]);
    expect([agreement.states, agreement.edges, agreement.verdicts]).toEqual([
      agreements[3]!.states,
      agreements[3]!.edges,
      agreements[3]!.verdicts,
    ]);
  });
});

describe.skipIf(leftOut)('a fault in the engine is noticed', () => {
  const whole = (program: Program): Graph => search(program, { states: 1_000_000 });
  const withSteps = (program: Program, change: (step: Step) => Step): Program => ({
    ...program,
    steps: program.steps.map(change),
  });
  const faults: Record<
    string,
    (program: Program) => { readonly graph: Graph; readonly question?: Question } | null
  > = {
    'the last edge is lost': (program) => {
      const graph = whole(program);
      if (graph.edges === 0) return null;
      const first = graph.first.map((at) => Math.min(at, graph.edges - 1));
      return { graph: { ...graph, first, edges: graph.edges - 1 } };
    },
    'the initial state loses its first edge': (program) => {
      const graph = whole(program);
      const degree = graph.first[1]!;
      if (degree === 0) return null;
      const rest = <T extends Int32Array | Uint16Array>(list: T): T => list.slice(1) as T;
      return {
        graph: {
          ...graph,
          first: graph.first.map((at) => Math.max(0, at - 1)),
          to: rest(graph.to),
          by: rest(graph.by),
          edges: graph.edges - 1,
        },
      };
    },
    'also is mandatory': (program) =>
      program.steps.every(({ also }) => also.length === 0)
        ? null
        : {
            graph: whole(
              withSteps(program, (step) => ({
                ...step,
                moves: [...step.moves, ...step.also],
                also: [],
              })),
            ),
          },
    'also is forgotten': (program) =>
      program.steps.every(({ also }) => also.length === 0)
        ? null
        : { graph: whole(withSteps(program, (step) => ({ ...step, also: [] }))) },
    'the first guard is ignored': (program) => {
      const index = program.steps.findIndex(({ when }) => when.length > 0);
      return index < 0
        ? null
        : {
            graph: whole({
              ...program,
              steps: program.steps.map((step, r) =>
                r === index ? { ...step, when: step.when.slice(1) } : step,
              ),
            }),
          };
    },
    'the last step is forgotten': (program) => ({
      graph: whole({ ...program, steps: program.steps.slice(0, -1) }),
    }),
    'an invariant asks for less': (program) =>
      program.invariants.length === 0
        ? null
        : {
            graph: whole({
              ...program,
              invariants: program.invariants.map((one) => ({ ...one, never: one.never.slice(1) })),
            }),
          },
    'weak counts as none': (program) => ({
      graph: whole(program),
      question: { fair: (actor) => (program.actors[actor]!.fair === 'strong' ? 'strong' : 'none') },
    }),
    'strong counts as weak': (program) => ({
      graph: whole(program),
      question: { fair: (actor) => (program.actors[actor]!.fair === 'none' ? 'none' : 'weak') },
    }),
    'weak counts as strong': (program) => ({
      graph: whole(program),
      question: { fair: (actor) => (program.actors[actor]!.fair === 'none' ? 'none' : 'strong') },
    }),
    'the environment is fair': (program) => ({
      graph: whole({
        ...program,
        actors: program.actors.map((actor) => ({
          ...actor,
          fair: actor.fair === 'none' ? 'weak' : actor.fair,
        })),
      }),
    }),
    'fairness belongs to steps': (program) => ({
      graph: whole({
        ...program,
        actors: program.steps.map(({ actor, name }) => ({ ...program.actors[actor]!, name })),
        steps: program.steps.map((step, r) => ({ ...step, actor: r })),
      }),
    }),
  };

  test.each(Object.keys(faults))('%s', (name) => {
    const noticed = programs.filter((program, seed) => {
      const made = faults[name]!(program);
      return (
        made !== null &&
        differences(engine(made.graph, made.question), agreements[seed]!.heard).length > 0
      );
    });
    expect(noticed.length).toBeGreaterThanOrEqual(1);
  });

  test('and without one, nothing is', () => {
    expect(
      programs.filter(
        (program, seed) => differences(engine(whole(program)), agreements[seed]!.heard).length > 0,
      ),
    ).toEqual([]);
  });
});
