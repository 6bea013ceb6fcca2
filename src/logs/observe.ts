import type { LogFinding } from './finding.ts';
import { record } from './histogram.ts';
import * as of from './objects.ts';
import {
  flag,
  keyOf,
  pastOf,
  real,
  realAt,
  remember,
  remembered,
  remove,
  word,
  wordAt,
} from './objects.ts';
import { orders } from './orders.ts';
import { rise } from './rising.ts';
import { namesOf, setOf, silence } from './state-sets.ts';
import { is, nameOf, report, slowest, type Kind, type Seen, type Tracker } from './tracker.ts';

/** One event of one object, at `tracker.at`. */
export function observe(tracker: Tracker, kind: Kind, slot: number, event: number): void {
  const { store, at: seen } = tracker;
  const { time, cpu } = seen;
  const { words, reals } = store;
  const mine = wordAt(slot);
  const then = realAt(slot);
  const before = words[mine + of.set]!;
  const seenBefore = words[mine + of.count]!;
  const special = kind.special[event]!;
  let after = 0;
  // Mostly nothing is in doubt.
  if (
    (special & is.unseen) === 0 &&
    words[mine + of.epoch] === tracker.epoch &&
    (seenBefore === 0 ||
      cpu === words[mine + of.cpu] ||
      !(time - reals[then + of.seen]! < tracker.options.skew))
  ) {
    after = kind.transition[(event << kind.width) | before]!;
    if ((special & is.birth) !== 0 && after !== 0) born(tracker, mine);
  }
  if (after === 0) after = doubtful(tracker, kind, slot, event);
  words[mine + of.set] = after;
  remember(store, slot, event, seen);
  if (seenBefore === 0) reals[then + of.begun] = time;
  reals[then + of.seen] = time;
  words[mine + of.cpu] = cpu;
  tracker.perLabel[words[mine + of.label]! * 4 + 3]!++;
  const flags = words[mine + of.flags]!;
  if ((special & (is.rising | is.mostlyRising | is.queueing | is.running)) !== 0)
    noteSpecial(tracker, kind, slot, event);
  const ended = (after & ~kind.finished) === 0;
  if (ended === ((flags & flag.finished) !== 0)) return;
  if (ended) finish(tracker, kind, slot, seen);
  else words[mine + of.flags] = flags & ~flag.finished;
}

/** Events whose number must rise, and those from which latencies are measured. */
function noteSpecial(tracker: Tracker, kind: Kind, slot: number, event: number): void {
  const {
    store: { words, reals },
    at: seen,
  } = tracker;
  const { time } = seen;
  const special = kind.special[event]!;
  const flags = words[wordAt(slot) + of.flags]!;
  const then = realAt(slot);
  const isTrusted = (flags & (flag.trusted | flag.shared)) === flag.trusted;
  if (isTrusted && (special & (is.rising | is.mostlyRising)) !== 0)
    mustRise(tracker, kind, slot, event, seen);
  if ((special & is.queueing) !== 0) {
    if (!(reals[then + of.queued]! <= time)) reals[then + of.queued] = time;
  } else if ((special & is.running) !== 0) reals[then + of.running] = time;
}

/**
 * Where it may be afterwards if the event is its kind's first, or its first since events were
 * lost, or close to one of another CPU, or refused.
 */
function doubtful(tracker: Tracker, kind: Kind, slot: number, event: number): number {
  const {
    store: { words, reals },
    at: seen,
  } = tracker;
  const mine = wordAt(slot);
  if ((kind.special[event]! & is.unseen) !== 0) show(kind, event);
  if (words[mine + of.epoch]! < tracker.begun) renew(tracker, kind, slot);
  const before = words[mine + of.set]!;
  let after: number;
  if (words[mine + of.epoch] !== tracker.epoch) {
    words[mine + of.epoch] = tracker.epoch;
    after = kind.lossy[(event << kind.width) | before]!;
    words[mine + of.flags]! |= flag.widened;
  } else if (
    words[mine + of.count]! > 0 &&
    seen.cpu !== words[mine + of.cpu] &&
    seen.time - reals[realAt(slot) + of.seen]! < tracker.options.skew
  ) {
    after = anyOrder(tracker, kind, slot, event, seen);
  } else after = kind.transition[(event << kind.width) | before]!;
  if (event === kind.birth) after = beginning(tracker, kind, slot, before, after);
  return after === 0 ? refused(tracker, kind, slot, event, before, seen) : after;
}

