import type { LogFinding } from './finding.ts';
import { histogram, record, type Histogram } from './histogram.ts';
import * as of from './objects.ts';
import { add, flag, keyOf, objects, pastOf, real, realAt, remember, remembered, remove, word, wordAt, type Objects } from './objects.ts';
import { orders } from './orders.ts';
import type { Slow, Span } from './spans.ts';
import { forgetAll, rise, rising, type Rising } from './rising.ts';
import { namesOf, setOf, silence, stateSets, type StateSets } from './state-sets.ts';
import type { LogRule, ObjectKind } from './vocabulary.ts';

/** Where the event at hand came from: one record, filled again for each. */
export type Seen = { line: number; time: number; cpu: number; text: () => string };

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

export type Kind = StateSets & {
  readonly at: number;
  readonly trusted: ReadonlySet<string> | null;
  readonly shared: ReadonlySet<string>;
  readonly nameless: ReadonlySet<string>;
  readonly birth: number;
  readonly rebornFrom: number;
  readonly first: number;
  readonly stage: Uint8Array;
  readonly rises: Uint8Array;
  /** Events that this log has shown. */
  readonly shown: Uint8Array;
  readonly latency: { readonly wait: Histogram; readonly run: Histogram; readonly whole: Histogram };
};

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
const slowest = 10;

export function tracker(kinds: Readonly<Record<string, ObjectKind>>, rules: Readonly<Record<string, LogRule>>, options: TrackerOptions): Tracker {
  const ready = Object.entries(kinds).map(([name, kind], at): Kind => {
    const sets = stateSets(name, kind);
    const stage = new Uint8Array(sets.lts.events.length);
    const rises = new Uint8Array(sets.lts.events.length);
    const mark = (into: Uint8Array, events: readonly string[] | undefined, value: number): void => { for (const event of events ?? []) into[sets.lts.events.indexOf(event)] = value; };
    mark(stage, kind.stages?.queued, 1); mark(stage, kind.stages?.running, 2); mark(stage, kind.stages?.done, 3);
    mark(rises, kind.rises?.events, 1); mark(rises, kind.mostlyRises, 2);
    return {
      ...sets, at, trusted: kind.trusted === undefined ? null : new Set(kind.trusted), shared: new Set(kind.shared), nameless: new Set(kind.nameless),
      birth: kind.reborn === undefined ? -1 : sets.lts.events.indexOf(kind.reborn.by), rebornFrom: kind.reborn === undefined ? 0 : setOf(sets, kind.reborn.from), first: 1 << sets.lts.initial,
      stage, rises, shown: new Uint8Array(sets.lts.events.length), latency: { wait: histogram(), run: histogram(), whole: histogram() },
    };
  });
  return {
    kinds: ready, store: objects(), labels: [''], labelIds: new Map([['', 0]]), perLabel: new Float64Array(1024), rising: rising(), at: { line: 0, time: 0, cpu: 0, text: () => '' }, findings: [], broken: new Map(), gaps: { count: 0, first: [] }, slow: [],
    rules, options, epoch: 0, begun: 0, forgotten: 0, outOfOrder: 0, done: new Int32Array(options.keep).fill(-1), doneAt: 0, onEnd: null, onSpan: null,
  };
}

export function labelId(tracker: Tracker, text: string): number {
  let id = tracker.labelIds.get(text);
  if (id === undefined) {
    // So many owners are no owners.
    if (tracker.labels.length >= 65_536) return 0;
    tracker.labelIds.set(text, (id = tracker.labels.length));
    tracker.labels.push(text);
    if (id * 4 + 4 > tracker.perLabel.length) { const larger = new Float64Array(tracker.perLabel.length * 2); larger.set(tracker.perLabel); tracker.perLabel = larger; }
  }
  return id;
}

/** Events were lost: anything may have happened to anything. */
export function loseTrack(tracker: Tracker): void { tracker.epoch++; forgetAll(tracker.rising); }

