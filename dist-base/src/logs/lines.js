/** A line longer than this is cut in pieces: nothing of ours is so long, and memory stays bounded. */
const longest = 1024 * 1024;
/** Cuts pieces into lines. */
export function lineCutter(take) {
    let rest = null;
    const line = (bytes, from, to) => take(bytes, from, to > from && bytes[to - 1] === 13 ? to - 1 : to);
    // A function of its own: what comes after the loop would make the compiler begin anew with every piece.
    const whole = (bytes, from) => {
        let at = from;
        for (;;) {
            const end = bytes.indexOf(10, at);
            if (end < 0)
                return at;
            line(bytes, at, end);
            at = end + 1;
        }
    };
    return {
        piece: (bytes) => {
            let at = 0;
            if (rest !== null) {
                const end = bytes.indexOf(10);
                if (end < 0) {
                    rest = Buffer.concat([rest, bytes]);
                    if (rest.length > longest) {
                        line(rest, 0, rest.length);
                        rest = null;
                    }
                    return;
                }
                const joined = Buffer.concat([rest, bytes.subarray(0, end)]);
                line(joined, 0, joined.length);
                rest = null;
                at = end + 1;
            }
            at = whole(bytes, at);
            if (at < bytes.length) {
                // A copy: the piece's memory may be used again.
                rest = Buffer.from(bytes.subarray(at));
                if (rest.length > longest) {
                    line(rest, 0, rest.length);
                    rest = null;
                }
            }
        },
        end: () => {
            if (rest !== null)
                line(rest, 0, rest.length);
            rest = null;
        },
    };
}
//# sourceMappingURL=lines.js.map