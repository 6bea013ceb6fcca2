import { bufferRules } from './buffers.ts';
import { contractRules } from './contract.ts';
import { fenceRules } from './fences.ts';
import { lockRules } from './locks.ts';
import { memoryRules } from './memory.ts';
import { executionRules, pageFaultRules } from './page-faults.ts';
import { resvRules } from './resv.ts';
import type { Rule } from './rule.ts';

/** Every rule of the kernel that is told here, by its id. A rule stands once, and in one file. */
export const rules = {
  ...contractRules,
  ...fenceRules,
  ...resvRules,
  ...bufferRules,
  ...memoryRules,
  ...pageFaultRules,
  ...executionRules,
  ...lockRules,
} as const satisfies Record<string, Rule>;

/** The id of a rule: `'CDC-3'`. */
export type RuleId = keyof typeof rules;

/** A rule by its id. */
export const ruleOf = (id: RuleId): Rule => rules[id];
