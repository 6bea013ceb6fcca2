import type { RuleId } from '../rules/index.ts';

/** The rules that the litmus tests of jobs and page faults are about. */
export const laws = [
  'CDC-1',
  'CDC-2',
  'CDC-3',
  'CDC-4',
  'CDC-6',
  'F-6',
  'F-8',
  'F-10',
  'G-3',
  'L-1',
  'O-1',
  'O-2',
  'O-3',
  'O-4',
  'O-5',
  'I-1',
  'I-2',
  'I-3',
  'P1',
  'P2',
  'P3',
  'P5',
  'P7',
] as const satisfies readonly RuleId[];

export type Law = (typeof laws)[number];
