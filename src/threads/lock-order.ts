import type { Sighting, ThreadPlaces } from './places.ts';
import type { World } from './world.ts';

/** What the validator would say, worst kind first. */
export type Complaint = {
  readonly kind: 'recursive' | 'circular' | 'inconsistent' | 'irq-inversion';
  readonly text: string;
  /** Classes in the order of the chain. */
  readonly classes: readonly string[];
};

/**
 * One dependency: `to` was taken while `from` was held. `shared`: what is held is shared;
 * `recursive`: what is taken is a recursive read.
 */
type Dependency = {
  readonly to: string;
  readonly by: string;
  readonly shared: boolean;
  readonly recursive: boolean;
  readonly primed: boolean;
};
/** By class: what was taken while it was held. */
type Graph = Map<string, Dependency[]>;

/** Whether some run brings a thread to one of its states. */
export type Reached = (thread: string, state: string) => boolean;

/**
 * What the kernel's validator knows after each thread has run once, by itself, through each of its
 * places, in any order: a graph of classes, in which a cycle without a recursive read before
 * something shared is a report. What runs elsewhere too (`fresh`) is seen with what it takes
 * itself, not with what its caller holds.
 */
export function lockOrder(
  world: World,
  places: Iterable<ThreadPlaces>,
  reached: Reached = () => true,
): readonly Complaint[] {
  const { order } = world.language;
  const graph: Graph = new Map();
  order.primed.forEach((from, at) => {
    for (const to of order.primed.slice(at + 1))
      depend(graph, from, { to, by: 'at boot', shared: false, recursive: false, primed: true });
  });
  const sightings = [...places]
    .flatMap((thread) => thread.sightings)
    .filter(({ thread, at }) => reached(thread, at));
  const complaints: Complaint[] = [];
  const say = (complaint: Complaint): void => {
    if (!complaints.some(({ text }) => text === complaint.text)) complaints.push(complaint);
  };
  for (const sighting of sightings) for (const complaint of learn(graph, sighting)) say(complaint);
  for (const complaint of cycles(graph)) say(complaint);
  for (const complaint of usages(world, graph, sightings)) say(complaint);
  return complaints;
}

/** Adds a dependency, unless it is known. */
function depend(graph: Graph, from: string, dependency: Dependency): void {
  const list = graph.get(from) ?? [];
  graph.set(from, list);
  if (
    !list.some(
      ({ to, shared, recursive }) =>
        to === dependency.to && shared === dependency.shared && recursive === dependency.recursive,
    )
  )
    list.push(dependency);
}

const where = ({ thread, line }: Sighting): string => `${thread}, line ${line}`;

/** Adds what one sighting tells; gives the recursions that it shows. */
function learn(graph: Graph, sighting: Sighting): Complaint[] {
  const { seen, local } = sighting;
  if (seen.tried) return [];
  const from = local.held.findLastIndex(({ fresh }) => fresh);
  const held = local.held.slice(Math.max(0, from)).filter((section) => section.seen);
  return held.flatMap((section): Complaint[] => {
    if (section.class !== seen.class) {
      depend(graph, section.class, {
        to: seen.class,
        by: where(sighting),
        shared: section.shared,
        recursive: seen.read === 2,
        primed: false,
      });
      return [];
    }
    if (
      (seen.nested && section.ticket !== null) ||
      seen.waits ||
      (seen.read === 2 && section.shared)
    )
      return [];
    return [
      {
        kind: 'recursive',
        classes: [seen.class],
        text: `possible recursive locking: ${seen.class} is held and taken again (${where(sighting)})`,
      },
    ];
  });
}

/**
 * The shortest cycle through each dependency that a thread adds, each set of classes once, the
 * shortest first.
 */
function cycles(graph: Graph): Complaint[] {
  const byClasses = new Map<string, Complaint>();
  for (const [from, list] of graph) {
    for (const first of list) {
      if (first.primed) continue;
      const way = strongWay(graph, from, first);
      if (way === null) continue;
      const classes = [from, ...way.slice(0, -1).map(({ to }) => to)];
      const key = [...classes].sort().join(' ');
      if (byClasses.has(key)) continue;
      const chain = way.map(({ to, by }) => ` → ${to} (${by})`).join('');
      byClasses.set(key, {
        kind: 'circular',
        classes,
        text: `possible circular locking dependency: ${from}${chain}`,
      });
    }
  }
  return [...byClasses.values()].sort((a, b) => a.classes.length - b.classes.length);
}

/**
 * From `from` over `first` back to `from`, such that nowhere a recursive read is followed by
 * something held shared.
 */
