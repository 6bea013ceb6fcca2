import type { LogFinding } from './finding.ts';
import type { LockEdge, LockFinding } from './lock-finding.ts';
import { timelineScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { duration, moment } from './print-time.ts';
import type { Spans } from './spans.ts';
import { isUnderstood, noneBroken, type Latency, type Summary } from './summary.ts';
import type { LogRule } from './vocabulary.ts';

/** Text as HTML text: nothing of a log reaches a page any other way. */
const escaped = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      ' ',
    )
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Data inside a script element: no way out of it. */
const embedded = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

type Drawn = { readonly summary: Summary; readonly spans: Spans };

/** Scripts and styles of the page itself, and nothing from elsewhere. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/** One page that needs nothing else: what is broken, what is slow, and a timeline that zooms. */
export function page(
  logs: readonly Drawn[],
  rules: Readonly<Record<string, LogRule>>,
  version: string,
): string {
  const title = logs.map(({ summary }) => summary.name).join(', ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}: finite-fence log</title>
<style>${pageStyle}</style>
</head>
<body>
${logs.map((log, index) => logHtml(log, index, rules)).join('\n')}
<footer>finite-fence ${escaped(version)}</footer>
<script>${timelineScript}</script>
</body>
</html>
`;
}

const logHtml = (
  { summary, spans }: Drawn,
  index: number,
  rules: Readonly<Record<string, LogRule>>,
): string => `<main>
${headHtml(summary)}
${verdictHtml(summary)}
${summary.locks.map(lockHtml).join('')}
${[...summary.tasks, ...summary.findings.slice(0, 100)].map((finding) => findingHtml(finding, rules)).join('')}
${unjudgedHtml(summary)}
${spans.list.length === 0 ? '' : timelineHtml(summary, spans, index)}
${tablesHtml(summary)}
${summary.latencies.map(latencyHtml).join('')}
</main>`;

const number = (value: number): string => value.toLocaleString('en');

/** What the log is. */
function headHtml({ name, kinds, counts, span, notes }: Summary): string {
  const facts = [
    escaped(kinds.join(', ')),
    `${number(counts.lines)} lines`,
    `${number(counts.ours)} known events`,
    `${number(counts.others)} other events`,
    ...(span === null ? [] : [escaped(duration(span.to - span.from))]),
  ];
  return `<h1>${escaped(name)}</h1>
<p class="facts">${facts.join(' &middot; ')}</p>
${notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('')}`;
}

function verdictHtml(summary: Summary): string {
  const { broken } = summary;
  const total = broken.reduce((sum, { count }) => sum + count, 0);
  const isGood = total === 0 && isUnderstood(summary);
  const violated = `${number(total)} ${total === 1 ? 'violation' : 'violations'}`;
  const none = isGood
    ? noneBroken(summary)
    : 'No violation found, but there is trouble that is not judged here';
  const lines = broken.map(
    ({ rule, count, says, source }) =>
      `<p class="rule"><b>${escaped(rule)}</b> ${number(count)} &times; ${escaped(says)} ` +
      `<cite>${escaped(source)}</cite></p>`,
  );
  return `<p class="verdict ${isGood ? 'good' : 'bad'}">${total === 0 ? none : violated}</p>
${lines.join('')}`;
}

const lockHtml = ({ rule, line, says, cycle, notes }: LockFinding): string =>
  '<section class="finding">' +
  `<h3><b>${escaped(rule)}</b> line ${line}: ${escaped(says)}</h3>` +
  `<ol>${cycle.map(edgeHtml).join('')}</ol>` +
  `${notesHtml(notes)}</section>`;

const edgeHtml = ({ held, taken, by, isNew, breaks, primed }: LockEdge): string =>
  `<li><code>${escaped(held)}</code> held &rarr; <code>${escaped(taken)}</code> taken` +
  `${isNew ? ' now' : ''} <span class="dim">${escaped(by.join(' <- '))}</span>` +
  `${primed === null ? '' : ` (taught by <code>${escaped(primed)}</code>)`}` +
  `${breaks === null ? '' : ` <b>${escaped(breaks)}</b>`}</li>`;

const notesHtml = (notes: readonly string[] = []): string =>
  notes.map((note) => `<p>${escaped(note)}</p>`).join('');

function findingHtml(finding: LogFinding, rules: Readonly<Record<string, LogRule>>): string {
  const { line, object, says, text, history = [], possible = [], notes, oneOf } = finding;
  const rule = rules[finding.rule];
  const events = history.map(
    ({ line: where, time, cpu, event }) =>
      `<li>line ${where}, ${moment(time)}${cpu < 0 ? '' : `, CPU ${cpu}`}: ` +
      `<code>${escaped(event)}</code></li>`,
  );
  const states = possible.map(
    ({ state, accepts }) =>
      `<p><code>${escaped(state)}</code> accepts: ` +
      `${accepts.length === 0 ? 'nothing' : escaped(accepts.join(', '))}</p>`,
  );
  return (
    '<section class="finding">' +
    `<h3><b>${escaped(oneOf?.join(' or ') ?? finding.rule)}</b> line ${line}: ` +
    `${escaped(object ?? '')} ${escaped(says)}</h3>` +
    `<pre>${escaped(text)}</pre>` +
    `${events.length === 0 ? '' : `<ul>${events.join('')}</ul>`}${states.join('')}${notesHtml(notes)}` +
    `${rule === undefined ? '' : `<p>${escaped(rule.says)} <cite>${escaped(rule.source)}</cite></p>`}` +
    '</section>'
  );
}

const unjudgedHtml = ({ unjudged: { list, more } }: Summary): string =>
  table(
    `Seen, not judged: ${number(list.length + more)}`,
    ['line', 'what', 'where', 'text'],
    list
      .slice(0, 100)
      .map(({ line, kind, where, text }) => [String(line), kind, where ?? '', text]),
  );

const howToMove =
  'Wheel or + and &minus; to zoom, drag or arrow keys to move, 0 for everything. ' +
  'Light: queued; dark: running; striped: not over.';

function timelineHtml(summary: Summary, spans: Spans, index: number): string {
  const shown = number(spans.list.length);
  const all = number(spans.left + spans.list.length);
  const part = spans.left > 0 ? ` The last ${shown} of ${all}.` : '';
  const label = `timeline of ${shown} jobs and fences`;
  return (
    `<section><h2>Timeline</h2><p class="dim">${howToMove}${part}</p>` +
    `<div class="timeline" data-log="${index}">` +
    `<canvas tabindex="0" role="img" aria-label="${label}"></canvas>` +
    '<div class="tip" hidden></div></div>' +
    `<script type="application/json" id="log-${index}">${embedded(timelineData(summary, spans))}</script>` +
    '</section>'
  );
}

function tablesHtml({ lines, unfinished, waits, slowest, needs }: Summary): string {
  return [
    table(
      'By driver and timeline',
      ['timeline', 'events', 'finished', 'unfinished', 'out of order'],
      lines
        .slice(0, 100)
        .map((line) => [
          line.label === '' ? '(no name)' : line.label,
          ...[line.events, line.finished, line.unfinished, line.outOfOrder].map(number),
        ]),
    ),
    table(
      `Not seen to finish by the end: ${number(unfinished.count)}`,
      ['object', 'may be', 'age', 'line'],
      unfinished.oldest.map(({ object, states, age, line }) => [
        object,
        states.join(' or '),
        duration(age),
        String(line),
      ]),
    ),
    table(
      'Still waiting at the end',
      ['task', 'waits for', 'which may be', 'for', 'line'],
      waits.stuck.map(({ task, object, states, took, line }) => [
        task,
        object,
        states.join(' or '),
        duration(took),
        String(line),
      ]),
    ),
    table(
      'The slowest',
      ['object', 'took', 'done in line'],
      slowest.map(({ object, took, line }) => [object, duration(took), String(line)]),
    ),
    table(
      'The longest waits',
      ['task', 'for', 'took', 'line'],
      waits.longest.map(({ task, object, took, line }) => [
        task,
        object,
        duration(took),
        String(line),
      ]),
    ),
    table(
      'Unfinished, and waiting for each other',
      ['object', 'needs', 'line'],
      needs.map(({ from, to, line }) => [from, to, String(line)]),
    ),
  ].join('\n');
}

function latencyHtml({ of: kind, what, count, median, p90, p99, most, bars }: Latency): string {
  const top = Math.max(...bars.map((bar) => bar.count));
  const rows = bars.map(
    (bar) =>
      `<tr><th>${escaped(duration(bar.from))}</th><td>` +
      `<meter min="0" max="${top}" value="${bar.count}"></meter> ${number(bar.count)}</td></tr>`,
  );
  const shares = `median ${duration(median)}, 90% ${duration(p90)}, 99% ${duration(p99)}`;
  return (
    `<section><h2>${escaped(kind)}: ${escaped(what)}</h2>` +
    `<p class="dim">${number(count)}, ${escaped(`${shares}, most ${duration(most)}`)}</p>` +
    `<table class="bars">${rows.join('')}</table></section>`
  );
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  const head = heads.map((cell) => `<th>${escaped(cell)}</th>`).join('');
  const body = rows.map((row) => row.map((cell) => `<td>${escaped(cell)}</td>`).join(''));
  return (
    `<section><h2>${escaped(title)}</h2><div class="wide"><table>` +
    `<thead><tr>${head}</tr></thead>` +
    `<tbody>${body.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></div></section>`
  );
}

/**
 * Lanes and spans as plain arrays: [lane, queued, running or 0, to or -1, name, line]; times are
 * microseconds from the beginning.
 */
function timelineData(summary: Summary, spans: Spans): unknown {
  const from = Math.min(
    ...spans.list.slice(0, 1).map((span) => span.queued),
    summary.span?.from ?? Infinity,
  );
  const end = summary.span?.to ?? from;
  const lanes = [...new Set(spans.list.map((span) => `${span.kind} ${span.label}`))].sort();
  const lane = new Map(lanes.map((name, at) => [name, at]));
  const since = (time: number): number => Math.round((time - from) / 10) / 100;
  return {
    lanes,
    end: since(end),
    spans: spans.list.map((span) => [
      lane.get(`${span.kind} ${span.label}`),
      since(span.queued),
      span.running > span.queued ? since(span.running) : 0,
      Number.isFinite(span.to) ? since(span.to) : -1,
      span.name,
      span.line,
    ]),
    marks: summary.findings
      .filter(({ history }) => history !== undefined && history.length > 0)
      .map(({ history, rule, line }) => [since(history!.at(-1)!.time), rule, line]),
  };
}
