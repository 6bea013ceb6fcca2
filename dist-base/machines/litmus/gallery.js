import { executionGallery } from "./execution/index.js";
import { fenceGallery } from "./fences/index.js";
import { litmusTests } from "./index.js";
import { memoryLitmusTests } from "./memory/index.js";
/** Every litmus test: of the page-fault rows, of fences and their containers, of memory, of execution. */
export const gallery = [...litmusTests, ...fenceGallery, ...memoryLitmusTests, ...executionGallery];
//# sourceMappingURL=gallery.js.map