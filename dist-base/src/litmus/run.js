import { replay, verdicts, worst, } from "../check/finding.js";
import { check } from "../check/verdict.js";
import { Misuse, unknown } from "../system/misuse.js";
import { fire, holds, withoutRecovery } from "../system/program.js";
import { differences } from "./differences.js";
/** Asks without recovery for what is owed by those who do the work, and with it for what is owed by those who recover and for what is never. */
export function runLitmus(litmus, budget = { states: 1_000_000 }) {
    const program = litmus.system();
    const plain = withoutRecovery(program);
    const report = check(plain, budget);
    const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
    const recovery = owed.length === 0 ? [] : check(program, budget, { promises: owed }).promises;
    const all = [...report.promises, ...recovery];
    const recovers = program.invariants.length > 0 && program.steps.length > plain.steps.length;
    const { invariants } = recovers ? check(program, budget) : report;
    const upset = invariants.filter(({ holds }) => holds === false);
    const broken = upset[0] ?? null;
    const verdict = worst([
        report.verdict,
        ...recovery.map((one) => one.verdict),
        ...(broken === null ? [] : ['broken']),
    ]);
    const finding = verdict === 'finite' || broken !== null
        ? null
        : (all.find((one) => one.verdict === verdict) ?? null);
    const bad = all.filter((one) => one.verdict !== 'finite');
    const promises = {};
    for (const one of bad)
        promises[one.of] = worst([promises[one.of] ?? 'finite', one.verdict]);
    const found = {
        verdict,
        ...(broken === null ? {} : { broken: [...new Set(upset.map(({ of }) => of))] }),
        ...(bad.length === 0 ? {} : { promises }),
        ...(finding?.waits == null ? {} : { cycle: cycleOf(finding.waits) }),
        states: report.states,
        edges: report.edges,
        ...(broken !== null
            ? { length: broken.run.length }
            : finding === null
                ? {}
                : { length: finding.run.length }),
    };
    const of = (one) => (recovery.includes(one) ? program : plain);
    const problems = [
        ...compared(litmus.expect, found),
        ...all.flatMap((one) => replayed(of(one), one)),
        ...upset.flatMap((one) => upsets(recovers ? program : plain, one)),
        ...(verdict === 'finite' && !all.some(({ pending }) => pending > 0)
            ? ['finite, but no promise is ever pending']
            : []),
    ];
    return { litmus, found, finding, broken, problems };
}
/** `'a → b → a'`; a chain ends with who could move it on. */
function cycleOf({ chain, closes }) {
    const parts = chain.map(({ part }) => part);
    const end = closes !== null ? parts[closes] : (chain.at(-1)?.onlyBy ?? []).join(' or ') || 'nobody';
    return [...parts, end].join(arrow);
}
const arrow = ' → ';
/** The same cycle, wherever it begins. */
export function sameCycle(one, other) {
    const turn = (words) => {
        const parts = words.split(arrow);
        if (parts.length < 2 || parts[0] !== parts.at(-1))
            return words;
        const ring = parts.slice(1);
        const least = ring.indexOf([...ring].sort()[0]);
        return [...ring.slice(least), ...ring.slice(0, least)].join(arrow);
    };
    return turn(one) === turn(other);
}
function compared(expected, found) {
    const problems = [];
    const differ = (what, was, is) => {
        if (was !== is)
            problems.push(`${what}: expected ${String(was ?? 'none')}, found ${String(is ?? 'none')}`);
    };
    differ('verdict', expected.verdict, found.verdict);
    const names = new Set([
        ...Object.keys(expected.promises ?? {}),
        ...Object.keys(found.promises ?? {}),
    ]);
    for (const name of names)
        differ(name, expected.promises?.[name] ?? 'finite', found.promises?.[name] ?? 'finite');
    if (expected.cycle === undefined ||
        found.cycle === undefined ||
        !sameCycle(expected.cycle, found.cycle))
        differ('cycle', expected.cycle, found.cycle);
    differ('broken', expected.broken?.join(', '), found.broken?.join(', '));
    differ('states', expected.states, found.states);
    differ('edges', expected.edges, found.edges);
    differ('length', expected.length, found.length);
    return problems;
}
/**
 * Steps through the evidence again, with nothing but the meaning of a step: every step can happen; at the end every part of the cycle is
 * where it was said to be, the step that would move it on is refused, and the part that it waits for is not where it must be.
 */
