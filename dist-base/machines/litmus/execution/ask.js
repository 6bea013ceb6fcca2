import { compose } from "../../../src/system/compose.js";
import { executionActors } from "./actors.js";
/** One member in every family, unless the litmus says otherwise. */
const sizes = { fenced: 1, faulting: 1, copies: 0, processes: 1, stages: 2 };
/** Steps of options and hazards of the core: traits speak of them where they are. */
const known = [
    'hold_back',
    'park',
    'unpark',
    'nack',
    'reset_requeues',
    'cancel_job',
    'flush_queued',
    'flush_scheduled',
    'flush_dispatched',
    'flush_running',
    'flush_faulted',
    'preempt_scheduled',
    'preempt_dispatched',
    'preempt_running',
    'preempt_faulted',
    'cwsr_preempts',
    'cwsr_preempts_faulted',
    'suspend_answered',
];
/** What is composed: for those who drop a clause or a guard and ask again. */
export const specOf = ({ asks }) => ({
    rows: asks.rows,
    clauses: asks.clauses ?? [],
    known,
    actors: executionActors,
    sizes: { ...sizes, ...asks.sizes },
});
/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = (...all) => all.map((one) => ({
    ...one,
    facts: {
        rows: one.asks.rows.map(({ name }) => name),
        clauses: (one.asks.clauses ?? []).map(({ name }) => name),
        sizes: one.asks.sizes ?? {},
    },
    system: () => compose(specOf(one)),
}));
//# sourceMappingURL=ask.js.map