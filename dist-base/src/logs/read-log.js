import { Misuse } from "../system/misuse.js";
import { eventLines } from "./event-lines.js";
import { jsonEvents } from "./json-events.js";
import { kernelLines } from "./kernel-lines.js";
import { lineCutter } from "./lines.js";
export const byDefault = {
    skew: 2000,
    complete: false,
    keep: 65_536,
    most: 1 << 20,
};
/** What is looked for, in words. */
export const tried = [
    'event text (trace, trace_pipe, trace-cmd report, systrace, perf script)',
    'event JSON (Chrome, Perfetto)',
    'kernel log (lock reports, hung tasks, fence and buffer warnings)',
];
/** Files that are one of ours, but not yet text: their first bytes, and what makes text of them. */
const packed = [
    [Buffer.from([0x17, 0x08, 0x44]), 'a binary trace.dat: give the output of `trace-cmd report`'],
    [Buffer.from('PERFILE2'), 'a binary perf.data: give the output of `perf script`'],
    [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'packed by xz: unpack it first'],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'packed by zstd: unpack it first'],
    [Buffer.from('BZh'), 'packed by bzip2: unpack it first'],
    [Buffer.from('PK\x03\x04'), 'a zip archive: unpack it first'],
    [Buffer.from([0xff, 0xfe]), 'text in UTF-16: convert it to UTF-8 first'],
];
/** Reads a log to its end, whatever it is. @throws Misuse when it is nothing of ours. */
export async function readLog(source, spec, options) {
    const events = eventLines(spec, options);
    options.prepare?.(events);
    const kernel = kernelLines(spec);
    const notes = [];
    let lines = 0;
    let bytes = 0;
    let foreign = 0;
    let zeros = 0;
    let torn = null;
    const line = (from, start, end) => {
        lines++;
        if (events.take(from, start, end, lines)) {
            torn = events.torn() ? Buffer.from(from.subarray(start, end)) : null;
            if (torn !== null)
                events.seen.unread++;
            return;
        }
        if (torn !== null) {
            // Broken by a mailer: this is the rest of the line before.
            const whole = Buffer.concat([
                torn,
                Buffer.from(' '),
                Buffer.from(from.toString('latin1', start, Math.min(end, start + 1000)).replace(/^[>\s]+/, ''), 'latin1'),
            ]);
            torn = null;
            const before = events.seen.ours;
            events.take(whole, 0, whole.length, lines - 1);
            // The line was counted as not understood; if it is now, it no longer is.
            if (events.torn() || events.seen.ours === before)
                events.seen.unread = Math.max(events.seen.unread, 1);
            else {
                events.seen.unread--;
                return;
            }
        }
        if (end > start && from[start] === 0)
            zeros++;
        const text = from.toString('utf8', start, Math.min(end, start + 2000));
        if (lossOf(text, events, notes))
            return;
        if (!kernel.take(text, lines))
            foreign++;
    };
    const cutter = lineCutter(line);
    let json = null;
    let first = true;
    for await (const piece of source.pieces) {
        if (first && piece.length > 0) {
            first = false;
            for (const [magic, what] of packed)
                if (piece.subarray(0, magic.length).equals(magic))
                    throw new Misuse(`${source.name}: ${what}`);
            if (looksLikeJson(piece))
                json = jsonEvents(events, (text) => line(text, 0, text.length));
        }
        bytes += piece.length;
        if (json === null)
            cutter.piece(piece);
        else
            json.piece(piece);
        options.progress?.({ bytes, lines });
    }
    cutter.end();
    json?.end();
    kernel.end();
    const broken = source.broken();
    if (broken !== null)
        notes.push(`${broken}; what came before it was read`);
    if (json !== null && json.seen.broken > 0)
        notes.push(`${json.seen.broken} elements are no JSON, or the file ends in one`);
    const { seen } = events;
    if (seen.spliced > 0)
        notes.push(`time goes back on one CPU ${seen.spliced} times: put together from several logs; nothing is concluded across these places`);
    if (seen.losses > 0)
        notes.push(`events were lost ${seen.losses} times${seen.lost > 0 ? ` (${seen.lost} and more)` : ''}; nothing is concluded across these places`);
    if (seen.unread > 0)
        notes.push(`${seen.unread} events of ours are not printed as known`);
    if (seen.ticks)
        notes.push('the clock counts ticks: times are ticks, not nanoseconds');
    if (events.tracker.forgotten > 0)
        notes.push(`${events.tracker.forgotten} unfinished objects were forgotten: there were too many at once`);
    const isJson = json?.seen.known === true;
    const hasEvents = seen.ours + seen.others + seen.unread > 0;
    const kinds = [
        ...(hasEvents && !isJson ? ['event text'] : []),
        ...(isJson ? ['event JSON'] : []),
        ...(kernel.seen.reports + kernel.seen.tasks + kernel.seen.warnings > 0 ||
            kernel.seen.stamped > 0
            ? ['kernel log']
            : []),
    ];
    if (kinds.length === 0)
        throw new Misuse(`${source.name}: ${bytes === 0 ? 'it is empty' : zeros > 0 ? 'it is binary' : 'nothing of ours is in it'}; looked for: ${tried.join('; ')}`);
    return {
        name: source.name,
        kinds,
        events,
        kernel,
        lines: json === null ? lines : lines + json.seen.line,
        bytes,
        foreign,
        notes,
    };
}
function looksLikeJson(piece) {
    let at = piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? 3 : 0;
    while (at < piece.length &&
        (piece[at] === 32 || piece[at] === 10 || piece[at] === 13 || piece[at] === 9))
        at++;
    if (piece[at] === 0x7b)
        return true;
    // A printk stamp begins so too.
    return piece[at] === 0x5b && /^\[\s*(?:\{|\]|$)/.test(piece.toString('latin1', at, at + 80));
}
/** Lines in which a tracer says what it did not keep. */
function lossOf(text, events, notes) {
    const lost = /^\s*CPU:?\s*\d+ \[(?:LOST )?(?:(\d+) )?EVENTS(?: DROPPED)?\]/.exec(text);
    if (lost !== null) {
        events.lost(Number(lost[1] ?? 0));
        return true;
    }
    if (/^##### CPU \d+ buffer started ####/.test(text)) {
        events.lost(0);
        return true;
    }
    const perf = /PERF_RECORD_LOST(?:_SAMPLES)? lost (\d+)/.exec(text) ??
        /lost (\d+) (?:events|chunks)/i.exec(text);
    if (perf !== null) {
        events.lost(Number(perf[1]));
        return true;
    }
    const header = /^# entries-in-buffer\/entries-written: (\d+)\/(\d+)/.exec(text);
    if (header !== null && Number(header[2]) > Number(header[1]))
        notes.push(`the buffer kept ${header[1]} of ${header[2]} events: the beginning is missing`);
    return false;
}
//# sourceMappingURL=read-log.js.map