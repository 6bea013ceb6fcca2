import { existsSync } from 'node:fs';
import { hazards } from "../../../machines/hazards/index.js";
import { options, variants } from "../../../machines/options/index.js";
import { inWords } from "../../check/waits.js";
import { neverPending } from "../../judge/judge.js";
import { listed } from "../layout.js";
import { readJsonFile } from "../input/read-input.js";
import { told } from "../check/verdict-text.js";
import { exit } from "../exit.js";
const own = [
    { id: 'incomplete', says: 'The search ended before there was an answer.', file: null },
    { id: 'never-pending', says: 'A promise that is never owed says nothing.', file: null },
    { id: 'expected', says: 'The verdict is the one that the description expects.', file: null },
    { id: 'changed', says: 'No verdict is another than before.', file: null },
];
/** Every clause, variant and hazard; what the judged systems promise and deny. */
export function lawsOfChecks(all) {
    const laws = [
        ...options.flatMap(({ clauses }) => clauses),
        ...variants.map(({ clause }) => clause),
        ...hazards,
    ].map(({ name, says }) => ({ id: name, says: says.says, file: says.file }));
    const promised = all.flatMap(({ judgement: { program } }) => [...program.promises, ...program.invariants].map(({ of, cite }) => ({
        id: of,
        says: cite?.says ?? `What ${of} says.`,
        file: cite?.file ?? null,
    })));
    const seen = new Set();
    return [...promised, ...laws, ...own].filter(({ id }) => !seen.has(id) && Boolean(seen.add(id)));
}
/** What is wrong with a judged driver: nothing where it is as expected. */
export function askedOfCheck({ judgement, code, remedies, changed, file }) {
    const { described: { driver, expect }, findings, assessment: { report, recovered }, program, verdict, } = judgement;
    if (code === exit.asExpected)
        return { name: driver, problems: [] };
    const at = placesIn(file);
    const error = (law, message, place = at([])) => ({
        law,
        level: 'error',
        message,
        place,
    });
    const helps = remedies.length === 0
        ? ''
        : ` ${remedies.length === 1 ? 'This alone would make it finite' : 'Any one of these alone would make it finite'}: ${listed(remedies.map(({ what }) => what))}.`;
    const first = remedies.map(({ change }) => Object.keys(change)[0])[0];
    const problems = told(findings).map(({ finding, also }) => error(finding.of, `${driver}: ${finding.promise}: ${finding.verdict}${also.length === 0 ? '' : ` (and ${listed(also.map(({ promise }) => promise))})`}${finding.waits === null || finding.waits.chain.length === 0 ? '' : `: ${inWords(finding.waits)}`}.${helps}`, at(first === undefined ? [] : [first])));
    for (const { invariant, of } of (recovered ?? report).invariants.filter(({ holds }) => holds === false))
        problems.push(error(of, `${driver}: ${invariant}: broken: ${program.invariants.find(({ name }) => name === invariant)?.cite?.says ?? 'a state is reached that is never to be'}`));
    for (const name of neverPending(judgement))
        problems.push(error('never-pending', `${driver}: ${name}: never pending: it is owed in no state, so that nothing was asked`));
    if (expect !== undefined && expect !== 'finite' && verdict !== expect)
        problems.unshift(error('expected', `${driver}: ${verdict}; expected ${expect}`, at(['expect'])));
    if (report.stopped !== null && verdict === 'incomplete')
        problems.push({
            ...error('incomplete', `${driver}: incomplete: the search ended at ${report.states} states`),
            level: 'warning',
        });
    problems.push(...changed.map((line) => error('changed', `${driver}: ${line}`)));
    return { name: driver, problems: [...problems, ...culprits(judgement, remedies, at)] };
}
/** The words of the description that each alone make it bad. */
function culprits({ described }, remedies, at) {
    return remedies.flatMap(({ what, change }) => ['without', 'hazards', 'variants'].flatMap((field) => {
        const kept = change[field];
        const index = kept === undefined
            ? -1
            : (described[field] ?? []).findIndex((name) => !kept.includes(name));
        return index < 0
            ? []
            : [
                {
                    law: described[field][index],
                    level: 'note',
                    message: `${described.driver}: this alone would make it finite: ${what}.`,
                    place: at([field, index]),
                },
            ];
    }));
}
/** Where the words of a description stand: in its file, if that is JSON; else at its beginning. */
function placesIn(file) {
    if (!file.endsWith('.json') || !existsSync(file))
        return () => ({ file, line: 1, column: 1 });
    const { at } = readJsonFile(file);
    return (path) => ({ file, ...at(path) });
}
//# sourceMappingURL=of-check.js.map