import { histogram } from "./histogram.js";
import * as of from "./objects.js";
import { add, flag, keyOf, objects, real, remove, word, wordAt } from "./objects.js";
import { forgetAll, rising } from "./rising.js";
import { setOf, stateSets } from "./state-sets.js";
/** What an event may be: one that this log has not shown yet, one that begins an object, one whose number must rise or mostly does, one from which latencies are measured. */
export const is = {
    unseen: 1,
    birth: 2,
    rising: 4,
    mostlyRising: 8,
    queueing: 16,
    running: 32,
};
/** Findings that are kept in full; more are counted. */
const mostFindings = 200;
export const slowest = 10;
export function tracker(kinds, rules, options) {
    const ready = Object.entries(kinds).map(([name, kind], at) => {
        const sets = stateSets(name, kind);
        const special = new Uint8Array(sets.lts.events.length).fill(is.unseen);
        const mark = (what, events = []) => {
            for (const event of events)
                special[sets.lts.events.indexOf(event)] |= what;
        };
        mark(is.queueing, kind.stages?.queued);
        mark(is.running, kind.stages?.running);
        mark(is.rising, kind.rises?.events);
        mark(is.mostlyRising, kind.mostlyRises);
        if (kind.reborn !== undefined)
            mark(is.birth, [kind.reborn.by]);
        return {
            ...sets,
            at,
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
export function labelId(tracker, text) {
    let id = tracker.labelIds.get(text);
    if (id === undefined) {
        // So many owners are no owners.
        if (tracker.labels.length >= 65_536)
            return 0;
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
export function loseTrack(tracker) {
    tracker.epoch++;
    forgetAll(tracker.rising);
}
/** Another log begins here: its objects are others, even under the same keys. */
export function startAnew(tracker) {
    loseTrack(tracker);
    tracker.begun = tracker.epoch;
}
export function labelOf(tracker, kind, owner, whole) {
    const id = kind.nameless.has(owner) ? 0 : labelId(tracker, whole);
    return {
        id,
        flags: (kind.trusted === null || kind.trusted.has(owner) ? flag.trusted : 0) |
            (kind.shared.has(owner) ? flag.shared : 0),
    };
}
/** A slot for an object that is not known yet. */
export function newObject(tracker, kind, a, b, c, label) {
    const { store } = tracker;
    if (store.live >= tracker.options.most + tracker.options.keep)
        forget(tracker);
    const slot = add(store, kind.at, a, b, c);
    const at = wordAt(slot);
    store.words[at + of.set] = kind.all;
    store.words[at + of.epoch] = tracker.epoch;
    store.words[at + of.label] = label.id;
    store.words[at + of.flags] = label.flags;
    return slot;
}
/** Gives the half of all objects back that was quiet the longest. */
function forget(tracker) {
    const { store } = tracker;
    const times = [];
    for (let slot = 0; slot < store.top; slot++)
        if (word(store, slot, of.set) !== 0)
            times.push(real(store, slot, of.seen));
    const border = Float64Array.from(times).sort()[times.length >> 1];
    for (let slot = 0; slot < store.top; slot++) {
        if (word(store, slot, of.set) === 0 || real(store, slot, of.seen) > border)
            continue;
        if ((word(store, slot, of.flags) & flag.finished) === 0)
            tracker.forgotten++;
        tracker.onEnd?.(slot);
        remove(store, slot);
    }
}
/** Counts a finding, and keeps it if there are not too many. */
export function report(tracker, rule, finding) {
    tracker.broken.set(rule, (tracker.broken.get(rule) ?? 0) + 1);
    if (tracker.findings.length < mostFindings)
        tracker.findings.push(finding());
}
/** `fence 9:5065 (ring0)` */
export function nameOf({ kinds, store, labels }, slot) {
    const kind = kinds[word(store, slot, of.kind)];
    const numbers = [keyOf(store, slot, 0), keyOf(store, slot, 1), keyOf(store, slot, 2)].slice(0, kind.kind.keys.length);
    const label = labels[word(store, slot, of.label)];
    const key = kind.kind.keys.every((name) => name.startsWith('0x'))
        ? `0x${numbers.map((n) => n.toString(16).padStart(8, '0')).join('')}`
        : numbers.map((n, i) => `${kind.kind.keys[i]} ${n}`).join(' ');
    return `${kind.kind.title} ${key}${label === '' ? '' : ` (${label})`}`;
}
//# sourceMappingURL=tracker.js.map