import { actors } from "../../../machines/actors.js";
import { options } from "../../../machines/options/index.js";
import { uses } from "../../../machines/uses/index.js";
import { who } from "../../../machines/words/words.js";
import { paragraph } from "../layout.js";
const acts = ' acts';
const fair = ' is strongly fair';
const clauses = [...options, ...uses].flatMap((one) => one.clauses);
/** "finite because": the assumptions that the kept promises rest on, the description's own words first. */
export function because({ findings, needs, needsOf, reduced, jobs, program, assessment: { report: { invariants }, }, }, whole) {
    const lines = [whole ? 'finite because' : 'What is kept is kept because'];
    if (needsOf === null && jobs !== null)
        return [];
    const kept = findings.filter(({ verdict, pending }) => verdict === 'finite' && pending > 0);
    const held = invariants
        .filter(({ holds }) => holds === true)
        .map(({ invariant, of }) => ({ promise: invariant, of }));
    const all = [...new Set([...kept, ...held].flatMap(needs))];
    const ending = (end) => all.filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length));
    if (jobs === null && all.length === 0)
        return [];
    for (const name of all.filter((one) => !one.endsWith(acts) && !one.endsWith(fair))) {
        const clause = clauses.find((one) => one.name === name);
        lines.push(...paragraph('  you said   ', clause === undefined ? name : `${name}: "${clause.says.says}"`));
    }
    const said = (actor) => who[actor] ?? actor;
    const why = (actor) => actors[actor]?.because ??
        program.actors.find(({ of }) => of === actor)?.because ??
        '';
    for (const actor of ending(fair))
        lines.push(...paragraph('  in turn    ', `${said(actor)}: ${why(actor)}`));
    const acting = [...new Set(ending(acts).map(said))];
    if (acting.length > 0)
        lines.push(...paragraph('  and act    ', `${acting.join('; ')}`));
    if (needsOf !== null && reduced)
        lines.push(...paragraph('  ', `(What it rests on was asked of the same driver with ${needsOf.fenced} + ${needsOf.faulting} jobs and no other device.)`));
    return lines;
}
//# sourceMappingURL=because-text.js.map