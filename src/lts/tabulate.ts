import {
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { contextName, unnameable } from './context.ts';

/**
 * One lifecycle as a labelled transition system, in a finite table: the quintuple {X, E, f, x0, Xm}
 * of a deterministic automaton. JSON-serialisable.
 */
export type Lts = {
  /** The machine's id. */
  readonly lifecycle: string;
  /**
   * X: `'visible.waited'`, `'live{pins:2}'`; regions of a parallel machine are joined by `' & '`.
   */
  readonly states: readonly string[];
  /** E, in the order in which XState lists the machine's event descriptors. */
  readonly events: readonly string[];
  /** f: `next[state * events.length + event]` is a state, or -1 where the event is refused. */
  readonly next: readonly number[];
  /** x0 */
  readonly initial: number;
  /** Xm: states in which the machine has ended. */
  readonly marked: readonly number[];
  /**
   * Every name a guard may use: each state, each parent of states, each tag (`'#tag'`), and the
   * states that it means.
   */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /**
   * Words for a state where it stands in a waits-for cycle, from `meta.waits` ("held by"); null
   * where the state's own name does.
   */
  readonly phrases: readonly (string | null)[];
};

/**
 * Refused because it cannot be tabulated: the message names the machine, the thing and the state
 * node.
 */
export class NotTabulable extends Error {
  override readonly name = 'NotTabulable';
}

/** A lifecycle of more states than this is taken for an unbounded context. */
const most = 20_000;

const tables = new WeakMap<AnyStateMachine, Lts>();

/**
 * Asks XState itself for every transition of `machine`, once. Guards see `{ context, event }` of
 * the event `{ type }` without payload.
 * @throws NotTabulable for `after`, `invoke`, history, wildcards, spawned or sent-to actors, and a
 * context without a finite domain
 */
export function tabulate(machine: AnyStateMachine): Lts {
  let lts = tables.get(machine);
  if (lts === undefined) {
    lts = explore(machine);
    tables.set(machine, lts);
  }
  return lts;
}

function explore(given: AnyStateMachine): Lts {
  refuse(given);
  const machine = bounded(given);
  const events = eventsOf(machine);
  const known: Known = { machine, index: new Map(), snapshots: [] };
  const [first] = asked(machine, 'its initial state', () => initialTransition(machine));
  numberOf(known, first as AnyMachineSnapshot);

  const { snapshots } = known;
  const next: number[] = [];
  for (let state = 0; state < snapshots.length; state++)
    for (const type of events) next.push(afterEvent(known, snapshots[state]!, type));

  const places = new Map<string, number[]>();
  snapshots.forEach((snapshot, state) => {
    for (const place of placesOf(snapshot)) {
      const states = places.get(place);
      if (states === undefined) places.set(place, [state]);
      else states.push(state);
    }
  });
  return {
    lifecycle: machine.id,
    states: [...known.index.keys()],
    events,
    next,
    initial: 0,
    marked: snapshots.flatMap((snapshot, state) => (snapshot.status === 'done' ? [state] : [])),
    places: Object.fromEntries(places),
    phrases: snapshots.map(phrase),
  };
}

/** More microsteps than this on one event are taken for a cycle of `always` or raised events. */
const mostMicrosteps = 1000;

/** A copy of the machine that ends an endless cycle of eventless transitions with an error. */
function bounded(machine: AnyStateMachine): AnyStateMachine {
  const copy = machine.provide({}) as AnyStateMachine;
  copy.options = { ...copy.options, maxIterations: mostMicrosteps };
  return copy;
}

/** The states found so far, by their names. */
type Known = {
  readonly machine: AnyStateMachine;
  readonly index: Map<string, number>;
  readonly snapshots: AnyMachineSnapshot[];
};

/** The number of the state to which an event leads, or -1 where it is refused. */
function afterEvent(known: Known, snapshot: AnyMachineSnapshot, type: string): number {
  const { machine } = known;
  const taken = asked(machine, `'${type}' in ${stateName(snapshot)}`, () => {
    // Ask can() first: transition() answers a refused event and a self-loop with the same snapshot.
    // A machine that has ended takes nothing: an actor stops there, though its root may have
    // transitions.
    const accepted = snapshot.status === 'active' && snapshot.can({ type });
    return accepted ? transition(machine, snapshot, { type }) : null;
  });
  return taken === null ? -1 : numberOf(known, taken[0] as AnyMachineSnapshot);
}

function numberOf({ machine, index, snapshots }: Known, snapshot: AnyMachineSnapshot): number {
  const place = leaves(snapshot.value).join(' & ');
  if (Object.keys(snapshot.children).length > 0)
    throw new NotTabulable(
      `${machine.id}: ${place} has a spawned actor; ` +
        'a lifecycle knows one object and starts no actor',
    );
  refuseContext(machine, place, snapshot.context);
  const name = stateName(snapshot);
  const before = index.get(name);
  if (before !== undefined) {
    refuseTwin(machine, name, snapshots[before]!, snapshot);
    return before;
  }
  if (snapshots.length >= most)
    throw new NotTabulable(
      `${machine.id}: more than ${most} states; its context has no finite domain`,
    );
  index.set(name, snapshots.length);
  return snapshots.push(snapshot) - 1;
}

/** A context that its name cannot tell from another would be merged with that. */
function refuseContext(machine: AnyStateMachine, place: string, context: unknown): void {
  const unnamed = unnameable(context);
  if (unnamed !== null)
    throw new NotTabulable(
      `${machine.id}: ${place}: ${unnamed.path} is ${unnamed.what}; ` +
        'a context is plain data: text, finite numbers, booleans, null, lists and records of these',
    );
}

/** Two contexts under one name would be merged. */
function refuseTwin(
  machine: AnyStateMachine,
  name: string,
  before: AnyMachineSnapshot,
  snapshot: AnyMachineSnapshot,
): void {
  const contexts = [before, snapshot].map(({ context }) => JSON.stringify(context));
  if (contexts[0] !== contexts[1])
    throw new NotTabulable(
      `${machine.id}: two contexts are both called ${name}: ${contexts.join(' and ')}`,
    );
}

function refuse(machine: AnyStateMachine): void {
  refuseNode(machine, machine.root);
  for (const type of eventsOf(machine)) {
    if (type.includes('*'))
      throw new NotTabulable(`${machine.id}: the wildcard '${type}'; name each event`);
  }
}

function refuseNode(machine: AnyStateMachine, node: AnyStateMachine['root']): void {
  const place = `${machine.id}: ${node.path.length === 0 ? 'the root' : node.path.join('.')}`;
  if (node.type === 'history')
    throw new NotTabulable(`${place} is a history state; a lifecycle may not have any`);
  if (node.invoke.length > 0)
    throw new NotTabulable(`${place} invokes an actor; a lifecycle may not`);
  if (node.after.length > 0)
    throw new NotTabulable(`${place} has 'after'; let the timeout be an event`);
  for (const below of Object.values(node.states)) refuseNode(machine, below);
}

/**
 * The machine's events without XState's own (`xstate.done.state.m.a`), which nobody else may send.
 */
function eventsOf(machine: AnyStateMachine): string[] {
  return (machine.events as readonly string[]).filter((type) => !type.startsWith('xstate.'));
}

/** An action that a transition asks for. */
type Action = { readonly type: string; readonly params?: unknown };

/** What XState answers; an error in it is told with its place. */
function asked<T extends readonly [unknown, readonly Action[]] | null>(
  machine: AnyStateMachine,
  where: string,
  ask: () => T,
): T {
  let answer: T;
  try {
    answer = ask();
    // XState reports an error in the initial transition as a snapshot.
    const snapshot = answer?.[0] as AnyMachineSnapshot | undefined;
    if (snapshot?.status === 'error') throw snapshot.error;
  } catch (error) {
    throw new NotTabulable(`${machine.id}: ${where}: ${problemOf(error)}`);
  }
  if (answer !== null) refuseActions(machine, answer[1], where);
  return answer;
}

/** An error of XState, or of a guard or action, in one line. */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  return message.startsWith('Infinite loop detected')
    ? `more than ${mostMicrosteps} transitions follow without an event: a cycle of 'always' or raise`
    : message;
}

