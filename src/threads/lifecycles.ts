/** The lifecycles of locks, queues, counts and threads, as machines. */
import { setup, type AnyStateMachine } from 'xstate';
import { names } from './steps.ts';
import type { Lifecycle } from './meaning.ts';
import type { ThreadPlaces } from './places.ts';

type Edge = readonly [from: string, event: string, to: string];
type Node = {
  on: Record<string, { target: string; description?: string }>;
  tags?: string[];
  meta?: { waits: string };
};

/**
 * A machine of these edges.
 * @param phrases what a state is called where it stands in a waits-for cycle
 */
export function chart(
  id: string,
  initial: string,
  edges: readonly Edge[],
  phrases: Readonly<Record<string, string>> = {},
  tags: Readonly<Record<string, readonly string[]>> = {},
): AnyStateMachine {
  const states: Record<string, Node> = {};
  const nodeOf = (name: string): Node => {
    const known = states[name];
    if (known !== undefined) return known;
    const phrase = phrases[name];
    const node: Node = {
      on: {},
      tags: [...(tags[name] ?? [])],
      ...(phrase === undefined ? {} : { meta: { waits: phrase } }),
    };
    return (states[name] = node);
  };
  nodeOf(initial);
  for (const [from, event, to] of edges) {
    nodeOf(from).on[event] = { target: to };
    nodeOf(to);
  }
  return setup({}).createMachine({ id, initial, states } as never) as unknown as AnyStateMachine;
}

/** A lock: `free`, or the name of whoever holds it. */
export function lockOf(id: string, owners: readonly string[]): AnyStateMachine {
  const edges = owners.flatMap((owner): Edge[] => [
    ['free', `take.${owner}`, names.holder(owner)],
    [names.holder(owner), `give.${owner}`, 'free'],
  ]);
  return chart(
    id,
    'free',
    edges,
    Object.fromEntries(owners.map((owner) => [names.holder(owner), 'held by'])),
  );
}

/** Who sleeps until somebody wakes all: the set of those. */
export function sleepersOf(
  id: string,
  threads: readonly string[],
  leavers: readonly string[],
): AnyStateMachine {
  const edges: Edge[] = [];
  const tags: Record<string, string[]> = {};
  const phrases: Record<string, string> = {};
  const inSet = (set: number): readonly string[] => threads.filter((_, at) => (set >> at) & 1);
  const named = (set: number): string => (set === 0 ? 'nobody' : `asleep_${inSet(set).join('_')}`);
  for (let set = 0; set < 1 << threads.length; set++) {
    tags[named(set)] = inSet(set).map((thread) => `sleeps_${thread}`);
    if (set > 0) phrases[named(set)] = 'not woken';
    threads.forEach((thread, at) => {
      if (((set >> at) & 1) === 0)
        edges.push([named(set), `sleep.${thread}`, named(set | (1 << at))]);
    });
    for (const thread of inSet(set).filter((one) => leavers.includes(one)))
      edges.push([named(set), `leave.${thread}`, named(set & ~(1 << threads.indexOf(thread)))]);
    if (set > 0) edges.push([named(set), 'wake', 'nobody']);
  }
  return chart(id, 'nobody', edges, phrases, tags);
}

/** A reader-writer lock: the set of those who read, or who writes. */
export function sharedLockOf(
  id: string,
  readers: readonly string[],
  writers: readonly string[],
): AnyStateMachine {
  const edges: Edge[] = [];
  const phrases: Record<string, string> = {};
  const tags: Record<string, string[]> = { free: ['readable'] };
  const named = (set: number): string =>
    set === 0 ? 'free' : `read_${readers.filter((_, at) => (set >> at) & 1).join('_')}`;
  for (let set = 0; set < 1 << readers.length; set++) {
    if (set > 0) {
      phrases[named(set)] = 'held by';
      tags[named(set)] = ['readable'];
    }
    readers.forEach((reader, at) => {
      const there = ((set >> at) & 1) === 1;
      edges.push([named(set), `${there ? 'give' : 'read'}.${reader}`, named(set ^ (1 << at))]);
    });
  }
  for (const writer of writers) {
    edges.push(
      ['free', `take.${writer}`, names.holder(writer)],
      [names.holder(writer), `give.${writer}`, 'free'],
    );
    phrases[names.holder(writer)] = 'held by';
  }
  return chart(id, 'free', edges, phrases, tags);
}

/**
 * Orders of items that come and go: `add.x` at the end, `remove.x` wherever it stands. States are
 * told with their orders.
 */
