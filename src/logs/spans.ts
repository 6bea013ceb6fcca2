import type { EventLines } from './event-lines.ts';
import * as of from './objects.ts';
import { real, word } from './objects.ts';
import type { Span } from './span.ts';
import { nameOf } from './tracker.ts';

/** The latest stretches of work, for a drawing. */
export type Spans = { readonly list: readonly Span[]; readonly left: number };

/** Keeps the last `most` spans of a log that is being read. */
export function keepSpans(most: number): {
  readonly prepare: (events: EventLines) => void;
  readonly spans: () => Spans;
} {
  const ring: Span[] = [];
  let count = 0;
  return {
    prepare: ({ tracker }) => {
      tracker.onSpan = (span) => {
        ring[count++ % most] = span;
      };
    },
    spans: () => ({
      list: [...ring].sort((one, other) => one.queued - other.queued),
      left: Math.max(0, count - most),
    }),
  };
}

/** What has begun and is not over; its end is the end of the log. */
export function unfinishedSpans({ tracker, seen }: EventLines, most: number): Span[] {
  const { store, kinds, labels } = tracker;
  const spans: Span[] = [];
  for (let slot = 0; slot < store.top && spans.length < most; slot++) {
    const kind = kinds[word(store, slot, of.kind)]!;
    if (
      word(store, slot, of.set) === 0 ||
      (word(store, slot, of.flags) & of.flag.finished) !== 0 ||
      (word(store, slot, of.set) & kind.finished) !== 0
    )
      continue;
    const queued =
      real(store, slot, of.queued) <= seen.last
        ? real(store, slot, of.queued)
        : real(store, slot, of.running);
    if (!(queued <= seen.last)) continue;
    spans.push({
      name: nameOf(tracker, slot),
      kind: kind.kind.title,
      label: labels[word(store, slot, of.label)]!,
      queued,
      running: real(store, slot, of.running),
      to: NaN,
      line: of.pastOf(store, slot)[0]?.line ?? 0,
      cpu: word(store, slot, of.cpu),
    });
  }
  return spans;
}
