import { readFileSync } from 'node:fs';
import { conformance, type Conformance } from '../../machines/conformance/index.ts';
import { keyOf, piecesOf, stepsWithout } from '../../src/check/ablate.ts';
import { atRest, refusedAt, type AtRest } from '../../src/paths/at-rest.ts';
import { fire, type Program, type Step } from '../../src/system/program.ts';
import { answerTo } from '../kernel/bench/suites.ts';
import type { Killer, Mutant } from './mutation.ts';

const page = readFileSync(new URL('../../docs/kernel-bench.md', import.meta.url), 'utf8');

const restOf = (of: Conformance): AtRest =>
  atRest(of.program(), new Set(Object.keys(of.inside)), new Set(Object.keys(of.unreachable)));

/** Whether the table of docs/kernel-bench.md is of the suite as it is. */
function recorded(of: Conformance): boolean {
  const { states, edges } = restOf(of);
  return page.includes(`| \`${of.id}\` | ${states.length} | ${edges.length} |`);
}

let known: readonly Conformance[] | null = null;

/**
 * The suites that lead the kernel along every edge of their system, and of which there is a run:
 * what they have seen of it is all of that system. `fence2` is left out, as it asks what `fence`
 * asks, of two that signal, and so are the systems of the mock GPU.
 */
export const suites = (): readonly Conformance[] =>
  (known ??= conformance.filter(
    (of) => of.cover === undefined && of.prefix === undefined && of.id !== 'fence2' && recorded(of),
  ));

/** A suite as it was run: its states at rest, and what must be refused in each. */
type Run = {
  readonly of: Conformance;
  readonly program: Program;
  readonly rest: AtRest;
  readonly inside: ReadonlySet<string>;
  /** `state+step`: the state in which the kernel then is. */
  readonly leads: ReadonlyMap<string, string>;
  /** `state+step`: the kernel was asked and said no. */
  readonly refused: ReadonlySet<string>;
};

const runs = new Map<string, Run>();

function runOf(of: Conformance): Run {
  const before = runs.get(of.id);
  if (before !== undefined) return before;
  const program = of.program();
  const inside = new Set(Object.keys(of.inside));
  const rest = restOf(of);
  const leads = new Map(
    rest.edges.map(({ from, step, to }) => [`${from}+${step.name}`, rest.states[to]!.join()]),
  );
  const refused = new Set(
    rest.states.flatMap((state, at) =>
      refusedAt(program, rest, state)
        .filter((step) => answerTo(of, program, rest, step, state).as === 'no')
        .map((step) => `${at}+${step.name}`),
    ),
  );
  const run = { of, program, rest, inside, leads, refused };
  runs.set(of.id, run);
  return run;
}

/** Where a system may come to rest after what happens inside a call. */
function settled(program: Program, within: readonly Step[], from: readonly number[]): Set<string> {
  const ends = new Set<string>();
  const seen = new Set<string>();
  const todo: (readonly number[])[] = [from];
  for (let state = todo.pop(); state !== undefined; state = todo.pop()) {
    const key = state.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const next = within
      .map((step) => fire(program, step, state!))
      .filter((one) => one !== null && one.join() !== key);
    if (next.length === 0) ends.add(key);
    else todo.push(...(next as number[][]));
  }
  return ends;
}

/** What a call is, in a state of a suite, beside what the kernel did there. */
function contradicts(run: Run, mutant: Program, within: readonly Step[], step: Step, at: number) {
  const key = `${at}+${step.name}`;
  const lead = run.leads.get(key);
  if (lead === undefined && !run.refused.has(key)) return null;
  const mine = mutant.steps.find(({ name }) => name === step.name);
  const after = mine === undefined ? null : fire(mutant, mine, run.rest.states[at]!);
  if (lead === undefined) return after === null ? null : 'is refused by the kernel';
  if (after === null) return 'happens in the kernel';
  return settled(mutant, within, after).has(lead) ? null : 'ends elsewhere in the kernel';
}

/**
 * Which suite, as it was run on the kernel, goes against a system that has one piece less: the
 * kernel made a step that is impossible there, came to another place, or refused what is possible.
 */
export function noticedByKernel({ kind, name }: Pick<Mutant, 'kind' | 'name'>): Killer | null {
  if (kind === 'clause') return null;
  for (const suite of suites()) {
    const run = runOf(suite);
    const piece = piecesOf(run.program).find((one) => keyOf(one) === `${kind} ${name}`);
    if (piece === undefined) continue;
    const mutant = { ...run.program, steps: stepsWithout(run.program, piece) };
    const within = mutant.steps.filter((step) => run.inside.has(step.of));
    for (const at of run.rest.states.keys())
      for (const step of run.rest.calls) {
        const contradiction = contradicts(run, mutant, within, step, at);
        if (contradiction !== null)
          return {
            system: suite.id,
            by: 'kernel',
            of: step.name,
            from: contradiction,
            to: 'not in the model',
          };
      }
  }
  return null;
}
