/** A text inside a C comment: one line, and it cannot end the comment or begin one. */
export declare const inComment: (text: string) => string;
/** A C string literal. Question marks are escaped: with two of them a trigraph begins. */
export declare function cString(text: string): string;
/** Gives each text a C identifier of its own, the same for the same texts in the same order. */
export declare class Names {
    #private;
    constructor(prefix: string);
    of(text: string): string;
    get all(): ReadonlyMap<string, string>;
}
/** Comment lines of at most 80 columns, each behind ` * `. */
export declare function commentLines(text: string, indent?: string): string[];
