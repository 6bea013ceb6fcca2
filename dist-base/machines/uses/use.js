/** The laws of rows as clauses of a use: the same clauses under the names that `without` knows, `use/law`. */
export const lawsOf = (use, laws) => Object.entries(laws).map(([law, clause]) => ({ ...clause, name: `${use}/${law}` }));
/** A clause that a litmus test calls a fault, as a hazard of a use. */
export const mistake = (name, clause, about, rows = []) => ({
    name,
    says: clause.says,
    rows,
    clauses: [{ ...clause, name: `hazard/${name}`, about }],
});
//# sourceMappingURL=use.js.map