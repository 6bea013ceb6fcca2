const quotes = /^(?:[ \t]{0,3}[>|][ \t]?)+/;
const logger = /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d(?:\.\d+)? \S+ kernel: |\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* (?:\S+ )?kernel(?:\[\d+\])?: |[a-z]+ *:[a-z]+ *: )?/;
const stamp = /^ ?\[ *(?:\+?\d+\.\d+|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \d{4})\](?: ?\[ *([TC]\d+)\])? ?/;
/** A record of /dev/kmsg, as netconsole sends it: priority, number, time, flags; perhaps after the time and host of whoever received it. */
const record = /^(?:[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \S+ )?\d+,\d+,\d+,[-c+](?:,[^;]*)?;/;
export function cleanLine(line) {
    let text = line.replace(quotes, '');
    const recorded = record.exec(text);
    if (recorded !== null)
        return {
            text: text.slice(recorded[0].length),
            caller: /,caller=([TC]\d+)/.exec(recorded[0])?.[1] ?? null,
            stamped: true,
        };
    text = text.replace(logger, '');
    const found = stamp.exec(text) ?? /^.{0,60}?\[ *\d+\.\d{6}\](?: ?\[ *([TC]\d+)\])? ?/.exec(text);
    if (found === null)
        return { text, caller: null, stamped: false };
    return { text: text.slice(found[0].length), caller: found[1] ?? null, stamped: true };
}
//# sourceMappingURL=clean-line.js.map