import type { Instruction, Label, Local, Seen, StepInstruction, Way } from './steps.ts';
import type { Language } from './meaning.ts';
import { complain } from './parse.ts';
import { writtenName, type Body, type World } from './world.ts';

/** One place of a thread with what it keeps in mind: a state of its machine. */
export type ThreadState = {
  readonly name: string;
  readonly local: Local;
  readonly line: number;
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
  /** Objects and other parts that it moves or looks at. */
  readonly uses: ReadonlySet<string>;
  /** Lines with a call that it comes to. */
  readonly lines: ReadonlySet<number>;
};

/** Places that one thread may have. */
const most = 6000;

/** Steps between two that others can see: more is a loop. */
const longest = 4000;

/** @throws Misuse where a thread has no bound; names the variable that grows */
export function placesOf(world: World, body: Body, code: readonly Instruction[]): ThreadPlaces {
  return new Explorer(world, body, code).all();
}

class Explorer {
  private readonly states: ThreadState[] = [];
  private readonly index = new Map<string, ThreadState>();
  private readonly edges: ThreadEdge[] = [];
  private readonly sightings: Sighting[] = [];
  private readonly taken = new Map<number, number>();
  private readonly uses = new Set<string>();
  private readonly lines = new Set<number>();
  private readonly calls = new Map<string, number>();
  private ends = false;
  /** What was passed since the last step that others can see. */
  private passed: Local[] = [];
  private readonly world: World;
  private readonly body: Body;
  private readonly code: readonly Instruction[];

  constructor(world: World, body: Body, code: readonly Instruction[]) {
    this.world = world;
    this.body = body;
    this.code = code;
  }

  all(): ThreadPlaces {
    const start: Local = { at: 0, values: {}, held: [], flags: {} };
    const first = this.state(this.settle(start), null);
    this.seenBefore(first, 0);
    for (let at = 0; at < this.states.length; at++) this.leave(this.states[at]!);
    const { body, states, edges, sightings, ends, uses, lines } = this;
    return { body, first: first.name, states, edges, sightings, ends, uses, lines };
  }

  private get repeats(): boolean {
    const { kind, item, name } = this.body;
    return (
      item.again || (kind.repeats === true && (kind.alone !== true || this.world.queued.has(name)))
    );
  }

  private leave(state: ThreadState): void {
    const { local, line } = state;
    const one = this.code[local.at]!;
    if (one.is === 'end') return this.end(state);
    if (one.is !== 'step') {
      const text = 'goes round in a loop';
      this.edges.push({
        from: state.name,
        to: state.name,
        way: { ...nothing },
        line,
        text,
        ends: false,
        within: state.within,
      });
      return;
    }
    const from = this.sightings.length;
    this.note(one, local);
    this.seenBefore(state, from);
    for (const way of one.ways(local)) this.edge(state, one, way);
  }

  private seenBefore({ name }: ThreadState, from: number): void {
    for (let at = from; at < this.sightings.length; at++) this.sightings[at]!.at = name;
  }

  private edge(state: ThreadState, one: StepInstruction, way: Way): void {
    const { local, line } = state;
    for (const part of [
      ...Object.keys(way.moves),
      ...Object.keys(way.also),
      ...Object.keys(way.when),
    ])
      this.uses.add(part);
    if (way.yields !== null) this.uses.add(way.yields.lock);
    const shared = {
      from: state.name,
      way,
      line,
      text: way.note === null ? one.text : `${one.text}: ${way.note}`,
      ends: false,
      within: state.within,
    };
    if (way.bad !== null) return void this.edges.push({ ...shared, to: 'broken', text: way.bad });
    if (way.hangs)
      return void this.edges.push({ ...shared, to: 'hung', text: `${one.text} hangs` });
    const from = this.sightings.length;
    const next = this.state(this.settle(after(local, way)), one.call);
    this.seenBefore(next, from);
    this.edges.push({ ...shared, to: next.name });
  }

  private end(state: ThreadState): void {
    const { line } = state;
    const left = state.local.held.flatMap(({ of }) => (of === null ? [] : [of]));
    const shared = { from: state.name, line, within: state.within };
    this.ends = true;
    if (left.length > 0) {
      const text = `${writtenName(this.body)} ends with ${[...new Set(left)].join(', ')} held`;
      this.edges.push({
        ...shared,
        to: 'broken',
        way: { ...nothing, bad: text },
        text,
        ends: false,
      });
      return;
    }
    this.edges.push({
      ...shared,
      to: this.repeats ? 'idle' : 'ended',
      way: nothing,
      text: `${writtenName(this.body)} ends`,
      ends: true,
    });
  }

  private note(one: StepInstruction, local: Local): void {
    this.lines.add(one.place.line);
    for (const held of local.held) {
      // What is held while interrupts are let in again counts as taken with them on.
      if (held.spins && held.seen)
        this.see(one, local, {
          class: held.class,
          read: held.shared ? 1 : 0,
          nested: false,
          tried: true,
          waits: false,
        });
    }
    for (const seen of one.sees(local)) this.see(one, local, seen);
  }

  private see({ place }: StepInstruction, local: Local, seen: Seen): void {
    this.sightings.push({ at: '', thread: this.body.name, line: place.line, seen, local });
  }