/** The object owes nothing more: counts and measures it, and keeps it among the finished. */
function finish(tracker: Tracker, kind: Kind, slot: number, seen: Seen): void {
  const { words } = tracker.store;
  const mine = wordAt(slot);
  words[mine + of.flags]! |= flag.finished;
  tracker.perLabel[words[mine + of.label]! * 4 + 1]!++;
  measure(tracker, kind, slot, seen);
  tracker.onEnd?.(slot);
  retire(tracker, slot);
}

/** The same key in another log is another object: forgets what was known of the old one. */
function renew(
  { store: { words, reals }, epoch, at: { time } }: Tracker,
  kind: Kind,
  slot: number,
): void {
  const mine = wordAt(slot);
  words[mine + of.set] = kind.all;
  words[mine + of.count] = 0;
  words[mine + of.epoch] = epoch;
  words[mine + of.flags]! &= flag.trusted | flag.shared;
  reals[realAt(slot) + of.queued] = NaN;
  reals[realAt(slot) + of.running] = NaN;
  reals[realAt(slot) + of.begun] = time;
}

/** The log shows this event, so that from now on it can no longer happen unseen. */
function show(kind: Kind, event: number): void {
  kind.special[event]! &= ~is.unseen;
  silence(
    kind,
    Array.from(kind.special.keys()).filter((other) => (kind.special[other]! & is.unseen) !== 0),
  );
}

/** Counts a beginning, and marks the object as one whose beginning was seen. */
function born({ perLabel, store: { words } }: Tracker, mine: number): void {
  perLabel[words[mine + of.label]! * 4]!++;
  words[mine + of.flags]! |= flag.born;
}

/** A birth: the key may be used again where its owner may be gone. */
function beginning(
  tracker: Tracker,
  kind: Kind,
  slot: number,
  before: number,
  after: number,
): number {
  const { words, reals } = tracker.store;
  const mine = wordAt(slot);
  if (after !== 0) {
    born(tracker, mine);
    return after;
  }
  tracker.perLabel[words[mine + of.label]! * 4]!++;
  const first = kind.transition[(kind.birth << kind.width) | kind.first]!;
  const flags = words[mine + of.flags]!;
  if ((kind.widen[before]! & kind.rebornFrom) !== 0) {
    words[mine + of.flags] = (flags | flag.born) & ~(flag.finished | flag.widened);
    words[mine + of.count] = 0;
    reals[realAt(slot) + of.queued] = NaN;
    reals[realAt(slot) + of.running] = NaN;
    return first;
  }
  // Two of them at once under one key: nothing can be said of either.
  if ((flags & flag.trusted) === 0) {
    words[mine + of.flags]! |= flag.shared;
    return first;
  }
  return 0;
}

/** Every order of its last events that the clocks allow. */
function anyOrder(tracker: Tracker, kind: Kind, slot: number, event: number, seen: Seen): number {
  const { store } = tracker;
  const known = pastOf(store, slot);
  const whole =
    word(store, slot, of.count) < remembered && (word(store, slot, of.flags) & flag.widened) === 0;
  const list = [
    ...(whole ? known : known.slice(1)),
    { event, line: seen.line, time: seen.time, cpu: seen.cpu },
  ];
  return orders(list, kind.all, kind.transition, kind.width, tracker.options.skew);
}

