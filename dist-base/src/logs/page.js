import { timelineScript } from "./page-script.js";
import { pageStyle } from "./page-style.js";
import { duration, moment } from "./print-time.js";
/** Text as HTML text: nothing of a log reaches a page any other way. */
export const escaped = (text) => text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
/** Data inside a script element: no way out of it. */
const embedded = (data) => JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** One page that needs nothing else: what is broken, what is slow, and a timeline that zooms. */
export function page(logs, rules, version) {
    const title = logs.map(({ summary }) => summary.name).join(', ');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escaped(title)}: finite-fence log</title>
<style>${pageStyle}</style>
</head>
<body>
${logs.map((log, at) => logHtml(log, at, rules)).join('\n')}
<footer>finite-fence ${escaped(version)}</footer>
<script>${timelineScript}</script>
</body>
</html>
`;
}
function logHtml({ summary, spans }, at, rules) {
    const { counts, span } = summary;
    const total = summary.broken.reduce((sum, { count }) => sum + count, 0);
    return `<main>
<h1>${escaped(summary.name)}</h1>
<p class="facts">${escaped(summary.kinds.join(', '))} &middot; ${number(counts.lines)} lines &middot; ${number(counts.ours)} events of ours &middot; ${number(counts.others)} others${span === null ? '' : ` &middot; ${escaped(duration(span.to - span.from))}`}</p>
${summary.notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('')}
<p class="verdict ${total === 0 ? 'good' : 'bad'}">${total === 0 ? 'Nothing broken' : `${number(total)} ${total === 1 ? 'violation' : 'violations'}`}</p>
${summary.broken.map(({ rule, count, says, source }) => `<p class="rule"><b>${escaped(rule)}</b> ${number(count)} &times; ${escaped(says)} <cite>${escaped(source)}</cite></p>`).join('')}
${summary.locks.map((finding) => `<section class="finding"><h3><b>${escaped(finding.rule)}</b> line ${finding.line}: ${escaped(finding.says)}</h3><ol>${finding.cycle.map(({ held, taken, by, isNew, breaks }) => `<li><code>${escaped(held)}</code> held &rarr; <code>${escaped(taken)}</code> taken${isNew ? ' now' : ''} <span class="dim">${escaped(by.join(' <- '))}</span>${breaks === null ? '' : ` <b>${escaped(breaks)}</b>`}</li>`).join('')}</ol>${(finding.notes ?? []).map((note) => `<p>${escaped(note)}</p>`).join('')}</section>`).join('')}
${[...summary.tasks, ...summary.findings.slice(0, 100)].map((finding) => findingHtml(finding, rules)).join('')}
${spans.list.length === 0 ? '' : `<section><h2>Timeline</h2><p class="dim">Wheel or + and &minus; to zoom, drag or arrow keys to move, 0 for everything. Light: queued; dark: running; striped: not over.${spans.left > 0 ? ` The last ${number(spans.list.length)} of ${number(spans.left + spans.list.length)}.` : ''}</p><div class="timeline" data-log="${at}"><canvas tabindex="0" role="img" aria-label="timeline of ${number(spans.list.length)} jobs and fences"></canvas><div class="tip" hidden></div></div><script type="application/json" id="log-${at}">${embedded(timelineData(summary, spans))}</script></section>`}
${table('By driver and timeline', ['timeline', 'events', 'finished', 'unfinished', 'out of order'], summary.lines
        .slice(0, 100)
        .map((line) => [
        line.label === '' ? '(no name)' : line.label,
        number(line.events),
        number(line.finished),
        number(line.unfinished),
        number(line.outOfOrder),
    ]))}
${table(`Not seen to finish by the end: ${number(summary.unfinished.count)}`, ['object', 'may be', 'age', 'line'], summary.unfinished.oldest.map((one) => [
        one.object,
        one.states.join(' or '),
        duration(one.age),
        String(one.line),
    ]))}
