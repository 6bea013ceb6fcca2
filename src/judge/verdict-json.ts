import type { Alternative } from '../../machines/description/alternatives.ts';
import type { Finding, Run, Verdict, Wait } from '../check/finding.ts';
import type { Chosen } from '../check/verdict.ts';
import { inWords } from '../check/waits.ts';
import type { Hanging } from './hanging.ts';
import type { Assuming, Judgement } from './judge.ts';
import { notSaid, type NotSaid } from './not-said.ts';
import { isDecided, type Stopped } from './outcome.ts';
import type { Remedies, Remedy } from './remedies.ts';

/**
 * What `check --json` prints of a driver. The order of the keys is part of it: same input, same
 * bytes.
 */
export type VerdictJson = {
  readonly schema: 2;
  readonly version: string;
  /** Of the system with hang recovery. */
  readonly digest: string;
  /**
   * Of the same system without hang recovery: what `states` and `edges` count, and what `paths` and
   * `export` name. The same as `digest` where nobody recovers.
   */
  readonly digestWithoutRecovery: string;
  readonly driver: string;
  readonly verdict: Verdict;
  /**
   * Whether the whole search can give no other verdict: false where one ended early and what it
   * left could be worse.
   */
  readonly decided: boolean;
  readonly promises: readonly PromiseJson[];
  /** `holds` is null where the search ended before it was broken. */
  readonly invariants: readonly {
    readonly name: string;
    readonly holds: boolean | null;
    readonly run: readonly string[];
    readonly needs: readonly string[];
  }[];
  readonly states: number;
  readonly edges: number;
  /** The verdict of the same system with hang recovery; null where nobody recovers. */
  readonly recovered: Verdict | null;
  /**
   * What is found where a job may hang on the hardware for ever and what hang recovery does counts;
   * null where that was not asked: no job has a fence, or a fence is in deadlock already.
   */
  readonly hanging: HangingJson | null;
  /**
   * The better verdict of the driver by itself, where it hangs only together with another driver
   * that waits for fences in reclaim; null where it needs no other, or that is not known.
   */
  readonly alone: Verdict | null;
  /** What was taken for each fact that is unknown; null where all is known. */
  readonly alternative: Alternative['assumed'] | null;
  /** The verdict of every alternative. */
  readonly alternatives: Judgement['alternatives'];
  /**
   * The better verdict under an assumption about a fact that nobody can establish; null where there
   * is none.
   */
  readonly assuming: AssumingJson | null;
  /**
   * The system that was asked for `needs`, smaller than the driver's own where that is large; null
   * where none was asked.
   */
  readonly needsOf: Judgement['needsOf'];
  /**
   * Assumptions of which it is not known whether they are needed: the search without them ended
   * early.
   */
  readonly needsOpen: readonly string[];
  /** Single changes that make it finite. */
  readonly remedies: readonly Remedy[];
  /** Single changes of which it is not known whether they do: their search ended early. */
  readonly remediesOpen: readonly Remedy[];
  /** Why a search ended early on which the verdict rests; null where none did. */
  readonly stopped: Stopped;
  /**
   * Classes of hangs that were fixed upstream and that the description says nothing about, each
   * with what would ask it; empty for a system of somebody's own.
   */
  readonly notSaid: readonly NotSaid[];
  readonly neverFired: readonly string[];
  readonly leftOut: readonly { readonly step: string; readonly lacks: string }[];
  /**
   * Which engine searched the system without recovery, why it, and how many states it found, in
   * decimal digits.
   */
  readonly engine: Chosen;
};

/** What `check --json` prints of a promise. */
export type PromiseJson = {
  readonly name: string;
  readonly verdict: Verdict;
  /** States in which it is owed; 0: nothing was asked of it. */
  readonly pending: number;
  /** With hang recovery. */
  readonly recovered: Verdict | null;
  readonly needs: readonly string[];
  readonly run: readonly string[];
  readonly sealed: number | null;
  readonly cycle: readonly string[];
  readonly loop: readonly string[];
  readonly starves: readonly string[];
  readonly favours: readonly string[];
  /** Whether the verdict is sure and the search ended before all that shows it was found. */
  readonly cut: boolean;
  /**
   * The cycle as data: who waits, where it stands, for whom, and the text that says so. `cycle` of
   * a chain that closes on nothing ends at its end.
   */
  readonly waits: readonly Wait[];
  readonly closes: number | null;
};