export function orderOf(
  id: string,
  items: readonly string[],
  add: string,
  remove: string,
): {
  readonly machine: AnyStateMachine;
  readonly orders: readonly (readonly [state: string, order: readonly string[]])[];
} {
  const named = (order: readonly string[]): string =>
    order.length === 0 ? 'empty' : order.join('_then_');
  const orders: string[][] = [[]];
  const known = new Set(['empty']);
  const edges: Edge[] = [];
  for (const order of orders) {
    for (const item of items) {
      const there = order.includes(item);
      const next = there ? order.filter((one) => one !== item) : [...order, item];
      edges.push([named(order), `${there ? remove : add}.${item}`, named(next)]);
      if (!known.has(named(next))) {
        known.add(named(next));
        orders.push(next);
      }
    }
  }
  return {
    machine: chart(id, 'empty', edges),
    orders: orders.map((order) => [named(order), order] as const),
  };
}

/**
 * A queue whose items run one after another: which one runs, and the order of those that are
 * pending. An item that runs may be queued again.
 */
export function queueOf(id: string, items: readonly string[]): AnyStateMachine {
  type Queue = { readonly runs: string | null; readonly order: readonly string[] };
  const named = ({ runs, order }: Queue): string =>
    [runs === null ? 'idle' : `runs_${runs}`, ...order].join('_then_');
  const queues: Queue[] = [{ runs: null, order: [] }];
  const known = new Set(queues.map(named));
  const edges: Edge[] = [];
  const phrases: Record<string, string> = {};
  for (const queue of queues) {
    const go = (event: string, next: Queue): void => {
      edges.push([named(queue), event, named(next)]);
      if (known.has(named(next))) return;
      known.add(named(next));
      queues.push(next);
    };
    const { runs, order } = queue;
    if (runs !== null) {
      phrases[named(queue)] = 'busy with';
      go(`done.${runs}`, { runs: null, order });
    }
    if (runs === null && order[0] !== undefined)
      go(`begin.${order[0]}`, { runs: order[0], order: order.slice(1) });
    for (const item of items) {
      const rest = order.filter((one) => one !== item);
      go(`queue.${item}`, { runs, order: order.includes(item) ? order : [...order, item] });
      if (order.includes(item)) go(`remove.${item}`, { runs, order: rest });
    }
  }
  return chart(id, 'idle', edges, phrases);
}

/** A small number: `v0` to `v3`. */
export function countOf(id: string, initial: number, most: number): AnyStateMachine {
  const values = Array.from({ length: most + 1 }, (_, value) => value);
  const edges = values.flatMap((value): Edge[] => [
    ...(value < most ? [[`v${value}`, 'inc', `v${value + 1}`] as const] : []),
    ...(value > 0 ? [[`v${value}`, 'dec', `v${value - 1}`] as const] : []),
    ...values.map((to): Edge => [`v${value}`, `set.${to}`, `v${to}`]),
  ]);
  return chart(id, `v${initial}`, edges);
}

/** Objects whose states do not depend on who uses them. */
export function plainLifecycle(
  id: string,
  initial: string | null,
  lifecycle: Lifecycle,
): AnyStateMachine | null {
  if (lifecycle.is === 'count')
    return countOf(id, Number(initial ?? '0') || (initial === 'true' ? 1 : 0), lifecycle.most);
  if (lifecycle.is === 'chart') return chart(id, initial!, lifecycle.edges, lifecycle.phrases);
  return null;
}

/**
 * A thread as a machine: `idle`, its places, `ended`, `hung`, `broken`.
 * @param events one an edge
 */
export function threadMachine(
  { body, first, states, edges }: ThreadPlaces,
  events: readonly string[],
  rewinds: boolean,
): AnyStateMachine {
  const nodes: Record<string, Node> = { idle: { on: { begin: { target: first } } } };
  for (const { name, phrase, queuedFor, waitsFor } of states) {
    const tags = [
      'inside',
      ...(queuedFor === null ? [] : [`queued_${queuedFor}`]),
      ...(waitsFor === null ? [] : [`waits_${waitsFor}`]),
    ];
    nodes[name] = { on: {}, tags, meta: { waits: phrase } };
  }
  for (const end of ['ended', 'hung', 'broken'])
    if (edges.some(({ to }) => to === end)) nodes[end] = { on: {} };
  if (rewinds && nodes['ended'] !== undefined) nodes['ended'].on['rewind'] = { target: 'idle' };
  edges.forEach(({ from, to, text }, at) => {
    nodes[from]!.on[events[at]!] = { target: to, description: text };
  });
  return setup({}).createMachine({
    id: body.name,
    initial: 'idle',
    states: nodes,
  } as never) as unknown as AnyStateMachine;
}
