import { complain } from './parse.ts';
import type { Argument, File, Item } from './syntax.ts';

/** Threads that a file may have: more are a slip of the pen. */
export const mostThreads = 24;

/**
 * A file in which `thread[n]` is written out: n threads, each with a number behind its name. In
 * each, `&x[self]` is its own member of a pool of objects or of other threads.
 * @throws Misuse
 */
export const withMembers = (file: File): File => ({
  ...file,
  items: file.items.flatMap((item) => membersOf(item, file)),
});

function membersOf(item: Item, file: File): readonly Item[] {
  const { times, name, place, body } = item;
  if (times === null) return [item];
  if (place !== null) {
    const what = `'${name.text}' runs once at its place for each job there, and takes no number`;
    complain(file.source, name.at, what);
  }
  if (times < 1 || times > mostThreads) {
    const what = `found ${times} threads '${name.text}', expected from 1 to ${mostThreads}`;
    complain(file.source, name.at, what);
  }
  const pools = new Set(file.objects.map((object) => object.name.text));
  return Array.from({ length: times }, (_, n) => ({
    ...item,
    name: { ...name, text: `${name.text}${n + 1}` },
    family: name.text,
    times: null,
    body: own(body, pools, n),
  }));
}

/** A part of a body with the members of thread n, from 0. Objects count from 0, threads from 1. */
function own<Node>(node: Node, pools: ReadonlySet<string>, n: number): Node {
  if (Array.isArray(node)) return node.map((child: unknown) => own(child, pools, n)) as Node;
  if (typeof node !== 'object' || node === null) return node;
  const argument = node as unknown as Partial<Argument>;
  if (argument.is === 'object' && argument.member === 'self')
    return { ...node, member: pools.has(argument.name!) ? n : n + 1, isOwn: true };
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, own(child, pools, n)]),
  ) as Node;
}

/**
 * Like threads, and what belongs to each: for each family, the names that change places with it.
 */
function likeMembers({ items, objects }: File): readonly (readonly (readonly string[])[])[] {
  const families = [...new Set(items.flatMap(({ family }) => family ?? []))];
  const groups = families.map((family) => ({
    names: new Set([family]),
    links: linksOf(family, items),
  }));
  // Families that name each other's members with [self] change places together.
  for (const group of groups) {
    for (const link of group.links) {
      const other = groups.find(({ names }) => names.has(link));
      group.names.add(link);
      if (other === undefined || other === group) continue;
      for (const name of other.names) group.names.add(name);
      for (const more of other.links) group.links.add(more);
      other.names.clear();
      other.links.clear();
    }
  }
  const memberOf = (name: string, n: number): string => {
    const isObject = objects.some((object) => object.name.text === name);
    return `${name}${isObject ? n : n + 1}`;
  };
  return groups
    .filter(({ names }) => names.size > 0)
    .map(({ names }) => {
      const [first] = names;
      const size = items.filter(({ family }) => family === first).length;
      return Array.from({ length: size }, (_, n) => [...names].map((name) => memberOf(name, n)));
    });
}

/** Pools and families of which a family's members name their own member. */
function linksOf(family: string, items: readonly Item[]): Set<string> {
  const links = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { is, name, isOwn } = node as { is?: string; name?: string; isOwn?: boolean };
    if (is === 'object' && isOwn === true) links.add(name!);
    Object.values(node).forEach(visit);
  };
  for (const item of items) if (item.family === family) visit(item.body);
  return links;
}

/** A name as it is called when neighbours of a family have changed places. */
type Renaming = (name: string) => string;

/** Families that are worth looking at by their orbits: of three members or more. */
const fewest = 3;

/** For each family, the renamings that let neighbours change places. */
export const renamingsOf = (file: File): readonly (readonly Renaming[])[] =>
  likeMembers(file)
    .filter((members) => members.length >= fewest)
    .map((members) => members.slice(1).map((names, n) => changingPlaces(members[n]!, names)));

/** Parts, events and states are named by their members, with `_` or `.` between the words. */
function changingPlaces(one: readonly string[], other: readonly string[]): Renaming {
  const others = new Map([
    ...one.map((name, at) => [name, other[at]!] as const),
    ...other.map((name, at) => [name, one[at]!] as const),
  ]);
  const words = [...others.keys()].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(?<=^|[._])(?:${words})(?=$|[._])`, 'g');
  return (name) => name.replace(pattern, (word) => others.get(word)!);
}
