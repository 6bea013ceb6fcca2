import { isAt, literal } from "./literal.js";
export const mostFields = 16;
export const values = () => ({
    low: new Uint32Array(mostFields),
    high: new Uint32Array(mostFields),
    from: new Int32Array(mostFields),
    to: new Int32Array(mostFields),
    lazy: false,
    textsTo: 0,
});
const kinds = { u: 0, d: 0, x: 1, s: 2, w: 3 };
export function matcher({ text, tells }) {
    const steps = [];
    const fields = [];
    let before = '';
    for (const piece of text.split(/(\{\w+:[udxsw]\})/)) {
        const [, name, kind] = /^\{(\w+):([udxsw])\}$/.exec(piece) ?? [];
        if (name === undefined) {
            before = piece;
            continue;
        }
        if (fields.length === mostFields)
            throw new RangeError(`more than ${mostFields} fields in '${text}'`);
        steps.push({
            before: literal(before),
            field: fields.length,
            kind: kinds[kind],
        });
        fields.push(name);
        before = '';
    }
    // What follows the last field is not looked at, except to end a text.
    steps.push({ before: literal(before), field: -1, kind: 0 });
    const tail = steps.findLastIndex(({ kind, field }) => field >= 0 && kind !== 0) + 1;
    const ends = before === '' &&
        tail > 0 &&
        steps.slice(0, tail).every(({ kind }) => kind === 2) &&
        tail < steps.length - 1;
    return { steps, fields, tells, tail: ends ? tail : -1 };
}
/** Fills `into` from the bytes [at, end); false where they are not this print. Texts may be left for `matchTexts`: then `lazy` is set. */
export function match(matcher, bytes, view, at, end, into) {
    if (matcher.tail > 0 && backwards(matcher, bytes, view, at, end, into))
        return (into.lazy = true);
    into.lazy = false;
    return matchTexts(matcher, bytes, view, at, end, into);
}
function backwards({ steps, tail }, bytes, view, at, end, into) {
    if (!isAt(steps[0].before, view, at, end))
        return false;
    let p = end;
    for (let i = steps.length - 2; i >= tail; i--) {
        const { before, field } = steps[i];
        const to = p;
        let value = 0;
        let scale = 1;
        for (; p > at; p--) {
            const digit = bytes[p - 1] - 48;
            if (digit < 0 || digit > 9)
                break;
            value = (value + Math.imul(digit, scale)) | 0;
            scale = Math.imul(scale, 10);
        }
        if (p === to || to - p > 20)
            return false;
        into.low[field] = value;
        into.high[field] = 0;
        p -= before.bytes.length;
        if (p < at || !isAt(before, view, p, end))
            return false;
    }
    into.textsTo = p;
    return true;
}
/** The same, with every text. */
export function matchTexts({ steps }, bytes, view, at, end, into) {
    let p = at;
    for (let i = 0; i < steps.length; i++) {
        const { before, field, kind } = steps[i];
        if (!isAt(before, view, p, end))
            return false;
        if (field < 0)
            return true;
        p += before.bytes.length;
        const from = p;
        if (kind === 0) {
            let value = 0;
            if (bytes[p] === 0x2d)
                p++;
            const digits = p;
            for (; p < end; p++) {
                const digit = bytes[p] - 48;
                if (digit < 0 || digit > 9)
                    break;
                value = (Math.imul(value, 10) + digit) | 0;
            }
            if (p === digits || p - digits > 20)
                return false;
            into.low[field] = digits > from ? -value : value;
            into.high[field] = 0;
        }
        else if (kind === 1) {
            let low = 0;
            let high = 0;
            if (bytes[p] === 48 && (bytes[p + 1] | 32) === 0x78)
                p += 2;
            const digits = p;
            for (; p < end; p++) {
                const byte = bytes[p];
                const digit = byte >= 48 && byte <= 57
                    ? byte - 48
                    : (byte | 32) >= 97 && (byte | 32) <= 102
                        ? (byte | 32) - 87
                        : -1;
                if (digit < 0)
                    break;
                high = (high << 4) | (low >>> 28);
                low = (low << 4) | digit;
            }
            if (p === digits || p - digits > 16)
                return false;
            into.low[field] = low;
            into.high[field] = high;
        }
        else {
            const stop = steps[i + 1].before;
            if (kind === 3)
                while (p < end && bytes[p] !== 32 && bytes[p] !== 44)
                    p++;
            else if (stop.bytes.length === 0)
                p = end;
            else {
                const first = stop.bytes[0];
                while (p < end && !(bytes[p] === first && isAt(stop, view, p, end)))
                    p++;
                if (p >= end && steps[i + 1].field >= 0)
                    return false;
            }
        }
        into.from[field] = from;
        into.to[field] = p;
    }
    return true;
}
//# sourceMappingURL=print.js.map