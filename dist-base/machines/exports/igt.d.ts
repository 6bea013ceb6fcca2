import { type Walked, type WalkedFile } from './walked.ts';
/** What a path is called in IGT: plain letters and dashes, with its id. */
export declare const subtestName: ({ id, targets }: Walked) => string;
/**
 * Paths in the manner of IGT's test documentation: a comment with TEST and SUBTEST fields, and the steps of each subtest numbered.
 * Source: igt-gpu-tools, docs/test_documentation.md.
 */
export declare function igtSteps(file: WalkedFile): string;
