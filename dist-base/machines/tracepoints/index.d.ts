import type { LogSpec } from '../../src/logs/vocabulary.ts';
/** Everything that a reader of kernel logs is told. */
export declare const logSpec: LogSpec;
