import * as of from "./objects.js";
import { real, word } from "./objects.js";
import { nameOf } from "./tracker.js";
/** Keeps the last `most` spans of a log that is being read. */
export function keepSpans(most) {
    const ring = [];
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
export function unfinishedSpans({ tracker, seen }, most) {
    const { store, kinds, labels } = tracker;
    const found = [];
    for (let slot = 0; slot < store.top && found.length < most; slot++) {
        const kind = kinds[word(store, slot, of.kind)];
        if (word(store, slot, of.set) === 0 ||
            (word(store, slot, of.flags) & of.flag.finished) !== 0 ||
            (word(store, slot, of.set) & kind.finished) !== 0)
            continue;
        const queued = real(store, slot, of.queued) <= seen.last
            ? real(store, slot, of.queued)
            : real(store, slot, of.running);
        if (!(queued <= seen.last))
            continue;
        found.push({
            name: nameOf(tracker, slot),
            kind: kind.kind.title,
            label: labels[word(store, slot, of.label)],
            queued,
            running: real(store, slot, of.running),
            to: NaN,
            line: of.pastOf(store, slot)[0]?.line ?? 0,
            cpu: word(store, slot, of.cpu),
        });
    }
    return found;
}
//# sourceMappingURL=spans.js.map