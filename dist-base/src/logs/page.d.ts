import type { Spans } from './spans.ts';
import type { Summary } from './summary.ts';
import type { LogRule } from './vocabulary.ts';
/** Text as HTML text: nothing of a log reaches a page any other way. */
export declare const escaped: (text: string) => string;
type Drawn = {
    readonly summary: Summary;
    readonly spans: Spans;
};
/** One page that needs nothing else: what is broken, what is slow, and a timeline that zooms. */
export declare function page(logs: readonly Drawn[], rules: Readonly<Record<string, LogRule>>, version: string): string;
export {};
