/** The typed words over a set of parts: rows, and clauses about steps. */
export function vocabulary(parts) {
    return {
        parts,
        /** One step: its name, the actor that takes it, and what it does. */
        step: (name, actor, does) => ({ name, actor, ...does }),
        /** Steps over these parts, in declaration order. */
        steps: (...steps) => steps,
        /** A row of these parts. */
        row: (row) => ({ ...row, parts }),
        /** Clauses over the named steps; they are checked against each other by `compose`. */
        about: (_steps) => ({
            /** A clause whose step names are checked. */
            clause: (clause) => clause,
        }),
    };
}
//# sourceMappingURL=vocabulary.js.map