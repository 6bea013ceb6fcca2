import { tabulate } from "../lts/tabulate.js";
import { Misuse } from "../system/misuse.js";
const widest = 12;
export function stateSets(name, kind) {
    const lts = tabulate(kind.lifecycle);
    const width = lts.states.length;
    if (width > widest)
        throw new Misuse(`${name}: ${width} states, expected ${widest} at most`);
    const events = lts.events.map((_, event) => event);
    const set = (names) => names.reduce((bits, state) => {
        const members = lts.places[state];
        if (members === undefined)
            throw new Misuse(`${name}: no state '${state}'`);
        return members.reduce((sum, member) => sum | (1 << member), bits);
    }, 0);
    const known = (event) => {
        if (!lts.events.includes(event))
            throw new Misuse(`${name}: no event '${event}'`);
    };
    for (const { event, in: states } of kind.refusals) {
        known(event);
        set(states);
    }
    for (const event of [
        ...(kind.stages?.queued ?? []),
        ...(kind.stages?.running ?? []),
        ...(kind.stages?.done ?? []),
        ...(kind.rises?.events ?? []),
        ...(kind.mostlyRises ?? []),
    ])
        known(event);
    const widenLossy = widening(lts, events);
    return {
        name,
        kind,
        lts,
        width,
        all: (1 << width) - 1,
        finished: set(kind.finished),
        step: stepping(lts, widening(lts, events)),
        lossy: stepping(lts, widenLossy),
        widen: widening(lts, events),
        widenLossy,
    };
}
/** States by name as a set. */
export const setOf = ({ lts }, names) => names.reduce((bits, state) => lts.places[state].reduce((sum, member) => sum | (1 << member), bits), 0);
export const namesOf = ({ lts }, set) => lts.states.filter((_, state) => (set >> state) & 1);
/** From now on only `silent` events may happen unseen. */
export function silence(sets, silent) {
    sets.widen = widening(sets.lts, silent);
    sets.step = stepping(sets.lts, sets.widen);
}
function widening({ states, events, next }, silent) {
    const single = states.map((_, from) => {
        let reached = 1 << from;
        for (const todo = [from]; todo.length > 0;) {
            const state = todo.pop();
            for (const event of silent) {
                const after = next[state * events.length + event];
                if (after >= 0 && ((reached >> after) & 1) === 0) {
                    reached |= 1 << after;
                    todo.push(after);
                }
            }
        }
        return reached;
    });
    return overSets(states.length, single);
}
function stepping({ states, events, next }, widen) {
    const width = states.length;
    const table = new Uint16Array(events.length << width);
    events.forEach((_, event) => {
        const single = states.map((_, state) => {
            let after = 0;
            for (let from = 0; from < width; from++) {
                const to = (widen[1 << state] >> from) & 1 ? next[from * events.length + event] : -1;
                if (to >= 0)
                    after |= 1 << to;
            }
            return after;
        });
        table.set(overSets(width, single), event << width);
    });
    return table;
}
/** A function of states taken to sets of them. */
function overSets(width, single) {
    const table = new Uint16Array(1 << width);
    for (let set = 1; set < table.length; set++) {
        const lowest = 31 - Math.clz32(set & -set);
        table[set] = table[set & (set - 1)] | single[lowest];
    }
    return table;
}
//# sourceMappingURL=state-sets.js.map