import { flush } from "./flush.js";
import { preempt } from "./preempt.js";
import { reserveInFlight, reservationVariants } from "./reserve-in-flight.js";
import { reserveStatic } from "./reserve-static.js";
import { separateMemory } from "./separate-memory.js";
import { trackDependencies } from "./track-dependencies.js";
/** The documented ways out, best first; the text's fifth has two forms. */
export const options = [
    preempt,
    reserveStatic,
    reserveInFlight,
    flush,
    separateMemory,
    trackDependencies,
];
/** All weaker readings. */
export const variants = reservationVariants;
//# sourceMappingURL=index.js.map