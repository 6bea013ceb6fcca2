/** Reads what a kernel prints while KUnit runs: KTAP, and what the kernel says on its own. */

/** A case of a suite: `ok`, and what was said while it ran. */
export type Case = {
  readonly suite: string;
  readonly name: string;
  readonly ok: boolean;
  readonly skipped: boolean;
  readonly said: readonly string[];
  /** It has no answer, because time was over; so it has failed, but nobody knows by what. */
  readonly cutOff?: true;
};
/** What was read. */
export type Ktap = {
  readonly cases: readonly Case[];
  /** The suite that began and has no result line: the kernel ended or was ended in it. */
  readonly unfinished: { readonly suite: string; readonly name: string | null } | null;
  /** Panic, WARNING, lockdep: what the kernel says on its own. */
  readonly noise: readonly string[];
};

/** A case that failed, and said nothing. */
export const failing = (suite: string, name: string, cutOff = false): Case => ({
  suite,
  name,
  ok: false,
  skipped: false,
  said: [],
  ...(cutOff ? { cutOff } : {}),
});

const noisy = new RegExp(
  String.raw`Kernel panic|BUG:|WARNING: |rv: monitor|DEBUG_(?:RWSEMS|LOCKS)_WARN_ON|` +
    String.raw`possible circular|possible recursive|inconsistent lock state|` +
    String.raw`blocked for more than|refcount_t:|list_(add|del) corruption`,
);
/** The first word of a kernel. */
const beginning = /^Linux version \d/;

/** A line without the kernel's stamp. */
export const bare = (line: string): string =>
  line.replace(/^\[ *\d+\.\d+\] ?/, '').replace(/\r/g, '');

/** The suite that runs: how many cases it has planned, and how many have answered. */
type Running = {
  readonly suite: string;
  name: string | null;
  planned: number | null;
  answers: number;
  allOk: boolean;
  said: string[];
};

/** What a suite lacks at its end, though no case of it says so; null: nothing. */
function lackOf({ suite, planned, answers, allOk, said }: Running, ok: boolean): Case | null {
  if (planned !== null && planned !== answers)
    return failing(suite, `${answers} of ${planned} cases that were planned`);
  return !ok && allOk ? { ...failing(suite, 'the suite itself'), said } : null;
}

/**
 * Reads KTAP: suites at the margin, cases four columns in, parameters eight. A suite that answers
 * less than it has planned, or is not ok though each of its cases is, has a case more that fails;
 * and so has a kernel with fewer suites than it has planned.
 */
export function reader(): {
  readonly line: (text: string) => void;
  readonly result: () => Ktap;
  /** How many kernels have begun: one that begins anew does so for ever. */
  readonly begun: () => number;
} {
  const cases: Case[] = [];
  const noise: string[] = [];
  let at: Running | null = null;
  let [suites, begun] = [0, 0];
  let planned: number | null = null;

  const begins = (depth: number, name: string): void => {
    if (depth === 4)
      at = { suite: name, name: null, planned: null, answers: 0, allOk: true, said: [] };
    else if (depth === 8 && at !== null) [at.name, at.said] = [name, []];
  };
  const plans = (depth: number, count: number): void => {
    if (depth === 0) planned = (planned ?? 0) + count;
    else if (depth === 4 && at !== null) at.planned = count;
  };
  const suiteEnds = (name: string, ok: boolean): void => {
    suites++;
    const lack = at === null ? null : lackOf(at, ok);
    if (lack !== null) cases.push(lack);
    if (at === null && !ok) cases.push(failing(name, 'the suite itself'));
    at = null;
  };
  const caseEnds = (running: Running, name: string, ok: boolean, skipped: boolean): void => {
    cases.push({ suite: running.suite, name, ok, skipped, said: running.said });
    running.answers++;
    running.allOk &&= ok;
    [running.name, running.said] = [null, []];
  };
  /** Whether a line was one of KTAP's. */
  const isKtap = (text: string): boolean => {
    const hand = /^ {4}# (\w+): begins$/.exec(text);
    const begin = hand ?? /^( *)# Subtest: (\S+)/.exec(text);
    const plan = /^( *)1\.\.(\d+)$/.exec(text);
    const end = /^( *)(not )?ok \d+ (\S+)(.*)$/.exec(text);
    if (hand !== null) begins(8, hand[1]!);
    else if (begin !== null) begins(begin[1]!.length, begin[2]!);
    else if (plan !== null) plans(plan[1]!.length, Number(plan[2]));
    if (end === null) return begin !== null || plan !== null;
    const [depth, name, ok] = [end[1]!.length, end[3]!, end[2] === undefined];
    if (depth === 0) suiteEnds(name, ok);
    else if (depth === 4 && at !== null) caseEnds(at, name, ok, /# SKIP/.test(end[4]!));
    else return false;
    return true;
  };
  return {
    line(raw) {
      const text = bare(raw);
      if (beginning.test(text)) begun++;
      // KUnit's own thread waits as long as a case takes, which in virtual time may be minutes.
      if (noisy.test(text) && !text.includes('task swapper')) noise.push(text.trim());
      if (!isKtap(text)) at?.said.push(text);
    },
    result() {
      const unfinished = at === null ? null : { suite: at.suite, name: at.name };
      const less = at === null && planned !== null && suites < planned;
      const lack = less
        ? [failing('the kernel', `${suites} of ${planned} suites that were planned`)]
        : [];
      return { cases: [...cases, ...lack], noise, unfinished };
    },
    begun: () => begun,
  };
}
