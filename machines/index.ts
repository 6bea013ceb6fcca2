/** The specification: lifecycles, rows, options, hazards, and how a driver is described. */
export { actors } from './actors.ts';
export {
  alternatives,
  settled,
  type Alternative,
  type Settled,
} from './description/alternatives.ts';
export { assumptionsOf } from './description/assumptions.ts';
export { understand, type Complaint } from './description/complaints.ts';
export { defineDriver } from './description/define-driver.ts';
export {
  jsonSchema,
  story,
  type Cites,
  type Described,
  type Description,
} from './description/description.ts';
export { hazards } from './hazards/index.ts';
export {
  abilityIds,
  clauseIds,
  hazardIds,
  mistakeIds,
  optionIds,
  useIds,
  useLawIds,
  variantIds,
  type Ability,
  type ClauseId,
  type HazardId,
  type MistakeId,
  type OptionId,
  type UseId,
  type UseLawId,
  type VariantId,
} from './description/ids.ts';
export { gallery } from './litmus/gallery.ts';
export { instruments, options, variants } from './options/index.ts';
export type { AnyWayOut, Choice, Variant, WayOut } from './options/way-out.ts';
export { uses, type Use } from './uses/index.ts';
export { specOf, systemOf } from './description/system.ts';
export { cellOf, scenarios, tableRows, type Scenario, type TableRow } from './questions/table.ts';

export { allocation } from './lifecycles/allocation.ts';
export { computeJob } from './lifecycles/compute-job.ts';
export { copyJob } from './lifecycles/copy-job.ts';
export { dmaFence } from './lifecycles/dma-fence.ts';
export { fencedJob } from './lifecycles/fenced-job.ts';
export { foreignJob } from './lifecycles/foreign-job.ts';
export { hangRecovery } from './lifecycles/hang-recovery.ts';
export { modeLock } from './lifecycles/mode-lock.ts';
export { pageFault } from './lifecycles/page-fault.ts';
export { pool } from './lifecycles/pool.ts';
export { reservation } from './lifecycles/reservation.ts';
export { ring } from './lifecycles/ring.ts';
export { computeUnits, engine, otherHardware, repairLock } from './lifecycles/slot.ts';
export { userFence } from './lifecycles/user-fence.ts';
