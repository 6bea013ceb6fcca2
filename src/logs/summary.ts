import type { EventLines } from './event-lines.ts';
import type { LogFinding } from './finding.ts';
import { bars, quantile, type Histogram } from './histogram.ts';
import type { TaskFinding } from './judge-tasks.ts';
import type { LockFinding } from './lock-finding.ts';
import * as of from './objects.ts';
import { find, pastOf, word } from './objects.ts';
import type { LogRead } from './read-log.ts';
import { namesOf } from './state-sets.ts';
import { nameOf, type Kind, type Tracker } from './tracker.ts';
import type { Unjudged } from './trouble.ts';
import { unfinishedOf, type Unfinished } from './unfinished.ts';
import type { LogRule } from './vocabulary.ts';
import { waiting, type Wait } from './waits.ts';

/**
 * What a person wants to know of a log: data, ready to be written in any form. Times are
 * nanoseconds.
 */
export type Summary = {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly counts: {
    readonly lines: number;
    readonly bytes: number;
    readonly ours: number;
    readonly others: number;
    readonly unread: number;
    readonly foreign: number;
    readonly lost: number;
  };
  readonly notes: readonly string[];
  readonly span: { readonly from: number; readonly to: number; readonly cpus: number } | null;
  readonly events: readonly { readonly name: string; readonly count: number }[];
  readonly lines: readonly {
    readonly label: string;
    readonly events: number;
    readonly finished: number;
    readonly unfinished: number;
    readonly outOfOrder: number;
  }[];
  /**
   * Not seen to finish, though a later one of the same line of work was: the end is missing from
   * the log.
   */
  readonly endNotSeen: number;
  readonly unfinished: {
    readonly count: number;
    readonly oldest: readonly {
      readonly object: string;
      readonly states: readonly string[];
      readonly age: number;
      readonly line: number;
    }[];
  };
  readonly slowest: readonly {
    readonly object: string;
    readonly took: number;
    readonly from: number;
    readonly line: number;
  }[];
  readonly latencies: readonly Latency[];
  readonly waits: {
    readonly count: number;
    readonly stuck: readonly WaitOf[];
    readonly longest: readonly WaitOf[];
  };
  readonly needs: readonly { readonly from: string; readonly to: string; readonly line: number }[];
  readonly gaps: { readonly count: number; readonly first: readonly LogFinding[] };
  readonly broken: readonly {
    readonly rule: string;
    readonly count: number;
    readonly says: string;
    readonly source: string;
  }[];
  readonly findings: readonly LogFinding[];
  readonly locks: readonly LockFinding[];
  readonly tasks: readonly TaskFinding[];
  /** Lines that look like trouble and that nothing here can judge; `more` were too many to list. */
  readonly unjudged: { readonly list: readonly Unjudged[]; readonly more: number };
};

/** How long one kind of object took between two of its events. All durations are nanoseconds. */
export type Latency = {
  readonly of: string;
  readonly what: string;
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly p99: number;
  readonly most: number;
  readonly bars: readonly { readonly from: number; readonly count: number }[];
};
type WaitOf = {
  readonly task: string;
  readonly object: string;
  readonly states: readonly string[];
  readonly took: number;
  readonly line: number;
};

/** Rows of a list that are shown. */
const shown = 20;

/** What a log shows, from what was read of it. */
export function summarize(read: LogRead, rules: Readonly<Record<string, LogRule>>): Summary {
  const { events, kernel } = read;
  const { tracker, seen } = events;
  const tasks = kernel.tasks();
  const unfinished = unfinishedOf(tracker);
  return {
    name: read.name,
    kinds: read.kinds,
    counts: {
      lines: read.lines,
      bytes: read.bytes,
      ours: seen.ours,
      others: seen.others,
      unread: seen.unread,
      foreign: read.foreign,
      lost: seen.lost,
    },
    notes: [...read.notes, ...outOfOrderNote(tracker)],
    span: Number.isFinite(seen.first)
      ? { from: seen.first, to: seen.last, cpus: [...seen.cpus].filter((cpu) => cpu >= 0).length }
      : null,
    events: eventCounts(events),
    lines: linesOfWork(tracker, unfinished),
    endNotSeen: unfinished.endNotSeen,
    unfinished: { count: unfinished.count, oldest: oldestOf(read, unfinished) },
    slowest: tracker.slow.map(({ name, from, to, line }) => ({
      object: name,
      took: to - from,
      from,
      line,
    })),
    latencies: tracker.kinds.flatMap(latenciesOf),
    waits: waitsOf(events),
    needs: [...events.needs.of.values()]
      .flatMap((edges) => [...edges.values()])
      .slice(0, shown)
      .map(({ from, to, line }) => ({ from, to, line })),
    gaps: tracker.gaps,
    broken: brokenRules(read, tasks, rules),
    findings: [...tracker.findings, ...kernel.warnings],
    locks: kernel.locks,
    tasks,
    unjudged: kernel.unjudged(),
  };
}

