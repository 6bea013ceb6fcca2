import { withoutRecovery } from "../system/program.js";
import { keyOf, piecesOf, stepsWithout } from "./ablate.js";
import { worst } from "./finding.js";
import { check } from "./verdict.js";
/** The system without recovery, what is owed by those who recover, and whether it must be asked with recovery too. */
function parted(program) {
    const some = program.steps.some(({ actor }) => program.actors[actor].recovers);
    const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
    return {
        plain: some || owed.length > 0 ? withoutRecovery(program) : program,
        owed,
        recovers: some && (owed.length > 0 || program.invariants.length > 0),
    };
}
/** As a litmus is asked: without recovery for what is owed by those who do the work, with it for what those owe who recover and for what is never. */
function answerOf(program, budget) {
    const { plain, owed, recovers } = parted(program);
    const report = check(plain, budget, { plain: true });
    const full = recovers ? check(program, budget, { plain: true }) : report;
    const said = new Map();
    const note = (promises) => {
        for (const { of, verdict, pending } of promises) {
            const before = said.get(of);
            const now = pending === 0 && verdict === 'finite' ? 'silent' : verdict;
            if (before === undefined || before === 'silent')
                said.set(of, now);
            else if (now !== 'silent')
                said.set(of, worst([before, now]));
        }
    };
    note(report.promises);
    if (recovers)
        note(full.promises.filter(({ of }) => owed.includes(of)));
    for (const { of, holds } of full.invariants)
        if (said.get(of) !== 'broken')
            said.set(of, holds === true ? 'kept' : holds === false ? 'broken' : 'incomplete');
    return { said, states: full.states, edges: full.edges };
}
/** The first promise or invariant of which something else is said; null where all is as before. */
function turned(system, before, after) {
    for (const [of, from] of before.said) {
        const to = after.said.get(of) ?? 'gone';
        if (to !== from)
            return { system, by: 'verdict', of, from, to };
    }
    return null;
}
/** Of what a litmus shows: the first broken invariant, or the first of the worst promises, with its shortest run and who waits for whom. */
function evidenceOf(program, budget) {
    const { plain, owed, recovers } = parted(program);
    const report = check(plain, budget);
    const full = recovers ? check(program, budget) : report;
    const broken = full.invariants.find(({ holds }) => holds === false);
    if (broken !== undefined)
        return { of: broken.of, shown: `${broken.run.length} steps` };
    const all = recovers
        ? [...report.promises, ...full.promises.filter(({ of }) => owed.includes(of))]
        : report.promises;
    const verdict = worst(all.map((one) => one.verdict));
    const finding = all.find((one) => one.verdict === verdict);
    if (finding === undefined || verdict === 'finite')
        return null;
    const { waits } = finding;
    const chain = waits === null
        ? []
        : [
            ...waits.chain.map(({ part }) => part),
            waits.closes === null
                ? (waits.chain.at(-1)?.onlyBy ?? []).join(' or ') || 'nobody'
                : waits.chain[waits.closes].part,
        ];
    return { of: finding.of, shown: [`${finding.run.length} steps`, ...chain].join(', ') };
}
/**
 * Leaves out every clause and every piece of `subjects`, one at a time, and asks again: in one system after another, in their order,
 * until one answers otherwise; where none does, until the evidence of one is another. Pieces of which `skip` is true are left alone.
 */
