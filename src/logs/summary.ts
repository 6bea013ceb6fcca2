import type { LogFinding } from './finding.ts';
import { bars, quantile, type Histogram } from './histogram.ts';
import type { TaskFinding } from './hung-tasks.ts';
import type { LockFinding } from './lock-order.ts';
import * as of from './objects.ts';
import { find, flag, keyOf, pastOf, real, word } from './objects.ts';
import type { LogRead } from './read-log.ts';
import { namesOf } from './state-sets.ts';
import { nameOf } from './tracker.ts';
import type { LogRule } from './vocabulary.ts';
import { waiting } from './waits.ts';

/** What a person wants to know of a log: data, ready to be written in any form. Times are nanoseconds. */
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
  /** Not seen to finish, though a later one of the same line of work was: the end is missing from the log. */
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
};

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

const shown = 20;

export function summarize(read: LogRead, rules: Readonly<Record<string, LogRule>>): Summary {
  const { events, kernel } = read;
  const { tracker, seen } = events;
  const { store, kinds, labels, perLabel } = tracker;
  const unfinishedOf = new Float64Array(labels.length);
  const unfinished: { slot: number; since: number }[] = [];
  let count = 0;
  let endNotSeen = 0;
  const latest = latestFinished(read);
  for (let slot = 0; slot < store.top; slot++) {
    if (word(store, slot, of.set) === 0 || word(store, slot, of.count) === 0) continue;
    const kind = kinds[word(store, slot, of.kind)]!;
    // What may be over is not said to be unfinished; what is shared is several.
    if (
      (word(store, slot, of.flags) & (flag.finished | flag.shared)) !== 0 ||
      (kind.widen[word(store, slot, of.set)]! & kind.finished & word(store, slot, of.set)) !== 0
    )
      continue;
    const later =
      kind.kind.rises === undefined ? undefined : latest.get(keyOf(store, slot, 0) * 256 + kind.at);
    if (later !== undefined && ((later - keyOf(store, slot, 1)) | 0) > 0) {
      endNotSeen++;
      continue;
    }
    count++;
    unfinishedOf[word(store, slot, of.label)]!++;
    unfinished.push({
      slot,
      since: since(
        real(store, slot, of.queued),
        real(store, slot, of.running),
        real(store, slot, of.begun),
      ),
    });
    if (unfinished.length > 100_000) {
      unfinished.sort((one, other) => one.since - other.since);
      unfinished.length = 50_000;
    }
  }
  unfinished.sort((one, other) => one.since - other.since);
  const end = seen.last;
  const statesOf = (slot: number): string[] =>
    slot < 0 ? [] : namesOf(kinds[word(store, slot, of.kind)]!, word(store, slot, of.set));
  const waitOf = (
    wait: {
      task: number;
      comm: string;
      kind: number;
      a: number;
      b: number;
      c: number;
      time: number;
      line: number;
    },
    until: number,
  ): WaitOf => {
    const kind = kinds[wait.kind]!;
    const slot = find(store, wait.kind, wait.a, wait.b, wait.c);
    return {
      task: `${wait.comm === '' ? 'task' : wait.comm}:${wait.task}`,
      object:
        slot >= 0
          ? nameOf(tracker, slot)
          : `${kind.kind.title} ${kind.kind.keys.map((key, i) => `${key} ${[wait.a, wait.b, wait.c][i]}`).join(' ')}`,
      states: statesOf(slot),
      took: until - wait.time,
      line: wait.line,
    };
  };
  const tasks = kernel.tasks();
  const broken = new Map(tracker.broken);
  for (const { rule } of [...kernel.locks, ...kernel.warnings, ...tasks])
    if (rule !== '') broken.set(rule, (broken.get(rule) ?? 0) + 1);
  const stuck = waiting(events.waits);
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
    notes: [
      ...read.notes,
      ...(tracker.outOfOrder > 0
        ? [
            `${tracker.outOfOrder} signals out of the order of their seqnos: allowed, where somebody polled the later one first`,
          ]
        : []),
    ],
    span: Number.isFinite(seen.first)
      ? { from: seen.first, to: seen.last, cpus: [...seen.cpus].filter((cpu) => cpu >= 0).length }
      : null,
    events: [...events.points.values()]
      .filter((point) => point.count > 0)
      .map((point) => ({ name: point.name.toString('latin1'), count: point.count }))
      .sort((one, other) => other.count - one.count),
    lines: labels
      .map((label, at) => ({
        label,
        events: perLabel[at * 4 + 3]!,
        finished: perLabel[at * 4 + 1]!,
        unfinished: unfinishedOf[at]!,
        outOfOrder: perLabel[at * 4 + 2]!,
      }))
      .filter((line) => line.events > 0)
      .sort((one, other) => other.events - one.events),
    endNotSeen,
    unfinished: {
      count,
      oldest: unfinished
        .slice(0, shown)
        .map(({ slot, since: from }) => ({
          object: nameOf(tracker, slot),
          states: statesOf(slot),
          age: end - from,
          line: firstLine(read, slot),
        })),
    },
    slowest: tracker.slow.map(({ name, from, to, line }) => ({
      object: name,
      took: to - from,
      from,
      line,
    })),
    latencies: kinds.flatMap((kind) =>
      [
        latency(kind.kind.title, 'queue to run', kind.latency.wait),
        latency(kind.kind.title, 'run to done', kind.latency.run),
        latency(kind.kind.title, 'begin to end', kind.latency.whole),
      ].filter((one) => one !== null),
    ),
    waits: {
      count: events.waits.count,
      stuck: stuck.slice(0, shown).map((wait) => waitOf(wait, end)),
      longest: events.waits.longest.map((wait) => waitOf(wait, wait.until)),
    },
    needs: [...events.needs.of.values()]
      .flatMap((edges) => [...edges.values()])
      .slice(0, shown)
      .map(({ from, to, line }) => ({ from, to, line })),
    gaps: tracker.gaps,
    broken: [...broken]
      .map(([rule, times]) => ({
        rule,
        count: times,
        says: rules[rule]?.says ?? '',
        source: rules[rule]?.source ?? '',
      }))
      .sort((one, other) => other.count - one.count),
    findings: [...tracker.findings, ...kernel.warnings],
    locks: kernel.locks,
    tasks,
  };
}

/** The last number of each line of work that has finished. */
function latestFinished({
  events: {
    tracker: { store, kinds },
  },
}: LogRead): Map<number, number> {
  const latest = new Map<number, number>();
  for (let slot = 0; slot < store.top; slot++) {
    if (
      word(store, slot, of.set) === 0 ||
      (word(store, slot, of.flags) & flag.finished) === 0 ||
      kinds[word(store, slot, of.kind)]!.kind.rises === undefined
    )
      continue;
    const key = keyOf(store, slot, 0) * 256 + word(store, slot, of.kind);
    const before = latest.get(key);
    if (before === undefined || ((keyOf(store, slot, 1) - before) | 0) > 0)
      latest.set(key, keyOf(store, slot, 1));
  }
  return latest;
}

/** Whether anything is broken. */
export const isBroken = ({ broken }: Summary): boolean => broken.length > 0;

const since = (queued: number, running: number, begun: number): number =>
  Number.isFinite(queued) ? queued : Number.isFinite(running) ? running : begun;

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

const firstLine = (
  {
    events: {
      tracker: { store },
    },
  }: LogRead,
  slot: number,
): number => pastOf(store, slot)[0]?.line ?? 0;
