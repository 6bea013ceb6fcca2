import {
  alternatives,
  settled,
  type Alternative,
} from '../../machines/description/alternatives.ts';
import { assumptionsOf } from '../../machines/description/assumptions.ts';
import type { Described, Description } from '../../machines/description/description.ts';
import { specOf, systemOf } from '../../machines/description/system.ts';
import { assess, verdictOf, type Assessment } from '../check/assess.ts';
import { verdicts, type Finding, type Verdict } from '../check/finding.ts';
import type { Budget } from '../explore/graph.ts';
import type { Spec } from '../system/compose.ts';
import type { Program } from '../system/program.ts';

/** What is said of a described driver. */
export type Judgement = {
  readonly described: Described;
  /** The worst of its promises', in the worst alternative. */
  readonly verdict: Verdict;
  /** Recovery included. */
  readonly program: Program;
  /** What it was composed of; null where that is not known. */
  readonly spec: Spec | null;
  /** How many jobs there are; null of a system of somebody's own, which may have none. */
  readonly jobs: { readonly fenced: number; readonly faulting: number } | null;
  readonly assessment: Assessment;
  /** What the work owes, then what recovery owes. */
  readonly findings: readonly Finding[];
  /** What was taken for each fact that is `'unknown'`; the alternative that gave the verdict, the first of the worst. */
  readonly alternative: Alternative;
  /** What each alternative gave; empty where nothing is unknown. */
  readonly alternatives: readonly {
    readonly assumed: Alternative['assumed'];
    readonly verdict: Verdict;
  }[];
  /** Of which system it was asked what the verdict needs; null where of none. */
  readonly needsOf: {
    readonly fenced: number;
    readonly faulting: number;
    readonly foreignDevice: boolean;
  } | null;
  /** Whether that is a smaller system than the one described. */
  readonly reduced: boolean;
  /** The assumptions without which this promise would not be finite, or this invariant would be broken: by its name, and as it is written. */
  readonly needs: (of: { readonly promise: string; readonly of: string }) => readonly string[];
};

/** Systems of more states than this are asked what their verdict needs as `smallest` has them. */
export const needsAtMost = 20_000;

/** One job of each kind, and no other device. */
const smallest = { jobs: { fenced: 1, faulting: 1 }, foreignDevice: false } as const;

type Asked = {
  readonly alternative: Alternative;
  readonly program: Program;
  readonly verdict: Verdict;
};

/** Every way to settle what is unknown with its verdict, and the first of the worst. Where all is known nothing is searched, and `finite` stands for that. */
export function worstAlternative(
  described: Described,
  budget: Budget,
): { readonly asked: readonly Asked[]; readonly worst: Asked } {
  const open = alternatives(described);
  const seen = new Map<string, Verdict>();
  const asked = open.map((alternative): Asked => {
    const program = systemOf(alternative.description);
    if (open.length === 1) return { alternative, program, verdict: 'finite' };
    let verdict = seen.get(program.digest);
    if (verdict === undefined) seen.set(program.digest, (verdict = verdictOf(program, budget)));
    return { alternative, program, verdict };
  });
  const rank = ({ verdict }: { readonly verdict: Verdict }): number => verdicts.indexOf(verdict);
  return { asked, worst: asked.reduce((worst, one) => (rank(one) < rank(worst) ? one : worst)) };
}

/** Searches the described driver, every alternative where facts are unknown, and says the worst. */
export function judge(described: Described, budget: Budget): Judgement {
  const {
    asked,
    worst: { alternative, program },
  } = worstAlternative(described, budget);
  const { description } = alternative;
  const { jobs, foreignDevice } = settled(description);
  const reducible = jobs.fenced > 1 || jobs.faulting > 1 || foreignDevice;
  const assumptions = assumptionsOf(description);
  const assessment = assess(program, budget, assumptions, reducible ? needsAtMost : Infinity);
  const { report, recovery } = assessment;
  const smaller = reducible && report.states > needsAtMost && report.stopped === null;
  const asking = smaller
    ? reduced(description, budget, new Set(assumptions.map(({ name }) => name)))
    : assessment;
  const any = report.stopped === null && Object.keys(asking.needs).length > 0;
  return {
    described,
    verdict: assessment.verdict,
    program,
    spec: specOf(description),
    jobs,
    assessment,
    findings: [...report.promises, ...recovery],
    alternative,
    alternatives:
      asked.length === 1
        ? []
        : asked.map(({ alternative: { assumed }, verdict }) => ({ assumed, verdict })),
    needsOf: any
      ? smaller
        ? { ...smallest.jobs, foreignDevice: smallest.foreignDevice }
        : { ...jobs, foreignDevice }
      : null,
    reduced: any && smaller,
    needs: ({ promise, of }) =>
      asking.needs[
        smaller
          ? (Object.keys(asking.needs).find((name) => name.replace(/\[\d+\]$/, '') === of) ??
            promise)
          : promise
      ] ?? [],
  };
}

/** The same driver as `smallest` has it, asked what its verdict needs of what the driver itself assumes. */
function reduced(
  description: Description,
  budget: Budget,
  assumed: ReadonlySet<string>,
): Assessment {
  const small = { ...description, ...smallest };
  return assess(
    systemOf(small),
    budget,
    assumptionsOf(small).filter(({ name }) => assumed.has(name)),
  );
}

/** With less of the budget where the memory for an answer could not be had: then it is incomplete, and says so. */
export function withinMemory<T>(
  budget: Budget & { readonly bytes: number },
  ask: (budget: Budget) => T,
): T {
  for (let { bytes } = budget; ; bytes = Math.floor(bytes / 4)) {
    try {
      return ask({ ...budget, bytes });
    } catch (error) {
      if (!(error instanceof RangeError) || bytes < 65_536) throw error;
    }
  }
}

/** Searches a system of somebody's own. */
export function judgeSystem(
  name: string,
  program: Program,
  spec: Spec | null,
  budget: Budget,
): Judgement {
  const assessment = assess(program, budget, [], needsAtMost);
  const { report, recovery, needs } = assessment;
  const described = { driver: name };
  return {
    described,
    verdict: assessment.verdict,
    program,
    spec,
    jobs: null,
    assessment,
    findings: [...report.promises, ...recovery],
    alternative: { description: described, assumed: {} },
    alternatives: [],
    needsOf: null,
    reduced: false,
    needs: ({ promise }) => needs[promise] ?? [],
  };
}

/** Nothing was owed: a description in which a promise is never asked for is a mistake, not a proof. */
export const neverPending = ({ findings, assessment: { report } }: Judgement): readonly string[] =>
  report.stopped === null
    ? findings.filter(({ pending }) => pending === 0).map(({ promise }) => promise)
    : [];
