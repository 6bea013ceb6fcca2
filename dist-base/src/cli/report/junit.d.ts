import type { Report } from './report.ts';
/** JUnit XML: a test case for each that was asked; a note alone is no failure. */
export declare function junit({ suite: name, asked }: Report): string;
