/** What the exit code of a command says. */
export const exit = { asExpected: 0, problem: 1, misuse: 2, ranOut: 3 };
//# sourceMappingURL=exit.js.map