export function mutate(subjects, budget, skip = () => false) {
    const found = new Map();
    const each = (subject, wanted, ask) => {
        const whole = subject.program();
        const attempt = (kind, name, origin, make) => {
            const key = `${kind} ${name}`;
            let one = found.get(key);
            if (one === undefined)
                found.set(key, (one = { kind, name, origin, tried: 0, killer: null, changes: false }));
            if (!wanted(one))
                return;
            const less = make();
            if (less !== null)
                ask(one, whole, less);
        };
        for (const clause of subject.clauses)
            attempt('clause', clause.name, clause.name, clause.program);
        // Thousands of programs, asked once and thrown away: none is given a digest of its own.
        for (const piece of piecesOf(whole))
            if (!skip(piece))
                attempt(piece.kind, keyOf(piece).slice(piece.kind.length + 1), piece.origin.row ?? piece.origin.clause ?? '', () => ({ ...whole, steps: stepsWithout(whole, piece) }));
    };
    const bad = new Set();
    for (const subject of subjects) {
        let before = null;
        each(subject, ({ killer }) => killer === null, (one, whole, less) => {
            before ??= answerOf(whole, budget);
            const after = answerOf(less, budget);
            one.tried++;
            one.killer = turned(subject.name, before, after);
            one.changes ||=
                one.killer !== null || after.states !== before.states || after.edges !== before.edges;
            if ([...before.said.values()].some((said) => !['finite', 'kept', 'silent'].includes(said)))
                bad.add(subject);
        });
    }
    for (const subject of bad) {
        let before;
        each(subject, ({ killer, changes }) => killer === null && changes, (one, whole, less) => {
            before ??= evidenceOf(whole, budget);
            const after = evidenceOf(less, budget);
            if (before !== null && after?.shown !== before.shown)
                one.killer = {
                    system: subject.name,
                    by: 'evidence',
                    of: before.of,
                    from: before.shown,
                    to: after?.shown ?? 'nothing',
                };
        });
    }
    return [...found.values()];
}
/** Who notices in `subject` alone that this is left out; null where its answer is as before, or where there is no such thing. */
export function retry(subject, { kind, name }, budget) {
    const whole = subject.program();
    const piece = piecesOf(whole).find((one) => keyOf(one) === `${kind} ${name}`);
    const less = kind === 'clause'
        ? (subject.clauses.find((clause) => clause.name === name)?.program() ?? null)
        : piece === undefined
            ? null
            : { ...whole, steps: stepsWithout(whole, piece) };
    return less === null
        ? null
        : turned(subject.name, answerOf(whole, budget), answerOf(less, budget));
}
const kinds = ['clause', 'step', 'guard', 'move', 'also'];
const cell = (words) => words.replace(/\|/g, '\\|');
const share = (of) => {
    const by = (what) => of.filter(({ killer }) => killer?.by === what).length;
    return `${by('verdict')} | ${by('evidence')} | ${of.length - by('verdict') - by('evidence')} | ${of.length}`;
};
/**
 * Who kills whom, as a page in Markdown: the score a kind, what was broken on purpose (a star: it happened upstream) with its shortest
 * run, who notices each clause and piece that was left out, and what nobody notices.
 */
export function mutationPage({ asked, named, dropped }) {
    const of = (kind) => dropped.filter((one) => one.kind === kind);
    const table = (kind) => [
        `## Dropped: ${kind}`,
        '',
        '| what | noticed by | of | from | to |',
        '|---|---|---|---|---|',
        ...of(kind).flatMap(({ name, killer }) => killer === null
            ? []
            : [
                `| ${cell(name)} | ${killer.system} | ${cell(killer.of)} | ${killer.from} | ${killer.to} |`,
            ]),
        '',
    ];
    const list = (title, all) => [
        `## ${title}`,
        '',
        ...(all.length === 0
            ? ['Nothing.']
            : all.map(({ kind, name, tried }) => `- ${kind} \`${name}\` (tried in ${tried})`)),
        '',
    ];
    const survivors = dropped.filter(({ killer }) => killer === null);
    return [
        '# Who kills whom',
        '',
        `${asked} systems were asked.`,
        '',
        '| dropped | noticed by a verdict | by a run | by nobody | all |',
        '|---|---|---|---|---|',
        ...kinds.map((kind) => `| ${kind} | ${share(of(kind))} |`),
        `| all | ${share(dropped)} |`,
        '',
        '## Broken on purpose',
        '',
        '| what | noticed by | verdict | of | steps | shortest run | source |',
        '|---|---|---|---|---|---|---|',
        ...named.map((one) => `| ${one.starred ? '★ ' : ''}${cell(one.name)} | ${one.system} | ${one.verdict} | ${cell(one.of)} | ${one.run.length} | ${one.run.join(', ')} | ${cell(one.source)} |`),
        '',
        ...kinds.flatMap(table),
        ...list('Noticed by nobody', survivors.filter(({ changes }) => changes)),
        ...list('Without effect: something else says the same', survivors.filter(({ changes }) => !changes)),
    ].join('\n');
}
//# sourceMappingURL=mutation.js.map