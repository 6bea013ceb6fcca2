/** `'publish[1,2]'` is `publish` with 1 and 2. */
export function numbered(name) {
    const [, of, numbers] = /^([^[]*)\[([\d,]+)\]$/.exec(name) ?? [];
    return of === undefined
        ? { of: name, numbers: [] }
        : { of, numbers: numbers.split(',').map(Number) };
}
/** What is tried and must be refused after so many steps: where it begins to be refused, and at the brink. */
export function attempts({ clauses }, after) {
    return clauses.flatMap(({ name, refusals, tried, brink }) => {
        const here = refusals.filter((one) => one.after === after ||
            (one.step === tried &&
                brink === after &&
                one.after <= after &&
                (one.until ?? Infinity) > after));
        const found = here.map(({ step, delayed, needs, until }) => ({
            step,
            delayed,
            needs,
            until,
            clause: name,
        }));
        if (tried !== null && brink === after && !here.some(({ step }) => step === tried))
            found.push({ step: tried, delayed: false, needs: '', clause: name, until: null });
        return found;
    });
}
//# sourceMappingURL=walked.js.map