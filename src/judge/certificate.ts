import {
  alternatives,
  settled,
  type Alternative,
} from '../../machines/description/alternatives.ts';
import { hangingSystemOf, hangPromises, systemOf } from '../../machines/description/system.ts';
import { prove, type Asked } from '../certify/prove.ts';
import { worst, type Verdict } from '../check/finding.ts';
import type { Budget } from '../explore/graph.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import type { Established, Proved } from '../verify/certificate.ts';

import type { Given } from './subject.ts';

/**
 * The questions behind a verdict: whether the work keeps its promises, what recovery owes and
 * whether it breaks an invariant, and what is kept where a job may hang on the hardware for ever.
 */
export const questions = ['work', 'recovery', 'hanging'] as const;

/** A question to a system: of an alternative, where facts are unknown. */
export type Part = {
  readonly question: (typeof questions)[number];
  readonly assumed: Alternative['assumed'];
  readonly digest: string;
};

/** What is certified of a driver or a system. */
export type CertifiedCase = {
  readonly name: string;
  readonly verdict: Verdict;
  readonly parts: readonly Part[];
};

/** A system that must be asked, and for what. */
type System = Part & { readonly program: Program };

/**
 * Every system on which the verdict rests, in all alternatives. Where a job may hang is asked of
 * each, also where something as bad is found without: it never makes the verdict better.
 */
export function systemsOf(given: Given): readonly System[] {
  if (!('described' in given)) return systemsOfProgram(given.program, {});
  return alternatives(given.described).flatMap(({ description, assumed }) => {
    const hangs = settled(description).jobs.fenced > 0;
    return [
      ...systemsOfProgram(systemOf(description), assumed),
      ...(hangs ? [partOf('hanging', hangingSystemOf(description), assumed)] : []),
    ];
  });
}

const partOf = (
  question: Part['question'],
  program: Program,
  assumed: Part['assumed'],
): System => ({ question, assumed, digest: program.digest, program });

const systemsOfProgram = (program: Program, assumed: Part['assumed']): readonly System[] => [
  partOf('work', withoutRecovery(program), assumed),
  ...(program.actors.some(({ recovers }) => recovers)
    ? [partOf('recovery', program, assumed)]
    : []),
];

/** What each question asks. */
function askedOf(question: Part['question'], program: Program): Asked {
  if (question === 'hanging') return { promises: hangPromises, invariants: false };
  const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
  return { promises: question === 'recovery' ? owed : null, invariants: true };
}

/** The proofs of a system, and the verdict that they come to. */
export type ProvedPart = { readonly proved: Proved; readonly verdict: Verdict };

/** Under which name the proofs of a part are known. */
export const keyOf = ({ question, digest }: Pick<Part, 'question' | 'digest'>): string =>
  `${question} ${digest}`;

/**
 * Proves everything on which a verdict rests.
 * @param known proofs that there are already, by their keys; new ones are added
 * @returns what ran out, where something did
 */
export function certify(
  name: string,
  given: Given,
  budget: Budget,
  known: Map<string, ProvedPart>,
): CertifiedCase | string {
  const systems = systemsOf(given);
  for (const system of systems) {
    if (known.has(keyOf(system))) continue;
    const proof = prove(system.program, budget, askedOf(system.question, system.program));
    if (typeof proof === 'string') return proof;
    const broken = proof.invariants.some(({ holds }) => holds === false);
    const said = proof.promises.map(({ verdict }) => verdict);
    const verdict = worst(broken ? ['broken', ...said] : said);
    known.set(keyOf(system), { proved: proof.proved, verdict });
  }
  return {
    name,
    verdict: worst(systems.map((system) => known.get(keyOf(system))!.verdict)),
    parts: systems.map(({ question, assumed, digest }) => ({ question, assumed, digest })),
  };
}

/** What the proofs of a case come to. */
export type Outcome = {
  /** The verdict that follows from the proofs; null where they leave something open. */
  readonly verdict: Verdict | null;
  /** What is not proved: promises and invariants, by question. */
  readonly open: readonly string[];
  readonly promises: number;
  readonly invariants: number;
};

/** @param established what follows from the proofs of each part, by their keys */
export function outcomeOfProofs(
  parts: readonly Part[],
  established: ReadonlyMap<string, Established & { readonly program: Program }>,
): Outcome {
  const verdicts: Verdict[] = [];
  const open: string[] = [];
  let counts = { promises: 0, invariants: 0 };
  for (const part of parts) {
    const { question } = part;
    const checked = established.get(keyOf(part));
    if (checked === undefined) {
      open.push(`${question}: the system ${part.digest}`);
      continue;
    }
    const asked = askedOf(question, checked.program);
    for (const { name, of } of checked.program.promises) {
      if (asked.promises !== null && !asked.promises.includes(of)) continue;
      const verdict = checked.promises.get(name);
      if (verdict === undefined) open.push(`${question}: ${name}`);
      else verdicts.push(verdict);
      counts = { ...counts, promises: counts.promises + 1 };
    }
    for (const { name } of asked.invariants ? checked.program.invariants : []) {
      const holds = checked.invariants.get(name);
      if (holds === undefined) open.push(`${question}: ${name}`);
      else verdicts.push(holds ? 'finite' : 'broken');
      counts = { ...counts, invariants: counts.invariants + 1 };
    }
  }
  return { verdict: open.length > 0 ? null : worst(verdicts), open, ...counts };
}
