import { frames, placesOf } from './call-trace.ts';
import type { LogFinding } from './finding.ts';
import type { LogRule, ReportSpec } from './vocabulary.ts';

/**
 * A report of waits and events: each context has begun what leads to an event, and waits for
 * another before it gets there.
 */
export type DeptReport = {
  readonly line: number;
  readonly first: string;
  readonly contexts: DeptContext[];
  /** The context whose lines come. */
  now: DeptContext | null;
  /** Lines that look like trouble and belong to it. */
  readonly troubles: number[];
};

type DeptContext = {
  readonly name: string;
  /**
   * `[S]`: since when it owes the event; `[W]`: what it waits for; `[E]`: the event that it cannot
   * reach.
   */
  start: string | null;
  wait: string | null;
  event: string | null;
  readonly stack: string[];
};

const heading = /^\s*DEPT: /;
/** Lines of a report whose heading was not copied. */
const beginning = /^\s*context [A-Z]\s*$|^\s*\[[SW]\] (?:\(unknown\)|\w+)\(/;
const contextLine = /^\s*context ([A-Z])\b/;
const entry = /^\s*\[([SWE])\] (\S.*)$/;
const ends = /^\s*information that might be helpful|^\s*---\[ end/;
const mostFrames = 200;

/** A report that begins with this line, or null; `isOpen`: another report is being read. */
export function deptHeading(text: string, line: number, isOpen: boolean): DeptReport | null {
  const isCut = !isOpen && beginning.test(text);
  if (!isCut && !heading.test(text)) return null;
  const report: DeptReport = { line, first: text.trim(), contexts: [], now: null, troubles: [] };
  if (isCut) deptLine(report, text);
  return report;
}

/** One line of an open report; false where it does not belong to it. */
export function deptLine(report: DeptReport, text: string): boolean {
  if (ends.test(text)) return false;
  const name = contextLine.exec(text)?.[1];
  if (name !== undefined) {
    report.now = contextNamed(report, name);
    return true;
  }
  const match = entry.exec(text);
  if (match !== null) report.now ??= contextNamed(report, '?');
  const { now } = report;
  if (match !== null && now !== null) {
    const what = match[2]!.replace(/:\s*$/, '');
    if (match[1] === 'S') now.start ??= what;
    else if (match[1] === 'W') now.wait ??= what;
    else now.event ??= what;
    return true;
  }
  if (now !== null && now.stack.length < mostFrames) now.stack.push(...frames(text));
  return true;
}

function contextNamed({ contexts }: DeptReport, name: string): DeptContext {
  const known = contexts.find((context) => context.name === name);
  if (known !== undefined) return known;
  const context = { name, start: null, wait: null, event: null, stack: [] };
  contexts.push(context);
  return context;
}

/** `(unknown)(&x->done:0)` names `&x->done`: where a context begins may be unknown. */
export const nameIn = (call: string): string =>
  (/^(?:\(unknown\)|[^(]*)\((.+?)(?::\d+)?\)\s*$/.exec(call.trim())?.[1] ?? call).trim();

/** The class that a line names: `lock(&mm->mmap_lock:0)` is of `&mm->mmap_lock`. */
function classOf(call: string, { waits }: ReportSpec['dept']): string {
  const name = nameIn(call);
  return waits.find(({ has }) => name.includes(has))?.as ?? name;
}

/** An edge: what is owed, and what is waited for meanwhile. */
type Edge = { readonly context: DeptContext; readonly owes: string; readonly waits: string };

/** What a report shows to be broken; null where it is cut so short that no two waits are left. */
export function judgeDept(
  report: DeptReport,
  spec: ReportSpec,
  rules: Readonly<Record<string, LogRule>>,
): LogFinding | null {
  const edges = edgesOf(report, spec);
  const isCycle = edges.length > 0 && edges.every(({ owes }) => isWaitedFor(owes, edges));
  if (!isCycle) return null;
  const rule = ruleOf(edges, spec);
  const instead = rules[rule]?.instead;
  return {
    rule,
    line: report.line,
    text: report.first,
    says: `a cycle of waits: ${edges.map(edgeText).join('; ')}`,
    notes: [
      ...edges.map(({ context }) => contextNote(context)),
      ...questions(edges, spec),
      ...(instead === undefined ? [] : [`instead: ${instead}`]),
    ],
  };
}

const edgesOf = ({ contexts }: DeptReport, { dept }: ReportSpec): Edge[] =>
  contexts.flatMap((context) => {
    const owes = context.event ?? context.start;
    if (owes === null || context.wait === null) return [];
    return [{ context, owes: classOf(owes, dept), waits: classOf(context.wait, dept) }];
  });

const isWaitedFor = (owed: string, edges: readonly Edge[]): boolean =>
  edges.some(({ waits }) => waits === owed);

const edgeText = ({ context, owes, waits }: Edge): string =>
  `context ${context.name} owes ${owes} and waits for ${waits}`;

const contextNote = ({ name, start, wait, event }: DeptContext): string =>
  `context ${name}: from ${start ?? '?'} it owes ${event ?? '?'}, and before that it waits in ${wait ?? '?'}`;

/** The documented rule of an edge, else that of waits for fences, of other events, or of locks. */
function ruleOf(edges: readonly Edge[], spec: ReportSpec): string {
  const documented = edges
    .map(({ owes, waits }) =>
      spec.edges.find(({ held, taken }) => held === owes && taken === waits),
    )
    .find((edge) => edge !== undefined && edge.held !== edge.taken);
  if (documented !== undefined) return documented.rule;
  const isWait = (name: string): boolean => spec.dept.waits.some(({ as }) => as === name);
  if (edges.some(({ owes }) => isWait(owes))) return spec.dept.rule;
  const takes = new RegExp(spec.dept.takes);
  const isEvent = edges.some(({ context }) => !takes.test(context.wait ?? ''));
  return isEvent ? spec.dept.event : spec.kinds['circular']!;
}

/**
 * Whether the cycle is real or a false positive: what the report shows of each way out, and what
 * it does not.
 */
function questions(edges: readonly Edge[], spec: ReportSpec): string[] {
  const recovering = edges.find(({ context }) =>
    placesOf(context.stack, spec).some(({ place }) => place === 'recovery'),
  );
  const timed = edges.find(({ context }) => /timeout/.test(context.wait ?? ''));
  const rankOf = (name: string): number =>
    spec.order.findIndex(({ classes }) => classes.includes(name));
  const inOrder = edges.filter(
    ({ owes, waits }) => rankOf(owes) >= 0 && rankOf(waits) >= 0 && rankOf(owes) < rankOf(waits),
  );
  return [
    recovering === undefined
      ? 'recovery: no call trace shows hang recovery; if a timeout of the job ends the ' +
        'wait by force, the job is lost, but nothing hangs'
      : `recovery: context ${recovering.context.name} is hang recovery: what it waits for must not need it`,
    inOrder.length === 0
      ? 'order: none of the waits follows the documented order'
      : `order: context ${inOrder.map(({ context }) => context.name).join(', ')} follows ` +
        'the documented order; the other goes against it',
    timed === undefined
      ? 'timeout: no wait names a timeout'
      : `timeout: context ${timed.context.name} waits in a call that takes a timeout; the ` +
        'report does not show whether it is finite',
    'instances: the report tells classes apart, not objects; it is a false positive if ' +
      'the two contexts never mean the same object',
  ];
}
