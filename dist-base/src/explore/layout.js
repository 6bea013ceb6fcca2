/** First fit, in the order of the parts: ceil(log2 n) bits for a part of n local states. */
export function layoutOf(program) {
    const used = [0];
    const lane = new Int32Array(program.parts.length);
    const shift = new Int32Array(program.parts.length);
    const mask = new Int32Array(program.parts.length);
    let bits = 0;
    program.parts.forEach(({ table }, part) => {
        const width = 32 - Math.clz32(program.tables[table].states.length - 1);
        if (width === 0)
            return;
        let at = used.findIndex((taken) => taken + width <= 32);
        if (at < 0)
            at = used.push(0) - 1;
        lane[part] = at;
        shift[part] = used[at];
        mask[part] = 2 ** width - 1;
        used[at] += width;
        bits += width;
    });
    return { lanes: used.length, lane, shift, mask, bits };
}
/** Packs `state`, one local state a part, into `into` from `at` on. */
export function pack({ lanes, lane, shift }, state, into, at) {
    into.fill(0, at, at + lanes);
    for (let part = 0; part < lane.length; part++)
        into[at + lane[part]] |= state[part] << shift[part];
}
/** The local states of the packed state that begins at `rows[at]`. */
export function unpack({ lane, shift, mask }, rows, at, into = []) {
    for (let part = 0; part < lane.length; part++)
        into[part] = (rows[at + lane[part]] >>> shift[part]) & mask[part];
    into.length = lane.length;
    return into;
}
//# sourceMappingURL=layout.js.map