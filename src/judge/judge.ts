import {
  alternatives,
  settled,
  type Alternative,
} from '../../machines/description/alternatives.ts';
import { assumptionsOf } from '../../machines/description/assumptions.ts';
import type { Described, Description } from '../../machines/description/description.ts';
import { specOf, systemOf } from '../../machines/description/system.ts';
import { assess, type Assessment } from '../check/assess.ts';
import { verdicts, type Finding, type Verdict } from '../check/finding.ts';
import type { Budget } from '../explore/graph.ts';
import type { Spec } from '../system/compose.ts';
import type { Program } from '../system/program.ts';
import { assumable, type Assumable } from './assumed.ts';
import { furthest } from './furthest.ts';
import {
  aloneVerdict,
  hangingNeeds,
  hangingOf,
  quickQuestions,
  type Hanging,
  type Quick,
} from './hanging.ts';
import { isWorse, worstAnswer, type Answer } from './outcome.ts';
import { answerOf } from './quick-verdict.ts';

/** What is said of a described driver. */
export type Judgement = {
  readonly described: Described;
  /** The worst verdict of its promises, in the worst alternative. */
  readonly verdict: Verdict;
  /**
   * The same, with how far the searches went on which it rests: of every alternative, with recovery
   * and without, and where the hardware may hang.
   */
  readonly answer: Answer;
  /** Recovery included. */
  readonly program: Program;
  /** What it was composed of; null where that is not known. */
  readonly spec: Spec | null;
  /** How many jobs there are; null for a system of somebody's own, which may have none. */
  readonly jobs: { readonly fenced: number; readonly faulting: number } | null;
  readonly assessment: Assessment;
  /** What the work owes, then what recovery owes. */
  readonly findings: readonly Finding[];
  /** What is found where a job may hang on the hardware for ever; null where it was not asked. */
  readonly hanging: Hanging | null;
  /**
   * The better verdict of the driver by itself, where it hangs only together with another driver
   * that waits for fences in reclaim; null where it needs no other, or that is not known.
   */
  readonly alone: Verdict | null;
  /**
   * What was taken for each fact that is `'unknown'`; the alternative that gave the verdict, the
   * first of the worst.
   */
  readonly alternative: Alternative;
  /** What each alternative gave; empty where nothing is unknown. */
  readonly alternatives: readonly {
    readonly assumed: Alternative['assumed'];
    readonly verdict: Verdict;
  }[];
  /** The better verdict under an assumption that nobody can establish; null where there is none. */
  readonly assuming: Assuming | null;
  /** Of which system it was asked what the verdict needs; null where of none. */
  readonly needsOf: {
    readonly fenced: number;
    readonly faulting: number;
    readonly foreignDevice: boolean;
  } | null;
  /** Whether that is a smaller system than the one described. */
  readonly reduced: boolean;
  /**
   * The assumptions without which this promise would not be finite, or this invariant would be
   * broken: by its name, and as it is written.
   */
  readonly needs: (of: { readonly promise: string; readonly of: string }) => readonly string[];
  /**
   * Assumptions of which it is not known whether the verdict needs them: the search without them
   * ended early.
   */
  readonly needsOpen: readonly string[];
  /** The same as `needs`, for what is kept where a job may hang on the hardware for ever. */
  readonly hangingNeeds: Assessment['needs'];
};

/** The worst judgement of the alternatives in which the assumption holds. */
export type Assuming = { readonly assumed: Assumable; readonly judgement: Judgement };

/** Systems of more states than this are asked what their verdict needs in a smaller size. */
const needsAtMost = 20_000;

/** An alternative, its system, and what quick searches say of it. */
type Asked = Quick & { readonly alternative: Alternative; readonly program: Program };

/** What is known of an alternative that was not asked, because the user asked for an end. */
const notAsked: Quick = {
  answer: { verdict: 'incomplete', stopped: 'cancelled', mayBreak: true },
  hanging: null,
};

/** What stands for the answer of an alternative that is the only one: it is searched later. */
const unasked: Quick = {
  answer: { verdict: 'finite', stopped: null, mayBreak: false },
  hanging: null,
};

