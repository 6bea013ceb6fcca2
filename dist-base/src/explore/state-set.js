import { bytesOf, roomier } from "./room.js";
/** Slots a bucket: 16, a cache line. */
const lineBits = 4;
const line = 1 << lineBits;
/** Brings the first bit of a hash above those of the bucket to where a slot's own bits begin. */
const tagShift = lineBits + 1;
/** How full the index may get. */
const fullest = 13 / 16;
/** An index of more would have more slots than a slot's bits can number. */
const mostStates = Math.floor(2 ** 31 * fullest) - 1;
/** Seats for states met lately: most successors are met again soon, and these stay in the second-level cache. */
const recentBits = 12;
/** `lanes`: words a state. */
export function stateSet(lanes, hashes, batch) {
    let count = 0;
    let rows = new Int32Array(1025 * lanes);
    let table = new Int32Array(4096);
    const recent = new Int32Array((lanes + 1) << recentBits);
    const missed = new Int32Array(batch.hash.length);
    let misses = 0;
    let settled = 0;
    const place = new Int32Array(batch.hash.length);
    const entry = new Int32Array(batch.hash.length);
    const gathered = new Int32Array(batch.hash.length * lanes);
    const touched = new Int32Array(batch.hash.length);
    const aside = recent.byteLength + gathered.byteLength + 4 * place.byteLength;
    const slotsFor = (states) => {
        if (states > mostStates)
            throw new RangeError(`an index of ${states} states`);
        let enough = table.length;
        while (enough * fullest < states + 1)
            enough *= 2;
        return enough;
    };
    /** The mixed hashes of the states of so many numbers. */
    const hashed = (numbers, n) => {
        gather(numbers, n, lanes, rows, gathered);
        hashes(gathered, 0, n, entry);
        for (let k = 0; k < n; k++)
            entry[k] = mix(entry[k]);
        return entry;
    };
    return {
        count: () => count,
        rows: () => rows,
        bytes: () => (count + 1) * lanes * 4 + table.byteLength + aside,
        bytesFor: (states) => bytesOf(rows, (count + 1) * lanes, (states + 1) * lanes) +
            bytesOf(table, table.length, slotsFor(states)) +
            aside,
        reserve: (states) => {
            rows = roomier(rows, (count + 1) * lanes, (states + 1) * lanes, Int32Array);
            const wider = slotsFor(states);
            while (table.length < wider) {
                const next = new Int32Array(2 * table.length);
                split(table, next, place, hashed);
                table = next;
            }
        },
        probe: ({ rows: next, hash, number }, n) => {
            misses = meet(n, lanes, next, hash, number, recent, missed);
            fetch(misses, hash, table, entry);
            seek(misses, hash, table, entry, place);
            touch(misses, lanes, rows, table.length - 1, entry, touched);
            settled = 0;
        },
        intern: ({ rows: next, hash, number, fresh }, until) => {
            let end = misses;
            while (end > settled && missed[end - 1] >= until)
                end--;
            const more = settle(settled, end, lanes, next, hash, number, fresh, missed, entry, place, table, rows, count, recent);
            settled = end;
            count += more;
            return more;
        },
    };
}
// Each of the loops below is a function of its own: a shorter loop has more of its loads under way at once, and compiles sooner.
/** Answers for the states met lately; the others' places among the batch's `n` successors go into `missed`, their mixed hashes to the front of `hash`. */
function meet(n, lanes, next, hash, number, recent, missed) {
    let m = 0;
    for (let i = 0; i < n; i++) {
        const x = mix(hash[i]);
        const of = i * lanes;
        const seat = (x >>> (32 - recentBits)) * (lanes + 1);
        const who = recent[seat];
        let lane = 0;
        while (lane < lanes && recent[seat + 1 + lane] === next[of + lane])
            lane++;
        if (lane === lanes && who !== 0) {
            number[i] = who;
            continue;
        }
        recent[seat] = ~i;
        for (lane = 0; lane < lanes; lane++)
            recent[seat + 1 + lane] = next[of + lane];
        number[i] = 0;
        missed[m] = i;
        hash[m++] = x;
    }
    return m;
}
function fetch(misses, hash, table, entry) {
    const low = table.length - 1;
    for (let k = 0; k < misses; k++)
        entry[k] = table[homeOf(hash[k], low)];
}
/** Goes on to the slot that is empty or holds the same bits of the hash. */
function seek(misses, hash, table, entry, place) {
    const low = table.length - 1;
    const tag = tagOf(low);
    for (let k = 0; k < misses; k++) {
        const x = hash[k];
        const bits = x << tagShift;
        const home = homeOf(x, low);
        let at = home;
        let found = entry[k];
        while (found !== 0 && ((found ^ bits) & tag) !== 0) {
            at = after(at, home, low);
            found = table[at];
        }
        place[k] = at;
        entry[k] = found;
    }
}
function touch(misses, lanes, rows, low, entry, touched) {
    for (let k = 0; k < misses; k++)
        touched[k] = rows[(entry[k] & low) * lanes];
}
function gather(numbers, n, lanes, rows, into) {
    for (let k = 0; k < n; k++)
        for (let lane = 0; lane < lanes; lane++)
            into[k * lanes + lane] = rows[numbers[k] * lanes + lane];
}
/** Gives the missed successors `from` up to `end` their numbers, after the `count` that are given; how many are new. */
function settle(from, end, lanes, next, hash, number, fresh, missed, entry, place, table, rows, count, recent) {
    const low = table.length - 1;
    const tag = tagOf(low);
    let given = count;
    for (let k = from; k < end; k++) {
        const i = missed[k];
        const x = hash[k];
        const bits = x << tagShift;
        const of = i * lanes;
        let at = place[k];
        let found = entry[k];
        // The slot was empty when it was probed; it may have been taken since.
        if (found === 0)
            found = table[at];
        let is = 0;
        while (found !== 0) {
            if (((found ^ bits) & tag) === 0) {
                const row = (found & low) * lanes;
                let lane = 0;
                while (lane < lanes && rows[row + lane] === next[of + lane])
                    lane++;
                if (lane === lanes) {
                    is = found & low;
                    break;
                }
            }
            at = after(at, homeOf(x, low), low);
            found = table[at];
        }
        if (is === 0) {
            fresh[given - count] = i;
            is = ++given;
            table[at] = slotOf(x, at, low, is);
            for (let lane = 0; lane < lanes; lane++)
                rows[is * lanes + lane] = next[of + lane];
        }
        number[i] = is;
        const seat = (x >>> (32 - recentBits)) * (lanes + 1);
        if (recent[seat] === ~i)
            recent[seat] = is;
    }
    return given - count;
}
/** Moves all into an index of twice the size. `mixed`: the mixed hashes of the states of so many `numbers`. */
function split(from, into, numbers, mixed) {
    moveAtHome(from, into);
    for (let slot = 0; slot < from.length; slot += numbers.length) {
        const count = away(from, slot, Math.min(from.length, slot + numbers.length), numbers);
        bringHome(numbers, mixed(numbers, count), count, into);
    }
}
/** The numbers of the states between these slots that are not in their own buckets; how many they are. */
function away(from, begin, end, numbers) {
    const size = from.length;
    let count = 0;
    for (let slot = begin; slot < end; slot++)
        if ((from[slot] & size) !== 0)
            numbers[count++] = from[slot] & (size - 1);
    return count;
}
/** Brings states of these numbers as near to their buckets as there is room. */
function bringHome(numbers, mixed, count, into) {
    const low = into.length - 1;
    for (let k = 0; k < count; k++) {
        const x = mixed[k];
        const home = homeOf(x, low);
        let at = home;
        while (into[at] !== 0)
            at = after(at, home, low);
        into[at] = slotOf(x, at, low, numbers[k]);
    }
}
/** Each bucket becomes two, told apart by the lowest of a slot's own bits: all that were at home have room there. */
function moveAtHome(from, into) {
    const size = from.length;
    const low = into.length - 1;
    const own = tagOf(low) | (size - 1);
    const upper = 31 - Math.clz32(size) + 1;
    for (let slot = 0; slot < size; slot++) {
        const found = from[slot];
        if (found === 0 || (found & size) !== 0)
            continue;
        const bucket = (slot & -line) + (size & -((found >>> upper) & 1));
        let at = bucket | seatIn(found, low);
        while (into[at] !== 0)
            at = bucket | ((at + 1) & (line - 1));
        into[at] = found & own;
    }
}
/** The bits of a slot that are of the hash; below them is one that says whether the state is away from its bucket, then its number. */
const tagOf = (low) => ~(2 * low + 1);
const slotOf = (x, at, low, number) => ((x << tagShift) & tagOf(low)) |
    ((((at >>> lineBits) ^ x) & (low >>> lineBits)) === 0 ? 0 : low + 1) |
    number;
/** Where in a bucket to begin: the highest of the bits that a slot holds, while it holds so many. */
const seatIn = (bits, low) => low < 1 << 27 ? bits >>> (32 - lineBits) : 0;
const homeOf = (x, low) => ((x << lineBits) & low & -line) | seatIn(x << tagShift, low);
/** The slot to try next: once round the bucket, then in the next one. */
function after(at, home, low) {
    const next = (at & -line) | ((at + 1) & (line - 1));
    return ((next ^ home) & (line - 1)) === 0 ? (next + line) & low : next;
}
/** All bits of a linear hash spread over all bits. */
function mix(x) {
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return x ^ (x >>> 15);
}
//# sourceMappingURL=state-set.js.map