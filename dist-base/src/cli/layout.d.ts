/** A paragraph at most 80 wide: `first` before its first line, as many spaces before the others. A word longer than a line stands alone. */
export declare function paragraph(first: string, text: string, width?: number): string[];
/** `a, b and c` */
export declare const listed: (all: readonly string[]) => string;
/** `1,222` */
export declare const counted: (n: number) => string;
/** `1 state`, `2 states` */
export declare const several: (n: number, what: string) => string;
/** The names in states and events, as a person says them: `f[1]` is fenced job 1. */
export declare function spoken(text: string): string;
