import { search } from "../explore/search.js";
import { withoutRecovery } from "../system/program.js";
import { verdicts, worst } from "./finding.js";
import { answer, check, invariances } from "./verdict.js";
/**
 * Asks once as described, once with recovery, and once more without each assumption.
 * @param needsUpTo states: of a larger system it is not asked what the verdict needs.
 */
export function assess(program, budget, assumptions, needsUpTo = Infinity) {
    const plain = withoutRecovery(program);
    const graph = search(plain, budget);
    const report = answer(graph);
    const withRecovery = program.actors.some((actor) => actor.recovers)
        ? search(program, budget)
        : null;
    const recovered = withRecovery === null ? null : answer(withRecovery, { plain: true });
    const owed = owedByRecovery(program);
    const recovery = withRecovery === null ? [] : answer(withRecovery, { promises: owed }).promises;
    const finite = report.promises.filter(({ verdict, pending }) => verdict === 'finite' && pending > 0);
    const held = report.invariants
        .filter(({ holds }) => holds === true)
        .map(({ invariant }) => invariant);
    const needs = Object.fromEntries([...finite.map(({ promise }) => promise), ...held].map((name) => [name, []]));
    const of = [...new Set(finite.map((one) => one.of))];
    const note = (name, without) => {
        for (const { promise, verdict } of without.promises)
            if (verdict !== 'incomplete' && worse(verdict, 'finite'))
                needs[promise]?.push(name);
    };
    if (Object.keys(needs).length > 0 && graph.size <= needsUpTo) {
        for (const { name, without } of assumptions) {
            const other = search(withoutRecovery(without()), budget);
            note(name, answer(other, { plain: true, promises: of }));
            for (const { invariant, holds } of invariances(other, true))
                if (holds === false)
                    needs[invariant]?.push(name);
        }
        for (const [actor, weaker, name] of weakenings(plain)) {
            note(name, answer(graph, {
                plain: true,
                promises: of,
                fair: (a) => (plain.actors[a].of === actor ? weaker : plain.actors[a].fair),
            }));
        }
    }
    return {
        verdict: withRecovered(report.verdict, recovery, recovered?.invariants ?? []),
        report,
        recovered,
        recovery,
        needs,
    };
}
/** The verdict of `assess`, without runs and without what it rests on. */
export function verdictOf(program, budget) {
    const alone = check(withoutRecovery(program), budget, { plain: true, worstOnly: true }).verdict;
    if (alone === verdicts[0] || !program.actors.some((actor) => actor.recovers))
        return alone;
    const graph = search(program, budget);
    return withRecovered(alone, answer(graph, { plain: true, worstOnly: true, promises: owedByRecovery(program) }).promises, invariances(graph, true));
}
/** The verdict of a system: its own, what recovery owes, and whether recovery breaks an invariant. */
const withRecovered = (alone, recovery, invariants) => worst([
    alone,
    ...recovery.map(({ verdict }) => verdict),
    ...(invariants.some(({ holds }) => holds === false) ? ['broken'] : []),
]);
const owedByRecovery = (program) => program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
const worse = (one, than) => verdicts.indexOf(one) < verdicts.indexOf(than);
/** Each kind of actor that acts in this program, one notch less fair. */
function weakenings(program) {
    const acting = new Set(program.steps.map(({ actor }) => actor));
    const kinds = new Map();
    program.actors.forEach(({ of, fair }, a) => {
        if (acting.has(a) && fair !== 'none')
            kinds.set(of, fair);
    });
    return [...kinds].flatMap(([of, fair]) => [
        ...(fair === 'strong'
            ? [[of, 'weak', `${of} is strongly fair`]]
            : []),
        [of, 'none', `${of} acts`],
    ]);
}
//# sourceMappingURL=assess.js.map