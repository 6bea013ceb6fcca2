import { type Spec } from '../../src/system/compose.ts';
import type { Program } from '../../src/system/program.ts';
import { type Description } from './description.ts';
/** Rows and clauses of a described driver. */
export declare function specOf(description: Description): Spec;
/** The system of a described driver, hang recovery included. */
export declare const systemOf: (description: Description) => Program;
