import type { ReportFormat } from '../choices.ts';
import type { Report } from './report.ts';
/** What `--json` and `--format` ask for together. @throws Misuse where they contradict each other */
export declare function formatOf({ json, format, }: {
    readonly json?: true;
    readonly format?: ReportFormat;
}): ReportFormat;
/** A report in one of the formats for programs. */
export declare const inFormat: (format: "junit" | "sarif" | "github", report: Report, version: string) => string;
