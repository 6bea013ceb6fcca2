import { contractLitmuses } from "./contract.js";
import { fifoLitmuses } from "./fifo.js";
import { flushLitmuses } from "./flush.js";
import { preemptLitmuses } from "./preempt.js";
import { reserveInFlightLitmuses } from "./reserve-in-flight.js";
import { reserveStaticLitmuses } from "./reserve-static.js";
import { separateMemoryLitmuses } from "./separate-memory.js";
import { smallLitmuses } from "./small.js";
import { storyLitmuses } from "./story.js";
import { trackDependenciesLitmuses } from "./track-dependencies.js";
/** The gallery: every litmus test, family by family. */
export const litmusTests = [
    ...storyLitmuses,
    ...fifoLitmuses,
    ...preemptLitmuses,
    ...reserveStaticLitmuses,
    ...reserveInFlightLitmuses,
    ...flushLitmuses,
    ...separateMemoryLitmuses,
    ...trackDependenciesLitmuses,
    ...contractLitmuses,
    ...smallLitmuses,
];
//# sourceMappingURL=index.js.map