import { hazards } from "../../../machines/hazards/index.js";
import { options as waysOut, variants } from "../../../machines/options/index.js";
import { exit } from "../exit.js";
import { counted, paragraph, several } from "../layout.js";
import { watchedBudget } from "../progress.js";
import { cited } from "../check/run-text.js";
import { coloured } from "../check/verdict-text.js";
import { driverOrFile } from "./subject.js";
import { answers, setsOf } from "../../judge/verdict-of.js";
/** What a driver or its hardware may have besides options, and what that is in words. */
const orders = {
    submission: { best: 'fifo', what: 'submit jobs to an engine in their order (submission fifo)' },
    arbitration: {
        best: 'in-turn',
        what: 'hardware that gives compute units in turn (arbitration in-turn)',
    },
};
const orderNames = Object.keys(orders);
/** `finite-fence remedy`. @throws Misuse */
export function remedyCommand(name, options, io, version) {
    const described = driverOrFile(name);
    const { budget, say, done } = watchedBudget(io, options);
    const { of, isFinite, asked, unanswered } = answers(budget);
    const now = of(described);
    const changes = changesFor(described);
    const sets = [];
    let tried = 0;
    let size = 0;
    while (now.verdict !== 'finite' &&
        now.verdict !== 'incomplete' &&
        sets.length === 0 &&
        size < Math.min(options.most, changes.length)) {
        size++;
        for (const set of setsOf(changes, size)) {
            if (++tried % 10 === 0)
                say(`${described.driver}: ${counted(tried)} sets of up to ${size}`);
            if (isFinite(changed(described, set)))
                sets.push(set);
        }
    }
    done();
    const all = size === changes.length;
    if (options.json === true)
        io.out(`${JSON.stringify({ schema: 1, version, driver: described.driver, verdict: now.verdict, smallest: sets.map((set) => ({ change: set.map((one) => one.name), description: changed(described, set) })), upTo: size, sets: tried, systems: asked(), unanswered: unanswered(), exhausted: all }, null, 2)}\n`);
    else
        io.out(text(described.driver, now.verdict, changes, sets, { tried, systems: asked(), unanswered: unanswered(), size, all }, io));
    if (now.verdict === 'incomplete' || unanswered() > 0)
        return exit.ranOut;
    return now.verdict === 'finite' || sets.length > 0 ? exit.asExpected : exit.problem;
}
/** Each clause of every option that is not kept, each hazard that is there, each order that is not certain. */
export function changesFor(described) {
    const has = (option) => (described.options ?? []).includes(option);
    const out = described.without ?? [];
    const stood = (described.variants ?? []).map((name) => ({
        name,
        instead: variants.find(({ clause }) => clause.name === name).instead,
    }));
    const clauses = waysOut.flatMap((option) => option.clauses.filter((clause) => (!has(option.name) || out.includes(clause.name)) &&
        !stood.some(({ instead }) => instead === clause.name)));
    const laws = out.filter((name) => !waysOut.some((option) => option.clauses.some((clause) => clause.name === name)));
    return [
        ...[...clauses.map((clause) => clause.name), ...laws].map((name) => ({
            what: `keep ${name}`,
            name,
            kind: 'clause',
        })),
        ...stood.map(({ name, instead }) => ({
            what: `keep ${instead} itself, not ${name}`,
            name,
            kind: 'variant',
        })),
        ...(described.hazards ?? []).map((name) => ({
            what: `without the hazard ${name}`,
            name,
            kind: 'hazard',
        })),
        ...orderNames
            .filter((name) => (described[name] ?? orders[name].best) !== orders[name].best)
            .map((name) => ({ what: orders[name].what, name, kind: 'order' })),
    ];
}
/** The description with these changes. An option that is taken for one clause keeps no other. */
export function changed(described, set) {
    const better = (kind) => set.filter((one) => one.kind === kind).map((one) => one.name);
    const kept = better('clause');
    const before = described.options ?? [];
    const more = waysOut.filter((option) => !before.includes(option.name) && option.clauses.some((clause) => kept.includes(clause.name)));
    const gone = new Set(set.filter(({ kind }) => kind !== 'clause').map(({ name }) => name));
    return {
        ...described,
        // What is no longer chosen needs no source.
        ...(described.cites === undefined
            ? {}
            : {
                cites: Object.fromEntries(Object.entries(described.cites).filter(([choice]) => !gone.has(choice))),
            }),
        ...Object.fromEntries(orderNames
            .filter((name) => better('order').includes(name))
            .map((name) => [name, orders[name].best])),
        options: [...before, ...more.map((option) => option.name)],
        without: [
            ...(described.without ?? []),
            ...more.flatMap((option) => option.clauses.map((clause) => clause.name)),
        ].filter((name) => !kept.includes(name)),
        variants: (described.variants ?? []).filter((name) => !better('variant').includes(name)),
        hazards: (described.hazards ?? []).filter((name) => !better('hazard').includes(name)),
    };
}
function text(driver, verdict, changes, sets, { tried, systems, unanswered, size, all, }, io) {
    const lines = [`${io.paint.bold(driver)}: ${coloured(io.paint, verdict)}`];
    if (verdict === 'finite')
        return `${[...lines, '  Nothing has to be changed.'].join('\n')}\n`;
    if (verdict === 'incomplete')
        return `${[...lines, ...paragraph('  ', 'The search ended before there was an answer: nothing can be said of what would help. Try fewer jobs, or more with --max-states and --max-bytes.')].join('\n')}\n`;
    const open = unanswered === 0
        ? ''
        : ` ${counted(unanswered)} of the searches ended before there was an answer, and count as no help: this is no proof.`;
    const proof = `Asked: all ${counted(tried)} sets of ${size === 1 ? 'one' : `up to ${size}`} of ${several(changes.length, 'change')} for the better (${counted(systems)} different systems).${open}`;
    if (sets.length === 0) {
        lines.push(...paragraph('  ', changes.length === 0
            ? 'Every clause is kept, every order too, and there is no hazard: no change of this kind is left.'
            : `No set of ${all ? 'these changes' : `up to ${size} changes`} makes it finite.`), '', ...paragraph('', proof));
        return `${lines.join('\n')}\n`;
    }
    lines.push(...paragraph('  ', `${sets.length === 1 ? `The only smallest set of changes that makes it finite has ${size}` : `${sets.length} sets of ${size} make it finite, and no smaller one does`}:`));
    const said = (name) => waysOut.flatMap((option) => option.clauses).find((clause) => clause.name === name)?.says ??
        hazards.find((one) => one.name === name)?.says ??
        null;
    const told = new Set();
    sets.forEach((set, at) => {
        lines.push('');
        set.forEach(({ what, name }, n) => {
            lines.push(...paragraph(n === 0 ? `${String(at + 1).padStart(3)}. ` : '     ', what), ...(told.has(name) ? [] : cited(said(name), '       ')));
            told.add(name);
        });
    });
    return `${[...lines, '', ...paragraph('', proof)].join('\n')}\n`;
}
//# sourceMappingURL=remedy.js.map