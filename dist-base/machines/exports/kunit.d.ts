import { type WalkedFile } from './walked.ts';
/**
 * A KUnit suite: one case a path, one function a step and one a part for the driver's author to fill in. A function that is still empty
 * skips its case, so that nothing passes before it is written.
 * Source: include/kunit/test.h (KUNIT_CASE, kunit_test_suite), v7.0.
 */
export declare function kunitSuite(file: WalkedFile): string;
