import { allocationsDoNotGate, infiniteDependsOnFinite } from "./sentences.js";
export { who } from "./who.js";
/** The sentences that a waits-for cycle breaks, by the lifecycles that it goes through. */
export const lawsOf = (lifecycles) => [
    ...(lifecycles.includes('allocation') ? [allocationsDoNotGate] : []),
    ...(lifecycles.includes('user_fence') ? [infiniteDependsOnFinite] : []),
];
/** Whether what a citation says are the very words of the file; of code it is a summary. */
export const verbatim = ({ file }) => file.endsWith('.rst') || file === 'drivers/dma-buf/dma-fence.c';
/** Lifecycles that only keep the order of others: told last. */
export const quiet = ['ring'];
/** The descriptions of the lifecycles of a system. */
export function tellingOf({ rows, sizes }) {
    const machines = new Map();
    for (const { parts } of rows) {
        for (const { of } of Object.values(parts)) {
            const machine = typeof of === 'function' ? of(sizes) : of;
            if (!machines.has(machine.id))
                machines.set(machine.id, machine);
        }
    }
    return (lifecycle, state, event) => {
        const machine = machines.get(lifecycle);
        if (machine === undefined)
            return null;
        // The innermost state that takes the event answers.
        for (let path = state.split('.');; path = path.slice(0, -1)) {
            const node = path.reduce((at, name) => at?.states[name], machine.root);
            const found = node?.config.on?.[event];
            if (found?.description !== undefined)
                return found.description;
            if (path.length === 0)
                return null;
        }
    };
}
//# sourceMappingURL=words.js.map