import type { Language } from './meaning.ts';
import { complain } from './parse.ts';
import { after, keyOf, settle } from './settle.ts';
import {
  way as wayOf,
  type Instruction,
  type Local,
  type Seen,
  type StepInstruction,
  type Way,
} from './steps.ts';
import { operationsIn, writtenName, type Body, type World } from './world.ts';

/** One place of a thread with what it keeps in mind: a state of its machine. */
export type ThreadState = {
  readonly name: string;
  readonly local: Local;
  readonly line: number;
  /** With the line: the call that it is in, the innermost one. */
  readonly column: number;
  /** "in mutex_lock(&a) (line 12)" */
  readonly phrase: string;
  readonly queuedFor: string | null;
  readonly waitsFor: string | null;
  /** Whether it stands within a call. */
  readonly within: boolean;
};

/** A step of a thread: from where, to where, and what it does to others. */
export type ThreadEdge = {
  readonly from: string;
  /** A state; or `idle`, `ended`, `hung`, `broken`. */
  readonly to: string;
  readonly way: Way;
  readonly line: number;
  readonly text: string;
  readonly ends: boolean;
  readonly within: boolean;
};

/** What the validator sees, where, and what is held then. */
export type Sighting = {
  /** The state of the thread at which it is seen, or to which it is on its way. */
  at: string;
  readonly thread: string;
  readonly line: number;
  readonly seen: Seen;
  readonly local: Local;
};

/** A thread alone, whatever the others do. */
export type ThreadPlaces = {
  readonly body: Body;
  readonly first: string;
  readonly states: readonly ThreadState[];
  readonly edges: readonly ThreadEdge[];
  readonly sightings: readonly Sighting[];
  readonly ends: boolean;
};

/** Places that one thread may have. */
const most = 6000;

/** A thread whose places are being found. */
type Walk = {
  readonly world: World;
  readonly body: Body;
  readonly code: readonly Instruction[];
  readonly states: ThreadState[];
  /** By what a thread keeps in mind. */
  readonly known: Map<string, ThreadState>;
  readonly edges: ThreadEdge[];
  readonly sightings: Sighting[];
  /** Line to the number of its places. */
  readonly perLine: Map<number, number>;
};

/**
 * The places of a thread, found by following its instructions from the first.
 * @throws Misuse where a thread has no bound; names the variable that grows
 */
export function placesOf(world: World, body: Body, code: readonly Instruction[]): ThreadPlaces {
  const walk: Walk = {
    world,
    body,
    code,
    states: [],
    known: new Map(),
    edges: [],
    sightings: [],
    perLine: new Map(),
  };
  const first = arrive(walk, { at: 0, values: {}, held: [], flags: {} }, null);
  // States are added while the list is gone through.
  for (const state of walk.states) leave(walk, state);
  const { states, edges, sightings } = walk;
  const ends = states.some(({ local }) => code[local.at]!.is === 'end');
  return { body, first: first.name, states, edges, sightings, ends };
}

/** Follows what nobody else can see up to the next place, which is a state. */
function arrive(walk: Walk, from: Local, call: number | null): ThreadState {
  const { local, passed, endless } = settle(walk.code, from);
  if (endless) unbounded(walk, [...passed.slice(51).map((silent) => silent.local), local]);
  const seen = passed.flatMap(({ instruction, local: there }) =>
    instruction.is === 'step' ? sightingsAt(walk, instruction, there) : [],
  );
  const state = stateOf(walk, local, call);
  walk.sightings.push(...seen.map((sighting) => ({ ...sighting, at: state.name })));
  return state;
}

/** All that a thread may do from one of its places. */
function leave(walk: Walk, state: ThreadState): void {
  const { local, line, name, within } = state;
  const instruction = walk.code[local.at]!;
  if (instruction.is === 'end') return end(walk, state);
  if (instruction.is !== 'step') {
    const text = 'goes round in a loop';
    walk.edges.push({ from: name, to: name, way: { ...nothing }, line, text, ends: false, within });
    return;
  }
  const seen = sightingsAt(walk, instruction, local);
  walk.sightings.push(...seen.map((sighting) => ({ ...sighting, at: name })));
  for (const way of instruction.ways(local)) go(walk, state, instruction, way);
}

/** A step of a thread that goes in one way. */
function go(walk: Walk, state: ThreadState, instruction: StepInstruction, way: Way): void {
  const { local, line, within } = state;
  const text = way.note === null ? instruction.text : `${instruction.text}: ${way.note}`;
  const edge = { from: state.name, way, line, text, ends: false, within };
  if (way.bad !== null) walk.edges.push({ ...edge, to: 'broken', text: way.bad });
  else if (way.hangs) walk.edges.push({ ...edge, to: 'hung', text: `${instruction.text} hangs` });
  else {
    const next = arrive(walk, after(local, way), instruction.call);
    walk.edges.push({ ...edge, to: next.name });
  }
}

