import type { LogFinding } from './finding.ts';
import type { LockEdge, LockFinding } from './lock-finding.ts';
import { fitted } from './fitted.ts';
import { duration, moment } from './print-time.ts';
import { isUnderstood, noneBroken, type Latency, type Summary } from './summary.ts';
import type { LogRule } from './vocabulary.ts';

/**
 * How words are made bold, dim or coloured; each function returns its text unchanged without
 * colours.
 */
export type Paint = {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
};

const number = (value: number): string => value.toLocaleString('en');
const many = (count: number, one: string, more = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : more}`;
/** Text of a log can hold anything; a terminal would obey it. */
const plain = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');
const widest = 10;
/** Lines of trouble that are listed. */
const mostUnjudged = 40;

/** Takes one line of the text. */
type Say = (line?: string) => void;

/** What texts are written with. */
type Pen = {
  readonly say: Say;
  readonly paint: Paint;
  readonly rules: Readonly<Record<string, LogRule>>;
};

/** A summary for a person at a terminal. */
export function summaryText(
  summary: Summary,
  rules: Readonly<Record<string, LogRule>>,
  paint: Paint,
): string {
  const out: string[] = [];
  const say: Say = (line = '') => void out.push(...line.split('\n').flatMap(fitted));
  const pen: Pen = { say, paint, rules };
  headText(summary, pen);
  verdictText(summary, pen);
  findingsText(summary, pen);
  unjudgedText(summary, pen);
  gapsText(summary, pen);
  linesText(summary, pen);
  unfinishedText(summary, pen);
  waitsText(summary, pen);
  slowestText(summary, pen);
  needsText(summary, pen);
  for (const latency of summary.latencies)
    if (isShown(latency, summary.latencies)) histogramText(latency, pen);
  return `${out.join('\n')}\n`;
}

/** What the log is. */
function headText({ name, kinds, counts, span, notes }: Summary, { say, paint }: Pen): void {
  const foreign = counts.foreign > 0 ? `, ${many(counts.foreign, 'line')} of something else` : '';
  say(`${paint.bold(plain(name))}: ${kinds.join(', ')}`);
  say(
    `  ${many(counts.lines, 'line')}, ${many(counts.ours, 'known event')}, ${number(counts.others)} others${foreign}`,
  );
  if (span !== null) {
    const { from, to, cpus } = span;
    say(`  ${moment(from)} to ${moment(to)} (${duration(to - from)}), ${many(cpus, 'CPU')}`);
  }
  for (const note of notes) say(`  ${paint.yellow('note')}: ${plain(note)}`);
}

const violations = ({ broken }: Summary): number =>
  broken.reduce((sum, { count }) => sum + count, 0);

function verdictText(summary: Summary, { say, paint }: Pen): void {
  const total = violations(summary);
  say();
  if (total > 0) say(paint.red(paint.bold(`${many(total, 'violation')}:`)));
  else if (isUnderstood(summary)) say(paint.green(`${noneBroken(summary)}.`));
  else say(paint.yellow('No violation found, but there is trouble that is not judged here.'));
  for (const { rule, count, says, source } of summary.broken) {
    say(`  ${paint.bold(rule)} ${number(count)} x: ${says}`);
    say(paint.dim(`      ${source}`));
  }
}

/** Lines that look like trouble: how many of each kind, and each of them. */
function unjudgedText({ unjudged: { list, more } }: Summary, { say, paint }: Pen): void {
  if (list.length + more === 0) return;
  const counts = new Map<string, number>();
  for (const { kind, where } of list) {
    const key = where === null ? kind : `${kind} in ${where}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  say();
  say(paint.yellow(paint.bold(`Seen, not judged: ${many(list.length + more, 'line')}`)));
  for (const [what, count] of counts) say(`  ${plain(what)}: ${many(count, 'line')}`);
  say();
  for (const { line, text } of list.slice(0, mostUnjudged))
    say(`  line ${line}: ${plain(text).slice(0, 120)}`);
  if (list.length + more > mostUnjudged)
    say(`  ... and ${number(list.length + more - mostUnjudged)} more`);
}

function findingsText(summary: Summary, pen: Pen): void {
  const { locks, tasks, findings } = summary;
  const { say } = pen;
  for (const finding of locks) {
    say();
    lockText(finding, pen);
  }
  for (const finding of [...tasks, ...findings.slice(0, widest)]) {
    say();
    findingText(finding, pen);
  }
  if (findings.length > widest)
    say(
      `\n  ... and ${number(violations(summary) - widest)} more; --json lists ${number(findings.length)} of them`,
    );
}

function gapsText({ gaps }: Summary, { say }: Pen): void {
  if (gaps.count === 0) return;
  say();
  say(
    `${many(gaps.count, 'place')} where an event is missing from the log, or a rule is ` +
      'broken (--complete says nothing is missing):',
  );
  for (const { line, object, says, rule } of gaps.first.slice(0, 3))
    say(`  line ${line}: ${plain(object ?? '')}: ${says} (${rule})`);
}

function linesText({ lines }: Summary, pen: Pen): void {
  const rows = lines
    .slice(0, shownLines)
    .map(({ label, events, finished, unfinished, outOfOrder }) => [
      label === '' ? '(no name)' : plain(label),
      `${number(events)} events`,
      `${number(finished)} finished`,
      unfinished > 0 ? `${number(unfinished)} unfinished` : '',
      outOfOrder > 0 ? `${number(outOfOrder)} out of order` : '',
    ]);
  section(pen, 'By driver and timeline', rows);
}