/** Another log begins here: its objects are others, even under the same keys. */
export function startAnew(tracker: Tracker): void { loseTrack(tracker); tracker.begun = tracker.epoch; }

/** A name as an object of this kind carries it: its label, and whether keys under it can be relied on. */
export type Label = { readonly id: number; readonly flags: number };

export function labelOf(tracker: Tracker, kind: Kind, owner: string, whole: string): Label {
  const id = kind.nameless.has(owner) ? 0 : labelId(tracker, whole);
  return { id, flags: (kind.trusted === null || kind.trusted.has(owner) ? flag.trusted : 0) | (kind.shared.has(owner) ? flag.shared : 0) };
}

/** A slot for an object that is not known yet. */
export function newObject(tracker: Tracker, kind: Kind, a: number, b: number, c: number, label: Label): number {
  const { store } = tracker;
  if (store.live >= tracker.options.most + tracker.options.keep) forget(tracker);
  const slot = add(store, kind.at, a, b, c);
  const at = wordAt(slot);
  store.words[at + of.set] = kind.all;
  store.words[at + of.epoch] = tracker.epoch;
  store.words[at + of.label] = label.id;
  store.words[at + of.flags] = label.flags;
  return slot;
}

/** Gives the half of all objects back that was quiet the longest. */
function forget(tracker: Tracker): void {
  const { store } = tracker;
  const times: number[] = [];
  for (let slot = 0; slot < store.top; slot++) if (word(store, slot, of.set) !== 0) times.push(real(store, slot, of.seen));
  const border = Float64Array.from(times).sort()[times.length >> 1]!;
  for (let slot = 0; slot < store.top; slot++) {
    if (word(store, slot, of.set) === 0 || real(store, slot, of.seen) > border) continue;
    if ((word(store, slot, of.flags) & flag.finished) === 0) tracker.forgotten++;
    tracker.onEnd?.(slot);
    remove(store, slot);
  }
}

/** One event of one object, at `tracker.at`. */
export function observe(tracker: Tracker, kind: Kind, slot: number, event: number): void {
  const { store, at: seen } = tracker;
  const { time, cpu } = seen;
  const { words, reals } = store;
  const mine = wordAt(slot);
  const then = realAt(slot);
  if (kind.shown[event] === 0) show(kind, event);
  if (words[mine + of.epoch]! < tracker.begun) renew(tracker, kind, slot);
  const before = words[mine + of.set]!;
  const seenBefore = words[mine + of.count]!;
  let after: number;
  if (words[mine + of.epoch] !== tracker.epoch) {
    words[mine + of.epoch] = tracker.epoch;
    after = kind.lossy[(event << kind.width) | before]!;
    words[mine + of.flags]! |= flag.widened;
  } else if (seenBefore > 0 && cpu !== words[mine + of.cpu] && time - reals[then + of.seen]! < tracker.options.skew) {
    after = anyOrder(tracker, kind, slot, event, seen);
  } else after = kind.step[(event << kind.width) | before]!;
  if (event === kind.birth) after = beginning(tracker, kind, slot, before, after);
  if (after === 0) after = refused(tracker, kind, slot, event, before, seen);
  words[mine + of.set] = after;
  remember(store, slot, event, seen);
  if (seenBefore === 0) reals[then + of.begun] = time;
  reals[then + of.seen] = time;
  words[mine + of.cpu] = cpu;
  tracker.perLabel[words[mine + of.label]! * 4 + 3]!++;
  const flags = words[mine + of.flags]!;
  if (kind.rises[event] !== 0 && (flags & (flag.trusted | flag.shared)) === flag.trusted) mustRise(tracker, kind, slot, event, seen);
  const stage = kind.stage[event]!;
  if (stage === 1) { if (!(reals[then + of.queued]! <= time)) reals[then + of.queued] = time; } else if (stage === 2) reals[then + of.running] = time;
  const ended = (after & ~kind.finished) === 0;
  if (ended === ((flags & flag.finished) !== 0)) return;
  if (ended) finish(tracker, kind, slot, seen); else words[mine + of.flags] = flags & ~flag.finished;
}

