import { deptHeading, deptLine, judgeDept, type DeptReport } from './dept.ts';
import type { LogFinding } from './finding.ts';
import { judgeTasks, type TaskFinding } from './judge-tasks.ts';
import type { LockFinding } from './lock-finding.ts';
import { judgeLocks } from './lock-order.ts';
import {
  beginningOf,
  headingOf,
  readLockReport,
  type LockReport,
  type LockReportKind,
  type ReportLine,
} from './lock-report.ts';
import { addLine, judgeSleeping, sleepingAt, type Sleeping } from './sleeping.ts';
import { readTasks, type Task, type TaskStacks } from './task-stacks.ts';
import { ledger, troubleTest, type Ledger, type Unjudged } from './trouble.ts';
import type { LogSpec, TroubleKind } from './vocabulary.ts';
import { judgeWarning, readWarning, stoppedIn, versionOf, type Warning } from './warnings.ts';
import { wholeLines, type WholeLine } from './whole-lines.ts';
import { beginsList, readQueues, type Workqueue, type Workqueues } from './workqueues.ts';

/**
 * What a kernel log reports: broken lock order, tasks that hang, warnings, and trouble that nobody
 * here can judge.
 */
export type KernelLines = {
  /** One line that is no event. */
  readonly take: (text: string, line: number) => void;
  readonly end: () => void;
  readonly locks: readonly LockFinding[];
  readonly warnings: readonly LogFinding[];
  /** After the end. */
  readonly tasks: () => readonly TaskFinding[];
  readonly unjudged: () => { readonly list: readonly Unjudged[]; readonly more: number };
  readonly seen: KernelSeen;
  /** What the findings rest on, after the end. */
  readonly evidence: () => Evidence;
};

/** Reports as they were read, for whoever writes them down as threads. */
export type Evidence = {
  readonly locks: readonly LockReport[];
  readonly waits: readonly DeptReport[];
  readonly sleeps: readonly Sleeping[];
  readonly tasks: ReadonlyMap<string, Task>;
  readonly queues: ReadonlyMap<string, Workqueue>;
  /** Of the kernel that printed it: `6.12`. */
  readonly version: string | null;
};

type KernelSeen = {
  reports: number;
  tasks: number;
  warnings: number;
  stamped: number;
  /** Lines that look like trouble. */
  troubles: number;
  /** Lines that are part of nothing. */
  foreign: number;
};

/** Lines of one report, at most: a chain of twenty locks has some hundred. */
const longest = 4000;
const mostFindings = 500;
/** Lines after a warning or a BUG that may name its function and its kernel. */
const mostLinesOfHead = 40;
/** Lines in which a sentence and the warning that prints it are one event. */
const oneEvent = 6;

type OpenLockReport = {
  readonly kind: LockReportKind;
  readonly line: number;
  readonly first: string;
  readonly caller: string | null;
  readonly lines: ReportLine[];
  readonly troubles: number[];
};

type Stopped = { readonly warning: Warning; readonly line: number; readonly text: string };

type Reading = {
  readonly spec: LogSpec;
  readonly ledger: Ledger;
  readonly locks: LockFinding[];
  readonly warnings: LogFinding[];
  readonly tasks: TaskStacks;
  readonly queues: Workqueues;
  readonly seen: KernelSeen;
  readonly lockReports: LockReport[];
  readonly deptReports: DeptReport[];
  readonly sleeps: Sleeping[];
  judgedTasks: readonly TaskFinding[];
  report: OpenLockReport | null;
  dept: DeptReport | null;
  sleeping: Sleeping | null;
  stopped: Stopped | null;
  /** Of the kernel that prints, where it said so. */
  version: string | null;
  /** Headings under which there was no report. */
  readonly mentions: { readonly kind: LockReportKind; readonly lines: readonly number[] }[];
  lastSentence: { readonly rule: string; readonly line: number } | null;
};

/** A reader of kernel logs, before the first line. */
export function kernelLines(spec: LogSpec): KernelLines {
  const reading: Reading = {
    spec,
    ledger: ledger(spec.trouble),
    locks: [],
    warnings: [],
    tasks: readTasks(),
    queues: readQueues(),
    lockReports: [],
    deptReports: [],
    sleeps: [],
    seen: { reports: 0, tasks: 0, warnings: 0, stamped: 0, troubles: 0, foreign: 0 },
    judgedTasks: [],
    report: null,
    dept: null,
    sleeping: null,
    stopped: null,
    version: null,
    mentions: [],
    lastSentence: null,
  };
  const whole = wholeLines((line) => takeLine(reading, line), troubleTest(spec.trouble));
  return {
    locks: reading.locks,
    warnings: reading.warnings,
    seen: reading.seen,
    tasks: () => reading.judgedTasks,
    unjudged: () => ({ list: reading.ledger.unjudged(), more: reading.ledger.more() }),
    take: whole.line,
    evidence: () => ({
      locks: reading.lockReports,
      waits: reading.deptReports,
      sleeps: reading.sleeps,
      tasks: reading.tasks.tasks,
      queues: reading.queues.queues,
      version: reading.version,
    }),
    end: () => {
      whole.end();
      closeAll(reading);
      reading.seen.tasks = reading.tasks.tasks.size;
      reading.judgedTasks = judgeTasks(reading.tasks.tasks, spec.reports, spec.rules);
      for (const { explains } of reading.judgedTasks) reading.ledger.judge(explains);
    },
  };
}

