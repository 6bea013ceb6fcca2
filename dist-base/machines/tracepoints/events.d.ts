import type { Tracepoint } from '../../src/logs/vocabulary.ts';
/** Which printed event is which event of which object. */
export declare const tracepoints: readonly Tracepoint[];
/** The fields of the events' structures, as Perfetto and Chrome name them in JSON. */
export declare const aliases: Readonly<Record<string, readonly string[]>>;