/**
 * Every way to settle what is unknown with its verdict, and the first of the worst. Where nothing
 * is unknown nothing is searched, and `finite` stands for the verdict.
 */
export function worstAlternative(
  described: Described,
  budget: Budget,
): { readonly asked: readonly Asked[]; readonly worst: Asked } {
  const open = alternatives(described);
  const seen = new Map<string, Quick>();

  const asked = open.map((alternative): Asked => {
    const program = systemOf(alternative.description);
    if (open.length === 1) return { alternative, program, ...unasked };
    if (budget.signal?.aborted === true) return { alternative, program, ...notAsked };

    const quick =
      seen.get(program.digest) ?? quickQuestions(alternative.description, program, budget);
    seen.set(program.digest, quick);
    return { alternative, program, ...quick };
  });

  return { asked, worst: worstOf(asked) };
}

const rank = ({ answer: { verdict } }: Asked): number => verdicts.indexOf(verdict);

/** The first of the worst. */
const worstOf = (asked: readonly Asked[]): Asked =>
  asked.reduce((worst, other) => (rank(other) < rank(worst) ? other : worst));

/**
 * Searches the described driver, every alternative where facts are unknown, and tells the worst.
 */
export function judge(described: Described, given: Budget): Judgement {
  const { means: budget, of: furthestOf } = furthest(given);
  const { asked, worst } = worstAlternative(described, budget);
  const first = judgeAlternative(described, worst, budget);
  const judgement = { ...first, assessment: furthestOf(worst.program, first.assessment) };
  if (asked.length === 1) return judgement;

  const answer = worstAnswer([judgement.answer, ...asked.map((one) => one.answer)]);
  return {
    ...judgement,
    answer,
    verdict: answer.verdict,
    // Another alternative that is as bad may need nobody else.
    alone: null,
    alternatives: asked.map(({ alternative: { assumed }, answer: { verdict } }) => ({
      assumed,
      verdict,
    })),
    assuming: assumingOf(described, asked, worst, budget),
  };
}

/**
 * Looks for a better verdict among the alternatives in which an assumption holds that nobody can
 * establish.
 */
function assumingOf(
  described: Described,
  asked: readonly Asked[],
  worst: Asked,
  budget: Budget,
): Assuming | null {
  for (const assumed of assumable) {
    if (described[assumed.fact] !== 'unknown') continue;

    const held = asked.filter(
      ({ alternative }) => alternative.assumed[assumed.fact] === assumed.value,
    );
    const best = worstOf(held);
    if (held.some(({ answer }) => answer.stopped !== null)) continue;
    if (!isWorse(worst.answer.verdict, best.answer.verdict)) continue;

    return { assumed, judgement: judgeAlternative(described, best, budget) };
  }
  return null;
}

/** Judges a driver with everything settled. */
function judgeAlternative(
  described: Described,
  { alternative, program, hanging: quick }: Pick<Asked, 'alternative' | 'program' | 'hanging'>,
  budget: Budget,
): Judgement {
  const { description } = alternative;
  const { jobs, foreignDevice } = settled(description);
  const small = smallest(description);
  const reducible = small !== null;
  const assumptions = assumptionsOf(description);
  const assessment = assess(program, budget, assumptions, reducible ? needsAtMost : Infinity);
  const { report } = assessment;

  const reduced = reducible && report.states > needsAtMost && report.stopped === null;
  const names = new Set(assumptions.map(({ name }) => name));
  const asking = reduced ? assessSmall(small, budget, names) : assessment;
  const answered = report.stopped === null && Object.keys(asking.needs).length > 0;
  const size = reduced ? settled(small) : { jobs, foreignDevice };

  const hanging = hangingOf(description, report.promises, quick, budget);
  const whole = judged(described, program, assessment, hanging);
  const hung = needsOfHanging(reduced ? small! : description, hanging, reduced, budget);
  return {
    ...whole,
    alone: aloneVerdict(description, whole.answer, budget),
    spec: specOf(description),
    jobs,
    alternative,
    needsOf: answered ? { ...size.jobs, foreignDevice: size.foreignDevice } : null,
    reduced: answered && reduced,
    needs: reduced ? needsAsWritten(asking.needs) : ({ promise }) => asking.needs[promise] ?? [],
    needsOpen: [...new Set([...openIn(asking), ...openIn(hung)])],
    hangingNeeds: hung.needs,
  };
}

