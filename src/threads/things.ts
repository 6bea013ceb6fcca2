/** The objects of a file, with their names looked up. */
import type { ObjectType } from './meaning.ts';
import { complain } from './parse.ts';
import type { File, ObjectDeclaration, Place, Word } from './syntax.ts';
import { listed, near, type Beside, type Thing, type World } from './world.ts';

type Wrong = (at: Place, what: string) => never;

/** Objects that a file may have: more are a slip of the pen. */
const most = 64;

/** The objects of a file, by name. @throws Misuse */
export function thingsOf(
  file: File,
  types: readonly ObjectType[],
  beside: Beside | null,
): World['things'] {
  const things = new Map<string, Thing>();
  const wrong: Wrong = (at, what) => complain(file.source, at, what);
  for (const declaration of file.objects) {
    const type = typeOf(declaration.type, types, wrong);
    for (const [n, name] of membersOf(declaration, wrong).entries()) {
      if (things.has(name)) wrong(declaration.name.at, `'${name}' is declared twice`);
      checkName(name, declaration.name.at, wrong);
      things.set(name, thingOf(declaration, name, type, wrong));
      const described = describedAs(declaration, type, n + 1, beside, wrong);
      if (described !== null) things.set(name, { ...things.get(name)!, described });
    }
  }
  if (things.size > most)
    wrong(file.objects.at(-1)!.name.at, `found ${things.size} objects, expected at most ${most}`);
  for (const thing of things.values()) checkUsed(thing, things, wrong);
  return beside === null ? things : withOthers(file, things, types, beside);
}

/** Names that every object of this language has already. @throws Misuse */
export function checkName(name: string, at: Place, wrong: Wrong): void {
  if (name in {}) wrong(at, `'${name}' cannot be a name here; expected another one`);
}

/** The type that a word names. @throws Misuse */
function typeOf({ text, at }: Word, types: readonly ObjectType[], wrong: Wrong): ObjectType {
  const names = types.map(({ name }) => name);
  const hint = near(text, names) || `; there are: ${listed(names)}`;
  return types.find(({ name }) => name === text) ?? wrong(at, `unknown type '${text}'${hint}`);
}

function membersOf({ times, name: { text, at } }: ObjectDeclaration, wrong: Wrong): string[] {
  if (times === null) return [text];
  if (times < 1 || times > most)
    wrong(at, `found ${times} of '${text}', expected from 1 to ${most}`);
  return Array.from({ length: times }, (_, n) => `${text}${n}`);
}

/** Which member of the description's part it is. */
function describedAs(
  { name, words }: ObjectDeclaration,
  { beside: may }: ObjectType,
  n: number,
  beside: Beside | null,
  wrong: Wrong,
): string | null {
  const word = words.find(({ text }) => text === may?.word);
  if (word === undefined) return null;
  if (beside === null)
    return wrong(
      word.at,
      `'${name.text}' is of a description, and the file says none: with "driver.json";`,
    );
  if (n > beside.members)
    return wrong(
      name.at,
      `the description has ${beside.members} of '${beside.part ?? may!.part}', found ${n}`,
    );
  return `${beside.part}[${n}]`;
}

/**
 * Those of the description that the file does not name: somebody else may wait for them. One that
 * the file names without a number is whichever of them a thread means.
 */
function withOthers(
  { objects }: File,
  things: ReadonlyMap<string, Thing>,
  types: readonly ObjectType[],
  { part, members, alike }: Beside,
): World['things'] {
  const type = types.find(({ beside }) => beside?.part === part);
  if (type === undefined) return things;
  const extended = new Map(things);
  const byPart = new Map(
    [...things.values()].flatMap(({ described, name }) =>
      described === null ? [] : [[described, name] as const],
    ),
  );
  for (const described of alike) {
    if (byPart.has(described)) continue;
    const name = described.replace('[', '_').replace(']', '');
    const at = { line: 1, column: 1 };
    const initial = type.beside!.word;
    const words = new Set<string>();
    const other = { type, class: name, initial, words, used: null, at, anyOf: null };
    extended.set(name, { ...other, name, described });
    byPart.set(described, name);
  }
  const anyOf = Array.from({ length: members }, (_, n) => byPart.get(`${part}[${n + 1}]`)!);
  const alone = new Set(objects.flatMap(({ times, name }) => (times === null ? [name.text] : [])));
  for (const [name, thing] of extended)
    if (thing.described !== null && alone.has(name) && members > 1)
      extended.set(name, { ...thing, anyOf });
  return extended;
}

/** What an object uses is there, and of the right type. @throws Misuse */
function checkUsed(
  { used, type, name, at: place }: Thing,
  things: World['things'],
  wrong: Wrong,
): void {
  if (used === null) return;
  const other = things.get(used);
  const words = listed([...(type.initial ?? []), ...(type.words ?? [])]);
  if (other === undefined)
    wrong(
      place,
      `'${used}' of '${name}' is neither an object nor a word of ${type.name} (${words})`,
    );
  else if (other.type.name !== type.uses)
    wrong(
      place,
      `'${name}' uses '${used}', which is a ${other.type.name}, expected a ${type.uses}`,
    );
}

function thingOf(
  { name: { text, at: place }, words }: ObjectDeclaration,
  name: string,
  type: ObjectType,
  wrong: Wrong,
): Thing {
  let initial = type.initial?.[0] ?? null;
  let used: string | null = null;
  const kept = new Set<string>();
  for (const word of words) {
    const role = roleOf(word, text, type, wrong);
    if (role === 'initial') initial = word.text;
    else if (role === 'word') kept.add(word.text);
    else used = word.text;
  }
  return {
    name,
    type,
    class: type.class ?? `&${text}`,
    initial,
    words: kept,
    used,
    at: place,
    described: null,
    anyOf: null,
  };
}

/** What a word of a declaration says. @throws Misuse for one that says nothing */
function roleOf(
  word: Word,
  name: string,
  type: ObjectType,
  wrong: Wrong,
): 'initial' | 'word' | 'used' {
  const { initial = [], words = [], lifecycle } = type;
  if (lifecycle.is === 'count' && Number(word.text) > lifecycle.most)
    wrong(word.at, `'${name}' begins with ${word.text}, expected at most ${lifecycle.most}`);
  if (initial.includes(word.text)) return 'initial';
  if (words.includes(word.text)) return 'word';
  if (type.uses !== undefined) return 'used';
  const known = [...initial, ...words];
  const all = known.length === 0 ? '; it takes none' : `; there are: ${listed(known)}`;
  return wrong(
    word.at,
    `unknown word '${word.text}' for a ${type.name}${near(word.text, known) || all}`,
  );
}
