import type { LogRule } from '../../src/logs/vocabulary.ts';
import { ruleOf } from '../rules/index.ts';

/** What a log can show to be broken. */
const ids = [
  'CDC-1',
  'CDC-2',
  'CDC-3',
  'CDC-4',
  'F-1',
  'F-4',
  'F-5',
  'F-6',
  'F-10',
  'F-11',
  'F-12',
  'F-13',
  'F-14',
  'J-1',
  'R-3',
  'R-1',
  'D-1',
  'D-2',
  'D-3',
  'D-4',
  'D-5',
  'D-6',
  'D-9',
  'D-10',
  'D-12',
  'P-1',
  'P-2',
  'S-1',
  'L-1',
  'L-2',
  'L-3',
  'L-4',
  'L-5',
  'L-6',
  'L-7',
  'L-8',
  'L-9',
  'L-10',
  'L-11',
  'WAIT-1',
  'WQ-1',
  'K-1',
] as const;

export type RuleId = (typeof ids)[number];

/** Each of them in the words of machines/rules. */
export const rules = Object.fromEntries(ids.map((id) => [id, told(id)])) as Readonly<Record<RuleId, LogRule>>;

function told(id: RuleId): LogRule {
  const { says, source, instead } = ruleOf(id);
  return { says, source, ...(instead === null ? {} : { instead }) };
}
