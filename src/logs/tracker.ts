import type { LogFinding } from './finding.ts';
import { histogram, type Histogram } from './histogram.ts';
import * as of from './objects.ts';
import { add, flag, keyOf, objects, real, remove, word, wordAt, type Objects } from './objects.ts';
import type { Slow, Span } from './span.ts';
import { forgetAll, rising, type Rising } from './rising.ts';
import { setOf, stateSets, type StateSets } from './state-sets.ts';
import type { LogRule, ObjectKind } from './vocabulary.ts';

/**
 * What an event may be: one that this log has not shown yet, one that begins an object, one whose
 * number must rise or mostly does, one from which latencies are measured.
 */
export const is = {
  unseen: 1,
  birth: 2,
  rising: 4,
  mostlyRising: 8,
  queueing: 16,
  running: 32,
} as const;

/** Where the event at hand came from: one record, filled again for each. */
export type Seen = { line: number; time: number; cpu: number; text: () => string };

/** How objects are followed, and how many are kept. */
export type TrackerOptions = {
  /** Clocks of two CPUs may differ by so many nanoseconds. */
  readonly skew: number;
  /** Nothing was lost: what can only be explained by a missing event is broken. */
  readonly complete: boolean;
  /** Finished objects that are kept, so that a second end is seen. */
  readonly keep: number;
  /** Unfinished objects, at most. */
  readonly most: number;
};

/** A kind of object: its lifecycle over sets of states, and what is special about its events. */
export type Kind = StateSets & {
  readonly at: number;
  readonly trusted: ReadonlySet<string> | null;
  readonly shared: ReadonlySet<string>;
  readonly nameless: ReadonlySet<string>;
  readonly birth: number;
  readonly rebornFrom: number;
  readonly first: number;
  /** What is special about each event: bits of `is`. */
  readonly special: Uint8Array;
  readonly latency: {
    readonly wait: Histogram;
    readonly run: Histogram;
    readonly whole: Histogram;
  };
};

/** Everything that is followed in one log. */
export type Tracker = {
  readonly kinds: readonly Kind[];
  readonly store: Objects;
  readonly labels: string[];
  readonly labelIds: Map<string, number>;
  /** `label * 4`: begun, finished, out of order, seen. */
  perLabel: Float64Array;
  readonly rising: Rising;
  readonly at: Seen;
  readonly findings: LogFinding[];
  readonly broken: Map<string, number>;
  /** What only a missing event explains: not broken unless the log is complete. */
  readonly gaps: { count: number; readonly first: LogFinding[] };
  readonly slow: Slow[];
  readonly rules: Readonly<Record<string, LogRule>>;
  readonly options: TrackerOptions;
  epoch: number;
  /** The epoch in which the log at hand begins. */
  begun: number;
  forgotten: number;
  outOfOrder: number;
  /** Finished ones in the order in which they finished. */
  readonly done: Int32Array;
  doneAt: number;
  onEnd: ((slot: number) => void) | null;
  /** A stretch of work that is over. */
  onSpan: ((span: Span) => void) | null;
};

/** Findings that are kept in full; more are counted. */
const mostFindings = 200;
/** How many of the slowest stretches of work are kept, and how many of the gaps. */
export const slowest = 10;

/** A tracker that has seen no event. @throws Misuse for a lifecycle that is too large to follow */
export function tracker(
  kinds: Readonly<Record<string, ObjectKind>>,
  rules: Readonly<Record<string, LogRule>>,
  options: TrackerOptions,
): Tracker {
  const ready = Object.entries(kinds).map(([name, kind], index): Kind => {
    const sets = stateSets(name, kind);
    const special = new Uint8Array(sets.lts.events.length).fill(is.unseen);
    const mark = (what: number, events: readonly string[] = []): void => {
      for (const event of events) special[sets.lts.events.indexOf(event)]! |= what;
    };
    mark(is.queueing, kind.stages?.queued);
    mark(is.running, kind.stages?.running);
    mark(is.rising, kind.rises?.events);
    mark(is.mostlyRising, kind.mostlyRises);
    if (kind.reborn !== undefined) mark(is.birth, [kind.reborn.by]);
    return {
      ...sets,
      at: index,
      trusted: kind.trusted === undefined ? null : new Set(kind.trusted),
      shared: new Set(kind.shared),
      nameless: new Set(kind.nameless),
      birth: kind.reborn === undefined ? -1 : sets.lts.events.indexOf(kind.reborn.by),
      rebornFrom: kind.reborn === undefined ? 0 : setOf(sets, kind.reborn.from),
      first: 1 << sets.lts.initial,
      special,
      latency: { wait: histogram(), run: histogram(), whole: histogram() },
    };
  });
  return {
    kinds: ready,
    store: objects(4096, 1 << Math.max(13, 32 - Math.clz32(options.keep))),
    labels: [''],
    labelIds: new Map([['', 0]]),
    perLabel: new Float64Array(1024),
    rising: rising(),
    at: { line: 0, time: 0, cpu: 0, text: () => '' },
    findings: [],
    broken: new Map(),
    gaps: { count: 0, first: [] },
    slow: [],
    rules,
    options,
    epoch: 0,
    begun: 0,
    forgotten: 0,
    outOfOrder: 0,
    done: new Int32Array(options.keep).fill(-1),
    doneAt: 0,
    onEnd: null,
    onSpan: null,
  };
}