/** A thread ends; not with something that it holds or owes. */
function end({ body, edges, world }: Walk, { name, line, within, local }: ThreadState): void {
  const held = local.held.flatMap(({ of, owed }) => {
    if (owed !== undefined) return [owed];
    return of === null ? [] : [`${of} held`];
  });
  const left = held.length > 0 ? held : leftUp(body, world, local);
  const edge = { from: name, line, within };
  if (left.length > 0) {
    const text = endsWith(body.name, left);
    edges.push({ ...edge, to: 'broken', way: { ...nothing, bad: text }, text, ends: false });
    return;
  }
  const to = isRepeated(body, world) ? 'idle' : 'ended';
  edges.push({ ...edge, to, way: nothing, text: `${writtenName(body)} ends`, ends: true });
}

/** Flags under which the thread may not sleep, and which it has raised itself. */
function leftUp({ kind }: Body, { language }: World, { flags }: Local): readonly string[] {
  const before = operationsIn(kind.before ?? []);
  return language.atomicFlags.filter(
    (flag) =>
      (flags[flag] ?? 0) > 0 &&
      !before.some((operation) => operation.do === 'raise' && operation.flag === flag),
  );
}

/** Whether it may begin again after its end. */
const isRepeated = ({ kind, item, name }: Body, { queued }: World): boolean =>
  item.again || (kind.repeats === true && (kind.alone !== true || queued.has(name)));

/** Held locks are told in one list, and then what else is owed. */
function endsWith(thread: string, left: readonly string[]): string {
  const locks = [...new Set(left)].filter((one) => one.endsWith(' held'));
  const others = [...new Set(left)].filter((one) => !one.endsWith(' held'));
  const held = locks.map((one) => one.slice(0, -' held'.length)).join(', ');
  return `${thread} ends with ${[...(held === '' ? [] : [`${held} held`]), ...others].join(', and ')}`;
}

/** What the validator sees at a step. */
function sightingsAt({ body }: Walk, step: StepInstruction, local: Local): Sighting[] {
  const sighting = (seen: Seen): Sighting => ({
    at: '',
    thread: body.name,
    line: step.place.line,
    seen,
    local,
  });
  // What is held while interrupts are let in again counts as taken with them on.
  const spinning = local.held
    .filter(({ spins, seen }) => spins && seen)
    .map(({ class: class_, shared }): Seen => {
      const read = shared ? 1 : 0;
      return { class: class_, read, nested: false, tried: true, waits: false };
    });
  return [...spinning, ...step.sees(local)].map(sighting);
}

/** The state of a thread that stands here and keeps this in mind; a new one where there is none. */
function stateOf(walk: Walk, local: Local, call: number | null): ThreadState {
  const { known, states, perLine, code } = walk;
  const key = keyOf(local);
  const before = known.get(key);
  if (before !== undefined) return before;
  const instruction = code[local.at]!;
  const { line, column } = instruction.place;
  const count = (perLine.get(line) ?? 0) + 1;
  perLine.set(line, count);
  const step = instruction.is === 'step' ? instruction : null;
  const state: ThreadState = {
    name: count === 1 ? `at_${line}` : `at_${line}_${count}`,
    local,
    line,
    column,
    phrase: step === null ? 'at its end' : `in ${step.text} (line ${line})`,
    queuedFor: step?.queuedFor ?? null,
    waitsFor: step?.waitsFor ?? null,
    within: step !== null && step.call === call,
  };
  known.set(key, state);
  states.push(state);
  if (states.length > most) {
    const locals = states.map((each) => each.local);
    unbounded(walk, locals);
  }
  return state;
}

/** @throws Misuse that names what has taken the most values */
function unbounded({ world, body }: Walk, locals: readonly Local[]): never {
  const taken = new Map<string, Set<number | string>>();
  const take = (name: string, value: number | string): void => {
    taken.set(name, (taken.get(name) ?? new Set()).add(value));
  };
  for (const { values, flags, held } of locals) {
    for (const [name, value] of Object.entries({ ...values, ...flags })) take(name, value);
    take('locks held', held.length);
  }
  const [name, values] = [...taken].sort(([, a], [, b]) => b.size - a.size)[0] ?? ['', new Set()];
  const { source } = world.file;
  const place = body.item.at;
  if (values.size < 8)
    return complain(source, place, `'${body.name}' is too long: more than ${most} places`);
  const shown = `'${name.replace(/^.*\./, '')}' has taken ${values.size} values`;
  const line = `'${body.name}' has no bound: ${shown} in ${locals.length} places`;
  return complain(source, place, line);
}

/** A way that moves nothing and that others may see. */
const nothing: Way = wayOf({ visible: true });

/**
 * Whether a thread in this state may be interrupted by a handler, and would then keep it from going
 * on.
 */
export function interruptible(
  language: Language,
  by: Body,
  thread: Body,
  { local }: ThreadState,
): boolean {
  const spinning = local.held.some(({ spins }) => spins);
  // What runs on its CPU in a softirq does not go on before the handler returns; a thread may elsewhere.
  const stays = spinning || thread.kind.context === 'softirq';
  if (!stays || (local.flags['interrupts off'] ?? 0) > 0) return false;
  if (by.kind.context === 'hardirq') return thread.kind.context !== 'hardirq';
  return thread.kind.context === 'process' && (local.flags['bottom halves off'] ?? 0) === 0;
}
