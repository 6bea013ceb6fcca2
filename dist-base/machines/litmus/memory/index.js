import { bookLitmuses } from "./books.js";
import { composedLitmuses } from "./composed.js";
import { devicePrivateLitmuses } from "./device-private.js";
import { dmaBufLitmuses } from "./dma-buf.js";
import { faultQueueLitmuses } from "./fault-queue.js";
import { gemShrinkerLitmuses } from "./gem-shrinker.js";
import { intervalNotifierLitmuses } from "./interval-notifier.js";
import { lockOrderLitmuses } from "./lock-order.js";
import { memoryRegionLitmuses } from "./memory-region.js";
import { pinnedBoLitmuses } from "./pinned-bo.js";
/** The gallery of shared and pinned memory, page faults and locks. */
export const memoryLitmusTests = [
    ...dmaBufLitmuses,
    ...pinnedBoLitmuses,
    ...gemShrinkerLitmuses,
    ...intervalNotifierLitmuses,
    ...devicePrivateLitmuses,
    ...faultQueueLitmuses,
    ...memoryRegionLitmuses,
    ...lockOrderLitmuses,
    ...composedLitmuses,
    ...bookLitmuses,
];
//# sourceMappingURL=index.js.map