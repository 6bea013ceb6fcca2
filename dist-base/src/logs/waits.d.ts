/** Tasks that wait, one thing at a time each: who, for what, since when. */
export type Wait = {
    readonly task: number;
    readonly comm: string;
    kind: number;
    a: number;
    b: number;
    c: number;
    time: number;
    line: number;
    waits: boolean;
};
export type Waits = {
    /** Every task that has waited, whether it does now or not. */
    readonly open: Map<number, Wait>;
    readonly longest: (Wait & {
        readonly until: number;
    })[];
    count: number;
};
export declare const waits: () => Waits;
/** `comm` is only asked for where the task is new. */
export declare function begin(waits: Waits, task: number, comm: () => string, kind: number, a: number, b: number, c: number, { time, line }: {
    readonly time: number;
    readonly line: number;
}): void;
export declare function end(waits: Waits, task: number, kind: number, a: number, b: number, c: number, { time }: {
    readonly time: number;
}): void;
/** Who waits still, longest first. */
export declare const waiting: ({ open }: Waits) => Wait[];
