import type { EventLines } from './event-lines.ts';
import { nameOf, type Span } from './tracker.ts';

/** The latest stretches of work, for a drawing. */
export type Spans = { readonly list: readonly Span[]; readonly left: number };

/** Keeps the last `most` spans of a log that is being read. */
export function keepSpans(most: number): { readonly prepare: (events: EventLines) => void; readonly spans: () => Spans } {
  const ring: Span[] = [];
  let count = 0;
  return {
    prepare: ({ tracker }) => { tracker.onSpan = (span) => { ring[count++ % most] = span; }; },
    spans: () => ({ list: [...ring].sort((one, other) => one.queued - other.queued), left: Math.max(0, count - most) }),
  };
}

/** What has begun and is not over; its end is the end of the log. */
export function unfinishedSpans({ tracker, seen }: EventLines, most: number): Span[] {
  const { store, kinds, labels } = tracker;
  const found: Span[] = [];
  for (let slot = 0; slot < store.top && found.length < most; slot++) {
    const kind = kinds[store.kind[slot]!]!;
    if (store.set[slot] === 0 || (store.flags[slot]! & 4) !== 0 || (store.set[slot]! & kind.finished) !== 0) continue;
    const queued = store.queued[slot]! <= seen.last ? store.queued[slot]! : store.running[slot]!;
    if (!(queued <= seen.last)) continue;
    found.push({ name: nameOf(tracker, slot), kind: kind.kind.title, label: labels[store.label[slot]!]!, queued, running: store.running[slot]!, to: NaN, line: store.pastLine[slot * 8]!, cpu: store.cpu[slot]! });
  }
  return found;
}
