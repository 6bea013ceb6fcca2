/** Runs of threads as turns at calls: what code on a real machine is led by. */
import { fire, type Program, type Step } from '../system/program.ts';
import type { ThreadSide } from './sides.ts';
import type { ThreadPlaces, ThreadState } from './places.ts';
import type { Place } from './syntax.ts';

/** One call of one thread; `place` is null where the thread begins. */
export type Turn = {
  readonly thread: string;
  readonly place: Place | null;
  /** Which of its ways it goes: the note of the step; empty where it has one way. */
  readonly way: string;
  /** It does not return before others have their turns, or before what it calls. */
  readonly open: boolean;
  /** What is on its way has come to rest before it. */
  readonly rests: boolean;
};

/** Where a thread is after a run. */
export type Stand =
  { readonly is: 'not begun' | 'ended' | 'hung' } | { readonly is: 'in'; readonly place: Place };

/** A run as turns, and where each thread stands when they are over. */
export type Schedule = {
  readonly turns: readonly Turn[];
  readonly stands: ReadonlyMap<string, Stand>;
  /** The steps by name. */
  readonly run: readonly string[];
};

/** Ways that a schedule does not take, by their notes. */
export type Avoids = (note: string) => boolean;

/** A state of the system, with the threads that have begun on the way there. */
type Node = {
  readonly state: readonly number[];
  /** Threads that have begun: a bit for each. */
  readonly ran: number;
  /** The node before, and the step from there; -1 and null at the beginning. */
  readonly before: number;
  readonly by: Step | null;
};

/** Nodes that are looked at for runs in which everybody ends. */
const mostNodes = 40_000;

/** Runs that are told of one system. */
const mostRuns = 12;

/**
 * Runs in which every thread that can begin has ended, the shortest first, then what it takes to
 * see every step that such a run can have. Where one thread may not sleep, no other moves: one
 * processor is enough.
 */
export function endingRuns(side: ThreadSide, avoids: Avoids): readonly (readonly string[])[] {
  const reader = new Reader(side);
  const { nodes, edges, goals } = reach(reader, avoids);
  if (goals.length === 0) return [];
  const home = distances(nodes.length, edges, goals);
  const runs: string[][] = [goTo(nodes, goals[0]!)];
  const seen = new Set(runs[0]);
  const waited = new Set<string>();
  for (const { from, to, step } of edges) {
    if (runs.length >= mostRuns) break;
    if (!Number.isFinite(home.far[to]!)) continue;
    // Who waits for others to be done is seen only where they are not.
    const waits = reader.waiting(nodes[to]!.state).map(({ thread }) => thread);
    if (seen.has(step.name) && waits.every((one) => waited.has(one))) continue;
    const run = [...goTo(nodes, from), step.name, ...goHome(home, to)];
    for (const name of run) seen.add(name);
    for (const one of waits) waited.add(one);
    runs.push(run);
  }
  return runs;
}

/** A step from one node to another. */
type Edge = { readonly from: number; readonly to: number; readonly step: Step };

/**
 * All that runs on one processor come to; goals are where most threads have run and all are at
 * rest.
 */
function reach(
  reader: Reader,
  avoids: Avoids,
): { readonly nodes: Node[]; readonly edges: Edge[]; readonly goals: number[] } {
  const { program } = reader;
  const nodes: Node[] = [{ state: program.initial, ran: 0, before: -1, by: null }];
  const index = new Map([[`${program.initial.join()}|0`, 0]]);
  const edges: Edge[] = [];
  for (let expanded = 0; expanded < nodes.length && nodes.length < mostNodes; expanded++) {
    const { state, ran } = nodes[expanded]!;
    for (const step of program.steps) {
      if (!reader.may(step, state, avoids)) continue;
      const next = fire(program, step, state);
      if (next === null) continue;
      const now = reader.ranAfter(ran, step);
      const key = `${next.join()}|${now}`;
      let to = index.get(key);
      if (to === undefined) {
        to = nodes.length;
        index.set(key, to);
        nodes.push({ state: next, ran: now, before: expanded, by: step });
      }
      edges.push({ from: expanded, to, step });
    }
  }
  const rest = nodes.flatMap(({ state, ran }, at) =>
    ran !== 0 && reader.atRest(state) ? [at] : [],
  );
  const most = Math.max(...rest.map((at) => bits(nodes[at]!.ran)));
  return { nodes, edges, goals: rest.filter((at) => bits(nodes[at]!.ran) === most) };
}

