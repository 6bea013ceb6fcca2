import { compose } from "../../../src/system/compose.js";
import { fenceActors } from "./actors.js";
/** Litmus tests with what is needed to ask and to compare them. */
export const fenceLitmuses = (...all) => all.map((one) => {
    const spec = { clauses: [], sizes: {}, actors: fenceActors, ...one.asks };
    return { ...one, facts: spec, system: () => compose(spec) };
});
//# sourceMappingURL=litmus.js.map