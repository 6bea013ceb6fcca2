import type { Litmus } from '../../src/litmus/litmus.ts';
/** Every litmus test: of the page-fault rows, of fences and their containers, of memory, of execution. */
export declare const gallery: readonly Litmus[];
