import { setup } from 'xstate';
import { everyJob } from "./slot.js";
import { to } from "./to.js";
/** Every order of every choice of `names`, shorter ones first. */
function orders(names) {
    const found = [[]];
    for (const order of found)
        for (const name of names)
            if (!order.includes(name))
                found.push([...order, name]);
    return found;
}
/**
 * The queue of an engine.
 * Rule: who came first goes first; who is not ready is taken out and comes back at the end.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_rq_select_entity_fifo: the first ready entity), v7.0.
 */
export function ring(jobs) {
    const source = 'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_rq_select_entity_fifo';
    const names = everyJob(jobs);
    const key = (order) => (order.length === 0 ? 'empty' : order.join(','));
    return setup({ types: { events: {} } }).createMachine({
        id: 'ring',
        initial: 'empty',
        states: Object.fromEntries(orders(names).map((order) => [
            key(order),
            {
                description: order.length === 0 ? 'Nobody waits.' : `In this order: ${order.join(', ')}.`,
                meta: { source, ...(order.length === 0 ? {} : { waits: 'first in it' }) },
                on: Object.fromEntries([
                    ...names
                        .filter((name) => !order.includes(name))
                        .map((name) => [`enter.${name}`, to(key([...order, name]), `${name} comes last.`, source)]),
                    ...order
                        .slice(0, 1)
                        .map((name) => [`leave.${name}`, to(key(order.slice(1)), `${name} goes to the engine.`, source)]),
                    ...order.map((name) => [
                        `drop.${name}`,
                        to(key(order.filter((other) => other !== name)), `${name} is taken out.`, source),
                    ]),
                ]),
            },
        ])),
    });
}
//# sourceMappingURL=ring.js.map