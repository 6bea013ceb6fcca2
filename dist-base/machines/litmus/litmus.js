import { compose } from "../../src/system/compose.js";
import { story } from "../description/description.js";
import { systemOf } from "../description/system.js";
/** Litmus tests with what is needed to ask and to compare them. */
export const litmuses = (...all) => all.map((one) => ({
    ...one,
    facts: 'rows' in one.asks ? one.asks : { ...story, ...one.asks, jobs: { ...story.jobs, ...one.asks.jobs } },
    /** What is asked, as a program. */
    system: () => ('rows' in one.asks ? compose(one.asks) : systemOf({ driver: one.name, ...one.asks })),
}));
//# sourceMappingURL=litmus.js.map