/** What the exit code of a command says. */
export const exit = { asExpected: 0, problem: 1, misuse: 2, ranOut: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];