/** How many bits of a mask are set. */
const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

/** The steps of the shortest run to a node. */
function goTo(nodes: readonly Node[], to: number): string[] {
  const run: string[] = [];
  for (let node = nodes[to]!; node.by !== null; node = nodes[node.before]!)
    run.unshift(node.by.name);
  return run;
}

/** By node: how far a goal is, and the edge towards it. */
type Home = { readonly far: number[]; readonly next: (Edge | undefined)[] };

/** How far each node is from a goal, and by which edge it goes there. */
function distances(count: number, edges: readonly Edge[], goals: readonly number[]): Home {
  const into: Edge[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) into[edge.to]!.push(edge);
  const far = Array.from({ length: count }, () => Infinity);
  const next: (Edge | undefined)[] = Array.from({ length: count });
  const queue = [...goals];
  for (const goal of goals) far[goal] = 0;
  for (const at of queue) {
    for (const edge of into[at]!) {
      if (far[edge.from] !== Infinity) continue;
      far[edge.from] = far[at]! + 1;
      next[edge.from] = edge;
      queue.push(edge.from);
    }
  }
  return { far, next };
}

/** The steps of the shortest way from a node to a goal. */
function goHome({ next }: Home, from: number): string[] {
  const run: string[] = [];
  for (let edge = next[from]; edge !== undefined; edge = next[edge.to]) run.push(edge.step.name);
  return run;
}

/** Steps that may follow a run of themselves; where there are more, that has no end. */
const mostAfter = 400;

/**
 * A run as turns, with what follows of itself: whoever has begun goes on until it is blocked or
 * ends, and what begins fairly begins. Null where that has no end.
 * @param goesOn false: with nothing that follows
 */
export function scheduleOf(
  side: ThreadSide,
  run: readonly string[],
  avoids: Avoids,
  goesOn = true,
): Schedule | null {
  const reader = new Reader(side);
  const { program } = reader;
  const byName = new Map(program.steps.map((step) => [step.name, step]));
  const told = new Telling(reader);
  let state: readonly number[] = program.initial;
  for (const name of run) {
    const step = byName.get(name)!;
    const next = fire(program, step, state)!;
    told.step(step, state, next);
    state = next;
  }
  const done = [...run];
  const seen = new Set<string>();
  for (let count = 0; goesOn; count++) {
    const step = program.steps.find(
      (one) => reader.follows(one, state, avoids) && fire(program, one, state) !== null,
    );
    if (step === undefined) break;
    const next = fire(program, step, state)!;
    if (count > mostAfter || seen.has(next.join())) return null;
    seen.add(next.join());
    told.step(step, state, next);
    done.push(step.name);
    state = next;
  }
  return { turns: told.turns, stands: reader.stands(state, done), run: done };
}

/** What a system's states and steps say of its threads. */
class Reader {
  readonly program: Program;
  readonly system: ThreadSide['system'];
  private readonly threads: readonly {
    readonly name: string;
    readonly part: number;
    readonly places: ThreadPlaces;
    readonly states: ReadonlyMap<string, ThreadState>;
  }[];
  private readonly starts: ReadonlyMap<string, 'fair' | 'free'>;

  constructor({ program, system }: ThreadSide) {
    this.program = program;
    this.system = system;
    this.threads = [...system.places].map(([name, places]) => ({
      name,
      places,
      part: program.parts.findIndex((one) => one.name === name),
      states: new Map(places.states.map((one) => [one.name, one])),
    }));
    this.starts = new Map(
      program.steps
        .filter(({ name }) => system.said.has(name) && !system.edges.has(name))
        .map(({ name, actor }) => [name, program.actors[actor]!.fair === 'none' ? 'free' : 'fair']),
    );
  }

  /** The thread that takes a step. */
  thread(step: string): string {
    return this.system.said.get(step)!.thread;
  }

  /** Whether a step is one by which a thread begins. */
  begins(step: string): boolean {
    return this.starts.has(step);
  }