function finish(tracker: Tracker, kind: Kind, slot: number, seen: Seen): void {
  const { words } = tracker.store;
  const mine = wordAt(slot);
  words[mine + of.flags]! |= flag.finished;
  tracker.perLabel[words[mine + of.label]! * 4 + 1]!++;
  measure(tracker, kind, slot, seen);
  tracker.onEnd?.(slot);
  retire(tracker, slot);
}

/** The same key in another log: another object. */
function renew({ store: { words, reals }, epoch }: Tracker, kind: Kind, slot: number): void {
  const mine = wordAt(slot);
  words[mine + of.set] = kind.all; words[mine + of.count] = 0; words[mine + of.epoch] = epoch; words[mine + of.flags]! &= flag.trusted | flag.shared;
  reals[realAt(slot) + of.queued] = NaN; reals[realAt(slot) + of.running] = NaN;
}

function show(kind: Kind, event: number): void {
  kind.shown[event] = 1;
  silence(kind, Array.from(kind.shown.keys()).filter((other) => kind.shown[other] === 0));
}

/** A birth: the key may be used again where its owner may be gone. */
function beginning(tracker: Tracker, kind: Kind, slot: number, before: number, after: number): number {
  const { words, reals } = tracker.store;
  const mine = wordAt(slot);
  tracker.perLabel[words[mine + of.label]! * 4]!++;
  const first = kind.step[(kind.birth << kind.width) | kind.first]!;
  const flags = words[mine + of.flags]!;
  if (after !== 0) { words[mine + of.flags] = flags | flag.born; return after; }
  if ((kind.widen[before]! & kind.rebornFrom) !== 0) {
    words[mine + of.flags] = (flags | flag.born) & ~(flag.finished | flag.widened);
    words[mine + of.count] = 0;
    reals[realAt(slot) + of.queued] = NaN; reals[realAt(slot) + of.running] = NaN;
    return first;
  }
  // Two of them at once under one key: nothing can be said of either.
  if ((flags & flag.trusted) === 0) { words[mine + of.flags]! |= flag.shared; return first; }
  return 0;
}

/** Every order of its last events that the clocks allow. */
function anyOrder(tracker: Tracker, kind: Kind, slot: number, event: number, seen: Seen): number {
  const { store } = tracker;
  const known = pastOf(store, slot);
  const whole = word(store, slot, of.count) < remembered && (word(store, slot, of.flags) & flag.widened) === 0;
  const list = [...(whole ? known : known.slice(1)), { event, line: seen.line, time: seen.time, cpu: seen.cpu }];
  return orders(list, kind.all, kind.step, kind.width, tracker.options.skew);
}

function refused(tracker: Tracker, kind: Kind, slot: number, event: number, before: number, seen: Seen): number {
  const { store } = tracker;
  const flags = word(store, slot, of.flags);
  const lossy = kind.lossy[(event << kind.width) | before]!;
  const on = lossy !== 0 ? lossy : kind.step[(event << kind.width) | kind.all]!;
  if ((flags & flag.shared) !== 0 || ((flags & flag.trusted) === 0 && (flags & flag.born) === 0)) return on;
  const possible = kind.widen[before]!;
  const { lts } = kind;
  const name = lts.events[event]!;
  const states = namesOf(kind, possible);
  const rule = kind.kind.refusals.find((refusal) => refusal.event === name && (setOf(kind, refusal.in) & possible) !== 0)?.rule ?? kind.kind.otherwise;
  const finding = (): LogFinding => ({
    rule, line: seen.line, text: seen.text(), object: nameOf(tracker, slot),
    says: `${name} where it may only have been ${states.join(' or ')}`,
    history: pastOf(store, slot).map(({ event: at, line, time, cpu }) => ({ event: lts.events[at]!, line, time, cpu })),
    possible: states.map((state) => ({ state, accepts: lts.events.filter((_, at) => lts.next[lts.states.indexOf(state) * lts.events.length + at]! >= 0) })),
  });
  if (lossy !== 0 && !tracker.options.complete) {
    tracker.gaps.count++;
    if (tracker.gaps.first.length < slowest) tracker.gaps.first.push(finding());
  } else report(tracker, rule, finding);
  return on;
}

