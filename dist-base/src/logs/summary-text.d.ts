import type { Summary } from './summary.ts';
import type { LogRule } from './vocabulary.ts';
/** How text is made bold, red and dim; the identity where there are no colours. */
export type Paint = {
    readonly bold: (text: string) => string;
    readonly red: (text: string) => string;
    readonly green: (text: string) => string;
    readonly yellow: (text: string) => string;
    readonly dim: (text: string) => string;
};
/** Text of a log can hold anything; a terminal would obey it. */
export declare const plain: (text: string) => string;
/** A summary for a person at a terminal. */
export declare function summaryText(summary: Summary, rules: Readonly<Record<string, LogRule>>, paint: Paint): string;
