/** The specification: lifecycles, rows, options, hazards, and how a driver is described. */
export { actors } from "./actors.js";
export { alternatives, settled, } from "./description/alternatives.js";
export { assumptionsOf } from "./description/assumptions.js";
export { understand } from "./description/complaints.js";
export { defineDriver } from "./description/define-driver.js";
export { jsonSchema, story, } from "./description/description.js";
export { hazards } from "./hazards/index.js";
export { abilityIds, clauseIds, hazardIds, mistakeIds, optionIds, useIds, useLawIds, variantIds, } from "./description/ids.js";
export { gallery } from "./litmus/gallery.js";
export { options, variants } from "./options/index.js";
export { uses } from "./uses/index.js";
export { specOf, systemOf } from "./description/system.js";
export { cellOf, scenarios, tableRows } from "./questions/table.js";
export { allocation } from "./lifecycles/allocation.js";
export { computeJob } from "./lifecycles/compute-job.js";
export { copyJob } from "./lifecycles/copy-job.js";
export { dmaFence } from "./lifecycles/dma-fence.js";
export { fencedJob } from "./lifecycles/fenced-job.js";
export { foreignJob } from "./lifecycles/foreign-job.js";
export { hangRecovery } from "./lifecycles/hang-recovery.js";
export { modeLock } from "./lifecycles/mode-lock.js";
export { pageFault } from "./lifecycles/page-fault.js";
export { pool } from "./lifecycles/pool.js";
export { reservation } from "./lifecycles/reservation.js";
export { ring } from "./lifecycles/ring.js";
export { computeUnits, engine, otherHardware, repairLock } from "./lifecycles/slot.js";
export { userFence } from "./lifecycles/user-fence.js";
//# sourceMappingURL=index.js.map