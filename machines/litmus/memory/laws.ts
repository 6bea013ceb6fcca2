import type { RuleId } from '../../rules/index.ts';

/** The rules that the litmus tests of memory are about. */
export const memoryLaws = [
  'D-1',
  'D-2',
  'D-3',
  'D-4',
  'D-5',
  'D-6',
  'D-7',
  'D-8',
  'D-9',
  'D-10',
  'D-11',
  'P-1',
  'P-2',
  'P-3',
  'P-4',
  'P-5',
  'S-1',
  'S-2',
  'G-1',
  'G-2',
  'G-3',
  'G-4',
  'L-1',
  'CDC-2',
  'CDC-3',
  'CDC-4',
] as const satisfies readonly RuleId[];

export type MemoryLaw = (typeof memoryLaws)[number];