function refused(
  tracker: Tracker,
  kind: Kind,
  slot: number,
  event: number,
  before: number,
  seen: Seen,
): number {
  const { store } = tracker;
  const flags = word(store, slot, of.flags);
  const lossy = kind.lossy[(event << kind.width) | before]!;
  const on = lossy !== 0 ? lossy : kind.transition[(event << kind.width) | kind.all]!;
  if ((flags & flag.shared) !== 0 || ((flags & flag.trusted) === 0 && (flags & flag.born) === 0))
    return on;
  const possible = kind.widen[before]!;
  const { lts } = kind;
  const name = lts.events[event]!;
  const states = namesOf(kind, possible);
  const rule =
    kind.kind.refusals.find(
      (refusal) => refusal.event === name && (setOf(kind, refusal.in) & possible) !== 0,
    )?.rule ?? kind.kind.otherwise;
  const finding = (): LogFinding => ({
    rule,
    line: seen.line,
    text: seen.text(),
    object: nameOf(tracker, slot),
    says: `${name} where it may only have been ${states.join(' or ')}`,
    history: pastOf(store, slot).map(({ event: at, line, time, cpu }) => ({
      event: lts.events[at]!,
      line,
      time,
      cpu,
    })),
    possible: states.map((state) => ({
      state,
      accepts: lts.events.filter(
        (_, at) => lts.next[lts.states.indexOf(state) * lts.events.length + at]! >= 0,
      ),
    })),
  });
  if (lossy !== 0 && !tracker.options.complete) {
    tracker.gaps.count++;
    if (tracker.gaps.first.length < slowest) tracker.gaps.first.push(finding());
  } else report(tracker, rule, finding);
  return on;
}

function mustRise(tracker: Tracker, kind: Kind, slot: number, event: number, seen: Seen): void {
  const { store } = tracker;
  const fell = rise(
    tracker.rising,
    keyOf(store, slot, 0),
    kind.at * 32 + event,
    keyOf(store, slot, 1),
    seen,
    tracker.options.skew,
  );
  if (fell === null) return;
  if ((kind.special[event]! & is.mostlyRising) !== 0) {
    tracker.outOfOrder++;
    tracker.perLabel[word(store, slot, of.label) * 4 + 2]!++;
    return;
  }
  const rule = kind.kind.rises!.rule;
  report(tracker, rule, () => ({
    rule,
    line: seen.line,
    text: seen.text(),
    object: nameOf(tracker, slot),
    says:
      `${kind.lts.events[event]!} of ${kind.kind.keys[1]} ${keyOf(store, slot, 1)} after ` +
      `${fell.last} of the same ${kind.kind.keys[0]} (line ${fell.line})`,
  }));
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
  tracker.onSpan?.({
    name: nameOf(tracker, slot),
    kind: kind.kind.title,
    label: tracker.labels[word(store, slot, of.label)]!,
    queued: from,
    running,
    to: time,
    line,
    cpu: tracker.at.cpu,
  });
  const { slow } = tracker;
  if (slow.length === slowest && time - from <= slow.at(-1)!.to - slow.at(-1)!.from) return;
  slow.push({
    kind: kind.at,
    name: nameOf(tracker, slot),
    label: word(store, slot, of.label),
    from,
    to: time,
    line,
  });
  slow.sort((one, other) => other.to - other.from - (one.to - one.from));
  if (slow.length > slowest) slow.pop();
}

function retire(tracker: Tracker, slot: number): void {
  const { done, store } = tracker;
  const oldest = done[tracker.doneAt]!;
  if (
    oldest >= 0 &&
    oldest !== slot &&
    word(store, oldest, of.set) !== 0 &&
    (word(store, oldest, of.flags) & flag.finished) !== 0
  )
    remove(store, oldest);
  done[tracker.doneAt] = slot;
  tracker.doneAt = tracker.doneAt + 1 === done.length ? 0 : tracker.doneAt + 1;
}
