/** What rows and clauses say of steps of the core, said of those too that a use has in their place; but not what the use itself says. */
export function inPlace(spec, used) {
    const standing = new Map(used.flatMap((use) => Object.entries(use.inPlaceOf ?? {})));
    if (standing.size === 0)
        return spec;
    const own = new Set(used
        .filter(({ inPlaceOf }) => inPlaceOf !== undefined)
        .flatMap(({ rows, wiring, clauses, mistakes }) => [
        ...rows,
        ...wiring,
        ...clauses,
        ...mistakes.flatMap((one) => [...one.rows, ...one.clauses]),
    ]));
    const both = (said) => said &&
        Object.fromEntries(Object.entries(said).flatMap(([step, what]) => [step, ...(standing.get(step) ?? [])].map((name) => [name, what])));
    const ties = (one) => ({
        ...one,
        ...(one.requires && { requires: both(one.requires) }),
        ...(one.moves && { moves: both(one.moves) }),
        ...(one.also && { also: both(one.also) }),
    });
    return {
        ...spec,
        rows: spec.rows.map((row) => own.has(row) || row.ties === undefined
            ? row
            : { ...row, ties: ties(row.ties) }),
        clauses: spec.clauses.map((clause) => (own.has(clause) ? clause : ties(clause))),
    };
}
//# sourceMappingURL=in-place.js.map