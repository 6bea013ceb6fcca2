import type { RuleId } from '../../rules/index.ts';

/** The rules that the litmus tests of execution are about. */
export const executionLaws = [
  'E-1',
  'E-2',
  'E-3',
  'O-1',
  'O-4',
  'V-1',
  'G-2',
  'CDC-1',
  'CDC-2',
  'CDC-3',
  'CDC-4',
  'L-1',
  'F-6',
  'I-2',
  'I-3',
  'P1',
  'P5',
] as const satisfies readonly RuleId[];

export type ExecutionLaw = (typeof executionLaws)[number];
