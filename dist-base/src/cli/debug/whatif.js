import { options as waysOut } from "../../../machines/options/index.js";
import { piecesOf, without } from "../../check/ablate.js";
import { worst } from "../../check/finding.js";
import { check } from "../../check/verdict.js";
import { Misuse, unknown } from "../../system/misuse.js";
import { withoutRecovery } from "../../system/program.js";
import { exit } from "../exit.js";
import { listed, paragraph } from "../layout.js";
import { watchedBudget } from "../progress.js";
import { cited, textOf } from "../check/run-text.js";
import { coloured } from "../check/verdict-text.js";
import { subjectOf } from "./subject.js";
/** `finite-fence whatif`. @throws Misuse */
export async function whatifCommand(name, options, io, version) {
    const [allow, forbid] = [options.allow ?? [], options.forbid ?? []];
    if (allow.length + forbid.length === 0)
        throw new Misuse('found neither --allow nor --forbid, expected a step');
    const { budget, say, done } = watchedBudget(io, options);
    const subject = await subjectOf(name, options.module, budget);
    const { program } = subject;
    const allowed = allow.map((step) => stepOf(subject, step));
    const forbidden = forbid.map((step) => stepOf(subject, step));
    const guards = piecesOf(program).filter(({ kind, step }) => kind === 'guard' && allowed.includes(step));
    const steps = piecesOf(program).filter(({ kind, step }) => kind === 'step' && forbidden.includes(step));
    if (guards.length === 0 && steps.length === 0)
        throw new Misuse(`${listed(allowed)}: no guard to drop: only ${allowed.length === 1 ? 'its' : 'their'} moves refuse`);
    say(`${subject.name}, as it is`);
    const before = saidOf(program, budget);
    say(`${subject.name}, changed`);
    const after = saidOf([...guards, ...steps].reduce(without, program), budget);
    const alone = guards.length < 2
        ? []
        : guards.map((piece) => {
            say(`${piece.step}: ${piece.text}`);
            return { piece, said: saidOf(without(program, piece), budget) };
        });
    done();
    if (options.json === true) {
        const plain = ({ step, text, origin }) => ({
            step,
            guard: text,
            row: origin.row,
            clause: origin.clause,
            cite: textOf(origin),
        });
        io.out(`${JSON.stringify({ schema: 1, version, digest: program.digest, driver: subject.name, allow: allowed, forbid: forbidden, before, after, dropped: guards.map(plain), alone: alone.map(({ piece, said }) => ({ ...plain(piece), ...said })) }, null, 2)}\n`);
    }
    else
        io.out(text(subject, allowed, forbidden, before, after, guards, alone, io));
    return after.verdict === 'finite'
        ? exit.asExpected
        : after.verdict === 'incomplete'
            ? exit.ranOut
            : exit.problem;
}
/** The step as written. @throws Misuse; where a clause that is not kept would add it, that is said */
function stepOf({ program, name: system, description }, name) {
    const of = program.steps.find((step) => step.name === name || step.of === name)?.of;
    if (of !== undefined)
        return of;
    const plain = name.replace(/\[.*$/, '');
    const adds = waysOut
        .flatMap(({ clauses }) => clauses)
        .find((clause) => clause.adds?.some((step) => step.name === plain) === true);
    if (description !== null && adds !== undefined)
        throw new Misuse(`${system}: there is no step '${name}' in it: the clause ${adds.name} would add it, and the driver does not keep that`);
    throw new Misuse(`${system}: ${unknown('step', name, [...new Set(program.steps.map((step) => step.of))])}`);
}
/** As check says it: without recovery; with it what those who recover owe, and what is never. */
function saidOf(program, budget) {
    const report = check(withoutRecovery(program), budget, { plain: true });
    const recovers = program.actors.some((actor) => actor.recovers);
    const owed = program.promises.filter(({ ofRecovery }) => ofRecovery).map(({ of }) => of);
    const recovery = owed.length === 0 ? [] : check(program, budget, { plain: true, promises: owed }).promises;
    const invariants = recovers && program.invariants.length > 0
        ? check(program, budget, { plain: true }).invariants
        : report.invariants;
    const promises = {};
    const say = (of, verdict) => {
        promises[of] = worst([promises[of] ?? 'finite', verdict]);
    };
    for (const { of, verdict } of [...report.promises, ...recovery])
        say(of, verdict);
    for (const { of, holds } of invariants)
        say(of, holds === false ? 'broken' : holds === null ? 'incomplete' : 'finite');
    return { verdict: worst([report.verdict, ...Object.values(promises)]), promises };
}
function text({ name }, allowed, forbidden, before, after, guards, alone, io) {
    const verdict = (one, wide = 0) => coloured(io.paint, one) + ' '.repeat(Math.max(0, wide - one.length));
    const change = [
        ...(allowed.length > 0 ? [`${listed(allowed)} allowed`] : []),
        ...(forbidden.length > 0 ? [`${listed(forbidden)} forbidden`] : []),
    ].join(', ');
    const lines = [
        ...paragraph('', `${name}, what if: ${change}`),
        '',
        `  ${''.padEnd(32)}${'as it is'.padEnd(14)}what if`,
        `  ${'verdict'.padEnd(32)}${verdict(before.verdict, 14)}${verdict(after.verdict)}`,
    ];
    for (const of of new Set([...Object.keys(before.promises), ...Object.keys(after.promises)])) {
        const [was, is] = [before.promises[of] ?? 'finite', after.promises[of] ?? 'finite'];
        if (was !== 'finite' || is !== 'finite')
            lines.push(...(of.length > 31
                ? [`  ${of}`, `  ${''.padEnd(32)}${verdict(was, 14)}${verdict(is)}`]
                : [`  ${of.padEnd(32)}${verdict(was, 14)}${verdict(is)}`]));
    }
    const source = ({ origin }) => origin.clause !== null
        ? ` [clause ${origin.clause}]`
        : origin.row !== null
            ? ` [row ${origin.row}]`
            : '';
    if (guards.length > 0)
        lines.push('', guards.length === 1
            ? 'The guard that is dropped:'
            : 'The guards that are dropped, and the verdict where each alone is:', '');
    let said = '';
    for (const piece of guards) {
        const cite = cited(textOf(piece.origin), '    ');
        const found = alone.find((one) => one.piece === piece);
        lines.push(...paragraph('  ', `${piece.step} needs ${piece.text}${source(piece)}${found === undefined ? '' : `: ${verdict(found.said.verdict)}`}`), ...(cite.join() === said ? [] : cite));
        said = cite.join();
    }
    return `${lines.join('\n')}\n`;
}
//# sourceMappingURL=whatif.js.map