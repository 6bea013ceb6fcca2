import { story } from "../../../machines/description/description.js";
import { optionOf } from "../../../machines/description/ids.js";
import { verdicts } from "../../check/finding.js";
import { exit } from "../exit.js";
import { counted, paragraph } from "../layout.js";
import { watchedBudget } from "../progress.js";
import { coloured } from "../check/verdict-text.js";
import { driverOrFile } from "./subject.js";
import { answers, setsOf } from "../../judge/verdict-of.js";
/** Systems that are asked for smallest sets at most. */
const mostSets = 1000;
/** `finite-fence diff`. @throws Misuse */
export function diffCommand(nameA, nameB, options, io, version) {
    const [a, b] = [driverOrFile(nameA), driverOrFile(nameB)];
    const { budget, say, done } = watchedBudget(io, options);
    const { of } = answers(budget);
    const verdictOf = (described) => of(described).verdict;
    say(a.driver);
    const was = verdictOf(a);
    say(b.driver);
    const is = verdictOf(b);
    const all = differences(a, b);
    const alone = all.map((difference) => {
        say(`${a.driver}: ${difference.what}`);
        const answer = of(fitting(difference.apply(a)));
        return {
            difference,
            answer,
            turns: 'verdict' in answer &&
                was !== 'incomplete' &&
                answer.verdict !== 'incomplete' &&
                answer.verdict !== was,
        };
    });
    const sets = [];
    let asked = 0;
    const answered = was !== 'incomplete' && is !== 'incomplete';
    for (let size = 1; answered && was !== is && size <= all.length && asked < mostSets; size++) {
        for (const set of setsOf(all, size)) {
            if (sets.some((smaller) => smaller.every((one) => set.includes(one))))
                continue;
            if (++asked > mostSets)
                break;
            say(`${a.driver}: ${counted(asked)} sets of differences`);
            const answer = of(fitting(set.reduce((described, { apply }) => apply(described), a)));
            if ('verdict' in answer && answer.verdict === is)
                sets.push(set);
        }
    }
    done();
    const left = asked > mostSets;
    if (options.json === true) {
        const plain = ({ what, a: inA, b: inB }) => ({ what, a: inA, b: inB });
        io.out(`${JSON.stringify({ schema: 1, version, a: { driver: a.driver, verdict: was }, b: { driver: b.driver, verdict: is }, differences: alone.map(({ difference, answer, turns }) => ({ ...plain(difference), alone: 'verdict' in answer ? answer.verdict : null, turns })), turns: sets.map((set) => set.map(({ what }) => what)), complete: !left }, null, 2)}\n`);
    }
    else
        io.out(text([nameA, a.driver, was], [nameB, b.driver, is], alone, sets, left, io));
    return was === 'incomplete' || is === 'incomplete'
        ? exit.ranOut
        : was === is
            ? exit.asExpected
            : exit.problem;
}
const silent = ['$schema', 'driver', 'about', 'cites', 'expect'];
const titles = {
    options: 'option',
    uses: 'use',
    without: 'clause',
    variants: 'variant',
    hazards: 'hazard',
    hardwareCan: 'hardware can',
};
/** In declaration order of the fields; of a list, each entry. */
function differences(a, b) {
    const of = (described, field) => described[field] ?? story[field];
    const fields = [...new Set([...Object.keys(story), ...Object.keys(a), ...Object.keys(b)])].filter((field) => !silent.includes(field));
    return fields.flatMap((field) => {
        const [x, y] = [of(a, field), of(b, field)];
        if (Array.isArray(x ?? []) && Array.isArray(y ?? []))
            return entries(field, (x ?? []), (y ?? []), a, b);
        if (field === 'jobs') {
            const [m, n] = [
                { ...story.jobs, ...x },
                { ...story.jobs, ...y },
            ];
            return ['fenced', 'faulting'].flatMap((kind) => m[kind] === n[kind]
                ? []
                : [
                    {
                        what: `jobs.${kind}`,
                        a: String(m[kind]),
                        b: String(n[kind]),
                        apply: (described) => ({
                            ...described,
                            jobs: { ...described['jobs'], [kind]: n[kind] },
                        }),
                    },
                ]);
        }
        const said = (value) => Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
        return said(x) === said(y)
            ? []
            : [
                {
                    what: field,
                    a: said(x),
                    b: said(y),
                    apply: (described) => ({ ...described, [field]: y }),
                },
            ];
    });
}
/** Entries of a list. An option or a use that only one of them takes comes or goes with all that is said of its clauses. */
function entries(field, x, y, a, b) {
    const both = (name) => !name.includes('/') ||
        (chosen(a).includes(optionOf(name)) && chosen(b).includes(optionOf(name)));
    const all = [...new Set([...x, ...y])].filter((name) => x.includes(name) !== y.includes(name) && both(name));
    const [yes, no] = field === 'without' ? ['not kept', 'kept'] : ['yes', 'no'];
    return all.map((name) => ({
        what: `${titles[field] ?? field} ${name}`,
        a: x.includes(name) ? yes : no,
        b: y.includes(name) ? yes : no,
        apply: (described) => {
            const list = listIn(described, field);
            if (!y.includes(name))
                return { ...described, [field]: list.filter((one) => one !== name) };
            const own = ['without', 'variants', 'hazards']
                .filter((of) => of !== field)
                .map((of) => [
                of,
                [
                    ...listIn(described, of),
                    ...listIn(b, of).filter((one) => one.startsWith(`${name}/`)),
                ],
            ]);
            return {
                ...described,
                ...Object.fromEntries(own.filter(([, some]) => some.length > 0)),
                [field]: [...list, name],
            };
        },
    }));
}
const listIn = (described, field) => (described[field] ?? story[field] ?? []);
const chosen = (described) => ['options', 'uses'].flatMap((field) => listIn(described, field));
/** Without what belongs to an option that is not taken. */
function fitting(described) {
    const of = chosen(described);
    const cut = (field) => {
        const list = described[field];
        return list === undefined
            ? {}
            : { [field]: list.filter((name) => !name.includes('/') || of.includes(optionOf(name))) };
    };
    const { cites: _, expect: __, ...rest } = described;
    return { ...rest, ...cut('without'), ...cut('variants'), ...cut('hazards') };
}
function text([fileA, driverA, was], [fileB, driverB, is], alone, sets, left, io) {
    const verdict = (one, wide = 0) => coloured(io.paint, one) + ' '.repeat(Math.max(0, wide - one.length));
    const [a, b] = driverA === driverB ? ['A', 'B'] : [driverA, driverB];
    const lines = [
        `A ${driverA}${fileA === driverA ? '' : ` (${fileA})`}: ${verdict(was)}`,
        `B ${driverB}${fileB === driverB ? '' : ` (${fileB})`}: ${verdict(is)}`,
        '',
    ];
    if (alone.length === 0)
        return `${[...lines, 'They differ in nothing that is asked for.'].join('\n')}\n`;
    const first = Math.min(34, Math.max(...alone.map(({ difference: { what } }) => what.length)) + 2);
    const row = (what, inA, inB, end) => {
        if (Math.max(inA.length, inB.length) > 12)
            return [
                ...paragraph('  ', `${what}: ${inA} in A, ${inB} in B`),
                `  ${' '.repeat(first + 26)}${end}`,
            ];
        const rest = `${inA.padEnd(13)}${inB.padEnd(13)}${end}`;
        return what.length >= first
            ? [`  ${what}`, `  ${' '.repeat(first)}${rest}`]
            : [`  ${what.padEnd(first)}${rest}`];
    };
    lines.push(...row('', 'A', 'B', 'alone in A'));
    for (const { difference: { what, a: inA, b: inB }, answer, turns, } of alone)
        lines.push(...row(what, inA, inB, 'verdict' in answer
            ? `${verdict(answer.verdict)}${turns ? (verdicts.indexOf(answer.verdict) > verdicts.indexOf(was) ? ': better' : ': worse') : ''}`
            : 'makes no sense'));
    lines.push('');
    if (was === 'incomplete' || is === 'incomplete')
        lines.push('The search ended before there was an answer: nothing turns what is not known.');
    else if (was === is)
        lines.push(...paragraph('', `Both are ${is}: ${alone.some(({ turns }) => turns) ? 'what turns the verdict alone is made up for by the rest.' : 'no difference turns the verdict alone.'}`));
    else {
        lines.push(...paragraph('', `What turns ${a} from ${was} to ${is}, as in ${b}${sets.some((set) => set.length > 1) ? '; no part of a set does' : ''}:`), '');
        sets.forEach((set, at) => lines.push(...paragraph(`${String(at + 1).padStart(3)}. `, set.map(({ what, b: inB }) => `${what}: ${inB}`).join('; '))));
        if (left)
            lines.push(...paragraph('     ', `(Only the first ${counted(mostSets)} sets were asked: there may be more.)`));
    }
    return `${lines.join('\n')}\n`;
}
//# sourceMappingURL=diff.js.map