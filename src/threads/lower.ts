import { lowerCondition, lowerExpression, type Frame } from './expressions.ts';
import { emit, jumpTo, placeHere, type Lowering } from './instructions.ts';
import { operate } from './operate.ts';
import { wrongAt } from './scope.ts';
import type { Instruction, Label, Site } from './steps.ts';
import type { Statement, Word } from './syntax.ts';
import { near, type Body, type World } from './world.ts';

/** How deep calls may go. */
const deepest = 12;

/**
 * One thread as a list of instructions, all that it calls in place.
 * @param run takes the names of all functions of the file that it runs
 * @throws Misuse
 */
export function lower(
  world: World,
  thread: Body,
  run: Set<string> = new Set(),
): readonly Instruction[] {
  const { item, kind, name } = thread;
  let given = 0;
  const lowering: Lowering = {
    world,
    thread,
    code: [],
    fresh: () => given++,
    inline: (body, site) => {
      run.add(body.name);
      inline(lowering, body, site);
    },
    operate: (operations, site) => operate(lowering, operations, site),
  };
  const site: Site = {
    given: [],
    text: name,
    place: item.at,
    into: null,
    self: name,
    up: [],
    call: 0,
    depth: 0,
  };
  lowering.operate(kind.before ?? [], site);
  lowering.inline(thread, site);
  emit(lowering, { is: 'end', place: item.at });
  return lowering.code;
}

/** A body in place of its call: its parameters are set first, and `return` goes on behind it. */
function inline(lowering: Lowering, body: Body, site: Site): void {
  if (site.depth >= deepest)
    wrongAt(
      lowering,
      body.item.at,
      `'${body.name}' calls itself, perhaps through another function`,
    );
  const inner: Site = { ...site, depth: site.depth + 1 };
  const returns: Label = { at: -1 };
  const frame: Frame = {
    prefix: `${body.name}${lowering.fresh()}.`,
    known: new Set(body.item.parameters.map(({ text }) => text)),
    returns,
    labels: labelsOf(body.item.body),
    into: site.into,
    leave: null,
    again: null,
  };
  body.item.parameters.forEach(({ text }, index) => {
    const given = site.given[index];
    if (given?.is === 'value')
      lowerExpression(lowering, given.value, frame, `${frame.prefix}${text}`, inner);
  });
  lowerStatement(lowering, body.item.body, frame, inner);
  placeHere(lowering, returns);
}

/** Writes a statement. */
function lowerStatement(lowering: Lowering, written: Statement, frame: Frame, site: Site): void {
  switch (written.is) {
    case 'block':
      for (const each of written.body) lowerStatement(lowering, each, frame, site);
      return;
    case 'if':
      return conditional(lowering, written, frame, site);
    case 'while':
    case 'do':
      return loop(lowering, written, frame, site);
    case 'goto':
      return jumpTo(lowering, labelNamed(lowering, written.label, frame), written.at);
    case 'label':
      return placeHere(lowering, frame.labels.get(written.label.text)!);
    case 'return':
      return returnStatement(lowering, written, frame, site);
    case 'break':
      return jumpTo(
        lowering,
        frame.leave ?? wrongAt(lowering, written.at, "'break' outside of a loop"),
        written.at,
      );
    case 'continue':
      return jumpTo(
        lowering,
        frame.again ?? wrongAt(lowering, written.at, "'continue' outside of a loop"),
        written.at,
      );
    case 'assign':
      return assign(lowering, written, frame, site);
    case 'expression':
      return lowerExpression(lowering, written.value, frame, null, site);
  }
}

/** The label of that name. @throws Misuse where the function has none */
function labelNamed(lowering: Lowering, { text, at }: Word, { labels }: Frame): Label {
  const hint = near(text, labels.keys());
  return labels.get(text) ?? wrongAt(lowering, at, `no label '${text}' in this function${hint}`);
}

function returnStatement(
  lowering: Lowering,
  written: Statement & { readonly is: 'return' },
  frame: Frame,
  site: Site,
): void {
  if (written.value !== null) lowerExpression(lowering, written.value, frame, frame.into, site);
  jumpTo(lowering, frame.returns, written.at);
}

function assign(
  lowering: Lowering,
  written: Statement & { readonly is: 'assign' },
  frame: Frame,
  site: Site,
): void {
  const { text, at: place } = written.to;
  if (written.declares) frame.known.add(text);
  else if (!frame.known.has(text)) {
    const hint = near(text, frame.known) || '; declare it with int';
    wrongAt(lowering, place, `no variable '${text}'${hint}`);
  }
  lowerExpression(lowering, written.value, frame, `${frame.prefix}${text}`, site);
}

function conditional(
  lowering: Lowering,
  written: Statement & { readonly is: 'if' },
  frame: Frame,
  site: Site,
): void {
  const [yes, no, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
  lowerCondition(lowering, written.test, frame, yes!, no!, site);
  placeHere(lowering, yes!);
  lowerStatement(lowering, written.yes, frame, site);
  if (written.no === null) return placeHere(lowering, no!);
  jumpTo(lowering, end!, written.at);
  placeHere(lowering, no!);
  lowerStatement(lowering, written.no, frame, site);
  placeHere(lowering, end!);
}

function loop(
  lowering: Lowering,
  written: Statement & { readonly is: 'while' | 'do' },
  frame: Frame,
  site: Site,
): void {
  const [top, body, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
  const inner: Frame = { ...frame, leave: end!, again: top! };
  if (written.is === 'while') {
    placeHere(lowering, top!);
    lowerCondition(lowering, written.test, frame, body!, end!, site);
    placeHere(lowering, body!);
    lowerStatement(lowering, written.body, inner, site);
    jumpTo(lowering, top!, written.at);
  } else {
    placeHere(lowering, body!);
    lowerStatement(lowering, written.body, inner, site);
    placeHere(lowering, top!);
    lowerCondition(lowering, written.test, frame, body!, end!, site);
  }
  placeHere(lowering, end!);
}

/** Every label of a function, not placed yet. */
function labelsOf(body: Statement): Map<string, Label> {
  const labels = new Map<string, Label>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const node = value as { is?: string; label?: { text: string } };
      if (node.is === 'label') labels.set(node.label!.text, { at: -1 });
      Object.values(value).forEach(visit);
    }
  };
  visit(body);
  return labels;
}
