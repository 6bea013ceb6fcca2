import { bars, quantile } from "./histogram.js";
import * as of from "./objects.js";
import { find, flag, keyOf, pastOf, real, word } from "./objects.js";
import { namesOf } from "./state-sets.js";
import { nameOf } from "./tracker.js";
import { waiting } from "./waits.js";
const shown = 20;
export function summarize(read, rules) {
    const { events, kernel } = read;
    const { tracker, seen } = events;
    const { store, kinds, labels, perLabel } = tracker;
    const unfinishedOf = new Float64Array(labels.length);
    const unfinished = [];
    let count = 0;
    let endNotSeen = 0;
    const latest = latestFinished(read);
    for (let slot = 0; slot < store.top; slot++) {
        if (word(store, slot, of.set) === 0 || word(store, slot, of.count) === 0)
            continue;
        const kind = kinds[word(store, slot, of.kind)];
        // What may be over is not said to be unfinished; what is shared is several.
        if ((word(store, slot, of.flags) & (flag.finished | flag.shared)) !== 0 ||
            (kind.widen[word(store, slot, of.set)] & kind.finished & word(store, slot, of.set)) !== 0)
            continue;
        const later = kind.kind.rises === undefined ? undefined : latest.get(keyOf(store, slot, 0) * 256 + kind.at);
        if (later !== undefined && ((later - keyOf(store, slot, 1)) | 0) > 0) {
            endNotSeen++;
            continue;
        }
        count++;
        unfinishedOf[word(store, slot, of.label)]++;
        unfinished.push({
            slot,
            since: since(real(store, slot, of.queued), real(store, slot, of.running), real(store, slot, of.begun)),
        });
        if (unfinished.length > 100_000) {
            unfinished.sort((one, other) => one.since - other.since);
            unfinished.length = 50_000;
        }
    }
    unfinished.sort((one, other) => one.since - other.since);
    const end = seen.last;
    const statesOf = (slot) => slot < 0 ? [] : namesOf(kinds[word(store, slot, of.kind)], word(store, slot, of.set));
    const waitOf = (wait, until) => {
        const kind = kinds[wait.kind];
        const slot = find(store, wait.kind, wait.a, wait.b, wait.c);
        return {
            task: `${wait.comm === '' ? 'task' : wait.comm}:${wait.task}`,
            object: slot >= 0
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
        if (rule !== '')
            broken.set(rule, (broken.get(rule) ?? 0) + 1);
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
            events: perLabel[at * 4 + 3],
            finished: perLabel[at * 4 + 1],
            unfinished: unfinishedOf[at],
            outOfOrder: perLabel[at * 4 + 2],
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
        latencies: kinds.flatMap((kind) => [
            latency(kind.kind.title, 'queue to run', kind.latency.wait),
            latency(kind.kind.title, 'run to done', kind.latency.run),
            latency(kind.kind.title, 'begin to end', kind.latency.whole),
        ].filter((one) => one !== null)),
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
function latestFinished({ events: { tracker: { store, kinds }, }, }) {
    const latest = new Map();
    for (let slot = 0; slot < store.top; slot++) {
        if (word(store, slot, of.set) === 0 ||
            (word(store, slot, of.flags) & flag.finished) === 0 ||
            kinds[word(store, slot, of.kind)].kind.rises === undefined)
            continue;
        const key = keyOf(store, slot, 0) * 256 + word(store, slot, of.kind);
        const before = latest.get(key);
        if (before === undefined || ((keyOf(store, slot, 1) - before) | 0) > 0)
            latest.set(key, keyOf(store, slot, 1));
    }
    return latest;
}
/** Whether anything is broken. */
export const isBroken = ({ broken }) => broken.length > 0;
const since = (queued, running, begun) => Number.isFinite(queued) ? queued : Number.isFinite(running) ? running : begun;
function latency(of, what, histogram) {
    if (histogram.count === 0)
        return null;
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
const firstLine = ({ events: { tracker: { store }, }, }, slot) => pastOf(store, slot)[0]?.line ?? 0;
//# sourceMappingURL=summary.js.map