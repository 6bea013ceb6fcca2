import { hazards } from "../../../machines/hazards/index.js";
import { quiet, verbatim, who } from "../../../machines/words/words.js";
import { inWords } from "../../check/waits.js";
import { nextLocal } from "../../system/program.js";
import { paragraph, spoken } from "../layout.js";
/** Who does a step, for a person. */
export function actorOf(program, step) {
    const found = program.steps.find(({ name }) => name === step);
    if (found === undefined)
        return '';
    return named(program.actors[found.actor].of);
}
/** `'arbiter[1]'` in words. */
export const named = (actor) => {
    const of = actor.replace(/\[\d+\]$/, '');
    return who[of] ?? of;
};
/** The lifecycle of a part, by its id. */
export const lifecycleOf = (program, part) => program.tables[program.parts.find(({ name }) => name === part)?.table ?? -1]?.lifecycle ?? '';
/** What a step does, as the lifecycles of the parts that it moves say it; the first two that change. */
function deed(program, telling, { step: name, moved }) {
    const step = program.steps.find((one) => one.name === name);
    const told = [...step.moves, ...step.also].flatMap(({ part: at, event: e }) => {
        const part = program.parts[at];
        const change = moved[part.name];
        if (change === undefined)
            return [];
        const table = program.tables[part.table];
        if (quiet.includes(table.lifecycle))
            return [];
        if (nextLocal(program, at, e, table.states.indexOf(change[0])) < 0)
            return [];
        const text = telling(table.lifecycle, change[0], table.events[e]);
        return [`${part.title}: ${text === null ? `${change[0]} to ${change[1]}.` : spoken(text)}`];
    });
    return told.length === 0 ? 'Nothing changes.' : told.slice(0, 2).join(' ');
}
/** A run as a numbered list: step, who does it, what it is. */
export function runLines(program, telling, run, from = 1) {
    return run.flatMap((one, at) => [
        `${String(at + from).padStart(4)}. ${one.step} (${actorOf(program, one.step)})`,
        ...paragraph('      ', deed(program, telling, one)),
    ]);
}
const quoted = (cite) => `${cite.file}: ${verbatim(cite) ? `"${cite.says}"` : cite.says}`;
/** The cycle in a line of words, then each arrow with the text that says so. */
export function waits({ waits: found }) {
    if (found === null || found.chain.length === 0)
        return [];
    const { chain, closes } = found;
    const titles = new Map(chain.map(({ part, title }) => [part, title]));
    const arrow = (wait, at) => {
        if (wait.step === null || wait.for === null)
            return [];
        const next = chain[at + 1] ?? (closes === null ? undefined : chain[closes]);
        const other = next?.title ?? titles.get(wait.for) ?? wait.for;
        const must = wait.mustBeIn.length === 0
            ? `only ${wait.step} moves it on`
            : `${wait.step} needs it ${among(wait.mustBeIn)}`;
        const link = wait.phrase === null
            ? 'waits for'
            : wait.phrase.startsWith('wait')
                ? 'is waiting for'
                : wait.phrase.endsWith('by')
                    ? `is ${wait.phrase}`
                    : `: ${wait.phrase}`;
        return [
            ...paragraph('  ', `${wait.title} ${link} ${other}: ${must}.`.replace(' : ', ': ')),
            ...cited(textOf(wait.origin), '     '),
        ];
    };
    const arrows = chain.flatMap(arrow);
    return [
        ...paragraph('  ', spoken(inWords(found))),
        ...(arrows.length === 0 ? [] : ['', ...arrows]),
    ];
}
/** What a guard or move stands for: what it cites itself, or what its hazard says. */
export const textOf = (origin) => origin?.cite ?? hazards.find(({ name }) => name === origin?.row)?.says ?? null;
/** `free or held by fenced job 1` */
const among = (states) => {
    const said = states.map((state) => spoken(state.replace(/^held\./, 'held by ')));
    return said.length > 3 ? `${said.slice(0, 3).join(', ')} or the like` : said.join(' or ');
};
export const cited = (cite, indent = '  ') => (cite === null ? [] : paragraph(indent, quoted(cite)));
//# sourceMappingURL=run-text.js.map