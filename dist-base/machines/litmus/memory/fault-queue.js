import { faultQueue, faultQueueFaults as faults } from "../../rows/fault-queue.js";
import { litmuses } from "./ask.js";
const rows = [faultQueue];
/** GPU page faults from the interrupt to the answer. */
export const faultQueueLitmuses = litmuses({
    name: 'FAULTQ',
    cites: ['G-3'],
    twin: 'FAULTQ+too-small',
    about: 'Two faults, one worker, and a reset: by the mirror, the object and the userptr path.',
    asks: { rows },
    expect: { verdict: 'finite', states: 265, edges: 776 },
}, {
    name: 'FAULTQ+too-small',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'The queue has room for fewer faults than can be raised: -ENOSPC, and nobody answers.',
    asks: { rows, clauses: [faults['too-small']] },
    expect: {
        verdict: 'deadlock',
        promises: { 'work-goes-on': 'deadlock' },
        cycle: 'wave[1] → entry[1] → reset → nobody',
        states: 290,
        edges: 797,
        length: 10,
    },
}, {
    name: 'FAULTQ+error-unanswered',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'A fault that cannot be repaired is not answered.',
    asks: { rows, clauses: [faults['error-unanswered']] },
    expect: {
        verdict: 'deadlock',
        promises: { 'work-goes-on': 'deadlock' },
        cycle: 'wave[1] → entry[1] → reset → nobody',
        states: 265,
        edges: 684,
        length: 9,
    },
}, {
    name: 'FAULTQ+answers-squashed',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'A fault from before the reset is answered after it.',
    asks: { rows, clauses: [faults['answers-squashed']] },
    expect: { verdict: 'broken', broken: ['no-answer-to-a-void-fault'], states: 290, edges: 810, length: 4 },
}, {
    name: 'FAULTQ+insists-on-device-memory',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'Migration to device memory is tried for ever.',
    asks: { rows, clauses: [faults['insists-on-device-memory']] },
    expect: {
        verdict: 'unbounded',
        promises: { 'fault-is-answered': 'unbounded', 'work-goes-on': 'unbounded' },
        states: 265,
        edges: 776,
        length: 4,
    },
}, {
    name: 'FAULTQ+retries-for-ever',
    cites: ['G-3'],
    twin: 'FAULTQ',
    about: 'Validation says -EAGAIN every time.',
    asks: { rows, clauses: [faults['retries-for-ever']] },
    expect: {
        verdict: 'unbounded',
        promises: { 'fault-is-answered': 'unbounded', 'work-goes-on': 'unbounded' },
        states: 265,
        edges: 822,
        length: 4,
    },
});
//# sourceMappingURL=fault-queue.js.map