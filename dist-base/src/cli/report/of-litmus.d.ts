import type { LitmusResult } from '../../litmus/run.ts';
import type { Report } from './report.ts';
/** What litmus tests said: laws are those that the asked tests are about. */
export declare function reportOfLitmus(results: readonly LitmusResult[]): Report;
