import type { RuleId } from '../../rules/index.ts';

/** The rules that the litmus tests of fences are about. */
export const fenceLaws = [
  'F-1',
  'F-2',
  'F-3',
  'F-4',
  'F-5',
  'F-6',
  'F-7',
  'F-8',
  'F-9',
  'F-10',
  'R-1',
  'R-2',
  'R-3',
  'R-4',
  'R-5',
  'I-1',
  'I-2',
  'I-3',
  'CDC-1',
  'CDC-2',
  'CDC-3',
  'CDC-4',
  'CDC-5',
  'CDC-6',
] as const satisfies readonly RuleId[];

export type FenceLaw = (typeof fenceLaws)[number];
