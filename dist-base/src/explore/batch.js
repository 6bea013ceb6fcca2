/** Small enough for the caches and to be compiled early, large enough to have many memory accesses under way at once. */
export function batchOf(lanes, steps, room = 512, most = 256) {
    const count = room + steps;
    return {
        room,
        most,
        rows: new Int32Array(count * lanes),
        hash: new Int32Array(count),
        step: new Uint16Array(count),
        number: new Int32Array(count),
        fresh: new Int32Array(count),
        end: new Int32Array(most),
        enabled: new Int32Array(most * Math.ceil(steps / 32)),
        leaving: new Int32Array(most),
    };
}
//# sourceMappingURL=batch.js.map