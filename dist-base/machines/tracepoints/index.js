import { aliases, tracepoints } from "./events.js";
import { objectKinds } from "./objects.js";
import { reports } from "./reports.js";
import { rules } from "./rules.js";
/** Everything that a reader of kernel logs is told. */
export const logSpec = { objects: objectKinds, tracepoints, rules, reports, aliases };
//# sourceMappingURL=index.js.map