import { setup } from 'xstate';
/** A state of a chart: a sentence about it, the symbol that makes it so, its edges by event. */
export const state = (...what) => what;
/**
 * A flat lifecycle of which every state and edge has its sentence and its source; the first state is the initial one.
 * @param file the source of all symbols that name no file of their own
 */
export function chart(id, file, states) {
    const source = (by) => (by.includes(': ') ? by : `${file}: ${by}`);
    const edge = (from, { target, description, meta }) => ({
        target,
        reenter: target === from,
        description,
        meta: { source: source(meta.source) },
    });
    const node = (name, [description, by, on = {}, waits]) => ({
        description,
        meta: { source: source(by), ...(waits === undefined ? {} : { waits }) },
        on: Object.fromEntries(Object.entries(on).map(([event, leads]) => [event, edge(name, leads)])),
    });
    return setup({ types: { events: {} } }).createMachine({
        id,
        initial: Object.keys(states)[0],
        states: Object.fromEntries(Object.entries(states).map(([name, of]) => [name, node(name, of)])),
    });
}
//# sourceMappingURL=chart.js.map