import { nameIn, type DeptReport } from '../dept.ts';
import type { EventWriting, LogSpec } from '../vocabulary.ts';
import { identifier } from './identifiers.ts';
import { filled, objectFor, type Proposal, type Sketch, type Statement } from './sketch.ts';

/** One context of a report of waits and events: a thread of the file. */
type Context = DeptReport['contexts'][number];
type Part = EventWriting['part'];

/** A report of waits and events: every context is a thread. */
export function sketchEvents(report: DeptReport, spec: LogSpec, sketch: Sketch): Proposal {
  const whys = report.contexts.map((context) => sketchContext(context, report.line, spec, sketch));
  const why = whys.find((one) => one !== null) ?? null;
  const waits = report.contexts.flatMap(({ wait }) =>
    wait === null ? [] : [identifier(nameIn(wait))],
  );
  return {
    line: report.line,
    title: 'a report of waits and events',
    words: [spec.proposals.words.waits, ...new Set(waits)],
    says: `Contexts ${report.contexts.map(({ name }) => name).join(', ')} wait for each other's events`,
    answer: null,
    ...(why === null ? { sketch } : { why }),
  };
}

function sketchContext(
  { name, start, wait, event }: Context,
  line: number,
  spec: LogSpec,
  sketch: Sketch,
): string | null {
  const owed =
    event === null ? null : writingOf(event, ['gives back', 'signals', 'signals a fence'], spec);
  const begun = start === null ? null : writingOf(start, ['takes'], spec);
  const waits =
    wait === null ? null : writingOf(wait, ['takes', 'waits', 'waits for a fence'], spec);
  if (waits === null)
    return `'${wait ?? '?'}' of context ${name} is a wait for which the language has no call`;

  const where = `line ${line}, context ${name}`;
  const call = (text: string | null, writing: EventWriting, mark: string): Statement => ({
    text: filled(writing.statement, objectOf(text!, writing, spec, sketch)),
    where: `${where} ${mark} ${text}`,
  });
  const undo = (text: string | null, writing: EventWriting): Statement[] =>
    writing.undo === undefined
      ? []
      : [{ text: filled(writing.undo, objectOf(text!, writing, spec, sketch)), where: '' }];
  const inner = [call(wait, waits, '[W]'), ...undo(wait, waits)];

  const holds = begun !== null && (owed === null || owed.part === 'gives back');
  if (!holds && (owed === null || owed.part === 'gives back'))
    return `'${event ?? start ?? '?'}' of context ${name} is an event for which the language has no call`;
  sketch.functions.push({
    kind: 'kthread',
    name: sketch.names.fresh(`context_${name.toLowerCase()}`, 'context'),
    on: null,
    shown: [where],
    body: holds
      ? [call(start, begun, '[S]'), ...inner, ...undo(start, begun)]
      : [...inner, call(event, owed!, '[E]')],
  });
  return null;
}

const writingOf = (
  call: string,
  parts: readonly Part[],
  { proposals }: LogSpec,
): EventWriting | null =>
  proposals.events.find(
    ({ call: pattern, part }) => parts.includes(part) && new RegExp(pattern).test(call),
  ) ?? null;

function objectOf(
  call: string,
  { type }: EventWriting,
  { proposals }: LogSpec,
  sketch: Sketch,
): string {
  const called = nameIn(call);
  const { fence } = proposals;
  return objectFor(sketch, called, {
    type,
    name: identifier(called),
    called,
    ...(type === fence.type ? { initial: fence.initial } : {}),
  }).name;
}
