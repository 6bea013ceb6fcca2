/** Which refusals a suite tries beside its steps. */
export const refusalKinds = ['law', 'clauses', 'all', 'none'] as const;

/**
 * What a path tries and must see refused: what a law of the kernel refuses, what a clause does,
 * both, or nothing.
 */
export type RefusalKind = (typeof refusalKinds)[number];
