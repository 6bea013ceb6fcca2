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
  driverIds,
  hazardIds,
  mistakeIds,
  optionIds,
  useIds,
  useLawIds,
  variantIds,
  type Ability,
  type ClauseId,
  type DriverId,
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
export { ruleOf, rules, type RuleId } from './rules/index.ts';
export type { Enforcer, Review, Rule } from './rules/rule.ts';
export { uses, type Use } from './uses/index.ts';
export {
  hangingSpecOf,
  aloneSystemsOf,
  besideSpecOf,
  hangingSystemOf,
  hangPromises,
  specOf,
  systemOf,
} from './description/system.ts';
export { cellOf, scenarios, tableRows, type Scenario, type TableRow } from './questions/table.ts';

export * from './lifecycles.ts';
export * as lifecycles from './lifecycles.ts';
export * as rows from './rows.ts';
export {
  accessParts,
  commandParts,
  computeParts,
  dmaBufParts,
  drmExecParts,
  evictionParts,
  faultQueueParts,
  fenceParts,
  fencedParts,
  foreignParts,
  futexParts,
  groupJobParts,
  groupParts,
  implicitParts,
  indefiniteParts,
  lockParts,
  notifierParts,
  peerParts,
  pinnedParts,
  preemptParts,
  privateParts,
  recoveryParts,
  regionParts,
  repairParts,
  residencyParts,
  routeParts,
  schedParts,
  sectionParts,
  shrinkerParts,
  syncobjParts,
  syncobjTimelineParts,
  userqParts,
  worldParts,
} from './rows.ts';