/** Whether anything is broken. */
export const isBroken = ({ broken }: Summary): boolean => broken.length > 0;

/** Whether everything that looks like trouble was understood. */
export const isUnderstood = ({ unjudged }: Summary): boolean =>
  unjudged.list.length + unjudged.more === 0;

/** What is said of a log in which nothing is broken, and all that looks like trouble is understood. */
export const noneBroken = ({ counts, locks, tasks, findings }: Summary): string =>
  counts.ours + locks.length + tasks.length + findings.length > 0
    ? 'Nothing broken'
    : 'There is nothing to judge in this log: no known event, no report, and no sign of trouble';

const outOfOrderNote = ({ outOfOrder }: Tracker): string[] =>
  outOfOrder === 0
    ? []
    : [
        `${outOfOrder} signals out of the order of their seqnos: allowed, where somebody polled the later one first`,
      ];

const eventCounts = ({ points }: EventLines): Summary['events'] =>
  [...points.values()]
    .filter((point) => point.count > 0)
    .map((point) => ({ name: point.name.toString('latin1'), count: point.count }))
    .sort((one, other) => other.count - one.count);

const linesOfWork = (
  { labels, perLabel }: Tracker,
  { perLabel: unfinished }: Unfinished,
): Summary['lines'] =>
  labels
    .map((label, index) => ({
      label,
      events: perLabel[index * 4 + 3]!,
      finished: perLabel[index * 4 + 1]!,
      unfinished: unfinished[index]!,
      outOfOrder: perLabel[index * 4 + 2]!,
    }))
    .filter((line) => line.events > 0)
    .sort((one, other) => other.events - one.events);

const oldestOf = (
  { events: { tracker, seen } }: LogRead,
  { oldest }: Unfinished,
): Summary['unfinished']['oldest'] =>
  oldest.slice(0, shown).map(({ slot, since }) => ({
    object: nameOf(tracker, slot),
    states: statesOf(tracker, slot),
    age: seen.last - since,
    line: pastOf(tracker.store, slot)[0]?.line ?? 0,
  }));

/** The states that an object may be in; none where it is not known. */
const statesOf = ({ store, kinds }: Tracker, slot: number): string[] =>
  slot < 0 ? [] : namesOf(kinds[word(store, slot, of.kind)]!, word(store, slot, of.set));

function waitsOf({ waits, tracker, seen }: EventLines): Summary['waits'] {
  return {
    count: waits.count,
    stuck: waiting(waits)
      .slice(0, shown)
      .map((wait) => waitOf(tracker, wait, seen.last)),
    longest: waits.longest.map((wait) => waitOf(tracker, wait, wait.until)),
  };
}

function waitOf(tracker: Tracker, wait: Wait, until: number): WaitOf {
  const { keys, title } = tracker.kinds[wait.kind]!.kind;
  const numbers = [wait.a, wait.b, wait.c];
  const slot = find(tracker.store, wait.kind, wait.a, wait.b, wait.c);
  return {
    task: `${wait.comm === '' ? 'task' : wait.comm}:${wait.task}`,
    object:
      slot >= 0
        ? nameOf(tracker, slot)
        : `${title} ${keys.map((key, index) => `${key} ${numbers[index]}`).join(' ')}`,
    states: statesOf(tracker, slot),
    took: until - wait.time,
    line: wait.line,
  };
}

/** How often each rule is broken, the most frequent first. */
function brokenRules(
  { events, kernel }: LogRead,
  tasks: readonly TaskFinding[],
  rules: Readonly<Record<string, LogRule>>,
): Summary['broken'] {
  const counts = new Map(events.tracker.broken);
  for (const { rule, oneOf } of [...kernel.locks, ...kernel.warnings, ...tasks]) {
    const key = oneOf === undefined ? rule : oneOf.join(' or ');
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const textOf = (key: string, part: 'says' | 'source'): string =>
    key
      .split(' or ')
      .map((rule) => rules[rule]?.[part] ?? '')
      .join(' Or: ');
  return [...counts]
    .map(([rule, count]) => ({
      rule,
      count,
      says: textOf(rule, 'says'),
      source: textOf(rule, 'source'),
    }))
    .sort((one, other) => other.count - one.count);
}

const latenciesOf = ({ kind: { title }, latency: { wait, run, whole } }: Kind): Latency[] =>
  [
    latency(title, 'queue to run', wait),
    latency(title, 'run to done', run),
    latency(title, 'begin to end', whole),
  ].filter((measured) => measured !== null);

function latency(of: string, what: string, histogram: Histogram): Latency | null {
  if (histogram.count === 0) return null;
  return {
    of,
    what,
    count: histogram.count,
    median: quantile(histogram, 0.5),
    p90: quantile(histogram, 0.9),
    p99: quantile(histogram, 0.99),
    most: histogram.most,
    bars: bars(histogram),
  };
}
