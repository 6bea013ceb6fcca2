/** The threads of a file and what runs inside them, with their names looked up. */
import type { Kind } from './meaning.ts';
import { mostThreads } from './members.ts';
import { complain } from './parse.ts';
import type { File, Item, Place, Word } from './syntax.ts';
import { checkName } from './things.ts';
import { callsIn, listed, nameIn, near, type Beside, type Body, type World } from './world.ts';

type Wrong = (at: Place, what: string) => never;

/** The threads of a file, and what runs inside threads, by name. @throws Misuse */
export function bodiesOf(
  file: File,
  kinds: readonly Kind[],
  things: World['things'],
  beside: Beside | null = null,
): ReadonlyMap<string, Body> {
  const bodies = new Map<string, Body>();
  const wrong: Wrong = (at, what) => complain(file.source, at, what);
  let threads = 0;
  for (const item of file.items) {
    const kind = kindOf(item.kind, kinds, wrong);
    checkPlace(item, kind, file, wrong);
    const on = queueOf(item, kind, file, things, wrong);
    const members = beside?.placed.get(item.name.text)?.members ?? 1;
    for (const [n, name] of namesOf(item.name.text, members).entries()) {
      if (bodies.has(name) || things.has(name)) wrong(item.name.at, `'${name}' is declared twice`);
      checkName(name, item.name.at, wrong);
      const placedFor = members > 1 ? n + 1 : null;
      bodies.set(name, { name, kind, item, on, family: item.family, placedFor });
      threads += Number(kind.thread);
    }
  }
  if (threads > mostThreads)
    wrong(file.items.at(-1)!.at, `found ${threads} threads, expected at most ${mostThreads}`);
  return bodies;
}

/** The kind that a word names. @throws Misuse */
function kindOf({ text, at: place }: Word, kinds: readonly Kind[], wrong: Wrong): Kind {
  const names = kinds.map(({ name }) => name);
  const hint = near(text, names) || `; there are: ${listed(names)}`;
  const kind = kinds.find(({ name }) => name === text);
  return kind ?? wrong(place, `unknown kind of thread '${text}'${hint}`);
}

/** What runs before a place of a description says which, and nothing else does. */
function checkPlace({ place, name }: Item, kind: Kind, { beside }: File, wrong: Wrong): void {
  if (kind.placed === true && place === null)
    wrong(
      name.at,
      `'${name.text}' is a ${kind.name}, which says its place: ${kind.name} ${name.text}() at run_job`,
    );
  if (kind.placed !== true && place !== null)
    wrong(place.at, `'${name.text}' is a ${kind.name}, which has no place in a description`);
  if (place !== null && beside === null)
    wrong(
      place.at,
      `'${name.text}' has a place in a description, and the file says none: with "driver.json";`,
    );
}

/**
 * A fragment runs once for each job at its place: its names, with a number where there are several.
 */
const namesOf = (name: string, members: number): readonly string[] =>
  members > 1 ? Array.from({ length: members }, (_, n) => `${name}_${n + 1}`) : [name];

/** The queue on which an item stands: as it says, or as those who queue it say. */
function queueOf(
  { on, name }: Item,
  kind: Kind,
  file: File,
  things: World['things'],
  wrong: Wrong,
): string | null {
  const queued = queuedOn(name.text, kind, file, things);
  if (on === null) return queued?.name ?? null;
  if (kind.on === undefined) wrong(on.at, `'${name.text}' is a ${kind.name}, which is on no queue`);
  const queue = things.get(on.text);
  if (queue === undefined)
    wrong(on.at, `unknown ${kind.on} '${on.text}'${near(on.text, things.keys())}`);
  else if (queue.type.name !== kind.on)
    wrong(on.at, `'${on.text}' is a ${queue.type.name}, expected a ${kind.on}`);
  if (queued !== null && queued.name !== on.text)
    wrong(queued.at, `'${name.text}' is on '${on.text}' and is queued on '${queued.name}' here`);
  return on.text;
}

/** The queue on which some call queues an item, and where that is written; null where none does. */
function queuedOn(
  item: string,
  { on }: Kind,
  { items }: File,
  things: World['things'],
): { readonly name: string; readonly at: Place } | null {
  if (on === undefined) return null;
  for (const { given } of items.flatMap(({ body }) => callsIn(body))) {
    const [queue, queued] = given.map(nameIn);
    if (queued !== item || things.get(queue ?? '')?.type.name !== on) continue;
    return { name: queue!, at: given[0]!.at };
  }
  return null;
}
