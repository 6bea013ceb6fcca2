/** A report of the lock checker, as it stands there. */
export type LockReport = {
    readonly kind: LockReportKind;
    readonly line: number;
    readonly task: string | null;
    readonly taken: Lock | null;
    readonly held: Lock | null;
    /** #0 first: each was taken while the one before was held; the last was held when #0 was to be taken. */
    readonly chain: readonly ChainLock[];
    readonly allHeld: readonly Lock[];
    /** `{IN-HARDIRQ-W}` and `{HARDIRQ-ON-W}` */
    readonly states: readonly [string, string] | null;
    /** `context-{2:2}`: which kinds of locks may be taken at all where it was; null where that is not printed. */
    readonly context: number | null;
    /** Of the task that was stopped. */
    readonly stack: readonly string[];
};
export type LockReportKind = 'circular' | 'recursive' | 'inconsistent' | 'irq order' | 'irq inversion' | 'wait context' | 'unlock balance' | 'held at exit';
export type Lock = {
    readonly name: string;
    readonly address: string;
    readonly usage: string;
    readonly at: string | null;
};
export type ChainLock = {
    readonly name: string;
    readonly usage: string;
    readonly stack: readonly string[];
};
/** Which kind of report a line begins, if any. */
export declare const headingOf: (text: string) => LockReportKind | null;
/** Functions of a call trace, innermost first; guesses (`? f`) only where there is nothing else. */
export declare function frames(text: string): string[];
/** Reads the lines of one report; null if it is none after all: a heading in a mail's subject, a sentence about one. */
export declare function readLockReport(kind: LockReportKind, line: number, lines: readonly string[]): LockReport | null;
/** The two numbers of `-{3:3}`: where a lock of this kind may be taken, and what may be taken under it. 2 a raw spinlock, 3 a spinlock, 4 a lock that sleeps. */
export declare function waitTypes({ usage: bits, }: Lock): {
    readonly outer: number;
    readonly inner: number;
} | null;
/** Under which lock one was taken that may not be: of those held, the one that allows the least. Null where the place itself does not allow it. */
export declare function tooDeep({ taken, allHeld, context }: LockReport): Lock | null;
