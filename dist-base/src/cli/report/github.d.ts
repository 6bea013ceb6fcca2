import type { Report } from './report.ts';
/** Workflow commands of GitHub Actions, a line each: they stand beside the line of the file. Nothing where nothing is wrong. */
export declare const github: ({ asked }: Report) => string;
