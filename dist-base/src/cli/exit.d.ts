/** What the exit code of a command says. */
export declare const exit: {
    readonly asExpected: 0;
    readonly problem: 1;
    readonly misuse: 2;
    readonly ranOut: 3;
};
export type Exit = (typeof exit)[keyof typeof exit];
