import type { PathFile } from '../path.ts';
import type { Result } from './play.ts';
/** A text in XML: attribute or content. What XML 1.0 cannot hold is shown as U+FFFD. */
export declare const inXml: (text: string) => string;
/** A test case of JUnit; `inside` is what stands in it, in XML. */
export type Case = {
    readonly name: string;
    readonly time: number;
    readonly inside: string | null;
    readonly kind: 'passed' | 'failed' | 'skipped';
};
/** A file of one suite, as those who gather test results read it. */
export declare function suite(name: string, cases: readonly Case[]): string;
/** What became of paths: a test case each. */
export declare function junitOfResults(name: string, results: readonly Result[]): string;
/** What a file covers: a test case a target; coverable and not covered is a failure, unreachable is skipped. */
export declare function junitOfCoverage(file: PathFile): string;
