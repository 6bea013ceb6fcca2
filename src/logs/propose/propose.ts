import type { Evidence } from '../kernel-lines.ts';
import type { LockReport } from '../lock-report.ts';
import { isSameObject, lockSentence } from '../lock-text.ts';
import type { LogSpec } from '../vocabulary.ts';
import { sketchCycle } from './cycle.ts';
import { identifier, identifiers } from './identifiers.ts';
import { sketchRecursion } from './recursion.ts';
import { contradiction, sketch, type Proposal, type Sketch } from './sketch.ts';
import { sketchTasks } from './tasks.ts';
import { sketchEvents } from './events.ts';
import { sketchSleeping } from './sleeps.ts';
import {
  sketchContext,
  sketchInconsistent,
  sketchInterruptOrder,
  sketchRelease,
  sketchScenario,
} from './usage.ts';

/**
 * Every report of a log as a file of threads, or why there is none: in the order of the log.
 * @param isReserved words that no name may be
 */
export function proposals(
  evidence: Evidence,
  spec: LogSpec,
  isReserved: (name: string) => boolean,
): Proposal[] {
  const fresh = (): Sketch => sketch(identifiers(isReserved));
  const locks = evidence.locks.map((report): Proposal => {
    const made = fresh();
    const why = sketchLocks(report, evidence, spec, made);
    const ring = report.chain.length > 0 ? report.chain : [report.taken, report.held];
    const names = [
      ...new Set(ring.flatMap((lock) => (lock === null ? [] : [identifier(lock.name)]))),
    ];
    return {
      line: report.line,
      title: `a lock report (${report.kind})`,
      words: [spec.proposals.words.locks, ...names.slice(0, 4)],
      says: lockSentence(
        report,
        report.chain.map(({ name }) => name),
      ),
      answer: made.isPart || report.scenario.length > 0 ? null : answerTo(report, spec),
      ...(why === null ? { sketch: made } : { why }),
    };
  });
  const waits = evidence.waits.map((report) => sketchEvents(report, spec, fresh()));
  const sleeps = evidence.sleeps.map((report) => sketchSleeping(report, spec, fresh()));
  const tasks = sketchTasks(evidence, spec, fresh());
  return [...locks, ...waits, ...sleeps, ...(tasks === null ? [] : [tasks])]
    .map(consistent)
    .sort((one, other) => one.line - other.line);
}

function consistent(proposal: Proposal): Proposal {
  if (!('sketch' in proposal)) return proposal;
  const { sketch: made, ...rest } = proposal;
  const why = contradiction(made);
  return why === null ? proposal : { ...rest, why };
}

/** Two objects of one class are two locks of a file: then it is another kind of report. */
const answerTo = (report: LockReport, { proposals: { answers } }: LogSpec): string | null =>
  report.kind === 'recursive' && !isSameObject(report) ? null : (answers[report.kind] ?? null);

function sketchLocks(
  report: LockReport,
  evidence: Evidence,
  spec: LogSpec,
  made: Sketch,
): string | null {
  if (report.scenario.length > 0) return sketchScenario(report, spec, made);
  switch (report.kind) {
    case 'circular':
      return sketchCycle(report, evidence, spec, made);
    case 'recursive':
      return sketchRecursion(report, evidence, spec, made);
    case 'inconsistent':
      return sketchInconsistent(report, spec, made);
    case 'irq order':
    case 'irq inversion':
      return sketchInterruptOrder(report, spec, made);
    case 'wait context':
      return sketchContext(report, spec, made);
    case 'unlock balance':
    case 'held at exit':
      return sketchRelease(report, spec, made);
  }
}

/** The newest version of a file that is not newer than the kernel; the oldest for older ones. */
export function nearestVersion(
  version: string | null,
  { proposals: { versions } }: LogSpec,
): string | null {
  if (version === null) return null;
  const number = (text: string): number => {
    const [major = 0, minor = 0] = text.split('.').map(Number);
    return major * 1000 + minor;
  };
  return versions.findLast((known) => number(known) <= number(version)) ?? versions[0] ?? null;
}