function strongWay(graph: Graph, from: string, first: Dependency): Dependency[] | null {
  const queue: { readonly at: Dependency; readonly way: Dependency[] }[] = [
    { at: first, way: [first] },
  ];
  const seen = new Set([`${first.to} ${first.recursive}`]);
  for (const { at: edge, way } of queue) {
    if (edge.to === from && !(edge.recursive && first.shared)) return way;
    for (const next of graph.get(edge.to) ?? []) {
      const key = `${next.to} ${next.recursive}`;
      if ((edge.recursive && next.shared) || seen.has(key)) continue;
      seen.add(key);
      queue.push({ at: next, way: [...way, next] });
    }
  }
  return null;
}

/** How a class is taken, `in hardirq` or `hardirq on`, to the first place where it is. */
type Usage = Map<string, Sighting>;
/** The graph, how each class is taken, and classes that each CPU has for itself. */
type Known = {
  readonly graph: Graph;
  readonly usage: ReadonlyMap<string, Usage>;
  readonly perCpu: ReadonlySet<string>;
};

/**
 * Taken in an interrupt and with interrupts on; and a class of the first kind before one of the
 * second.
 */
function usages(world: World, graph: Graph, sightings: readonly Sighting[]): Complaint[] {
  const usage = new Map<string, Usage>();
  const mark = (of: string, bit: string, sighting: Sighting): void => {
    const known = usage.get(of) ?? new Map<string, Sighting>();
    usage.set(of, known);
    if (!known.has(bit)) known.set(bit, sighting);
  };
  for (const sighting of sightings) {
    const { seen, local, thread } = sighting;
    const { context } = world.bodies.get(thread)!.kind;
    const read = seen.read === 0 ? '' : ' read';
    const on = (flag: string): boolean => seen.quiet !== true && (local.flags[flag] ?? 0) === 0;
    if (context === 'hardirq') mark(seen.class, `in hardirq${read}`, sighting);
    else if (on('interrupts off')) mark(seen.class, `hardirq on${read}`, sighting);
    if (context === 'softirq') mark(seen.class, `in softirq${read}`, sighting);
    else if (context === 'process' && on('interrupts off') && on('bottom halves off'))
      mark(seen.class, `softirq on${read}`, sighting);
  }
  const things = [...world.things.values()];
  const perCpu = new Set(
    things.flatMap((sighting) => (sighting.type.perCpu === true ? [sighting.class] : [])),
  );
  const known: Known = { graph, usage, perCpu };
  return [...usage].flatMap(([of, bits]) =>
    ['hardirq', 'softirq'].flatMap((context) => [
      ...inconsistent(of, bits, context),
      ...inverted(of, bits, context, known),
    ]),
  );
}

/** A class that is taken in an interrupt and with interrupts on, if not both only read it. */
function inconsistent(name: string, bits: Usage, context: string): Complaint[] {
  const pairs = [
    ['', ''],
    [' read', ''],
    ['', ' read'],
  ] as const;
  for (const [inside, on] of pairs) {
    const [a, b] = [bits.get(`in ${context}${inside}`), bits.get(`${context} on${on}`)];
    if (a !== undefined && b !== undefined)
      return [
        {
          kind: 'inconsistent',
          classes: [name],
          text:
            `inconsistent lock state: ${name} is taken in ${context} (${where(a)}) ` +
            `and with ${context}s on (${where(b)})`,
        },
      ];
  }
  return [];
}

/**
 * A class that is taken in an interrupt, and below it one that is taken with interrupts on. What is
 * only reached by a recursive read counts where it is written, and what is only read in the
 * interrupt where its holder writes: otherwise nobody waits.
 */
function inverted(
  name: string,
  bits: Usage,
  context: string,
  { graph, usage, perCpu }: Known,
): Complaint[] {
  const written = bits.has(`in ${context}`);
  if ((!written && !bits.has(`in ${context} read`)) || perCpu.has(name)) return [];
  const first = (graph.get(name) ?? []).filter(({ shared }) => written || !shared);
  const queue = [...first];
  const seen = new Set(queue.map(({ to, recursive }) => `${to} ${recursive}`));
  const below = new Set<string>();
  for (const { to, recursive } of queue) {
    if (perCpu.has(to)) continue;
    if (takenWithOn(usage.get(to), context, recursive)) below.add(to);
    for (const next of graph.get(to) ?? []) {
      const key = `${next.to} ${next.recursive}`;
      if ((recursive && next.shared) || seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  below.delete(name);
  return [...below].map((other) => ({
    kind: 'irq-inversion',
    classes: [name, other],
    text:
      `possible irq lock inversion: ${name} is taken in ${context}, ` +
      `and ${other}, taken below it, with ${context}s on`,
  }));
}

/**
 * Whether a class is taken with interrupts on, in a way that matters below a lock of an interrupt.
 */
const takenWithOn = (bits: Usage | undefined, context: string, recursive: boolean): boolean =>
  bits !== undefined &&
  (bits.has(`${context} on`) || (!recursive && bits.has(`${context} on read`)));
