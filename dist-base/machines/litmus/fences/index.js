import { books } from "./books.js";
import { containers } from "./containers.js";
import { contractItself } from "./contract.js";
import { scheduling } from "./drm-sched.js";
import { fenceItself } from "./fence.js";
import { implicitly } from "./implicit-sync.js";
import { indefinite } from "./indefinite.js";
import { reservations } from "./resv.js";
/** The gallery of fences, buffers' reservations and implicit synchronisation. */
export const fenceGallery = [
    ...fenceItself,
    ...contractItself,
    ...containers,
    ...scheduling,
    ...reservations,
    ...implicitly,
    ...indefinite,
    ...books,
];
//# sourceMappingURL=index.js.map