  /** The state of a thread's machine. */
  at(thread: string, state: readonly number[]): string {
    const { part } = this.threads.find(({ name }) => name === thread)!;
    return this.program.tables[this.program.parts[part]!.table]!.states[state[part]!]!;
  }

  /** Where a thread is within its code; undefined before it begins and after it ends. */
  local(thread: string, state: readonly number[]): ThreadState | undefined {
    return this.threads.find(({ name }) => name === thread)!.states.get(this.at(thread, state));
  }

  /** The threads that have begun once a step is taken. */
  ranAfter(ran: number, step: Step): number {
    if (!this.begins(step.name)) return ran;
    return ran | (1 << this.threads.findIndex(({ name }) => name === this.thread(step.name)));
  }

  /** Whether nobody is on his way, nothing is owed, and nothing is pending. */
  atRest(state: readonly number[]): boolean {
    const { parts, tables } = this.program;
    const idle = this.threads.every(
      ({ name, places }) => !places.ends || ['idle', 'ended'].includes(this.at(name, state)),
    );
    return (
      idle &&
      parts.every(
        ({ name, table }, part) =>
          !name.endsWith('_pending') || tables[table]!.states[state[part]!] !== 'pending',
      )
    );
  }

  /** Whether a thread may not sleep where it is. */
  private atomic(thread: string, state: readonly number[]): boolean {
    const local = this.local(thread, state)?.local;
    if (local === undefined) return false;
    const { atomicFlags } = this.system.world.language;
    const spins = local.held.some((one) => one.spins);
    const handler = this.system.world.bodies.get(thread)!.kind.context !== 'process';
    return spins || handler || atomicFlags.some((flag) => (local.flags[flag] ?? 0) > 0);
  }

  /** Whether a step is one of a run on one processor in which nobody does wrong. */
  may(step: Step, state: readonly number[], avoids: Avoids): boolean {
    const edge = this.system.edges.get(step.name);
    if (edge !== undefined && (edge.way.bad !== null || edge.way.hangs)) return false;
    if (edge?.way.note != null && avoids(edge.way.note)) return false;
    const own = this.thread(step.name);
    return this.threads.every(({ name }) => name === own || !this.atomic(name, state));
  }

  /** Whether a step comes after a run by itself. */
  follows(step: Step, state: readonly number[], avoids: Avoids): boolean {
    if (this.begins(step.name)) return this.starts.get(step.name) === 'fair';
    const { way, to } = this.system.edges.get(step.name)!;
    if (to === this.at(this.thread(step.name), state)) return false;
    return way.bad === null && !way.hangs && !(way.note !== null && avoids(way.note));
  }

  /** Threads that wait for something to be done elsewhere, which it is not. */
  waiting(
    state: readonly number[],
  ): readonly { readonly thread: string; readonly at: ThreadState }[] {
    return this.threads.flatMap(({ name, places, states }) => {
      const placeNow = states.get(this.at(name, state));
      if (placeNow === undefined) return [];
      const outside = places.edges.flatMap(({ from, way }) =>
        from === placeNow.name ? way.outside : [],
      );
      const busy = outside.some((item) => !['idle', 'ended'].includes(this.at(item, state)));
      return busy ? [{ thread: name, at: placeNow }] : [];
    });
  }

  /** Threads that stand in a call which waits for one of these. */
  blocked(
    state: readonly number[],
    on: readonly string[],
  ): readonly { readonly thread: string; readonly at: ThreadState }[] {
    return this.threads.flatMap(({ name, states }) => {
      const at = states.get(this.at(name, state));
      return at !== undefined && on.includes(at.waitsFor ?? '') ? [{ thread: name, at }] : [];
    });
  }

  /** Where each thread stands in a state to which a run leads. */
  stands(state: readonly number[], run: readonly string[]): ReadonlyMap<string, Stand> {
    const ran = new Set(run.filter((one) => this.begins(one)).map((one) => this.thread(one)));
    return new Map(
      this.threads.map(({ name }): [string, Stand] => {
        const at = this.at(name, state);
        if (at === 'ended' || at === 'hung') return [name, { is: at }];
        if (at === 'idle') return [name, { is: ran.has(name) ? 'ended' : 'not begun' }];
        const { line, column } = this.local(name, state)!;
        return [name, { is: 'in', place: { line, column } }];
      }),
    );
  }
}

