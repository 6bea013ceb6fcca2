import { holds, nextLocal, stateName, } from "../system/program.js";
import { paragraph } from "../cli/layout.js";
import { cited, textOf } from "../cli/check/run-text.js";
/** All that a step asks: its guards, then that its moves are taken. */
export const demands = (program, { when, moves }) => [
    ...when,
    ...moves.map(({ part, event, origin }) => {
        const { name, table } = program.parts[part];
        const { states, events } = program.tables[table];
        return {
            some: [
                {
                    part,
                    in: states.flatMap((_, local) => nextLocal(program, part, event, local) >= 0 ? [local] : []),
                },
            ],
            text: `${name} to take '${events[event]}'`,
            origin,
        };
    }),
];
/** What of it is not so in a state. */
export const refusedIn = (program, step, state) => demands(program, step).filter(({ some }) => !holds(some, state));
/** @param at the local states in which a part is, wherever it is looked */
export const refusedJson = (program, { some, text, origin }, at) => ({
    by: some.map(({ part }) => ({
        part: program.parts[part].name,
        isIn: at(part).map((local) => stateName(program, part, local)),
    })),
    needs: text,
    row: origin.row,
    clause: origin.clause,
    cite: textOf(origin),
});
/** `clause preempt/while-faulted` */
const whose = ({ clause, row }) => clause !== null ? `clause ${clause}` : row !== null ? `row ${row}` : '';
/** Lines whose first begins at `indent`, and the others two further in. */
const hanging = (indent, text) => paragraph(`${indent}  `, text).map((line, at) => (at === 0 ? line.replace('  ', '') : line));
/** Who refuses, where it is, what was asked, and whose law that is. @param more stands behind each part @param said citations that need not be said again; grows */
export function refusalText(program, refused, indent, more = [], said = new Set()) {
    const title = (name) => program.parts.find((part) => part.name === name)?.title ?? name;
    const who = refused.by
        .map(({ part, isIn }, at) => `${title(part)} (${isIn.join(' or ')})${more[at] ?? ''}`)
        .join(', ');
    const from = whose(refused);
    const cite = cited(refused.cite, `${indent}  `);
    const again = said.has(cite.join('\n'));
    said.add(cite.join('\n'));
    return [
        ...hanging(indent, `refused by ${who}: it needs ${refused.needs}${from === '' ? '' : ` [${from}]`}`),
        ...(again ? [] : cite),
    ];
}
//# sourceMappingURL=refused.js.map