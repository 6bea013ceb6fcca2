import type { Span } from './spans.ts';
import type { Summary } from './summary.ts';
/** Chrome's trace JSON, which ui.perfetto.dev opens: one process a kind of object, one thread a timeline, violations as marks. */
export declare function chromeTrace(spans: readonly Span[], summary: Summary): string;