function takeLine(reading: Reading, whole: WholeLine): void {
  const { seen, ledger: troubles } = reading;
  const { text, line } = whole;
  if (whole.stamped) seen.stamped++;
  reading.version = versionOf(text) ?? reading.version;
  // The locks and works of other tasks are no part of the report before.
  const isQueue = reading.queues.take(text);
  if (isQueue || beginsList.test(text)) closeLocks(reading);
  const kind = troubles.see(text, line);
  if (kind !== null) seen.troubles++;
  const isPart =
    deptPart(reading, whole, kind) ||
    lockHeading(reading, whole, kind) ||
    sentence(reading, whole) ||
    assertion(reading, whole, kind) ||
    sleepingPart(reading, whole, kind) ||
    taskPart(reading, whole, kind) ||
    lockPart(reading, whole, kind);
  if (!isPart && kind === null) seen.foreign += whole.parts;
}

/** What was open ends here: another report begins. Tasks of which others speak stay open. */
function closeAll(reading: Reading, caller: string | null = null): void {
  closeLocks(reading);
  closeDept(reading);
  closeSleeping(reading);
  closeStopped(reading);
  reading.tasks.leave(caller);
}

/** Keeps a finding, and counts the lines that it explains as judged. */
function addFinding(reading: Reading, finding: LogFinding, lines: readonly number[]): void {
  reading.seen.warnings++;
  if (reading.warnings.length < mostFindings) reading.warnings.push(finding);
  reading.ledger.judge(lines);
}

// Reports of waits and events.

function deptPart(reading: Reading, { text, line }: WholeLine, kind: TroubleKind | null): boolean {
  const opened = deptHeading(text, line, reading.dept !== null);
  if (opened !== null) {
    closeAll(reading);
    reading.dept = opened;
  }
  const { dept } = reading;
  if (dept === null) return false;
  if (kind !== null && kind.part !== 'dept' && !/DEADLOCK/.test(text)) {
    closeDept(reading);
    return false;
  }
  if (kind !== null) dept.troubles.push(line);
  if (opened !== null || deptLine(dept, text)) return true;
  closeDept(reading);
  return false;
}

function closeDept(reading: Reading): void {
  const { dept, spec } = reading;
  reading.dept = null;
  if (dept === null) return;
  const finding = judgeDept(dept, spec.reports, spec.rules);
  if (finding === null) return;
  addFinding(reading, finding, dept.troubles);
  if (reading.deptReports.length < mostFindings) reading.deptReports.push(dept);
}

// Reports of the lock checker.

function lockHeading(reading: Reading, whole: WholeLine, kind: TroubleKind | null): boolean {
  const { text, line, caller } = whole;
  const heading = headingOf(text) ?? cutHeading(reading, text);
  if (heading === null) return false;
  closeAll(reading, caller);
  reading.report = {
    kind: heading,
    line,
    first: text.trim(),
    caller,
    lines: [{ text, line }],
    troubles: kind === null ? [] : [line],
  };
  return true;
}

/** A line of a report whose heading was not copied. */
function cutHeading({ report }: Reading, text: string): LockReportKind | null {
  const kind = beginningOf(text);
  if (kind === null || report === null) return kind;
  // Of an open report these are the lines that follow its heading; twice is another report.
  return /is trying to \w+/.test(text) &&
    report.lines.some((other) => /is trying to \w+/.test(other.text))
    ? kind
    : null;
}

/** Whether a line comes from another task or CPU than an open report, as both lines say. */
const printsElsewhere = (report: OpenLockReport, caller: string | null): boolean =>
  report.caller !== null && caller !== null && caller !== report.caller;

function lockPart(
  reading: Reading,
  { text, line, caller }: WholeLine,
  kind: TroubleKind | null,
): boolean {
  const { report } = reading;
  if (report === null) return false;
  // Another CPU's words in between.
  if (printsElsewhere(report, caller)) return false;
  if (kind?.part === 'lock report') report.troubles.push(line);
  else if (kind !== null) {
    if (report.lines.some((other) => other.text.includes('stack backtrace:'))) closeLocks(reading);
    return false;
  }
  report.lines.push({ text, line });
  if (report.lines.length >= longest) closeLocks(reading);
  return true;
}