/** The part of a judgement that does not know of descriptions. */
function judged(
  described: Described,
  program: Program,
  assessment: Assessment,
  hanging: Hanging | null,
): Judgement {
  const answer = worstAnswer([
    answerOfAssessment(assessment),
    ...(hanging === null ? [] : [answerOf(hanging.report)]),
  ]);
  return {
    described,
    verdict: answer.verdict,
    answer,
    program,
    spec: null,
    jobs: null,
    assessment,
    findings: [...assessment.report.promises, ...assessment.recovery],
    hanging,
    alone: null,
    alternative: { description: { driver: described.driver }, assumed: {} },
    alternatives: [],
    assuming: null,
    needsOf: null,
    reduced: false,
    needs: ({ promise }) => assessment.needs[promise] ?? [],
    needsOpen: openIn(assessment),
    hangingNeeds: {},
  };
}

/** The verdict of an assessment with both of its searches, with recovery and without. */
function answerOfAssessment({ verdict, report, recovered }: Assessment): Answer {
  const whole = worstAnswer([
    answerOf(report),
    ...(recovered === null ? [] : [answerOf({ ...recovered, verdict: 'finite' })]),
  ]);
  return verdict === 'finite' ? whole : { ...whole, verdict };
}

/** The assumptions of which it is not known whether something rests on them. */
const openIn = ({ unsettled }: Pick<Assessment, 'unsettled'>): readonly string[] => [
  ...new Set(Object.values(unsettled).flat()),
];

/**
 * What is kept where a job may hang for ever, and on what that rests. Where the system is large,
 * the smaller one is asked.
 */
function needsOfHanging(
  description: Description,
  hanging: Hanging | null,
  reduced: boolean,
  budget: Budget,
): Pick<Assessment, 'needs' | 'unsettled'> {
  const asked = reduced && hanging !== null ? hangingOf(description, [], null, budget) : hanging;
  const known = asked !== null && asked.report.stopped === null;
  return known && asked.report.states <= needsAtMost
    ? hangingNeeds(description, asked, budget)
    : { needs: {}, unsettled: {} };
}

/** The needs of a promise by its name as written, without index: those of its first member. */
const needsAsWritten =
  (needs: Assessment['needs']): Judgement['needs'] =>
  ({ promise, of }) => {
    const first = Object.keys(needs).find((name) => name.replace(/\[\d+\]$/, '') === of);
    return needs[first ?? promise] ?? [];
  };

/**
 * The same driver with at most one job of each kind, and without the other device; null where it is
 * as small already.
 */
function smallest(description: Description): Description | null {
  const { jobs, foreignDevice } = settled(description);
  if (jobs.fenced <= 1 && jobs.faulting <= 1 && !foreignDevice) return null;

  const atMostOne = { fenced: Math.min(1, jobs.fenced), faulting: Math.min(1, jobs.faulting) };
  return { ...description, jobs: atMostOne, foreignDevice: false };
}

/** Asks the smaller system what its verdict needs of what the driver itself assumes. */
function assessSmall(small: Description, budget: Budget, assumed: ReadonlySet<string>): Assessment {
  const assumptions = assumptionsOf(small).filter(({ name }) => assumed.has(name));
  return assess(systemOf(small), budget, assumptions);
}

/**
 * Asks again with a quarter of the memory where it could not be had, and so on: then the answer is
 * incomplete, and says so. @throws RangeError below 64 KiB
 */
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
  return { ...judged({ driver: name }, program, assessment, null), spec };
}

/**
 * Promises that are owed in no state: nothing was asked of them, which is a mistake and not a
 * proof.
 */
export const neverPending = ({ findings, answer }: Judgement): readonly string[] =>
  answer.stopped === null
    ? findings.filter(({ pending }) => pending === 0).map(({ promise }) => promise)
    : [];
