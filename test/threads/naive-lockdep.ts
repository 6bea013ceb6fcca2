import type { Language } from '../../src/threads/meaning.ts';
import type { Sighting } from '../../src/threads/places.ts';
import type { World } from '../../src/threads/world.ts';

/**
 * A second reading of Documentation/locking/lockdep-design.rst (6.12), as directly as it can be
 * written down: relations as sets of words, and their closure by trying every pair until nothing is
 * added. It shares no code with src/threads/lock-order.ts, only the sightings of the threads.
 */
export function naiveKinds(world: World, sightings: readonly Sighting[]): ReadonlySet<string> {
  const kinds = new Set<string>();
  if (sightings.some(isRecursion)) kinds.add('recursive');
  const edges = [...primed(world.language), ...sightings.flatMap(edgesOf)];
  const strong = closure(edges);
  // Each CPU has its own of these: nobody waits for another's, so that no path leads through them.
  const perCpu = new Set(
    [...world.things.values()].filter(({ type }) => type.perCpu).map((thing) => thing.class),
  );
  const waiting = closure(edges.filter(({ from, to }) => !perCpu.has(from) && !perCpu.has(to)));
  // "If there is a strong path from a lock to itself, a deadlock is possible."
  if (strong.some((path) => path.from === path.to && !(path.last === 'R' && path.first === 'S')))
    kinds.add('circular');
  for (const context of ['hardirq', 'softirq'] as const) {
    const used = usagesOf(world, sightings, context);
    if ([...used.values()].some(isMixed)) kinds.add('inconsistent');
    if (waiting.some((path) => isInverted(path, used))) kinds.add('irq-inversion');
  }
  return kinds;
}

/** "<hardirq-safe> or <hardirq-unsafe>": both only where both are reads. */
const isMixed = ({ safe, safeRead, unsafe, unsafeRead }: Usage): boolean =>
  (safe && (unsafe || unsafeRead)) || (safeRead && unsafe);

/** "<hardirq-safe> -> <hardirq-unsafe>": somebody must wait at both ends. */
function isInverted(path: Path, used: ReadonlyMap<string, Usage>): boolean {
  const [above, below] = [used.get(path.from), used.get(path.to)];
  if (above === undefined || below === undefined || path.from === path.to) return false;
  const isSafe = above.safe || (above.safeRead && path.first === 'E');
  return isSafe && (below.unsafe || (below.unsafeRead && path.last === 'N'));
}

/** `-(SR)->` and the like: held shared or exclusive; taken as a recursive read or not. */
type Path = {
  readonly from: string;
  readonly to: string;
  readonly first: 'S' | 'E';
  readonly last: 'R' | 'N';
};

/** What is held, as far as the validator knows: what runs elsewhere too is seen by itself. */
function heldAt({ local }: Sighting): Sighting['local']['held'] {
  const from = local.held.map(({ fresh }) => fresh).lastIndexOf(true);
  return local.held.slice(from < 0 ? 0 : from).filter((section) => section.seen);
}

/** "The same lock-class must not be acquired twice": but for recursive reads, and under a ticket. */
const isRecursion = (sighting: Sighting): boolean =>
  !sighting.seen.tried &&
  !sighting.seen.waits &&
  heldAt(sighting).some(
    (section) =>
      section.class === sighting.seen.class &&
      !(sighting.seen.nested && section.ticket !== null) &&
      !(sighting.seen.read === 2 && section.shared),
  );

const edgesOf = (sighting: Sighting): readonly Path[] =>
  sighting.seen.tried
    ? []
    : heldAt(sighting)
        .filter((section) => section.class !== sighting.seen.class)
        .map((section) => ({
          from: section.class,
          to: sighting.seen.class,
          first: section.shared ? 'S' : 'E',
          last: sighting.seen.read === 2 ? 'R' : 'N',
        }));

const primed = ({ order }: Language): readonly Path[] =>
  order.primed.flatMap((from, at) =>
    order.primed.slice(at + 1).map((to): Path => ({ from, to, first: 'E', last: 'N' })),
  );

/** "A path is strong iff no -(xR)-> -(Sx)-> is in it." */
function closure(edges: readonly Path[]): readonly Path[] {
  const paths = new Map(edges.map((path) => [Object.values(path).join(' '), path]));
  for (let before = -1; before < paths.size;) {
    before = paths.size;
    for (const one of paths.values()) {
      for (const next of edges) {
        if (one.to !== next.from || (one.last === 'R' && next.first === 'S')) continue;
        const path: Path = { from: one.from, to: next.to, first: one.first, last: next.last };
        paths.set(Object.values(path).join(' '), path);
      }
    }
  }
  return [...paths.values()];
}

type Usage = { safe: boolean; safeRead: boolean; unsafe: boolean; unsafeRead: boolean };

/** "irq-safe means it was ever used in an irq context, irq-unsafe that it was ever acquired with irq enabled." */
function usagesOf(
  { bodies }: World,
  sightings: readonly Sighting[],
  context: 'hardirq' | 'softirq',
): ReadonlyMap<string, Usage> {
  const usages = new Map<string, Usage>();
  for (const { seen, local, thread } of sightings) {
    const none: Usage = { safe: false, safeRead: false, unsafe: false, unsafeRead: false };
    const usage = usages.get(seen.class) ?? none;
    usages.set(seen.class, usage);
    const runs = bodies.get(thread)!.kind.context;
    const isUp = (flag: string): boolean => (local.flags[flag] ?? 0) > 0;
    const isRead = seen.read !== 0;
    if (runs === context) usage[isRead ? 'safeRead' : 'safe'] = true;
    // What runs in a hardirq has all interrupts off; what runs in a softirq has softirqs off.
    const masked = ['hardirq', context === 'softirq' ? 'softirq' : ''].includes(runs);
    const isOff =
      seen.quiet === true ||
      isUp('interrupts off') ||
      (context === 'softirq' && isUp('bottom halves off'));
    if (!masked && !isOff) usage[isRead ? 'unsafeRead' : 'unsafe'] = true;
  }
  return usages;
}
