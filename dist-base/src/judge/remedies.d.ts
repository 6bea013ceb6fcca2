import type { Description } from '../../machines/description/description.ts';
import type { Budget } from '../explore/graph.ts';
import type { Judgement } from './judge.ts';
/** A single change of a description that makes its verdict finite, in words and as the fields that it changes. */
export type Remedy = {
    readonly what: string;
    readonly change: Partial<Description>;
};
/** Every single change that makes `description` finite: something kept that is not, something left that is done; if none does, a way out more. */
export declare function remedies(description: Description, budget: Budget): Remedy[];
/** What would help a driver that was judged: nothing of one that is finite, of which nothing is known, or that is large. */
export declare function remediesOf({ verdict, jobs, alternative, assessment: { report } }: Judgement, budget: Budget): Remedy[];