function replayed(program, finding) {
    const problems = [];
    const say = (what) => {
        problems.push(`${finding.promise}: ${what}`);
    };
    let end;
    try {
        ({ end } = replay(program, finding.run.map(({ step }) => step)));
        if (finding.loop.length > 0) {
            const after = replay(program, finding.loop.map(({ step }) => step), end).end;
            if (after.some((local, part) => local !== end[part]))
                say('the loop does not come back to where it begins');
        }
    }
    catch (error) {
        if (!(error instanceof Misuse))
            throw error;
        return [`${finding.promise}: ${error.message}`];
    }
    const stateOf = (name) => {
        const part = program.parts.findIndex((one) => one.name === name);
        return program.tables[program.parts[part].table].states[end[part]];
    };
    for (const wait of finding.waits?.chain ?? []) {
        if (!wait.isIn.includes(stateOf(wait.part)))
            say(`${wait.part} is in ${stateOf(wait.part)}, not in ${wait.isIn.join(' or ')}`);
        if (wait.step === null)
            continue;
        if (fire(program, program.steps.find(({ name }) => name === wait.step), end) !== null)
            say(`'${wait.step}' can happen`);
        if (wait.mustBeIn.length > 0 && wait.mustBeIn.includes(stateOf(wait.for)))
            say(`${wait.for} is in ${stateOf(wait.for)} already`);
    }
    return problems;
}
/** The run of a broken invariant, stepped through again: at its end, and nowhere before, all that it says is never holds. */
function upsets(program, { invariant, run }) {
    const { never } = program.invariants.find(({ name }) => name === invariant);
    const steps = run.map(({ step }) => step);
    return steps.concat('').flatMap((_, at) => {
        const wrong = never.every((some) => holds(some, replay(program, steps.slice(0, at)).end));
        return wrong === (at === steps.length)
            ? []
            : [
                `${invariant}: ${wrong ? `broken after ${at} steps already` : 'not broken at the end of its run'}`,
            ];
    });
}
/**
 * The litmus tests whose name has `pattern` in it, capitals or not; with `*`, those whose whole name fits.
 * @throws Misuse where there is none.
 */
export function gallery(all, pattern = '') {
    const plain = pattern.toLowerCase();
    const fits = plain.includes('*')
        ? (name) => new RegExp(`^${plain
            .split('*')
            .map((part) => part.replace(/[^\w]/g, '\\$&'))
            .join('.*')}$`).test(name)
        : (name) => name.includes(plain);
    const found = all.filter(({ name }) => fits(name.toLowerCase()));
    if (found.length === 0)
        throw new Misuse(unknown('litmus', pattern, all.map(({ name }) => name)));
    return found;
}
/** What is wrong with `all` as a gallery: names, twins. One line each. */
export function misfits(all) {
    const byName = new Map(all.map((one) => [one.name, one]));
    const good = ({ expect }) => expect.verdict === 'finite';
    return all.flatMap((one, at) => {
        const problems = [];
        if (!/^[A-Z][A-Z-]*(\+[a-z0-9]+(-[a-z0-9]+)*)*$/.test(one.name))
            problems.push('a name is a family in capitals and facts in lower case, joined by +');
        if (all.findIndex(({ name }) => name === one.name) !== at)
            problems.push('its name is taken');
        const twin = byName.get(one.twin);
        if (twin === undefined)
            problems.push(unknown('twin', one.twin, [...byName.keys()]));
        else {
            const facts = differences(one.facts, twin.facts);
            if (facts.length !== 1)
                problems.push(`differs from its twin ${twin.name} in ${facts.length} facts: ${facts.join('; ')}`);
            if (good(one) === good(twin))
                problems.push(`and its twin ${twin.name} are both ${good(one) ? 'good' : 'bad'}`);
        }
        if (!verdicts.includes(one.expect.verdict))
            problems.push(unknown('verdict', one.expect.verdict, verdicts));
        return problems.map((problem) => `${one.name}: ${problem}`);
    });
}
//# sourceMappingURL=run.js.map