import { compose } from "../../../src/system/compose.js";
import { memoryActors } from "../../rows/memory-actors.js";
/** One member in every family, unless the litmus says otherwise. */
const sizes = {
    importers: 1,
    reclaimers: 1,
    objects: 1,
    bos: 2,
    faults: 2,
    regions: 1,
    vms: 1,
    fenced: 1,
    faulting: 1,
    copies: 0,
};
/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = (...all) => all.map((one) => ({
    ...one,
    facts: {
        rows: one.asks.rows.map(({ name }) => name),
        clauses: (one.asks.clauses ?? []).map(({ name }) => name),
        sizes: one.asks.sizes ?? {},
        version: one.asks.version ?? '7.0',
    },
    system: () => compose(specOfLitmus(one)),
}));
/** What is composed: for those who drop a clause or a guard and ask again. */
export const specOfLitmus = ({ asks }) => ({
    rows: asks.rows,
    clauses: asks.clauses ?? [],
    actors: memoryActors,
    sizes: { ...sizes, ...asks.sizes },
});
//# sourceMappingURL=ask.js.map