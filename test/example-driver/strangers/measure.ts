import { suiteOf } from '../../../src/judge/suite-of.ts';
import type { PathFile, TestPath } from '../../../src/paths/path.ts';
import type { Subject } from './subject.ts';
import { walkOf } from './walks.ts';

/** After how many steps a suite shows a fault; null where it does not. */
export async function foundAfter(
  subject: Subject,
  fault: string | null,
  file: PathFile,
  paths: readonly TestPath[] = file.paths,
): Promise<number | null> {
  let taken = 0;
  for (const path of paths) {
    const { failure } = await subject.play(fault, file, path);
    if (failure !== null) {
      if (fault === null) throw new Error(`${path.id}: ${failure.text}`);
      return taken + failure.number;
    }
    taken += path.steps.length;
  }
  return null;
}

export type Measured = {
  readonly subject: string;
  readonly faults: number;
  /** Of each suite: its steps, and the faults that it does not show. */
  readonly suites: Readonly<
    Record<
      string,
      {
        readonly steps: number;
        readonly missed: readonly string[];
        /** After so many steps all that it shows was shown. */
        readonly last: number;
      }
    >
  >;
  /** Of random walks as long as the suite for edges: how many faults each shows, fewest, half and most. */
  readonly walks: Readonly<Record<string, readonly [number, number, number]>>;
  /**
   * Steps that a walk with refusals needs to show every fault, in half of the runs; null: longer than the walks are.
   */
  readonly half: number | null;
};

const middle = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)]!;

/** Steps of a random walk at least, however short the suite. */
const longWalk = 500;

/** Suites and random walks of the same length on every fault of a driver. */
export async function measure(subject: Subject, seeds: number): Promise<Measured> {
  const { program, whose, faults } = subject;
  const make = (criterion: 'transitions' | 'edges', refusals: 'law' | 'clauses'): PathFile =>
    suiteOf(program, criterion, { name: subject.name, whose, refusals });
  const suites: Record<string, { steps: number; missed: string[]; last: number }> = {};
  for (const [name, file] of [
    ['transitions', make('transitions', 'clauses')],
    ['transitions, law', make('transitions', 'law')],
    ['edges', make('edges', 'clauses')],
    ['edges, law', make('edges', 'law')],
  ] as const) {
    await foundAfter(subject, null, file);
    const missed: string[] = [];
    let last = 0;
    for (const fault of faults) {
      const after = await foundAfter(subject, fault, file);
      if (after === null) missed.push(fault);
      else last = Math.max(last, after);
    }
    suites[name] = { steps: file.size.steps, missed, last };
  }
  const edges = make('edges', 'law');
  const walks: Record<string, readonly [number, number, number]> = {};
  const needed: number[] = [];
  for (const tries of [false, true]) {
    const shares: number[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const steps = Math.max(edges.size.steps, longWalk);
      const long = walkOf(edges, program, whose, { steps, seed, tries });
      let [within, all] = [0, 0];
      for (const fault of faults) {
        const after = (await foundAfter(subject, fault, edges, [long])) ?? Infinity;
        if (after <= edges.size.steps) within++;
        if (!suites['edges, law']!.missed.includes(fault)) all = Math.max(all, after);
      }
      shares.push(within);
      if (tries) needed.push(all);
    }
    shares.sort((a, b) => a - b);
    walks[tries ? 'random, law' : 'random'] = [shares[0]!, middle(shares), shares.at(-1)!];
  }
  const half = middle(needed.sort((a, b) => a - b));
  return {
    subject: subject.name,
    faults: faults.length,
    suites,
    walks,
    half: half === Infinity ? null : half,
  };
}
