import { type Described, type Description } from './description.ts';
/** One way to settle every fact that a description leaves open. */
export type Alternative = {
    readonly description: Description;
    readonly assumed: Partial<Description>;
};
/** Every way to settle what is `'unknown'`: one where nothing is. The last open fact changes fastest. */
export declare function alternatives(described: Described): Alternative[];
/** A description in which everything is said. */
export type Settled = Required<Description> & {
    readonly jobs: {
        readonly fenced: number;
        readonly faulting: number;
    };
};
/** A description with the story's own word for all that it does not say. */
export declare const settled: (description: Description) => Settled;