/** The answer to the third question, whose runs are of a system of its own. */
type HangingJson = {
  readonly digest: string;
  readonly verdict: Verdict;
  readonly promises: readonly Omit<PromiseJson, 'recovered'>[];
  readonly states: number;
  readonly edges: number;
  readonly stopped: Stopped;
};

/** A verdict under an assumption. */
type AssumingJson = {
  readonly fact: string;
  readonly value: string;
  readonly verdict: Verdict;
  /** What the kept promises then rest on, the assumption itself left out. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
};

const steps = (run: Run): string[] => run.map(({ step }) => step);

const cycleOf = ({ waits }: Finding): string[] =>
  waits === null ? [] : inWords(waits).split(' → ');

/** Nothing was asked about what would help. */
const noRemedies: Remedies = { helps: [], open: [], tooLarge: false };

/** A judgement as data. @param version of this package */
export function toJson(
  judgement: Judgement,
  version: string,
  remedies: Remedies = noRemedies,
): VerdictJson {
  const { described, program, alternative, alternatives, needs, findings, assessment } = judgement;
  const { report, recovered } = assessment;
  return {
    schema: 2,
    version,
    digest: program.digest,
    digestWithoutRecovery: report.digest,
    driver: described.driver,
    verdict: judgement.verdict,
    decided: isDecided(judgement.answer),
    promises: findings.map((finding) => promiseJson(judgement, finding)),
    states: report.states,
    edges: report.edges,
    recovered: recovered?.verdict ?? null,
    hanging: judgement.hanging === null ? null : hangingJson(judgement, judgement.hanging),
    alone: judgement.alone,
    alternative: alternatives.length === 0 ? null : alternative.assumed,
    alternatives,
    assuming: judgement.assuming === null ? null : assumingJson(judgement.assuming),
    needsOf: judgement.needsOf,
    needsOpen: judgement.needsOpen,
    invariants: (recovered ?? report).invariants.map(({ invariant, of: written, holds, run }) => ({
      name: invariant,
      holds,
      run: steps(run),
      needs: holds === true ? needs({ promise: invariant, of: written }) : [],
    })),
    remedies: remedies.helps,
    remediesOpen: remedies.open,
    stopped: judgement.answer.stopped,
    notSaid: judgement.jobs === null ? [] : notSaid(described),
    neverFired: report.neverFired,
    leftOut: program.leftOut,
    engine: assessment.engine,
  };
}

function promiseJson({ assessment, needs }: Judgement, finding: Finding): PromiseJson {
  const withRecovery = assessment.recovered?.promises.find(
    ({ promise }) => promise === finding.promise,
  );
  const { name, verdict, pending, ...evidence } = findingJson(finding);
  return {
    name,
    verdict,
    pending,
    recovered: withRecovery?.verdict ?? null,
    needs: verdict === 'finite' ? needs(finding) : [],
    ...evidence,
  };
}

function hangingJson({ hangingNeeds }: Judgement, { program, report }: Hanging): HangingJson {
  return {
    digest: program.digest,
    verdict: report.verdict,
    promises: report.promises.map((finding) => ({
      ...findingJson(finding),
      needs: hangingNeeds[finding.promise] ?? [],
    })),
    states: report.states,
    edges: report.edges,
    stopped: report.stopped,
  };
}

/** A finding with its evidence. */
function findingJson(finding: Finding): Omit<PromiseJson, 'recovered' | 'needs'> {
  return {
    name: finding.promise,
    verdict: finding.verdict,
    pending: finding.pending,
    run: steps(finding.run),
    sealed: finding.sealed,
    cycle: cycleOf(finding),
    loop: steps(finding.loop),
    starves: finding.starves,
    favours: finding.favours,
    cut: finding.cut,
    waits: finding.waits?.chain ?? [],
    closes: finding.waits?.closes ?? null,
  };
}

function assumingJson({ assumed: { fact, value }, judgement }: Assuming): AssumingJson {
  const { verdict, findings, needs } = judgement;
  const kept = findings.filter((finding) => finding.verdict === 'finite');
  const assumption = `${fact} ${value}`;
  return {
    fact,
    value,
    verdict,
    needs: Object.fromEntries(
      kept.map((finding) => [
        finding.promise,
        needs(finding).filter((name) => name !== assumption),
      ]),
    ),
  };
}