function unfinishedText({ unfinished, endNotSeen }: Summary, pen: Pen): void {
  const rows = unfinished.oldest
    .slice(0, widest)
    .map(({ object, states, age, line }) => [
      plain(object),
      states.join(' or '),
      `${duration(age)} old`,
      `line ${line}`,
    ]);
  section(
    pen,
    `Not seen to finish by the end: ${number(unfinished.count)}, the oldest first`,
    rows,
  );
  if (endNotSeen === 0) return;
  pen.say();
  pen.say(
    `${number(endNotSeen)} more have no end in the log, but a later one of the same context has.`,
  );
}

function waitsText({ waits }: Summary, pen: Pen): void {
  const stuck = waits.stuck
    .slice(0, widest)
    .map(({ task, object, took, states, line }) => [
      plain(task),
      `waits for ${plain(object)}`,
      states.join(' or '),
      `for ${duration(took)}`,
      `line ${line}`,
    ]);
  const longest = waits.longest
    .slice(0, 5)
    .map(({ task, object, took, line }) => [
      plain(task),
      plain(object),
      duration(took),
      `line ${line}`,
    ]);
  section(pen, 'Still waiting at the end', stuck);
  section(pen, 'The longest waits', longest);
}

function slowestText({ slowest }: Summary, pen: Pen): void {
  const rows = slowest.map(({ object, took, line }) => [
    plain(object),
    duration(took),
    `done in line ${line}`,
  ]);
  section(pen, 'The slowest', rows);
}

function needsText({ needs }: Summary, pen: Pen): void {
  const rows = needs.map(({ from, to, line }) => [
    plain(from),
    `needs ${plain(to)}`,
    `line ${line}`,
  ]);
  section(pen, 'Unfinished, and waiting for each other', rows);
}

/** From begin to end only where nothing finer was measured. */
const isShown = ({ of, what }: Latency, latencies: readonly Latency[]): boolean =>
  what !== 'begin to end' || !latencies.some((other) => other.of === of && other.what !== what);

const shownLines = 16;

function section({ say, paint }: Pen, title: string, rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  say();
  say(paint.bold(title));
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    say(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()}`,
    );
}

function findingText(finding: LogFinding, pen: Pen): void {
  const { say, paint } = pen;
  const { line, object, says, text, history, possible, notes, oneOf } = finding;
  const rule = oneOf?.join(' or ') ?? finding.rule;
  const whose = object === undefined ? '' : `${plain(object)}: `;
  say(`${paint.red(rule === '' ? 'no rule' : rule)} line ${line}: ${whose}${plain(says)}`);
  say(paint.dim(`    ${plain(text).trim().slice(0, 200)}`));
  for (const { event, line: where, time, cpu } of history ?? []) {
    const on = cpu < 0 ? '' : `CPU ${cpu}, `;
    say(`    seen before: line ${where}, ${moment(time)}, ${on}${event}`);
  }
  for (const { state, accepts } of possible ?? [])
    say(`    ${state} accepts: ${accepts.length === 0 ? 'nothing' : accepts.join(', ')}`);
  for (const note of notes ?? []) say(`    ${plain(note)}`);
  ruleText(rule, pen);
}

function lockText(finding: LockFinding, pen: Pen): void {
  const { say, paint } = pen;
  const { rule, line, report, object, says, cycle, classes, notes, litmus } = finding;
  const whose = object === undefined ? '' : ` of ${plain(object)}`;
  say(`${paint.red(rule)} line ${line}: ${report} lock report${whose}: ${plain(says)}`);
  for (const edge of cycle) say(`    ${edgeText(edge, paint)}`);
  for (const { name, known } of classes) say(`    ${plain(name)}: ${known ?? 'driver lock'}`);
  for (const note of notes ?? []) say(`    ${plain(note)}`);
  if (litmus !== null) say(`    the same cycle as a litmus test: ${litmus}`);
  ruleText(rule, pen);
}

function edgeText(edge: LockEdge, paint: Paint): string {
  const { held, taken, by, isNew, breaks, primed } = edge;
  const where = by.length > 0 ? paint.dim(` in ${plain(by.join(' <- '))}`) : '';
  const what = breaks === null ? '' : `  ${paint.red(breaks)}`;
  const taught =
    primed === null ? '' : ` (taught by ${plain(primed)}: an annotation, not code that needs it)`;
  const now = isNew ? ' now' : '';
  return `${plain(held)} held -> ${plain(taken)} taken${now}${where}${taught}${what}`;
}

function ruleText(id: string, { say, paint, rules }: Pen): void {
  const rule = rules[id];
  if (rule === undefined) return;
  say(`    rule: ${rule.says}`);
  say(paint.dim(`          ${rule.source}`));
}

function histogramText(latency: Latency, { say, paint }: Pen): void {
  const { of, what, count, median, p90, p99, most, bars } = latency;
  const shares = `median ${duration(median)}, 90% ${duration(p90)}, 99% ${duration(p99)}`;
  say();
  say(`${paint.bold(`${of}: ${what}`)}  ${number(count)}, ${shares}, most ${duration(most)}`);
  const top = Math.max(...bars.map((bar) => bar.count));
  for (const bar of bars) {
    const length = Math.ceil((bar.count / top) * 40);
    say(
      `  ${duration(bar.from).padStart(8)} ${'#'.repeat(length).padEnd(40)} ${number(bar.count)}`,
    );
  }
}
