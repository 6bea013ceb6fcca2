import { lowerCondition, lowerExpression } from './expressions.ts';
import type { Frame } from './frames.ts';
import { closeGuards, guardsAtLabels, guardsKept, openGuard } from './guards.ts';
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
    inline: (body, site, caller) => {
      run.add(body.name);
      inline(lowering, body, site, caller);
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
function inline(lowering: Lowering, body: Body, site: Site, caller?: Frame): void {
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
    guards: [],
    guardsOf: guardsAtLabels(body.item.body),
    guardsOfLoop: 0,
  };
  body.item.parameters.forEach(({ text }, index) => {
    const given = site.given[index];
    if (given?.is === 'value')
      lowerExpression(lowering, given.value, caller ?? frame, `${frame.prefix}${text}`, inner);
  });
  lowerStatement(lowering, body.item.body, frame, inner);
  placeHere(lowering, returns);
}

/** Writes a statement. */
function lowerStatement(lowering: Lowering, written: Statement, frame: Frame, site: Site): void {
  switch (written.is) {
    case 'block':
      return block(lowering, written.body, frame, site);
    case 'guard':
      return scoped(lowering, written, frame, site);
    case 'change':
      return changed(lowering, written, frame);
    case 'if':
      return conditional(lowering, written, frame, site);
    case 'while':
    case 'do':
    case 'for':
      return loop(lowering, written, frame, site);
    case 'goto':
      return goingTo(lowering, written, frame, site);
    case 'label':
      return placeHere(lowering, frame.labels.get(written.label.text)!);
    case 'return':
      return returnStatement(lowering, written, frame, site);
    case 'break':
    case 'continue':
      return leaving(lowering, written, frame, site);
    case 'assign':
      return assign(lowering, written, frame, site);
    case 'expression':
      return lowerExpression(lowering, written.value, frame, null, site);
  }
}

/** Statements one after another; the guards that they open end with them. */
function block(lowering: Lowering, body: readonly Statement[], frame: Frame, site: Site): void {
  let inside = frame;
  for (const each of body) {
    if (each.is === 'guard' && each.body === null) inside = openGuard(lowering, each, inside, site);
    else lowerStatement(lowering, each, inside, site);
  }
  closeGuards(lowering, inside, frame.guards.length, site);
}

/** A guard with a block of its own, which 'break' and 'continue' leave. */
function scoped(
  lowering: Lowering,
  written: Statement & { readonly is: 'guard' },
  frame: Frame,
  site: Site,
): void {
  const end: Label = { at: -1 };
  const inside = openGuard(lowering, written, frame, site);
  const guardsOfLoop = inside.guards.length;
  if (written.body !== null)
    lowerStatement(
      lowering,
      written.body,
      { ...inside, leave: end, again: end, guardsOfLoop },
      site,
    );
  placeHere(lowering, end);
  closeGuards(lowering, inside, frame.guards.length, site);
}

/** A jump to a label gives back what was taken on the way from there. */
function goingTo(
  lowering: Lowering,
  { label, at }: Statement & { readonly is: 'goto' },
  frame: Frame,
  site: Site,
): void {
  const to = labelNamed(lowering, label, frame);
  closeGuards(lowering, frame, guardsKept(lowering, label, frame, at), site);
  jumpTo(lowering, to, at);
}

/** Out of a loop, or to its next round. */
function leaving(
  lowering: Lowering,
  { is, at }: Statement & { readonly is: 'break' | 'continue' },
  frame: Frame,
  site: Site,
): void {
  const to = is === 'break' ? frame.leave : frame.again;
  if (to === null) return wrongAt(lowering, at, `'${is}' outside of a loop`);
  closeGuards(lowering, frame, frame.guardsOfLoop, site);
  jumpTo(lowering, to, at);
}

/** One more, or one less. */
function changed(
  lowering: Lowering,
  { to, by, at }: Statement & { readonly is: 'change' },
  frame: Frame,
): void {
  checkKnown(lowering, to, frame);
  const name = `${frame.prefix}${to.text}`;
  emit(lowering, { is: 'set', to: name, value: { is: 'sum', name, by }, place: at });
}

/** @throws Misuse for a variable that is not declared */
function checkKnown(lowering: Lowering, { text, at }: Word, { known }: Frame): void {
  if (known.has(text)) return;
  const isObject = lowering.world.things.has(text);
  const hint = isObject
    ? `; '${text}' is an object, which WRITE_ONCE() writes`
    : near(text, known) || '; declare it with int';
  wrongAt(lowering, at, `no variable '${text}'${hint}`);
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
  closeGuards(lowering, frame, 0, site);
  jumpTo(lowering, frame.returns, written.at);
}

function assign(
  lowering: Lowering,
  written: Statement & { readonly is: 'assign' },
  frame: Frame,
  site: Site,
): void {
  const { text } = written.to;
  if (written.declares) frame.known.add(text);
  else checkKnown(lowering, written.to, frame);
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
  written: Statement & { readonly is: 'while' | 'do' | 'for' },
  frame: Frame,
  site: Site,
): void {
  const [top, body, end, next]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }, { at: -1 }];
  const guardsOfLoop = frame.guards.length;
  const inner: Frame = { ...frame, leave: end!, again: top!, guardsOfLoop };
  if (written.is === 'for') {
    if (written.first !== null) lowerStatement(lowering, written.first, frame, site);
    placeHere(lowering, top!);
    if (written.test !== null) lowerCondition(lowering, written.test, frame, body!, end!, site);
    placeHere(lowering, body!);
    lowerStatement(lowering, written.body, { ...inner, again: next! }, site);
    placeHere(lowering, next!);
    if (written.next !== null) lowerStatement(lowering, written.next, frame, site);
    jumpTo(lowering, top!, written.at);
  } else if (written.is === 'while') {
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
