import { columns, commOf, hashOf, readColumns, taskOf } from "./columns.js";
import { begin, end, waits } from "./waits.js";
import { keepLabel, recentLabel, recentLabels } from "./recent-labels.js";
import { cycleThrough, drop, need, needs } from "./needs.js";
import { namesOf } from "./names.js";
import { find } from "./objects.js";
import { match, matcher, matchTexts, values } from "./print.js";
import { observe } from "./observe.js";
import { quickLine } from "./quick-lines.js";
import { labelId, labelOf, loseTrack, nameOf, newObject, report, startAnew, tracker, } from "./tracker.js";
/** The CPUs whose clock is watched; more are taken together. */
const mostCpus = 4096;
export function eventLines(spec, options) {
    const followed = tracker(spec.objects, spec.rules, options);
    const waiting = waits();
    const needed = needs();
    followed.onEnd = (slot) => drop(needed, slot);
    const points = ready(spec, followed);
    const seen = {
        ours: 0,
        others: 0,
        unread: 0,
        lost: 0,
        losses: 0,
        spliced: 0,
        first: NaN,
        last: NaN,
        ticks: false,
        cpus: new Set(),
    };
    const now = columns();
    const found = values();
    const listed = [...points.values()];
    const known = namesOf(listed.map(({ name }) => `${name.toString('latin1')}: `));
    let viewed = null;
    let view = new DataView(new ArrayBuffer(0));
    let torn = false;
    const clocks = new Float64Array(mostCpus).fill(-Infinity);
    const lost = (events) => {
        seen.losses++;
        seen.lost += events;
        loseTrack(followed);
    };
    // The line at hand.
    let bytes = Buffer.alloc(0);
    let lineFrom = 0;
    let task = -1;
    let comm = '';
    const { at } = followed;
    at.text = () => bytes.toString('utf8', lineFrom, now.to);
    const numberOf = (part) => {
        if (part.field < 0)
            return part.word;
        if (part.text)
            return labelId(followed, bytes.toString('latin1', found.from[part.field], found.to[part.field]));
        return part.hex
            ? (found.low[part.field] ^ Math.imul(found.high[part.field], 0x9e3779b1)) >>> 0
            : found.low[part.field];
    };
    const names = nameCache(followed);
    const recent = recentLabels();
    const label = (ready, a) => {
        if (ready.fixed !== null)
            return ready.fixed;
        if (!found.lazy)
            return names(ready, bytes, found);
        const known = recentLabel(recent, ready.kind, a, view, now.from, found.textsTo);
        if (known !== null)
            return known;
        matchTexts(ready.matcher, bytes, view, now.from, now.to, found);
        const made = names(ready, bytes, found);
        keepLabel(recent, ready.kind, a, bytes.toString('latin1', now.from, found.textsTo), made);
        return made;
    };
    /** The values of the line at hand are in `found`. */
    const apply = (ready) => {
        const { kind, key } = ready;
        const { store } = followed;
        // Nothing of its kind is there: most signals speak of no job.
        if (ready.known && store.liveOf[kind.at] === 0)
            return;
        let a;
        let b = 0;
        let c = 0;
        if (ready.plain) {
            b = found.low[ready.second];
            // A second number of 0 is none yet: whoever has it shares it.
            if (b === 0)
                return;
            a = (found.low[ready.first] + ready.shift) >>> 0;
        }
        else if (ready.pair) {
            a = found.high[ready.first];
            b = found.low[ready.first];
        }
        else {
            a = numberOf(key[0]);
            if (key.length > 1)
                b = numberOf(key[1]);
            if (key.length > 2)
                c = numberOf(key[2]);
        }
        if (ready.waits)
            waitFor(ready.tell.wait, kind, a, b, c);
        let slot = find(store, kind.at, a, b, c);
        if (slot < 0) {
            if (ready.known)
                return;
            slot = newObject(followed, kind, a, b, c, label(ready, a));
        }
        observe(followed, kind, slot, ready.event);
        if (ready.needs !== null)
            needing(ready, slot);
    };
    const whose = () => (task !== -2 ? comm : commOf(bytes, now.taskFrom, now.taskTo));
    const waitFor = (what, kind, a, b, c) => {
        const who = task !== -2 ? task : taskOf(bytes, now.taskFrom, now.taskTo);
        if (who < 0)
            return;
        if (what === 'begins')
            begin(waiting, who, whose, kind.at, a, b, c, at);
        else
            end(waiting, who, kind.at, a, b, c, at);
    };
    const needing = (ready, slot) => {
        const { kind, key } = ready.needs;
        const [a, b] = [numberOf(key[0]), key.length > 1 ? numberOf(key[1]) : 0];
        const { line } = at;
        need(needed, slot, {
            from: nameOf(followed, slot),
            to: `${kind.kind.title} ${kind.kind.keys[0]} ${a} ${kind.kind.keys[1]} ${b}`,
            key: `${a}:${b}`,
            line,
        });
        const cycle = cycleThrough(needed, slot, (at) => {
            const [context, seqno] = at.split(':').map(Number);
            // Either of a job's two fences.
            return [context, context + 1]
                .map((first) => find(followed.store, ready.kind.at, first >>> 0, seqno, 0))
                .filter((other) => other >= 0);
        });
        if (cycle === null)
            return;
        report(followed, 'F-10', () => ({
            rule: 'F-10',
            line,
            text: at.text(),
            object: nameOf(followed, slot),
            says: `a cycle of dependencies: ${[...cycle.map(({ from }) => from), cycle[0].from].join(' waits for ')}`,
            notes: cycle.map((edge) => `line ${edge.line}: ${edge.from} needs ${edge.to}`),
        }));
    };
    const handle = (point) => {
        point.count++;
        for (let i = 0; i < point.prints.length; i++) {
            const { matcher: print, tells } = point.prints[i];
            if (!match(print, bytes, view, now.from, now.to, found))
                continue;
            seen.ours++;
            for (let j = 0; j < tells.length; j++)
                apply(tells[j]);
            return;
        }
        point.unread++;
        seen.unread++;
        torn = true;
    };
    const clock = () => {
        const { cpu, time } = now;
        if (!(seen.first <= time))
            seen.first = time;
        if (!(seen.last >= time))
            seen.last = time;
        const at = cpu < 0 ? 0 : cpu % mostCpus;
        const before = clocks[at];
        if (before === -Infinity)
            seen.cpus.add(cpu);
        // A CPU's own clock never goes back: this was put together from several logs.
        else if (time < before && cpu >= 0) {
            seen.spliced++;
            startAnew(followed);
        }
        clocks[at] = time;
    };
    const quick = {
        followed,
        ...lanesOf(listed),
        recent,
        clocks,
        seen,
        now,
        wait: (what, kind, a, b) => waitFor(what, kind, a >>> 0, b >>> 0, 0),
    };
    return {
        tracker: followed,
        waits: waiting,
        needs: needed,
        points,
        lost,
        seen,
        torn: () => {
            const was = torn;
            if (was)
                seen.unread--;
            torn = false;
            return was;
        },
        take: (from, start, end, line) => {
            if (from !== viewed) {
                viewed = from;
                view = new DataView(from.buffer, from.byteOffset, from.length);
            }
            bytes = from;
            lineFrom = start;
            task = -2;
            at.line = line;
            if (quickLine(quick, from, view, start, end))
                return true;
            if (!readColumns(from, view, start, end, now, known))
                return false;
            clock();
            const point = now.known >= 0 ? listed[now.known] : points.get(now.nameHash);
            if (point === undefined ||
                (now.known < 0 &&
                    (point.name.length !== now.nameTo - now.nameFrom ||
                        !same(point.name, from, now.nameFrom)))) {
                seen.others++;
                return true;
            }
            if (now.ticks)
                seen.ticks = true;
            at.time = now.time;
            at.cpu = now.cpu;
            handle(point);
            return true;
        },
        event: (name, fields, cpu, time, who, whose, line) => {
            now.cpu = cpu;
            now.time = time;
            now.ticks = false;
            clock();
            const point = points.get(hashOf(name));
            if (point === undefined || point.name.toString('latin1') !== name) {
                seen.others++;
                return;
            }
            task = who;
            comm = whose;
            lineFrom = 0;
            at.line = line;
            at.time = time;
            at.cpu = cpu;
            // Written as it would have been printed: one way to read, one way to be wrong.
            for (const { text: print } of spec.tracepoints.find((one) => one.name === name).prints) {
                const text = written(print, (field) => (spec.aliases[field] ?? [field]).map(fields).find((value) => value !== undefined));
                if (text === null)
                    continue;
                bytes = Buffer.from(text, 'latin1');
                view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
                viewed = bytes;
                now.from = 0;
                now.to = bytes.length;
                handle(point);
                return;
            }
            point.count++;
            point.unread++;
            seen.unread++;
        },
    };
}
function written(print, field) {
    let lacks = false;
    const text = print.replace(/\{(\w+):([udxsw])\}/g, (_, name, kind) => {
        const value = field(name);
        if (value === undefined) {
            if (kind === 's' || kind === 'w')
                return '?';
            lacks = true;
            return '';
        }
        return kind === 'x' && /^-?\d{10,}$/.test(value)
            ? BigInt.asUintN(64, BigInt(value)).toString(16)
            : kind === 'd' || kind === 'u'
                ? value
                : value.replaceAll('\n', ' ');
    });
    return lacks ? null : text;
}
/** Labels by the bytes that they stand in: decoding a name for every object would cost more than following it. */
function nameCache(followed) {
    const places = 1024;
    const known = Array.from({ length: places });
    return (ready, bytes, found) => {
        const from = found.from[ready.labelFirst];
        const to = found.to[ready.labelLast];
        let hash = ready.kind.at;
        for (let p = from; p < to; p++)
            hash = Math.imul(hash ^ bytes[p], 0x01000193);
        const place = (hash ^ (hash >>> 15)) & (places - 1);
        const hit = known[place];
        if (hit !== undefined &&
            hit.kind === ready.kind &&
            hit.bytes.length === to - from &&
            same(hit.bytes, bytes, from))
            return hit.label;
        const words = ready.label.map((field) => typeof field === 'string'
            ? field
            : bytes.toString('latin1', found.from[field], found.to[field]));
        const label = labelOf(followed, ready.kind, words[0] ?? '', words.join(' '));
        // Only where nothing else stands between them.
        if (ready.label.every((field) => typeof field === 'number') &&
            ready.labelLast - ready.labelFirst === ready.label.length - 1)
            known[place] = { bytes: Buffer.from(bytes.subarray(from, to)), kind: ready.kind, label };
        return label;
    };
}
/** The quick ways of those whose first print allows one. */
function lanesOf(points) {
    const heads = [];
    const lanes = [];
    for (const point of points) {
        const { matcher: { steps, tail }, tells, } = point.prints[0];
        const [one, other] = steps.slice(tail);
        if (tail < 0 ||
            tail !== steps.length - 3 ||
            !tells.every((tell, i) => tell.plain &&
                tell.first === one.field &&
                tell.second === other.field &&
                tell.needs === null &&
                (i === 0
                    ? !tell.known && tell.shift === 0 && tell.fixed === null
                    : tell.known && !tell.waits)))
            continue;
        const start = Buffer.from(steps[0].before.bytes).toString('latin1');
        heads.push(`${point.name.toString('latin1')}: ${start}`);
        lanes.push({
            start: start.length,
            first: one.before,
            second: other.before,
            tells: tells.map(({ kind, event, shift }) => ({ kind, event, shift })),
            waits: tells[0].tell.wait ?? null,
            point,
        });
    }
    return { heads: namesOf(heads), lanes };
}
function same(name, bytes, at) {
    for (let i = 0; i < name.length; i++)
        if (bytes[at + i] !== name[i])
            return false;
    return true;
}
function ready({ tracepoints }, followed) {
    const kindOf = (name) => followed.kinds.find((kind) => kind.name === name);
    return new Map(tracepoints.map(({ name, prints }) => [
        hashOf(name),
        {
            name: Buffer.from(name, 'latin1'),
            count: 0,
            unread: 0,
            prints: prints.map((print) => {
                const made = matcher(print);
                const part = (field) => {
                    if (field.startsWith('='))
                        return {
                            field: -1,
                            word: labelId(followed, field.slice(1)),
                            text: false,
                            hex: false,
                        };
                    const at = made.fields.indexOf(field);
                    const { kind } = made.steps[at];
                    return { field: at, word: 0, text: kind >= 2, hex: kind === 1 };
                };
                return {
                    matcher: made,
                    tells: print.tells.map((tell) => {
                        const kind = kindOf(tell.of);
                        const key = tell.key.map(part);
                        const label = (tell.label ?? []).map((field) => field.startsWith('=') ? field.slice(1) : made.fields.indexOf(field));
                        const fields = label.filter((field) => typeof field === 'number');
                        return {
                            matcher: made,
                            plain: key.length === 2 &&
                                key.every(({ field, text, hex }) => field >= 0 && !text && !hex),
                            shift: tell.shift ?? 0,
                            first: key[0].field,
                            second: key[1]?.field ?? -1,
                            known: tell.known === true,
                            waits: tell.wait !== undefined,
                            fixed: fields.length > 0
                                ? null
                                : labelOf(followed, kind, String(label[0] ?? ''), label.join(' ')),
                            labelFirst: fields[0] ?? 0,
                            labelLast: fields.at(-1) ?? 0,
                            label,
                            tell,
                            kind,
                            event: kind.lts.events.indexOf(tell.event),
                            key,
                            pair: key.length === 1 && key[0].hex,
                            needs: tell.needs === undefined
                                ? null
                                : { kind: kindOf(tell.needs.of), key: tell.needs.key.map(part) },
                        };
                    }),
                };
            }),
        },
    ]));
}
//# sourceMappingURL=event-lines.js.map