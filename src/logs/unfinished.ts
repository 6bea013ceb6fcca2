import * as of from './objects.ts';
import { flag, keyOf, real, word } from './objects.ts';
import type { Tracker } from './tracker.ts';

/** Objects that were not seen to finish. */
export type Unfinished = {
  readonly count: number;
  /** By label. */
  readonly perLabel: Float64Array;
  /** Oldest first; the youngest are left out where there are many. */
  readonly oldest: readonly Begun[];
  /**
   * Not seen to finish, though a later one of the same line of work was: the end is missing from
   * the log.
   */
  readonly endNotSeen: number;
};
type Begun = { readonly slot: number; readonly since: number };

/** So many are listed at most; they are cut to half when there are more. */
const mostListed = 100_000;

/** The objects that have not finished at the end of the log. */
export function unfinishedOf(tracker: Tracker): Unfinished {
  const { store, labels } = tracker;
  const perLabel = new Float64Array(labels.length);
  const oldest: Begun[] = [];
  let count = 0;
  let endNotSeen = 0;
  const latest = latestFinished(tracker);
  for (let slot = 0; slot < store.top; slot++) {
    if (!isUnfinished(tracker, slot)) continue;
    if (hasLater(tracker, slot, latest)) {
      endNotSeen++;
      continue;
    }
    count++;
    perLabel[word(store, slot, of.label)]!++;
    oldest.push({ slot, since: since(tracker, slot) });
    if (oldest.length > mostListed) {
      oldest.sort(byAge);
      oldest.length = mostListed / 2;
    }
  }
  oldest.sort(byAge);
  return { count, perLabel, oldest, endNotSeen };
}

const byAge = (one: Begun, other: Begun): number => one.since - other.since;

/** What may be over is not said to be unfinished; what is shared is several. */
function isUnfinished({ store, kinds }: Tracker, slot: number): boolean {
  const states = word(store, slot, of.set);
  if (states === 0 || word(store, slot, of.count) === 0) return false;
  if ((word(store, slot, of.flags) & (flag.finished | flag.shared)) !== 0) return false;
  const kind = kinds[word(store, slot, of.kind)]!;
  return (kind.widen[states]! & kind.finished & states) === 0;
}

/** Whether an object of the same line of work that began later has finished. */
function hasLater(
  { store, kinds }: Tracker,
  slot: number,
  latest: ReadonlyMap<number, number>,
): boolean {
  const kind = kinds[word(store, slot, of.kind)]!;
  if (kind.kind.rises === undefined) return false;
  const later = latest.get(lineOfWork(keyOf(store, slot, 0), kind.at));
  return later !== undefined && ((later - keyOf(store, slot, 1)) | 0) > 0;
}

const lineOfWork = (first: number, kind: number): number => first * 256 + kind;

/** The last number of each line of work that has finished. */
function latestFinished({ store, kinds }: Tracker): Map<number, number> {
  const latest = new Map<number, number>();
  for (let slot = 0; slot < store.top; slot++) {
    const kind = word(store, slot, of.kind);
    const isFinished = (word(store, slot, of.flags) & flag.finished) !== 0;
    if (word(store, slot, of.set) === 0 || !isFinished || kinds[kind]!.kind.rises === undefined)
      continue;
    const key = lineOfWork(keyOf(store, slot, 0), kind);
    const number = keyOf(store, slot, 1);
    const before = latest.get(key);
    if (before === undefined || ((number - before) | 0) > 0) latest.set(key, number);
  }
  return latest;
}

/**
 * When it was queued; where that is not known, when it ran; where that is not either, when it was
 * first seen.
 */
function since({ store }: Tracker, slot: number): number {
  const queued = real(store, slot, of.queued);
  if (Number.isFinite(queued)) return queued;
  const running = real(store, slot, of.running);
  return Number.isFinite(running) ? running : real(store, slot, of.begun);
}