  /** Goes on over what others cannot see. */
  private settle(from: Local): Local {
    let local = from;
    this.passed = [];
    const before = new Set<string>();
    for (let steps = 0; ; steps++) {
      const one = this.code[local.at]!;
      if (one.is === 'end') return local;
      const next = this.silent(one, local);
      if (next === null) return local;
      if (steps > longest) return this.unbounded([...this.passed, local]);
      if (steps > 50) {
        const key = keyOf(local);
        if (before.has(key)) return local;
        before.add(key);
        this.passed.push(local);
      }
      local = next;
    }
  }

  private silent(one: Instruction, local: Local): Local | null {
    switch (one.is) {
      case 'jump':
        return { ...local, at: one.to.at };
      case 'set':
        return {
          ...local,
          at: local.at + 1,
          values: { ...local.values, [one.to]: valueOf(one.value, local) },
        };
      case 'flag':
        return { ...local, at: (local.flags[one.flag] ?? 0) > 0 ? one.up.at : local.at + 1 };
      case 'branch':
        return branched(one, local);
      case 'step': {
        const ways = one.ways(local);
        const [way] = ways;
        if (ways.length !== 1 || way === undefined || !isPrivate(way)) return null;
        this.note(one, local);
        return after(local, way);
      }
      case 'end':
        return null;
    }
  }

  private state(local: Local, call: number | null): ThreadState {
    const key = keyOf(local);
    const known = this.index.get(key);
    if (known !== undefined) return known;
    const one = this.code[local.at]!;
    const { line } = one.place;
    const count = (this.taken.get(line) ?? 0) + 1;
    this.taken.set(line, count);
    const step = one.is === 'step' ? one : null;
    const state: ThreadState = {
      name: count === 1 ? `at_${line}` : `at_${line}_${count}`,
      local,
      line,
      phrase: step === null ? 'at its end' : `in ${step.text} (line ${line})`,
      queuedFor: step?.queuedFor ?? null,
      waitsFor: step?.waitsFor ?? null,
      within: step !== null && step.call === call,
    };
    this.index.set(key, state);
    this.states.push(state);
    if (this.states.length > most) this.unbounded(this.states.map((one) => one.local));
    return state;
  }

  private unbounded(locals: readonly Local[]): never {
    const seen = new Map<string, Set<number | string>>();
    for (const local of locals) {
      for (const [name, value] of Object.entries(local.values))
        seen.set(name, (seen.get(name) ?? new Set()).add(value));
      for (const [name, value] of Object.entries(local.flags))
        seen.set(name, (seen.get(name) ?? new Set()).add(value));
      const { length } = local.held;
      seen.set('locks held', (seen.get('locks held') ?? new Set()).add(length));
    }
    const [name, values] = [...seen].sort(([, a], [, b]) => b.size - a.size)[0] ?? ['', new Set()];
    const { source } = this.world.file;
    const { item, name: thread } = this.body;
    if (values.size < 8)
      return complain(source, item.at, `'${thread}' is too long: more than ${most} places`);
    const shown = `'${name.replace(/^.*\./, '')}' has taken ${values.size} values`;
    return complain(
      source,
      item.at,
      `'${thread}' has no bound: ${shown} in ${locals.length} places`,
    );
  }
}

/** Where a comparison leads; the temporary variables that it compares are forgotten. */
function branched(one: Instruction & { readonly is: 'branch' }, local: Local): Local {
  const same = valueOf(one.left, local) === valueOf(one.right, local);
  const values = { ...local.values };
  for (const side of [one.left, one.right])
    if (side.is === 'variable' && side.temporary) delete values[side.name];
  return { ...local, values, at: (same === one.equal ? one.yes : one.no).at };
}

const nothing: Way = {
  moves: {},
  also: {},
  when: {},
  to: null,
  sets: [],
  note: null,
  bad: null,
  hangs: false,
  strong: false,
  outside: [],
  notQueued: null,
  yields: null,
  visible: true,
  others: false,
};

const isPrivate = (way: Way): boolean =>
  !way.visible &&
  way.bad === null &&
  !way.hangs &&
  way.notQueued === null &&
  way.yields === null &&
  way.outside.length === 0 &&
  [way.moves, way.also, way.when].every((each) => Object.keys(each).length === 0);

function after(local: Local, way: Way): Local {
  const values =
    way.sets.length === 0 ? local.values : { ...local.values, ...Object.fromEntries(way.sets) };
  return {
    at: (way.to as Label | null)?.at ?? local.at + 1,
    values,
    held: way.held ?? local.held,
    flags: way.flags ?? local.flags,
  };
}

const valueOf = (
  of:
    | { readonly is: 'value'; readonly value: number | string }
    | { readonly is: 'variable'; readonly name: string },
  { values }: Local,
): number | string => (of.is === 'value' ? of.value : (values[of.name] ?? 0));

const keyOf = ({ at, values, held, flags }: Local): string =>
  JSON.stringify([
    at,
    Object.entries(values).sort(),
    held.map(({ of, class: class_, ticket, shared, fresh }) => [of, class_, ticket, shared, fresh]),
    flags,
  ]);

/** Whether a thread in this state may be interrupted by a handler, and would then keep it from going on. */
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
