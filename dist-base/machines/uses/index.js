import { dynamicImportUse } from "./dynamic-import.js";
import { engineGroupUse } from "./engine-group.js";
import { evictionFenceUse } from "./eviction-fence.js";
import { memoryRegionUse, odpUse } from "./memory-region.js";
import { preemptFenceUse } from "./preempt-fence.js";
import { shrinkerUse } from "./shrinker.js";
import { svmUse } from "./svm.js";
import { tilerHeapUse } from "./tiler-heap.js";
import { userptrUse } from "./userptr.js";
/** What a driver may use beside jobs and page faults. */
export const uses = [
    dynamicImportUse,
    userptrUse,
    svmUse,
    shrinkerUse,
    tilerHeapUse,
    engineGroupUse,
    evictionFenceUse,
    preemptFenceUse,
    odpUse,
    memoryRegionUse,
];
//# sourceMappingURL=index.js.map