import { lawsOf, tellingOf } from "../../../machines/words/words.js";
import { inWords } from "../../check/waits.js";
import { because } from "./because-text.js";
import { neverPending } from "../../judge/judge.js";
import { counted, listed, paragraph, several } from "../layout.js";
import { actorOf, cited, lifecycleOf, named, runLines, waits } from "./run-text.js";
export const coloured = (paint, verdict) => (verdict === 'finite' ? paint.green : verdict === 'incomplete' ? paint.yellow : paint.red)(paint.bold(verdict));
const means = {
    broken: 'a state is reached that is never to be',
    deadlock: 'no run of any kind keeps it',
    indefinite: 'only a favour can keep it',
    unbounded: 'a fair run exists on which it is never kept',
    incomplete: 'the search ended before there was an answer',
    finite: 'kept on every fair run',
};
/** A judgement for a person: the verdict and what it rests on, then what is broken, how, and against which sentence. */
export function toText(judgement, paint, { verbose = false, brief = false, remedies = [], } = {}) {
    const { described, verdict, program, spec, jobs, assessment: { report, recovered }, findings, } = judgement;
    const lines = [
        `${paint.bold(described.driver)}: ${coloured(paint, verdict)}${described.expect === undefined || described.expect === 'finite' ? '' : verdict === described.expect ? ', as expected' : `; expected ${described.expect}`}`,
    ];
    if (described.about !== undefined && described.about !== '')
        lines.push(...paragraph('  ', described.about));
    lines.push(...paragraph('  ', summary(judgement)), ...unknowns(judgement));
    const never = neverPending(judgement);
    if (never.length > 0)
        lines.push(paint.yellow(`  ${listed(never)}: finite (never pending)`), ...paragraph('  ', `This counts as a failure: ${never.length === 1 ? 'it is' : 'they are'} owed in no state of this system, so that nothing was asked.`));
    const whole = findings.every((one) => one.verdict === 'finite');
    if (report.stopped === null && (whole || verbose))
        lines.push('', ...because(judgement, whole));
    const telling = tellingOf(spec ?? { rows: [], sizes: {} });
    const upset = [...report.invariants, ...(recovered?.invariants ?? [])].filter(({ holds }, at, all) => holds === false &&
        all.findIndex((other) => other.holds === false && other.invariant === all[at].invariant) ===
            at);
    for (const one of upset) {
        lines.push('', paint.bold(`${one.invariant}: broken`), '', ...cited(program.invariants.find(({ name }) => name === one.invariant)?.cite ?? null));
        if (one.run.length > 0)
            lines.push('', `  The shortest run, ${several(one.run.length, 'step')}:`, '', ...runLines(program, telling, one.run));
    }
    for (const one of told(findings))
        lines.push('', ...(brief ? short(judgement, one, paint) : story(judgement, telling, one, paint)));
    const helps = remedies.map(({ what }) => what);
    if (helps.length > 0)
        lines.push('', ...paragraph('', helps.length === 1
            ? `This alone would make it finite: ${helps[0]}.`
            : `Any one of these alone would make it finite: ${helps.slice(0, -1).join(', ')} or ${helps.at(-1)}.`));
    lines.push('', ...paragraph('', `Searched${jobs === null ? '' : ` ${several(jobs.fenced, 'fenced job')} and ${several(jobs.faulting, 'compute job')}`}: ${several(report.states, 'state')}, ${several(report.edges, 'step')} between them. System ${program.digest}.`).map(paint.dim));
    if (verbose)
        lines.push(...leftOvers(judgement));
    // Of our own systems it is known; in somebody's own it may be a slip of the pen.
    else if (jobs === null && program.leftOut.length > 0)
        lines.push(...leftOvers(judgement).filter((line, at, all) => at < all.findIndex((one) => one.startsWith('Steps that never'))));
    return `${lines.join('\n')}\n`;
}
/** What is broken: the run, where it is sealed, who waits for whom, and what forbids it. */
function story(judgement, telling, { finding, also }, paint) {
    const { program } = judgement;
    const { promise, verdict, run, sealed, loop, starves, favours } = finding;
    const lines = [`${paint.bold(`${promise}: ${verdict}`)} (${means[verdict]})`, ...besides(also)];
    const timeout = afterTimeout(judgement, [promise, ...also.map((other) => other.promise)]);
    if (timeout !== '')
        lines.push(...paragraph('  ', timeout));
    const cite = program.promises.find(({ name }) => name === promise)?.cite ?? null;
    const broken = [
        ...(cite === null ? [] : [cite]),
        ...lawsOf((finding.waits?.chain ?? []).map(({ part }) => lifecycleOf(program, part))),
    ];
    if (broken.length > 0)
        lines.push('  What forbids it:', ...broken.flatMap((law) => cited(law, '    ')));
    lines.push('', `  The shortest run, ${several(run.length, 'step')}:`, '');
    const lost = sealed ?? run.length;
    lines.push(...runLines(program, telling, run.slice(0, lost)));
    if (sealed !== null)
        lines.push(paint.red(`      --- sealed: from here no run of any kind keeps ${promise} ---`));
    if (lost < run.length)
        lines.push(...runLines(program, telling, run.slice(lost), lost + 1));
    if (verdict === 'unbounded') {
        lines.push('', loop.length === 0
            ? '  and then nobody has to do anything any more.'
            : '  and then this, again and again:', ...(loop.length === 0 ? [] : ['', ...runLines(program, telling, loop, run.length + 1)]));
        if (starves.length > 0)
            lines.push('', ...paragraph('  ', `Enabled again and again, and never gets a turn: ${listed(starves.map((actor) => `${named(actor)} (${actor})`))}.`));
    }
    if (favours.length > 0)
        lines.push('', ...paragraph('  ', `Only this could help, and nobody owes it: ${listed(favours.map((step) => `${step} (${actorOf(program, step)})`))}.`));
    const chain = waits(finding);
    if (chain.length > 0)
        lines.push('', `  Who then waits for whom${finding.waits.closes === null ? '' : ', round and round'}:`, '', ...chain);
    return lines;
}
/** What is broken, without the run. */
function short(judgement, { finding, also }, paint) {
    const { promise, verdict, run, waits: found } = finding;
    return [
        `${paint.bold(`${promise}: ${verdict}`)} (${means[verdict]})`,
        ...besides(also),
        ...paragraph('  ', `The shortest run has ${several(run.length, 'step')}; it is told when this driver is checked alone, or with --verbose.`),
        ...paragraph('  ', afterTimeout(judgement, [promise, ...also.map((other) => other.promise)])).filter((line) => line !== ''),
        ...(found === null ? [] : paragraph('  ', inWords(found))),
    ];
}
function besides(also) {
    const same = also.filter(({ more }) => more.length === 0).map(({ promise }) => promise);
    const later = also
        .filter(({ more }) => more.length > 0)
        .map(({ promise, more }) => `With ${listed(more)} besides, it breaks ${promise}.`);
    return [
        ...(same.length === 0 ? [] : paragraph('  ', `The same breaks ${listed(same)}.`)),
        ...later.flatMap((line) => paragraph('  ', line)),
    ];
}
/** One finding for each way to break something. Named beside it: what the same run breaks, a run of few steps more, or the same run of another job. */
export function told(promises) {
    const groups = [];
    for (const one of promises) {
        if (one.verdict === 'finite' || one.verdict === 'incomplete')
            continue;
        const same = groups.flatMap((group) => {
            const more = beyond(group.finding, one);
            return more === null ? [] : [{ group, more }];
        })[0];
        if (same === undefined)
            groups.push({ finding: one, also: [] });
        else
            same.group.also.push({ promise: one.promise, more: same.more });
    }
    return groups;
}
/** The steps of the run of `two` that the run of `one` has not, at most two; null where it is another run. */
function beyond(one, two) {
    if (one.verdict !== two.verdict)
        return null;
    if (one.of === two.of && one.run.length === two.run.length)
        return [];
    const more = two.run.map(({ step }) => step);
    for (const { step } of one.run) {
        const at = more.indexOf(step);
        if (at < 0)
            return null;
        more.splice(at, 1);
    }
    return more.length > 2 ? null : more;
}
function summary({ verdict, findings, jobs, assessment: { report } }) {
    const broken = findings.filter((one) => one.verdict !== 'finite' && one.verdict !== 'incomplete');
    if (report.stopped !== null) {
        const why = {
            states: 'the number of states that it may have',
            bytes: 'the memory that it may have',
            cancelled: 'a signal',
        }[report.stopped];
        const begun = `The search ended at ${why}: ${counted(report.states)} states and ${counted(report.edges)} steps were seen, and there are more.`;
        return broken.length === 0
            ? `${begun} No promise was seen broken; that is no proof. Try fewer jobs, or more with --max-states and --max-bytes.`
            : `${begun} What follows is broken all the same.`;
    }
    if (verdict === 'finite')
        return `Every promise is kept on every fair run: ${listed([...new Set(findings.map(({ of }) => of))])}.`;
    if (broken.length === 0)
        return 'Every promise is kept, but a state is reached that is never to be.';
    const fences = broken.some(({ of }) => of.includes('fence'));
    return `${jobs === null ? '' : fences ? 'A dma_fence can be left hanging. ' : 'No dma_fence hangs, but another promise is broken. '}Broken: ${listed(broken.map(({ promise }) => promise))}.`;
}
/** Which alternative gave the verdict. */
function unknowns({ alternatives, alternative }) {
    if (alternatives.length === 0)
        return [];
    const counts = new Map();
    for (const { verdict } of alternatives)
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    const said = Object.entries(alternative.assumed).map(([fact, value]) => `${fact} ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`);
    return paragraph('  ', `Not everything is known. ${counts.size === 1 ? `All ${alternatives.length} alternatives are ${alternatives[0].verdict}; told is the first` : `Of ${alternatives.length} alternatives ${listed([...counts].map(([verdict, n]) => `${n} ${n === 1 ? 'is' : 'are'} ${verdict}`))}; told is the first of the worst`}: ${said.join('; ')}.`);
}
function afterTimeout({ assessment: { recovered } }, promises) {
    if (recovered === null)
        return '';
    const asked = promises.filter((name) => recovered.promises.some(({ promise }) => promise === name));
    const of = (name) => recovered.promises.find(({ promise }) => promise === name).verdict;
    const bad = asked.filter((name) => of(name) !== 'finite');
    if (asked.length === 0)
        return '';
    if (bad.length === 0)
        return 'With hang recovery: broken only by the timeout, job lost.';
    const which = bad.length === asked.length ? '' : ` (${listed(bad)})`;
    return of(bad[0]) === 'deadlock'
        ? `With hang recovery: even recovery hangs${which}.`
        : `With hang recovery: even with the timeout it is ${of(bad[0])}${which}.`;
}
function leftOvers({ program, assessment: { report } }) {
    const lacks = program.leftOut.map(({ step, lacks: part }) => `${step} (there is no ${part})`);
    return [
        ...paragraph('', `Steps left out: ${lacks.length === 0 ? 'none' : lacks.join(', ')}.`),
        ...paragraph('', `Steps that never fire: ${report.neverFired.length === 0 ? 'none' : report.neverFired.join(', ')}.`),
    ];
}
//# sourceMappingURL=verdict-text.js.map