function refuseActions(machine: AnyStateMachine, actions: readonly Action[], where: string): void {
  for (const { type, params } of actions) {
    if (/^xstate\.(spawnChild|sendTo|stopChild|cancel)$/.test(type)) {
      throw new NotTabulable(
        `${machine.id}: ${where} runs ${type}; a lifecycle knows one object and starts no actor`,
      );
    }
    if (type === 'xstate.raise' && (params as { delay?: unknown } | undefined)?.delay !== undefined)
      throw new NotTabulable(
        `${machine.id}: ${where} raises an event after a delay; let the timeout be an event`,
      );
  }
}

/** The leaves of a state value as dotted paths: one, or one a region. */
function leaves(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path + value];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, below]) =>
    typeof below === 'object' && Object.keys(below as object).length === 0
      ? [path + key]
      : leaves(below, `${path}${key}.`),
  );
}

function stateName(snapshot: AnyMachineSnapshot): string {
  return leaves(snapshot.value).join(' & ') + contextName(snapshot.context);
}

/** The names of a state: its own, its parents', each with and without the context, and its tags. */
function placesOf(snapshot: AnyMachineSnapshot): Set<string> {
  const context = contextName(snapshot.context);
  const places = new Set<string>([stateName(snapshot)]);
  for (const leaf of leaves(snapshot.value)) {
    for (let end = leaf.length; end > 0; end = leaf.lastIndexOf('.', end - 1)) {
      places.add(leaf.slice(0, end));
      if (context !== '') places.add(leaf.slice(0, end) + context);
    }
  }
  for (const tag of snapshot.tags) places.add(`#${tag}`);
  return places;
}

/** What `meta.waits` says of the state, if anything does. */
function phrase(snapshot: AnyMachineSnapshot): string | null {
  const metas = Object.values(
    snapshot.getMeta() as Record<string, { waits?: unknown } | undefined>,
  );
  const waits = metas.map((meta) => meta?.waits).find((words) => typeof words === 'string');
  return waits ?? null;
}
