/**
 * Events out of JSON of any length, in pieces: Chrome's (`traceEvents`, or a bare list), Perfetto's (`packet`, `ftraceEvents`), and the
 * text that Chrome and systrace pack into one (`systemTraceEvents`). Elements are read one by one; the whole is never in memory.
 */
export function jsonEvents(events, textLine) {
    const seen = { elements: 0, broken: 0, known: false, line: 1 };
    /** Open brackets: `{`, `[`, and the key under which each stands. */
    const stack = [];
    let key = '';
    let inString = false;
    let escaped = false;
    let isText = false;
    let word = [];
    let text = [];
    let unicode = -1;
    let captured = null;
    let capturedFrom = 0;
    let capturedLine = 0;
    let capturedDepth = 0;
    let size = 0;
    const lists = new Set(['traceEvents', 'packet', '']);
    const flush = () => {
        textLine(Buffer.from(text));
        text = [];
    };
    const textByte = (byte) => {
        if (byte === 10)
            flush();
        else if (text.length < 1e6)
            text.push(byte);
    };
    const element = (json) => {
        seen.elements++;
        try {
            fromElement(events, JSON.parse(json), seen.elements, capturedLine, seen);
        }
        catch {
            seen.broken++;
        }
    };
    return {
        seen,
        piece: (bytes) => {
            capturedFrom = 0;
            for (let at = 0; at < bytes.length; at++) {
                const byte = bytes[at];
                if (byte === 10)
                    seen.line++;
                if (inString) {
                    if (escaped) {
                        escaped = false;
                        if (isText) {
                            if (byte === 0x75)
                                unicode = 4;
                            else
                                textByte(byte === 0x6e ? 10 : byte === 0x74 ? 32 : byte);
                        }
                    }
                    else if (byte === 0x5c)
                        escaped = true;
                    else if (byte === 0x22) {
                        inString = false;
                        if (isText) {
                            flush();
                            isText = false;
                        }
                        else if (captured === null)
                            key = Buffer.from(word).toString('utf8');
                    }
                    else if (isText) {
                        if (unicode > 0)
                            unicode--;
                        else
                            textByte(byte);
                    }
                    else if (captured === null && word.length < 64)
                        word.push(byte);
                    continue;
                }
                if (byte === 0x22) {
                    inString = true;
                    word = [];
                    isText = captured === null && key === 'systemTraceEvents';
                    if (isText) {
                        key = '';
                        seen.known = true;
                    }
                }
                else if (byte === 0x7b || byte === 0x5b) {
                    const top = stack.at(-1);
                    if (byte === 0x7b && captured === null && top?.list === true && lists.has(top.key)) {
                        captured = [];
                        capturedFrom = at;
                        capturedDepth = stack.length;
                        capturedLine = seen.line;
                        size = 0;
                    }
                    if (stack.length < 10_000)
                        stack.push({ list: byte === 0x5b, key });
                    key = '';
                }
                else if (byte === 0x7d || byte === 0x5d) {
                    stack.pop();
                    if (captured !== null && stack.length === capturedDepth) {
                        captured.push(bytes.subarray(capturedFrom, at + 1));
                        element(Buffer.concat(captured).toString('utf8'));
                        captured = null;
                    }
                    key = '';
                }
                else if (byte === 0x2c)
                    key = '';
            }
            if (captured !== null) {
                captured.push(Buffer.from(bytes.subarray(capturedFrom)));
                size += bytes.length;
                // An element that never ends is none.
                if (size > 256e6) {
                    captured = null;
                    seen.broken++;
                }
            }
        },
        end: () => {
            if (captured !== null)
                seen.broken++;
        },
    };
}
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
/** So that no two events seem to come from one CPU: only time orders them. */
const noCpu = (at) => -2 - (at % 1000);
function fromElement(events, value, at, line, seen) {
    if (!isRecord(value))
        return;
    if (isRecord(value['ftraceEvents']) || isRecord(value['ftrace_events'])) {
        const bundle = (value['ftraceEvents'] ?? value['ftrace_events']);
        seen.known = true;
        const cpu = Number(bundle['cpu'] ?? 0);
        if (bundle['lostEvents'] === true || bundle['lost_events'] === true)
            events.lost(0);
        for (const event of Array.isArray(bundle['event']) ? bundle['event'] : []) {
            if (!isRecord(event))
                continue;
            for (const [name, fields] of Object.entries(event)) {
                if (!isRecord(fields))
                    continue;
                const named = Object.fromEntries(Object.entries(fields).map(([field, one]) => [snake(field), one]));
                events.event(snake(name), (field) => word(named[field]), Number.isFinite(cpu) ? cpu : noCpu(at), Number(event['timestamp'] ?? 0), Number(event['pid'] ?? -1), '', line);
            }
        }
        return;
    }
    if (typeof value['name'] !== 'string' || typeof value['ph'] !== 'string')
        return;
    seen.known = true;
    const time = Number(value['ts']);
    if (!Number.isFinite(time) || value['ph'] === 'M' || value['ph'] === 'E')
        return;
    const args = isRecord(value['args']) ? value['args'] : {};
    const cpu = Number(args['cpu'] ?? NaN);
    const tid = Number(value['tid'] ?? -1);
    events.event(value['name'].replace(/^.*:/, ''), (field) => word(args[field]), Number.isInteger(cpu) && cpu >= 0 ? cpu : noCpu(at), time * 1000, Number.isFinite(tid) ? tid : -1, word(args['comm']) ?? '', line);
}
//# sourceMappingURL=json-events.js.map