import {
  replay,
  verdicts,
  worst,
  type Finding,
  type Invariance,
  type Run,
  type Verdict,
  type Wait,
  type WaitsFor,
} from '../check/finding.ts';
import { check, type Report } from '../check/verdict.ts';
import { Misuse, unknown } from '../system/misuse.ts';
import { fire, holds, stateName, withoutRecovery, type Program } from '../system/program.ts';
import { follow, stepsByName } from '../system/run.ts';
import { differences } from './differences.ts';
import type { Expected, Litmus } from './litmus.ts';

/** What a litmus answered, and every way in which that is not what its file expects. */
export type LitmusResult = {
  readonly litmus: Litmus;
  readonly found: Expected;
  /**
   * The finding that `found` speaks of, the first of the worst; null where every promise is kept,
   * or where an invariant is broken.
   */
  readonly finding: Finding | null;
  /** The broken invariant that `found` speaks of, the first declared; null where all hold. */
  readonly broken: Invariance | null;
  /** One line for each; none if all is as expected. */
  readonly problems: readonly string[];
  /** Why a search ended early; null where all are complete. Then the whole answer is not known. */
  readonly stopped: Report['stopped'];
};

/**
 * Asks without recovery for what the work owes, and with it for what recovery owes and for
 * invariants.
 */
export function runLitmus(
  litmus: Litmus,
  budget: { readonly states: number } = { states: 1_000_000 },
): LitmusResult {
  const answers = ask(litmus.system(), budget);
  const { promises, recovery, upset } = answers;
  const findings = [...promises, ...recovery];
  const broken = upset[0] ?? null;
  const verdict = worst([
    answers.verdict,
    ...recovery.map((finding) => finding.verdict),
    ...(broken === null ? [] : ['broken' as const]),
  ]);
  const finding =
    verdict === 'finite' || broken !== null
      ? null
      : (findings.find((other) => other.verdict === verdict) ?? null);
  const answered = foundBy(answers, verdict, finding);
  const problems = [
    ...compared(litmus.expect, answered),
    ...promises.flatMap((promise) => replayed(answers.plain, promise)),
    ...recovery.flatMap((promise) => replayed(answers.program, promise)),
    ...upset.flatMap((invariance) => upsets(answers.program, invariance)),
    ...(verdict === 'finite' && !findings.some(({ pending }) => pending > 0)
      ? ['finite, but no promise is ever pending']
      : []),
  ];
  return { litmus, found: answered, finding, broken, problems, stopped: answers.stopped };
}

/** What a system says to all that a litmus asks. */
type Answers = {
  readonly program: Program;
  /** The same without recovery. */
  readonly plain: Program;
  readonly verdict: Verdict;
  readonly promises: readonly Finding[];
  /** What recovery owes. */
  readonly recovery: readonly Finding[];
  /** The invariants that are broken, with recovery or without. */
  readonly upset: readonly Invariance[];
  readonly states: number;
  readonly edges: number;
  readonly stopped: Report['stopped'];
};

function ask(program: Program, budget: { readonly states: number }): Answers {
  const plain = withoutRecovery(program);
  const report = check(plain, budget);
  const { promises, states, edges } = report;
  const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
  const ofRecovery = owed.length === 0 ? null : check(program, budget, { promises: owed });
  const recovers = program.invariants.length > 0 && program.steps.length > plain.steps.length;
  const whole = recovers ? check(program, budget) : report;
  const upset = whole.invariants.filter(({ holds }) => holds === false);
  const stopped = report.stopped ?? ofRecovery?.stopped ?? whole.stopped;
  const endedEarly = stopped !== null && report.verdict === 'finite';
  return {
    program,
    plain,
    verdict: endedEarly ? 'incomplete' : report.verdict,
    promises,
    recovery: ofRecovery?.promises ?? [],
    upset,
    states,
    edges,
    stopped,
  };
}

/** The answers as a litmus file would expect them. */
function foundBy(
  { promises, recovery, upset, states, edges }: Answers,
  verdict: Verdict,
  finding: Finding | null,
): Expected {
  const worstOf: Record<string, Verdict> = {};
  for (const { of, verdict: said } of [...promises, ...recovery])
    if (said !== 'finite') worstOf[of] = worst([worstOf[of] ?? 'finite', said]);
  const shown = upset[0] ?? finding;
  return {
    verdict,
    ...(upset.length === 0 ? {} : { broken: [...new Set(upset.map(({ of }) => of))] }),
    ...(Object.keys(worstOf).length === 0 ? {} : { promises: worstOf }),
    ...(finding?.waits == null ? {} : { cycle: cycleOf(finding.waits) }),
    states,
    edges,
    ...(shown === null ? {} : { length: shown.run.length }),
  };
}

/** `'a → b → a'`; a chain ends with who could move it on. */
function cycleOf({ chain, closes }: WaitsFor): string {
  const parts = chain.map(({ part }) => part);
  const helpers = (chain.at(-1)?.onlyBy ?? []).join(' or ') || 'nobody';
  return [...parts, closes === null ? helpers : parts[closes]!].join(arrow);
}
const arrow = ' → ';

/** The same cycle, wherever it begins. */
export function sameCycle(left: string, right: string): boolean {
  const turn = (words: string): string => {
    const parts = words.split(arrow);
    if (parts.length < 2 || parts[0] !== parts.at(-1)) return words;
    const ring = parts.slice(1);
    const least = ring.indexOf([...ring].sort()[0]!);
    return [...ring.slice(least), ...ring.slice(0, least)].join(arrow);
  };
  return turn(left) === turn(right);
}

