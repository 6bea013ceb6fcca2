import { vocabulary } from "../../src/system/vocabulary.js";
import { dmaBuf } from "../words/cites.js";
import { fencedJobs, fencedParts } from "../rows/fenced-jobs.js";
const about = vocabulary(fencedParts).about(fencedJobs.steps);
const says = dmaBuf('DMA fence workloads and workloads which need page fault handling have independent hardware resources to guarantee forward progress. This could be achieved through e.g. through dedicated engines and minimal compute unit reservations for DMA fence workloads.');
/** The second option: fenced jobs have hardware that compute jobs never get. */
export const reserveStatic = {
    name: 'reserve-static',
    says,
    rows: [],
    clauses: [
        about.clause({
            name: 'reserve-static/engine',
            says: dmaBuf('... dedicated engines ...'),
            separates: ['fencedEngine', 'fencedRing'],
        }),
        about.clause({
            name: 'reserve-static/compute-units',
            says: dmaBuf('... minimal compute unit reservations for DMA fence workloads.'),
            separates: ['fencedUnits'],
        }),
        about.clause({
            name: 'reserve-static/other-shared',
            says: dmaBuf('... independent hardware resources to guarantee forward progress.'),
            separates: ['fencedOther'],
        }),
    ],
};
//# sourceMappingURL=reserve-static.js.map