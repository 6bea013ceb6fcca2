import { type Report } from './report.ts';
/** SARIF 2.1.0: a rule for each law, a result for each problem. */
export declare function sarif({ laws, asked }: Report, version: string): string;