function closeLocks(reading: Reading): void {
  const { report, spec, locks } = reading;
  reading.report = null;
  if (report === null) return;
  const read = readLockReport(report.kind, report.lines);
  if (read === null) {
    reading.mentions.push({ kind: report.kind, lines: report.troubles });
    return;
  }
  reading.seen.reports++;
  reading.ledger.judge(report.troubles);
  // The subject of a mail names the report that follows.
  for (const { kind, lines } of reading.mentions)
    if (kind === report.kind) reading.ledger.judge(lines);
  if (locks.length >= mostFindings) return;
  locks.push(judgeLocks(read, report.first, spec.reports, spec.rules));
  reading.lockReports.push(read);
}

// Assertions in the kernel's code.

function sentence(reading: Reading, { text, line }: WholeLine): boolean {
  const { reports, rules } = reading.spec;
  const known = reports.sentences.find(({ has }) => text.includes(has));
  if (known === undefined) return false;
  const { rule } = known;
  reading.lastSentence = { rule, line };
  addFinding(reading, { rule, line, text: text.trim(), says: rules[rule]!.says }, [line]);
  return true;
}

function assertion(reading: Reading, { text, line }: WholeLine, kind: TroubleKind | null): boolean {
  learnMore(reading, text, line);
  if (kind === null) return false;
  const warning = readWarning(text, reading.version);
  if (warning === null) return false;
  closeAll(reading);
  reading.stopped = { warning, line, text: text.trim() };
  if (isComplete(warning)) closeStopped(reading);
  return true;
}

/**
 * A BUG prints its file first and its function some lines later; both print the version of the
 * kernel later.
 */
function learnMore(reading: Reading, text: string, line: number): void {
  const { stopped } = reading;
  if (stopped === null) return;
  const warning = {
    ...stopped.warning,
    in: stopped.warning.in ?? stoppedIn(text),
    version: stopped.warning.version ?? versionOf(text),
  };
  reading.stopped = { ...stopped, warning };
  if (isComplete(warning) || line - stopped.line > mostLinesOfHead) closeStopped(reading);
}

const isComplete = ({ in: name, version }: Warning): boolean => name !== null && version !== null;

function closeStopped(reading: Reading): void {
  const { stopped } = reading;
  reading.stopped = null;
  if (stopped !== null) judgeAssertion(reading, stopped);
}

function judgeAssertion(reading: Reading, { warning, line, text }: Stopped): void {
  const { lastSentence, spec, ledger: troubles } = reading;
  const finding = judgeWarning(warning, line, text, spec.reports, spec.rules);
  if (finding === null) return;
  // The sentence and the warning around it are one event.
  const isSaid =
    lastSentence !== null &&
    line - lastSentence.line <= oneEvent &&
    (finding.rule === lastSentence.rule || finding.oneOf?.includes(lastSentence.rule) === true);
  if (isSaid) troubles.judge([line]);
  else addFinding(reading, finding, [line]);
}

// Functions that sleep where nobody may.

function sleepingPart(
  reading: Reading,
  { text, line }: WholeLine,
  kind: TroubleKind | null,
): boolean {
  const opened = sleepingAt(text, line);
  if (opened !== null) {
    closeAll(reading);
    reading.sleeping = opened;
    return true;
  }
  if (reading.sleeping === null) return false;
  if (kind !== null) {
    closeSleeping(reading);
    return false;
  }
  addLine(reading.sleeping, text, line);
  return true;
}

function closeSleeping(reading: Reading): void {
  const { sleeping, spec } = reading;
  reading.sleeping = null;
  if (sleeping === null) return;
  if (reading.sleeps.length < mostFindings) reading.sleeps.push(sleeping);
  const finding = judgeSleeping(sleeping, spec.reports, spec.rules);
  if (finding !== null) addFinding(reading, finding, [sleeping.line]);
}

// Tasks.

/** Whether a line begins what is neither about tasks nor about locks, nor stands in a call trace. */
const isOtherTrouble = (kind: TroubleKind | null): boolean =>
  kind !== null && kind.alone === undefined && kind.part !== 'task' && kind.part !== 'lock report';

function taskPart(
  reading: Reading,
  { text, line, caller }: WholeLine,
  kind: TroubleKind | null,
): boolean {
  const { tasks, report, ledger: troubles } = reading;
  const isTask = kind?.part === 'task';
  const isPartOfTrace = kind?.alone !== undefined;
  if (isOtherTrouble(kind)) tasks.leave(caller);
  const isElsewhere = report !== null && printsElsewhere(report, caller);
  if (isTask && !isElsewhere) closeLocks(reading);
  // The locks that are held belong to an open report.
  if (report !== null && !isTask && !isElsewhere) return false;
  const isTaken = tasks.take(text, line, caller, isTask);
  // A call trace of a task that is known is judged by the rules of call traces.
  if (isTaken && isPartOfTrace && kind.part === undefined) troubles.judge([line]);
  return isTaken;
}
