import { describe, expect, test } from 'vitest';
import { setup, type AnyStateMachine } from 'xstate';
import { claims, toPromela } from '../../src/export/promela.ts';
import { toMurphi } from '../../src/export/murphi.ts';
import { compose } from '../../src/system/compose.ts';
import type { Program } from '../../src/system/program.ts';
import { vocabulary, type Actors, type Row } from '../../src/system/vocabulary.ts';
import { randomSystem } from '../random-system.ts';
import { without } from '../peers.ts';
import { strangersAgree } from './agree.ts';

/** Shapes that random systems do not have. */
const ring = (n: number): AnyStateMachine =>
  setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'ring',
    initial: 's0',
    states: Object.fromEntries(
      Array.from({ length: n }, (_, at) => [`s${at}`, { on: { next: `s${(at + 1) % n}` } }]),
    ),
  } as never) as unknown as AnyStateMachine;
const system = (
  n: number,
  actors: Actors,
  by: readonly string[],
  pending: string,
  size = 1,
): Program => {
  const v = vocabulary({ ring: { of: ring(n), family: 'member' } });
  return compose({
    rows: [
      v.row({
        name: 'row',
        steps: by.map((actor, at) => ({
          name: `go${at}`,
          actor,
          moves: { 'ring[i]': 'next' },
        })) as never,
        promises: [{ name: 'moves on', pending: { 'ring[i]': pending } }] as never,
      }) as Row,
    ],
    actors,
    sizes: { member: size },
  });
};

describe.skipIf(without('spin', 'rumur', 'gcc'))('everybody agrees about', () => {
  const free = { a: { fair: 'none' }, b: { fair: 'weak' } } as const;
  const shapes: Record<string, readonly [Program, readonly string[]]> = {
    'no step at all': [{ ...system(2, free, ['b'], 's0'), steps: [] }, ['deadlock']],
    'no promise': [{ ...system(2, free, ['b'], 's0'), promises: [] }, []],
    'a promise that is pending everywhere': [
      {
        ...system(2, free, ['b'], 's0'),
        promises: [{ ...system(2, free, ['b'], 's0').promises[0]!, pending: [] }],
      },
      ['deadlock'],
    ],
    'a promise that is pending nowhere': [
      {
        ...system(2, free, ['b'], 's0'),
        promises: [{ ...system(2, free, ['b'], 's0').promises[0]!, pending: [[]] }],
      },
      ['finite'],
    ],
    'a lifecycle of one state': [system(1, free, ['b'], 's0'), ['deadlock']],
    'more than 256 states in one lifecycle': [system(300, free, ['b'], 's299'), ['finite']],
    'the environment alone': [system(3, free, ['a'], 's2'), ['indefinite']],
    'actors that have no step': [
      (({ steps, ...rest }) => ({
        ...rest,
        steps: steps.filter(({ actor }) => rest.actors[actor]!.of !== 'c'),
      }))(
        system(
          3,
          { ...free, c: { fair: 'strong', because: 'the test says so' } },
          ['b', 'c'],
          's2',
        ),
      ),
      ['finite'],
    ],
    'a name many times over': [
      {
        ...system(3, free, ['b'], 's2', 2),
        parts: system(3, free, ['b'], 's2', 2).parts.map((part) => ({ ...part, name: 'x' })),
      },
      ['unbounded', 'unbounded'],
    ],
  };
  test.each(Object.keys(shapes))('%s', async (name) => {
    const [program, verdicts] = shapes[name]!;
    const one = await strangersAgree(program, name);
    expect(one.differences).toEqual([]);
    expect(one.verdicts).toEqual(verdicts);
  });

  test('a system that is worth an optimising compiler', async () => {
    const one = await strangersAgree(system(8, free, ['b'], 's7', 5), 'large');
    expect([one.states, one.edges]).toEqual([32_768, 163_840]);
    expect(one.differences).toEqual([]);
  });
});

describe.skipIf(without('spin', 'rumur', 'gcc'))('an export', () => {
  test('is the same for the same program', () => {
    for (const write of [
      toMurphi,
      (program: Program) => toMurphi(program, { unaided: true }),
      (program: Program) => toPromela(program, { question: 'count' }),
      (program: Program) => toPromela(program, { question: 'fair' }),
    ]) {
      expect(write(randomSystem(7))).toBe(write(randomSystem(7)));
    }
  });

  test('reads like the system: names of parts, states, events, steps, actors', () => {
    const program = system(3, { clerk: { fair: 'weak' } }, ['clerk'], 's2');
    const promela = toPromela(program, { question: 'fair' });
    for (const line of [
      '#define is_ring_s1 1 /* s1 */',
      'byte at_ring_1 = is_ring_s0; /* ring[1] */',
      ':: d_step { can_go0_1 -> do_ring_next(at_ring_1); last = moved_by_clerk }',
      '/* go0[1], by clerk */',
      'never claim_moves_on_1 {',
    ])
      expect(promela).toContain(line);
    const murphi = toMurphi(program);
    for (const line of [
      't_ring: enum { is_ring_s0, is_ring_s1, is_ring_s2 }; -- ring',
      'rule "go0[1]"',
      'do_ring_next(s.at_ring_1);',
      'liveness "0: moves on[1]"',
    ])
      expect(murphi).toContain(line);
  });

  test('has one claim where no actor is strong, and two where one is', () => {
    const strong = { b: { fair: 'strong', because: 'the test says so' } } as const;
    expect(
      new Set(claims(system(2, { b: { fair: 'weak' } }, ['b'], 's1')).map(({ claim }) => claim))
        .size,
    ).toBe(1);
    expect(new Set(claims(system(2, strong, ['b'], 's1')).map(({ claim }) => claim)).size).toBe(2);
  });

  test('refuses what would have too many cases', () => {
    const names = Array.from({ length: 11 }, (_, at) => `b${at}`);
    const actors: Actors = Object.fromEntries(
      names.map((name) => [name, { fair: 'strong', because: 'the test says so' }]),
    );
    expect(() => toPromela(system(2, actors, names, 's1'), { question: 'fair' })).toThrow(
      'a never claim for 11 strong actors would have to guess among 2048 sets; at most 10 can be exported',
    );
    expect(() => toPromela(system(2, actors, names, 's1'), { question: 'count' })).not.toThrow();
  });
});
