const bits = 12;
const places = 1 << bits;
export const rising = () => ({
    last: new Int32Array(places * 4),
    seen: new Float64Array(places * 2),
});
export const forgetAll = ({ last }) => {
    last.fill(0);
};
/** Notes a number; gives the one before if that is larger (as 32-bit numbers that wrap) and the clocks leave no doubt who came first. */
export function rise({ last, seen }, whose, what, number, { time, cpu, line }, skew) {
    const place = Math.imul(Math.imul(whose, 0x85ebca6b) ^ what, 0x9e3779b1) >>> (32 - bits);
    const at = place * 4;
    let fell = null;
    if (last[at] === (whose | 0) && last[at + 1] === what + 1) {
        const ago = time - seen[place * 2];
        if (((number - last[at + 2]) | 0) < 0 &&
            (last[at + 3] === cpu ? ago >= 0 : ago > 0 && ago >= skew))
            fell = { last: last[at + 2] >>> 0, line: seen[place * 2 + 1] };
        if (ago < 0)
            return fell;
    }
    last[at] = whose;
    last[at + 1] = what + 1;
    last[at + 2] = number;
    last[at + 3] = cpu;
    seen[place * 2] = time;
    seen[place * 2 + 1] = line;
    return fell;
}
//# sourceMappingURL=rising.js.map