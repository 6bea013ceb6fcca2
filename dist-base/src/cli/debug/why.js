import { replay, verdicts } from "../../check/finding.js";
import { check } from "../../check/verdict.js";
import { Misuse, unknown } from "../../system/misuse.js";
import { withoutRecovery } from "../../system/program.js";
import { exit } from "../exit.js";
import { counted, listed, paragraph, several } from "../layout.js";
import { watchedBudget } from "../progress.js";
import { actorOf, named } from "../check/run-text.js";
import { coloured } from "../check/verdict-text.js";
import { refusalText } from "../../judge/refused.js";
import { closure, whyStuck } from "../../judge/stuck.js";
import { subjectOf } from "./subject.js";
/** `finite-fence why`. @throws Misuse */
export async function whyCommand(name, options, io, version) {
    const { budget, say, done } = watchedBudget(io, options);
    say(name ?? options.module ?? '');
    const subject = await subjectOf(name, options.module, budget);
    const found = findingOf(subject, options.promise, budget);
    done();
    const { finding, program, stopped } = found;
    const kept = finding.verdict === 'finite' || finding.verdict === 'incomplete';
    const answer = kept
        ? { ...found, after: 0, states: 0, stuck: [] }
        : { ...found, ...looked(program, finding, options.after) };
    if (options.json === true) {
        const { after, states, stuck } = answer;
        io.out(`${JSON.stringify({ schema: 1, version, digest: subject.program.digest, driver: subject.name, promise: finding.promise, verdict: finding.verdict, run: finding.run.map(({ step }) => step), sealed: finding.sealed, after, states, stuck }, null, 2)}\n`);
    }
    else
        io.out(text(subject, answer, io));
    return kept
        ? stopped && finding.verdict === 'incomplete'
            ? exit.ranOut
            : exit.asExpected
        : exit.problem;
}
/** The finding of a promise: by its name, or as written, then the worst of its members; without a word, the first of the worst of all. */
function findingOf({ program: whole }, promise, budget) {
    const asked = promise === undefined
        ? whole.promises
        : whole.promises.filter(({ name, of }) => name === promise || of === promise);
    if (asked.length === 0)
        throw new Misuse(promise === undefined
            ? 'this system has no promise'
            : unknown('promise', promise, whole.promises.map(({ name }) => name)));
    const kinds = [false, true].flatMap((recovers) => {
        const of = asked.filter(({ ofRecovery }) => ofRecovery === recovers).map((one) => one.of);
        if (of.length === 0)
            return [];
        const program = recovers ? whole : withoutRecovery(whole);
        const report = check(program, budget, { promises: of });
        return report.promises
            .filter((one) => asked.some(({ name }) => name === one.promise))
            .map((finding) => ({ finding, program, stopped: report.stopped !== null }));
    });
    return kinds.reduce((worst, one) => verdicts.indexOf(one.finding.verdict) < verdicts.indexOf(worst.finding.verdict) ? one : worst);
}
/** Where it stays: what can still be reached from the end of the run, or the loop; or one state on the way. */
function looked(program, finding, after) {
    const { run, sealed, verdict, loop } = finding;
    const steps = after === undefined ? run.length : after === 'sealed' ? sealed : after;
    if (steps === null)
        throw new Misuse(`${finding.promise}: ${verdict}: its run has no step that seals it; --after takes a number, 0 to ${run.length}`);
    if (steps > run.length)
        throw new Misuse(`--after ${steps}: the run has ${several(run.length, 'step')}`);
    const at = replay(program, run.slice(0, steps).map(({ step }) => step)).end;
    const states = after !== undefined
        ? [at]
        : verdict === 'unbounded'
            ? [
                at,
                ...loop.map((_, n) => replay(program, loop.slice(0, n + 1).map(({ step }) => step), at).end),
            ]
            : (closure(program, at, (actor) => verdict === 'deadlock' || program.actors[actor].fair !== 'none') ?? [at]);
    return {
        after: steps,
        states: new Set(states.map((state) => state.join())).size,
        stuck: whyStuck(program, program.promises.find(({ name }) => name === finding.promise), states),
    };
}
function text({ name, assumed }, { finding, program, after, states, stuck }, io) {
    const { promise, verdict, run, sealed, loop } = finding;
    const lines = [`${io.paint.bold(name)}: ${promise}: ${coloured(io.paint, verdict)}`];
    const taken = Object.entries(assumed).map(([fact, value]) => `${fact} ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`);
    if (taken.length > 0)
        lines.push(...paragraph('  ', `Of what is unknown, the worst: ${taken.join('; ')}.`));
    if (verdict === 'finite')
        return `${[...lines, ...paragraph('  ', finding.pending === 0 ? 'It is owed in no state: nothing was asked.' : `It is kept on every fair run: it is owed in ${several(finding.pending, 'state')}, and nothing keeps it there.`)].join('\n')}\n`;
    if (verdict === 'incomplete')
        return `${[...lines, '  The search ended before there was an answer.'].join('\n')}\n`;
    const where = after < run.length
        ? `Told is the state after step ${after} of the ${several(run.length, 'step')} of its shortest run${sealed !== null && after < sealed ? '; it is not lost there yet' : ''}.`
        : `Told is the end of its shortest run, ${several(run.length, 'step')}${sealed === null ? '' : `, sealed after step ${sealed}`}${loop.length > 0 ? `, and the loop of ${several(loop.length, 'step')} there` : states === 1 ? '; nothing happens any more' : `; ${counted(states)} states can still be reached, and it is pending in all of them`}.`;
    lines.push(...paragraph('  ', where), '');
    const title = (part) => program.parts.find((one) => one.name === part).title;
    const number = new Map(stuck.map(({ part }, at) => [part, at + 1]));
    stuck.forEach(({ part, isIn, wanted, ways }, at) => {
        const goal = wanted.length > 4 || at === 0 ? '' : `, and would have to come to ${wanted.join(' or ')}`;
        lines.push(...paragraph(`${String(at + 1).padStart(2)}. `, `${title(part)}${title(part) === part ? '' : `, ${part},`} is in ${isIn.length > 4 ? `${isIn.length} states, never out of them` : isIn.join(' or ')}${goal}.`));
        const said = new Set();
        if (ways.length === 0)
            lines.push('    No step moves it on.');
        for (const { step, actor, possible, always, refused } of ways) {
            const of = program.actors.find((one) => one.name === actor);
            const but = of.fair === 'none'
                ? 'nobody owes it'
                : finding.starves.includes(actor)
                    ? 'never gets its turn'
                    : verdict === 'unbounded'
                        ? 'need not'
                        : 'does not help';
            const where = states === 1
                ? ''
                : possible === states
                    ? ' in all of them'
                    : ` in ${possible} of the ${states} states`;
            lines.push(...paragraph('    ', `${step} (${actorOf(program, step)})${possible === 0 ? '' : `: it can happen${where}, and ${but}`}${possible > 0 && refused.length > 0 ? '; elsewhere it is' : possible === 0 && !always && states > 1 ? ': now by one, now by another; first it is' : ''}`));
            for (const one of refused)
                lines.push(...refusalText(program, one, '      ', one.by.map((by) => by.part !== part && number.has(by.part) ? `, see ${number.get(by.part)}` : ''), said));
        }
    });
    if (finding.favours.length > 0)
        lines.push('', ...paragraph('', `Only this could help, and nobody owes it: ${listed(finding.favours)}.`));
    if (finding.starves.length > 0)
        lines.push('', ...paragraph('', `Enabled again and again, and never gets a turn: ${listed(finding.starves.map(named))}.`));
    return `${lines.join('\n')}\n`;
}
//# sourceMappingURL=why.js.map