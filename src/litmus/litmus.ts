import type { Verdict } from '../check/finding.ts';
import type { Program } from '../system/program.ts';

/** A small closed question with its expected answer. */
export type Litmus = {
  /** A family in capitals, facts in lower case: `'PREEMPT+not-while-faulted'`. */
  readonly name: string;
  readonly about: string;
  /** Ids of the rules that it is about. */
  readonly cites: readonly string[];
  readonly expect: Expected;
  /** The name of a litmus that differs in one fact; one of the two is good, the other is not. */
  readonly twin: string;
  /** What is asked, as data: what twins are compared by. */
  readonly facts: unknown;
  /** What is asked, as a program. */
  readonly system: () => Program;
};

/** The expected answer: all of it is compared. */
export type Expected = {
  readonly verdict: Verdict;
  /** Every invariant that is broken, by its name as written. Absent where all hold. */
  readonly broken?: readonly string[];
  /**
   * Every promise that is not kept on every fair run, by its name as written, with the worst
   * verdict of its members. Absent where all are kept.
   */
  readonly promises?: Readonly<Record<string, Verdict>>;
  /**
   * The parts that wait for each other, of the first declared among the worst promises: `'a → b →
   * a'`, wherever it begins. A chain ends with whose favour could move it on, or with `nobody`.
   */
  readonly cycle?: string;
  /** States and edges of the system without the steps of actors that recover. */
  readonly states: number;
  readonly edges: number;
  /** Steps of the shortest run to the trouble; absent where nothing is wrong. */
  readonly length?: number;
};

/** The verdicts that a litmus file may expect: nobody expects a search to run out. */
type ExpectedVerdict = Exclude<Verdict, 'incomplete'>;

/** The expected answer as a litmus file writes it. */
type ExpectedAnswer = Omit<Expected, 'verdict' | 'promises'> & {
  readonly verdict: ExpectedVerdict;
  readonly promises?: Readonly<Record<string, ExpectedVerdict>>;
};

/**
 * A litmus as its file writes it. `Rule`: the ids that it may cite. `Asks`: what is asked, in the
 * words of its gallery.
 */
export type WrittenLitmus<Rule extends string, Asks> = {
  readonly name: string;
  readonly about: string;
  readonly cites: readonly Rule[];
  readonly asks: Asks;
  readonly expect: ExpectedAnswer;
  readonly twin: string;
};

/** How a gallery puts its questions: the facts by which twins are compared, and the program. */
export type Asking<Asks> = {
  readonly facts: (asks: Asks) => unknown;
  readonly system: (asks: Asks, name: string) => Program;
};

/**
 * Makes the litmus tests of one gallery: adds to each what is needed to run it and to compare it
 * with its twin. The program is composed when the litmus is run.
 */
export const litmusTestsOf =
  <Rule extends string, Asks>({ facts, system }: Asking<Asks>) =>
  (...written: readonly WrittenLitmus<Rule, Asks>[]) =>
    written.map((litmus) => ({
      ...litmus,
      facts: facts(litmus.asks),
      system: (): Program => system(litmus.asks, litmus.name),
    }));
