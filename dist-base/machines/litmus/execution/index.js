import { bookLitmuses } from "./books.js";
import { commandLitmuses } from "./command-stream.js";
import { executionComposed } from "./composed.js";
import { engineGroupLitmuses } from "./engine-group.js";
import { evictionFenceLitmuses } from "./eviction-fence.js";
import { groupPartitionLitmuses } from "./group-partition.js";
import { preemptFenceLitmuses } from "./preempt-fence.js";
import { worldLitmuses } from "./worlds.js";
/** The gallery of execution: engine groups, preemption and eviction, worlds without fences, what commands may touch. */
export const executionGallery = [
    ...engineGroupLitmuses,
    ...groupPartitionLitmuses,
    ...evictionFenceLitmuses,
    ...preemptFenceLitmuses,
    ...worldLitmuses,
    ...commandLitmuses,
    ...executionComposed,
    ...bookLitmuses,
];
//# sourceMappingURL=index.js.map