import { type Literal } from './literal.ts';
import type { Kind, Label } from './tracker.ts';
/** The last label of each line of work, by the first number of its key, with the bytes that it was printed as: they are mostly the same again. */
export type RecentLabels = ({
    readonly kind: Kind;
    readonly texts: Literal;
    readonly label: Label;
} | undefined)[];
export declare const recentLabels: () => RecentLabels;
/** The label that was last printed by exactly the bytes [from, to); null where there is none. */
export declare function recentLabel(recent: RecentLabels, kind: Kind, first: number, view: DataView, from: number, to: number): Label | null;
export declare function keepLabel(recent: RecentLabels, kind: Kind, first: number, texts: string, label: Label): void;