/** The number of a label; 0, the label of nobody, where there are too many. */
export function labelId(tracker: Tracker, text: string): number {
  let id = tracker.labelIds.get(text);
  if (id === undefined) {
    // So many owners are no owners.
    if (tracker.labels.length >= 65_536) return 0;
    tracker.labelIds.set(text, (id = tracker.labels.length));
    tracker.labels.push(text);
    if (id * 4 + 4 > tracker.perLabel.length) {
      const larger = new Float64Array(tracker.perLabel.length * 2);
      larger.set(tracker.perLabel);
      tracker.perLabel = larger;
    }
  }
  return id;
}

/** Events were lost: anything may have happened to anything. */
export function loseTrack(tracker: Tracker): void {
  tracker.epoch++;
  forgetAll(tracker.rising);
}

/** Another log begins here: its objects are others, even under the same keys. */
export function startAnew(tracker: Tracker): void {
  loseTrack(tracker);
  tracker.begun = tracker.epoch;
}

/**
 * A name as an object of this kind carries it: its label, and whether keys under it can be relied
 * on.
 */
export type Label = { readonly id: number; readonly flags: number };

/** The label of an object of this owner; `whole` is the label as printed. */
export function labelOf(tracker: Tracker, kind: Kind, owner: string, whole: string): Label {
  const id = kind.nameless.has(owner) ? 0 : labelId(tracker, whole);
  return {
    id,
    flags:
      (kind.trusted === null || kind.trusted.has(owner) ? flag.trusted : 0) |
      (kind.shared.has(owner) ? flag.shared : 0),
  };
}

/** A slot for an object that is not known yet. */
export function newObject(
  tracker: Tracker,
  kind: Kind,
  a: number,
  b: number,
  c: number,
  label: Label,
): number {
  const { store } = tracker;
  if (store.live >= tracker.options.most + tracker.options.keep) forget(tracker);
  const slot = add(store, kind.at, a, b, c);
  const word = wordAt(slot);
  store.words[word + of.set] = kind.all;
  store.words[word + of.epoch] = tracker.epoch;
  store.words[word + of.label] = label.id;
  store.words[word + of.flags] = label.flags;
  return slot;
}

/** Gives the half of all objects back that was quiet the longest. */
function forget(tracker: Tracker): void {
  const { store } = tracker;
  const times: number[] = [];
  for (let slot = 0; slot < store.top; slot++)
    if (word(store, slot, of.set) !== 0) times.push(real(store, slot, of.seen));
  const border = Float64Array.from(times).sort()[times.length >> 1]!;
  for (let slot = 0; slot < store.top; slot++) {
    if (word(store, slot, of.set) === 0 || real(store, slot, of.seen) > border) continue;
    if ((word(store, slot, of.flags) & flag.finished) === 0) tracker.forgotten++;
    tracker.onEnd?.(slot);
    remove(store, slot);
  }
}

/** Counts a finding, and keeps it if there are not too many. */
export function report(tracker: Tracker, rule: string, finding: () => LogFinding): void {
  tracker.broken.set(rule, (tracker.broken.get(rule) ?? 0) + 1);
  if (tracker.findings.length < mostFindings) tracker.findings.push(finding());
}

/** `fence 9:5065 (ring0)` */
export function nameOf({ kinds, store, labels }: Tracker, slot: number): string {
  const kind = kinds[word(store, slot, of.kind)]!;
  const numbers = [keyOf(store, slot, 0), keyOf(store, slot, 1), keyOf(store, slot, 2)].slice(
    0,
    kind.kind.keys.length,
  );
  const label = labels[word(store, slot, of.label)]!;
  const key = kind.kind.keys.every((name) => name.startsWith('0x'))
    ? `0x${numbers.map((n) => n.toString(16).padStart(8, '0')).join('')}`
    : numbers.map((n, i) => `${kind.kind.keys[i]} ${n}`).join(' ');
  return `${kind.kind.title} ${key}${label === '' ? '' : ` (${label})`}`;
}
