/** Somebody's input is wrong: one line that says where, what was found and what was expected. */
export declare class Misuse extends Error {
    readonly name = "Misuse";
}
/** `unknown part 'jobb'; did you mean 'job'? There are: fork, job` */
export declare function unknown(what: string, found: string, known: readonly string[]): string;