/** Counts a finding, and keeps it if there are not too many. */
export function report(tracker: Tracker, rule: string, finding: () => LogFinding): void {
  tracker.broken.set(rule, (tracker.broken.get(rule) ?? 0) + 1);
  if (tracker.findings.length < mostFindings) tracker.findings.push(finding());
}

/** `fence 9:5065 (ring0)` */
export function nameOf({ kinds, store, labels }: Tracker, slot: number): string {
  const kind = kinds[word(store, slot, of.kind)]!;
  const numbers = [keyOf(store, slot, 0), keyOf(store, slot, 1), keyOf(store, slot, 2)].slice(0, kind.kind.keys.length);
  const label = labels[word(store, slot, of.label)]!;
  const key = kind.kind.keys.every((name) => name.startsWith('0x')) ? `0x${numbers.map((n) => n.toString(16).padStart(8, '0')).join('')}` : numbers.map((n, i) => `${kind.kind.keys[i]} ${n}`).join(' ');
  return `${kind.kind.title} ${key}${label === '' ? '' : ` (${label})`}`;
}

function mustRise(tracker: Tracker, kind: Kind, slot: number, event: number, seen: Seen): void {
  const { store } = tracker;
  const fell = rise(tracker.rising, keyOf(store, slot, 0), kind.at * 32 + event, keyOf(store, slot, 1), seen, tracker.options.skew);
  if (fell === null) return;
  if (kind.rises[event] === 2) { tracker.outOfOrder++; tracker.perLabel[word(store, slot, of.label) * 4 + 2]!++; return; }
  const rule = kind.kind.rises!.rule;
  report(tracker, rule, () => ({ rule, line: seen.line, text: seen.text(), object: nameOf(tracker, slot), says: `${kind.lts.events[event]!} of ${kind.kind.keys[1]} ${keyOf(store, slot, 1)} after ${fell.last} of the same ${kind.kind.keys[0]} (line ${fell.line})` }));
}

function measure(tracker: Tracker, kind: Kind, slot: number, { time, line }: Seen): void {
  const { store } = tracker;
  const queued = real(store, slot, of.queued);
  const running = real(store, slot, of.running);
  if (running >= queued) record(kind.latency.wait, running - queued);
  if (time >= running) record(kind.latency.run, time - running);
  const from = queued <= time ? queued : running;
  if (!(from <= time)) return;
  record(kind.latency.whole, time - from);
  tracker.onSpan?.({ name: nameOf(tracker, slot), kind: kind.kind.title, label: tracker.labels[word(store, slot, of.label)]!, queued: from, running, to: time, line, cpu: tracker.at.cpu });
  const { slow } = tracker;
  if (slow.length === slowest && time - from <= slow.at(-1)!.to - slow.at(-1)!.from) return;
  slow.push({ kind: kind.at, name: nameOf(tracker, slot), label: word(store, slot, of.label), from, to: time, line });
  slow.sort((one, other) => (other.to - other.from) - (one.to - one.from));
  if (slow.length > slowest) slow.pop();
}

function retire(tracker: Tracker, slot: number): void {
  const { done, store } = tracker;
  const oldest = done[tracker.doneAt]!;
  if (oldest >= 0 && oldest !== slot && word(store, oldest, of.set) !== 0 && (word(store, oldest, of.flags) & flag.finished) !== 0) remove(store, oldest);
  done[tracker.doneAt] = slot;
  tracker.doneAt = tracker.doneAt + 1 === done.length ? 0 : tracker.doneAt + 1;
}