function compared(expected: Expected, answered: Expected): string[] {
  const problems: string[] = [];
  const differ = (what: string, was: unknown, is: unknown): void => {
    if (was !== is)
      problems.push(`${what}: expected ${String(was ?? 'none')}, found ${String(is ?? 'none')}`);
  };
  differ('verdict', expected.verdict, answered.verdict);
  const names = new Set([
    ...Object.keys(expected.promises ?? {}),
    ...Object.keys(answered.promises ?? {}),
  ]);
  for (const name of names)
    differ(name, expected.promises?.[name] ?? 'finite', answered.promises?.[name] ?? 'finite');
  if (
    expected.cycle === undefined ||
    answered.cycle === undefined ||
    !sameCycle(expected.cycle, answered.cycle)
  )
    differ('cycle', expected.cycle, answered.cycle);
  differ('broken', expected.broken?.join(', '), answered.broken?.join(', '));
  differ('states', expected.states, answered.states);
  differ('edges', expected.edges, answered.edges);
  differ('length', expected.length, answered.length);
  return problems;
}

/**
 * Steps through the evidence again, with nothing but the meaning of a step: every step can happen;
 * at the end every part of the cycle is where it was said to be, the step that would move it on is
 * refused, and the part for which it waits is not where it must be.
 */
function replayed(program: Program, { promise, run, loop, waits }: Finding): string[] {
  const about = (problem: string): string => `${promise}: ${problem}`;
  let end: readonly number[];
  let after: readonly number[];
  try {
    ({ end } = replay(program, stepsOf(run)));
    ({ end: after } = replay(program, stepsOf(loop), end));
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return [about(error.message)];
  }
  const closed = after.every((local, part) => local === end[part]);
  return [
    ...(closed ? [] : ['the loop does not return to the state in which it begins']),
    ...(waits?.chain ?? []).flatMap((wait) => waitsWrongly(program, wait, end)),
  ].map(about);
}

const stepsOf = (run: Run): string[] => run.map(({ step }) => step);

/** What a wait says that is not so in `state`. */
function waitsWrongly(program: Program, wait: Wait, state: readonly number[]): string[] {
  const placeOf = (name: string): string => {
    const part = program.parts.findIndex((other) => other.name === name);
    return stateName(program, part, state[part]!);
  };
  const place = placeOf(wait.part);
  const problems = wait.isIn.includes(place)
    ? []
    : [`${wait.part} is in ${place}, not in ${wait.isIn.join(' or ')}`];
  if (wait.step === null) return problems;
  if (fire(program, stepsByName(program).get(wait.step)!, state) !== null)
    problems.push(`'${wait.step}' can happen`);
  if (wait.mustBeIn.length > 0 && wait.mustBeIn.includes(placeOf(wait.for!)))
    problems.push(`${wait.for} is in ${placeOf(wait.for!)} already`);
  return problems;
}

/**
 * Replays the run of a broken invariant: it is violated at the end of the run and nowhere before.
 */
function upsets(program: Program, { invariant, run }: Invariance): string[] {
  const { never } = program.invariants.find(({ name }) => name === invariant)!;
  const { states } = follow(program, stepsOf(run));
  return Array.from({ length: run.length + 1 }, (_, steps) => {
    const state = states[steps];
    const violated = state !== undefined && never.every((some) => holds(some, state));
    if (violated === (steps === run.length)) return [];
    const problem = violated
      ? `broken after ${steps} steps already`
      : 'not broken at the end of its run';
    return [`${invariant}: ${problem}`];
  }).flat();
}

/**
 * The litmus tests whose name contains `pattern`, capitals or not; with `*`, those whose whole name
 * matches.
 * @throws Misuse where no name does
 */
export function gallery(tests: readonly Litmus[], pattern = ''): Litmus[] {
  const matches = matcher(pattern.toLowerCase());
  const matching = tests.filter(({ name }) => matches(name.toLowerCase()));
  if (matching.length > 0) return matching;
  const names = tests.map(({ name }) => name);
  throw new Misuse(unknown('litmus', pattern, names));
}

function matcher(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name.includes(pattern);
  const parts = pattern.split('*').map((part) => part.replace(/[^\w]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`);
  return (name) => whole.test(name);
}

/** What is wrong with `all` as a gallery: names and twins. One line for each problem. */
export function misfits(tests: readonly Litmus[]): string[] {
  const byName = new Map(tests.map((litmus) => [litmus.name, litmus]));
  return tests.flatMap((litmus, n) => {
    const { name, twin, expect } = litmus;
    const other = byName.get(twin);
    const problems = [
      ...(wellNamed.test(name)
        ? []
        : ['a name is a family in capitals and facts in lower case, joined by +']),
      ...(tests.findIndex((same) => same.name === name) === n ? [] : ['its name is taken']),
      ...(other === undefined
        ? [unknown('twin', twin, [...byName.keys()])]
        : unlikeTwins(litmus, other)),
      ...(verdicts.includes(expect.verdict) ? [] : [unknown('verdict', expect.verdict, verdicts)]),
    ];
    return problems.map((problem) => `${name}: ${problem}`);
  });
}

const wellNamed = /^[A-Z][A-Z-]*(\+[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Why two litmus tests are no twins: they differ in one fact, and one of them is good. */
function unlikeTwins(litmus: Litmus, twin: Litmus): string[] {
  const facts = differences(litmus.facts, twin.facts);
  const good = litmus.expect.verdict === 'finite';
  return [
    ...(facts.length === 1
      ? []
      : [`differs from its twin ${twin.name} in ${facts.length} facts: ${facts.join('; ')}`]),
    ...(good === (twin.expect.verdict === 'finite')
      ? [`and its twin ${twin.name} are both ${good ? 'good' : 'bad'}`]
      : []),
  ];
}
