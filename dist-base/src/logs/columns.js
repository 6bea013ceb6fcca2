import { areDigits, valueOf } from "./digits.js";
import { nameAt } from "./names.js";
export const columns = () => ({
    cpu: 0,
    time: 0,
    nameFrom: 0,
    nameTo: 0,
    nameHash: 0,
    known: -1,
    from: 0,
    to: 0,
    taskFrom: 0,
    taskTo: 0,
    ticks: false,
});
const powers = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2, 1e1, 1];
/** Hashes stay small: larger numbers would be objects of their own. */
const small = 0x3fffffff;
/**
 * The columns of one line [from, to), whoever printed it: trace, trace_pipe, trace-cmd report, systrace with its (tgid), perf script.
 * `comm-pid [(tgid)] [cpu] [flags] seconds.fraction: [system:]event: text`. False where the bytes are nothing of that kind.
 */
export function readColumns(bytes, view, from, to, into, names) {
    // The CPU is the first number in brackets; a comm may have brackets, but hardly with a number and a space behind.
    // It mostly stands where it stood on the line before.
    let p = from + into.taskTo - into.taskFrom;
    if (p >= to || p === from || bytes[p] !== 0x5b || bytes[p - 1] !== 32)
        p = from;
    let cpu = 0;
    search: for (;;) {
        while (p < to && bytes[p] !== 0x5b)
            p++;
        if (p >= to)
            return withoutCpu(bytes, view, from, to, into, names);
        const open = p++;
        let digits = 0;
        cpu = 0;
        for (; p < to; p++) {
            const digit = bytes[p] - 48;
            if (digit < 0 || digit > 9)
                break;
            cpu = cpu * 10 + digit;
            digits++;
        }
        if (digits > 0 && digits < 6 && bytes[p] === 0x5d && bytes[p + 1] === 32 && open > from) {
            into.taskTo = open;
            p += 2;
            break search;
        }
    }
    into.taskFrom = from;
    into.cpu = cpu;
    while (p < to && bytes[p] === 32)
        p++;
    if (p < to && (bytes[p] < 48 || bytes[p] > 57)) {
        const flags = p;
        while (p < to && bytes[p] !== 32)
            p++;
        if (p - flags > 12)
            return false;
        while (p < to && bytes[p] === 32)
            p++;
    }
    return timeAndName(bytes, view, p, to, into, names);
}
function timeAndName(bytes, view, at, to, into, names) {
    let p = at;
    let seconds = 0;
    let byte = 0;
    for (; p + 4 < to; p += 4) {
        const word = view.getInt32(p, true);
        if (!areDigits(word))
            break;
        seconds = seconds * 10_000 + valueOf(word);
    }
    for (; p < to; p++) {
        byte = bytes[p];
        if (byte < 48 || byte > 57)
            break;
        seconds = seconds * 10 + (byte - 48);
    }
    if (p === at || p - at > 20)
        return false;
    if (byte === 0x2e) {
        const dot = ++p;
        let fraction = 0;
        for (; p + 4 < to && p - dot <= 4; p += 4) {
            const word = view.getInt32(p, true);
            if (!areDigits(word))
                break;
            fraction = fraction * 10_000 + valueOf(word);
        }
        for (; p < to; p++) {
            byte = bytes[p];
            if (byte < 48 || byte > 57)
                break;
            if (p - dot < 9)
                fraction = fraction * 10 + (byte - 48);
        }
        const digits = p - dot;
        if (digits === 0)
            return false;
        into.time = seconds * 1e9 + fraction * powers[digits < 9 ? digits : 9];
        into.ticks = false;
    }
    else {
        into.time = seconds;
        into.ticks = true;
    }
    if (byte !== 0x3a)
        return false;
    p++;
    if (bytes[p] !== 32)
        return false;
    while (p < to && bytes[p] === 32)
        p++;
    const known = nameAt(names, view, p, to);
    into.known = known;
    into.to = to;
    if (known >= 0) {
        p += names.names[known].bytes.length;
        while (p < to && bytes[p] === 32)
            p++;
        into.from = p;
        return true;
    }
    let name = p;
    let hash = 0x811c9dc5;
    for (; p < to; p++) {
        byte = bytes[p];
        if (byte === 0x3a) {
            // perf names the system first.
            const next = bytes[p + 1];
            if (p + 1 >= to || next === 32)
                break;
            name = p + 1;
            hash = 0x811c9dc5;
            continue;
        }
        if (byte <= 32)
            return false;
        hash = Math.imul(hash ^ byte, 0x01000193);
    }
    if (p >= to || p === name)
        return false;
    into.nameFrom = name;
    into.nameTo = p;
    into.nameHash = hash & small;
    p++;
    while (p < to && bytes[p] === 32)
        p++;
    into.from = p;
    return true;
}
/** perf script without a CPU column: `comm pid seconds.fraction: system:event: text`. */
function withoutCpu(bytes, view, from, to, into, names) {
    for (let p = from + 1; p < to && p < from + 64; p++) {
        if (bytes[p - 1] !== 32 || bytes[p] < 48 || bytes[p] > 57)
            continue;
        let q = p;
        let dot = false;
        while (q < to && ((bytes[q] >= 48 && bytes[q] <= 57) || (bytes[q] === 0x2e && !dot))) {
            if (bytes[q] === 0x2e)
                dot = true;
            q++;
        }
        if (!dot || bytes[q] !== 0x3a)
            continue;
        into.taskFrom = from;
        into.taskTo = p;
        into.cpu = -1;
        return timeAndName(bytes, view, p, to, into, names);
    }
    return false;
}
export function hashOf(text) {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(text, 'latin1'))
        hash = Math.imul(hash ^ byte, 0x01000193);
    return hash & small;
}
/** The task's number, -1 where there is none: the digits after the last `-` (perf: after the last space or slash) before a `(tgid)`. */
export function taskOf(bytes, from, to) {
    let p = to - 1;
    while (p >= from && bytes[p] === 32)
        p--;
    if (bytes[p] === 0x29) {
        while (p >= from && bytes[p] !== 0x28)
            p--;
        p--;
        while (p >= from && bytes[p] === 32)
            p--;
    }
    let value = 0;
    let scale = 1;
    const end = p;
    for (; p >= from; p--) {
        const digit = bytes[p] - 48;
        if (digit < 0 || digit > 9)
            break;
        value += digit * scale;
        scale *= 10;
    }
    return p === end ? -1 : value;
}
/** The task's name: what stands before its number. */
export function commOf(bytes, from, to) {
    return bytes
        .toString('latin1', from, to)
        .replace(/\s*\(\s*[\d-]+\)\s*$/, '')
        .replace(/[-\s](?:\d+\/)?\d+\s*$/, '')
        .trim();
}
//# sourceMappingURL=columns.js.map