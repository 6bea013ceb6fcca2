import { duration, moment } from "./print-time.js";
const number = (value) => value.toLocaleString('en');
const many = (count, one, more = `${one}s`) => `${number(count)} ${count === 1 ? one : more}`;
/** Text of a log can hold anything; a terminal would obey it. */
export const plain = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');
const widest = 10;
/** A summary for a person at a terminal. */
export function summaryText(summary, rules, paint) {
    const out = [];
    const say = (line = '') => {
        out.push(line);
    };
    const { counts } = summary;
    say(`${paint.bold(plain(summary.name))}: ${summary.kinds.join(', ')}`);
    say(`  ${many(counts.lines, 'line')}, ${many(counts.ours, 'event')} of ours, ${number(counts.others)} others${counts.foreign > 0 ? `, ${many(counts.foreign, 'line')} of something else` : ''}`);
    if (summary.span !== null)
        say(`  ${moment(summary.span.from)} to ${moment(summary.span.to)} (${duration(summary.span.to - summary.span.from)}), ${many(summary.span.cpus, 'CPU')}`);
    for (const note of summary.notes)
        say(`  ${paint.yellow('note')}: ${plain(note)}`);
    const total = summary.broken.reduce((sum, { count }) => sum + count, 0);
    say();
    say(total === 0
        ? paint.green('Nothing broken.')
        : paint.red(paint.bold(`${many(total, 'violation')}:`)));
    for (const { rule, count, says, source } of summary.broken) {
        say(`  ${paint.bold(rule)} ${number(count)} x: ${says}`);
        say(paint.dim(`      ${source}`));
    }
    for (const finding of summary.locks) {
        say();
        lockText(finding, rules, paint, say);
    }
    for (const finding of summary.tasks) {
        say();
        findingText(finding, rules, paint, say);
    }
    for (const finding of summary.findings.slice(0, widest)) {
        say();
        findingText(finding, rules, paint, say);
    }
    if (summary.findings.length > widest)
        say(`\n  ... and ${number(total - widest)} more; --json lists ${number(summary.findings.length)} of them`);
    if (summary.gaps.count > 0) {
        say();
        say(`${many(summary.gaps.count, 'place')} where an event is missing from the log, or a rule is broken (--complete says nothing is missing):`);
        for (const { line, object, says, rule } of summary.gaps.first.slice(0, 3))
            say(`  line ${line}: ${plain(object ?? '')}: ${says} (${rule})`);
    }
    section(say, paint, 'By driver and timeline', summary.lines
        .slice(0, shownLines)
        .map(({ label, events, finished, unfinished, outOfOrder }) => [
        label === '' ? '(no name)' : plain(label),
        `${number(events)} events`,
        `${number(finished)} finished`,
        unfinished > 0 ? `${number(unfinished)} unfinished` : '',
        outOfOrder > 0 ? `${number(outOfOrder)} out of order` : '',
    ]));
    if (summary.unfinished.count > 0)
        section(say, paint, `Not seen to finish by the end: ${number(summary.unfinished.count)}, the oldest first`, summary.unfinished.oldest
            .slice(0, widest)
            .map(({ object, states, age, line }) => [
            plain(object),
            states.join(' or '),
            `${duration(age)} old`,
            `line ${line}`,
        ]));
    if (summary.endNotSeen > 0) {
        say();
        say(`${number(summary.endNotSeen)} more have no end in the log, but a later one of the same context has.`);
    }
    if (summary.waits.stuck.length > 0)
        section(say, paint, 'Still waiting at the end', summary.waits.stuck
            .slice(0, widest)
            .map(({ task, object, took, states, line }) => [
            plain(task),
            `waits for ${plain(object)}`,
            states.join(' or '),
            `for ${duration(took)}`,
            `line ${line}`,
        ]));
    section(say, paint, 'The longest waits', summary.waits.longest
        .slice(0, 5)
        .map(({ task, object, took, line }) => [
        plain(task),
        plain(object),
        duration(took),
        `line ${line}`,
    ]));
    section(say, paint, 'The slowest', summary.slowest.map(({ object, took, line }) => [
        plain(object),
        duration(took),
        `done in line ${line}`,
    ]));
    if (summary.needs.length > 0)
        section(say, paint, 'Unfinished, and waiting for each other', summary.needs.map(({ from, to, line }) => [
            plain(from),
            `needs ${plain(to)}`,
            `line ${line}`,
        ]));
    for (const latency of summary.latencies)
        if (latency.what !== 'begin to end' ||
            !summary.latencies.some((other) => other.of === latency.of && other.what !== latency.what))
            histogramText(latency, paint, say);
    return `${out.join('\n')}\n`;
}
const shownLines = 16;
function section(say, paint, title, rows) {
    if (rows.length === 0)
        return;
    say();
    say(paint.bold(title));
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    for (const row of rows)
        say(`  ${row
            .map((cell, column) => cell.padEnd(widths[column]))
            .join('  ')
            .trimEnd()}`);
}
function findingText(finding, rules, paint, say) {
    const rule = rules[finding.rule];
    say(`${paint.red(finding.rule === '' ? 'no rule' : finding.rule)} line ${finding.line}: ${finding.object === undefined ? '' : `${plain(finding.object)}: `}${plain(finding.says)}`);
    say(paint.dim(`    ${plain(finding.text).trim().slice(0, 200)}`));
    for (const { event, line, time, cpu } of finding.history ?? [])
        say(`    seen before: line ${line}, ${moment(time)}, ${cpu < 0 ? '' : `CPU ${cpu}, `}${event}`);
    for (const { state, accepts } of finding.possible ?? [])
        say(`    ${state} accepts: ${accepts.length === 0 ? 'nothing' : accepts.join(', ')}`);
    for (const note of finding.notes ?? [])
        say(`    ${plain(note)}`);
    if (rule !== undefined) {
        say(`    rule: ${rule.says}`);
        say(paint.dim(`          ${rule.source}`));
    }
}
function lockText(finding, rules, paint, say) {
    say(`${paint.red(finding.rule)} line ${finding.line}: ${finding.report} lock report${finding.object === undefined ? '' : ` of ${plain(finding.object)}`}: ${plain(finding.says)}`);
    for (const { held, taken, by, isNew, breaks } of finding.cycle) {
        say(`    ${plain(held)} held -> ${plain(taken)} taken${isNew ? ' now' : ''}${by.length > 0 ? paint.dim(` in ${plain(by.join(' <- '))}`) : ''}${breaks === null ? '' : `  ${paint.red(breaks)}`}`);
    }
    for (const { name, known } of finding.classes)
        say(`    ${plain(name)}: ${known ?? 'driver lock'}`);
    for (const note of finding.notes ?? [])
        say(`    ${plain(note)}`);
    if (finding.litmus !== null)
        say(`    the same cycle as a litmus test: ${finding.litmus}`);
    const rule = rules[finding.rule];
    if (rule !== undefined) {
        say(`    rule: ${rule.says}`);
        say(paint.dim(`          ${rule.source}`));
    }
}
function histogramText({ of, what, count, median, p90, p99, most, bars }, paint, say) {
    say();
    say(`${paint.bold(`${of}: ${what}`)}  ${number(count)}, median ${duration(median)}, 90% ${duration(p90)}, 99% ${duration(p99)}, most ${duration(most)}`);
    const top = Math.max(...bars.map((bar) => bar.count));
    for (const bar of bars)
        say(`  ${duration(bar.from).padStart(8)} ${'#'.repeat(Math.ceil((bar.count / top) * 40)).padEnd(40)} ${number(bar.count)}`);
}
//# sourceMappingURL=summary-text.js.map