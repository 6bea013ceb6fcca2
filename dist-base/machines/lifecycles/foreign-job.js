import { setup } from 'xstate';
import { members } from "./named.js";
import { to } from "./to.js";
/**
 * A job of another device that waits for a fence of ours and has a fence of its own.
 * Rule: fences depend on fences across drivers, and no driver sees the whole graph.
 * Source: Documentation/driver-api/dma-buf.rst, "Indefinite DMA Fences".
 */
export function foreignJob({ fenced = 0 }) {
    const source = 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences';
    const ours = members('f', fenced);
    return setup({ types: { events: {} } }).createMachine({
        id: 'foreign_job',
        initial: 'idle',
        states: {
            idle: {
                description: 'No job.',
                meta: { source },
                on: Object.fromEntries(ours.map((who) => [
                    `depend.${who}`,
                    to(`blocked.${who}`, `Submitted to wait for ${who}; its own fence is visible.`, source),
                ])),
            },
            blocked: {
                description: 'Waits for a fence of ours.',
                meta: { source },
                initial: ours[0],
                states: Object.fromEntries(ours.map((who) => [
                    who,
                    {
                        description: `For ${who}.`,
                        meta: { source, waits: 'waiting for' },
                        on: { [`signaled.${who}`]: to('#foreign_job.runnable', `${who} is signaled.`, source) },
                    },
                ])),
            },
            runnable: {
                description: 'Needs nothing of ours any more.',
                meta: { source },
                on: { hw_done: to('ending', 'Finished.', source) },
            },
            ending: { description: 'Its fence is signaled.', meta: { source }, on: { retire: to('idle', 'Freed.', source) } },
        },
    });
}
//# sourceMappingURL=foreign-job.js.map