${table('Still waiting at the end', ['task', 'waits for', 'which may be', 'for', 'line'], summary.waits.stuck.map((wait) => [
        wait.task,
        wait.object,
        wait.states.join(' or '),
        duration(wait.took),
        String(wait.line),
    ]))}
${table('The slowest', ['object', 'took', 'done in line'], summary.slowest.map((one) => [one.object, duration(one.took), String(one.line)]))}
${table('The longest waits', ['task', 'for', 'took', 'line'], summary.waits.longest.map((wait) => [
        wait.task,
        wait.object,
        duration(wait.took),
        String(wait.line),
    ]))}
${table('Unfinished, and waiting for each other', ['object', 'needs', 'line'], summary.needs.map((need) => [need.from, need.to, String(need.line)]))}
${summary.latencies.map((latency) => `<section><h2>${escaped(latency.of)}: ${escaped(latency.what)}</h2><p class="dim">${number(latency.count)}, median ${escaped(duration(latency.median))}, 90% ${escaped(duration(latency.p90))}, 99% ${escaped(duration(latency.p99))}, most ${escaped(duration(latency.most))}</p><table class="bars">${latency.bars.map((bar) => `<tr><th>${escaped(duration(bar.from))}</th><td><meter min="0" max="${Math.max(...latency.bars.map(({ count }) => count))}" value="${bar.count}"></meter> ${number(bar.count)}</td></tr>`).join('')}</table></section>`).join('')}
</main>`;
}
const number = (value) => value.toLocaleString('en');
function findingHtml(finding, rules) {
    const rule = rules[finding.rule];
    return `<section class="finding"><h3><b>${escaped(finding.rule)}</b> line ${finding.line}: ${escaped(finding.object ?? '')} ${escaped(finding.says)}</h3><pre>${escaped(finding.text)}</pre>${(finding.history ?? []).length === 0 ? '' : `<ul>${finding.history.map((one) => `<li>line ${one.line}, ${moment(one.time)}${one.cpu < 0 ? '' : `, CPU ${one.cpu}`}: <code>${escaped(one.event)}</code></li>`).join('')}</ul>`}${(finding.possible ?? []).map(({ state, accepts }) => `<p><code>${escaped(state)}</code> accepts: ${accepts.length === 0 ? 'nothing' : escaped(accepts.join(', '))}</p>`).join('')}${(finding.notes ?? []).map((note) => `<p>${escaped(note)}</p>`).join('')}${rule === undefined ? '' : `<p>${escaped(rule.says)} <cite>${escaped(rule.source)}</cite></p>`}</section>`;
}
function table(title, heads, rows) {
    if (rows.length === 0)
        return '';
    return `<section><h2>${escaped(title)}</h2><div class="wide"><table><thead><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table></div></section>`;
}
/** Lanes and spans as plain arrays: [lane, queued, running or 0, to or -1, name, line], times in microseconds from the beginning. */
function timelineData(summary, spans) {
    const from = Math.min(...spans.list.slice(0, 1).map((span) => span.queued), summary.span?.from ?? Infinity);
    const end = summary.span?.to ?? from;
    const lanes = [...new Set(spans.list.map((span) => `${span.kind} ${span.label}`))].sort();
    const lane = new Map(lanes.map((name, at) => [name, at]));
    const at = (time) => Math.round((time - from) / 10) / 100;
    return {
        lanes,
        end: at(end),
        spans: spans.list.map((span) => [
            lane.get(`${span.kind} ${span.label}`),
            at(span.queued),
            span.running > span.queued ? at(span.running) : 0,
            Number.isFinite(span.to) ? at(span.to) : -1,
            span.name,
            span.line,
        ]),
        marks: summary.findings
            .filter(({ history }) => history !== undefined && history.length > 0)
            .map(({ history, rule, line }) => [at(history.at(-1).time), rule, line]),
    };
}
//# sourceMappingURL=page.js.map