const key = ({ line, column }: Place): string => `${line}:${column}`;

/** Turns, from the steps of a run: several steps in one call are one turn. */
class Telling {
  readonly turns: Turn[] = [];
  private readonly reader: Reader;
  /** Calls that have not returned with their turns, by thread, the innermost last. */
  private readonly open = new Map<string, { readonly call: string; readonly turn: number }[]>();
  private readonly items: ReadonlyMap<string, string>;
  private rests = false;

  constructor(reader: Reader) {
    this.reader = reader;
    this.items = itemsByPlace(reader.system.world.file.items);
  }

  /** Tells one step of the run, from a state to the next. */
  step({ name }: Step, state: readonly number[], next: readonly number[]): void {
    const thread = this.reader.thread(name);
    if (this.reader.begins(name)) {
      this.turn({ thread, place: null, way: '', open: false });
      this.open.set(thread, []);
      this.enters(this.reader.waiting(next));
      return;
    }
    this.goesOn(thread, name, state, next);
  }

  /** A step within a thread. */
  private goesOn(
    thread: string,
    name: string,
    state: readonly number[],
    next: readonly number[],
  ): void {
    const from = this.reader.local(thread, state)!;
    const edge = this.reader.system.edges.get(name)!;
    const after = this.reader.local(thread, next);
    // The end of a thread and what stands before its body are no calls.
    if (edge.ends || !this.items.has(key(from))) return;
    const { yields } = edge.way;
    if (yields?.to === 'waiter')
      this.enters(this.reader.blocked(state, yields.held).filter((one) => one.thread !== thread));
    const stack = this.open.get(thread) ?? [];
    const depth = stack.findIndex(({ call }) => call === key(from));
    const calls = stack.map(({ call }) => call);
    const goesOn = after !== undefined && after.within && this.isOpen(from, after, calls);
    const note = edge.way.note ?? '';
    if (depth < 0) {
      const { line, column } = from;
      if (goesOn) stack.push({ call: key(from), turn: this.turns.length });
      this.turn({ thread, place: { line, column }, way: note, open: goesOn });
    } else {
      this.rests = true;
      this.noted(stack[depth]!.turn, note);
      stack.length = goesOn ? depth + 1 : depth;
    }
    if (after?.within !== true) stack.length = 0;
    this.open.set(thread, stack);
    this.enters(this.reader.waiting(next));
  }

  /** What a step in an open call adds to its turn. */
  private noted(turn: number, note: string): void {
    const was = this.turns[turn]!;
    if (note !== '')
      this.turns[turn] = { ...was, way: was.way === '' ? note : `${was.way}|${note}` };
  }

  /** Adds a turn. */
  private turn(one: Omit<Turn, 'rests'>): void {
    this.turns.push({ ...one, rests: this.rests });
    this.rests = false;
  }

  /** Threads go into calls in which they will wait. */
  private enters(all: ReturnType<Reader['waiting']>): void {
    for (const { thread, at: place } of all) {
      const stack = this.open.get(thread) ?? [];
      if (stack.some(({ call }) => call === key(place)) || !this.items.has(key(place))) continue;
      stack.push({ call: key(place), turn: this.turns.length });
      this.open.set(thread, stack);
      this.turn({ thread, place: { line: place.line, column: place.column }, way: '', open: true });
    }
  }

  /** Whether a call is still on its way: the thread is in it, or in something that it calls. */
  private isOpen(from: ThreadState, after: ThreadState, stack: readonly string[]): boolean {
    if (key(from) === key(after)) return true;
    if (stack.includes(key(after))) return false;
    return this.items.get(key(from)) !== this.items.get(key(after));
  }
}

/** The item in whose text each call stands, by the place of the call. */
function itemsByPlace(
  items: ThreadSide['system']['world']['file']['items'],
): ReadonlyMap<string, string> {
  const byPlace = new Map<string, string>();
  const visit = (value: unknown, item: string): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, item);
    else if (typeof value === 'object' && value !== null) {
      const one = value as { is?: string; at?: Place };
      if (one.is === 'call') byPlace.set(key(one.at!), item);
      for (const inside of Object.values(value)) visit(inside, item);
    }
  };
  for (const { body, name } of items) visit(body, name.text);
  return byPlace;
}
