import { Misuse } from '../system/misuse.ts';

/** Where a value stands in a text: line and column, from 1. */
type At = { readonly line: number; readonly column: number };

/** The way into a value: names of fields, and places in lists. */
type Path = readonly (string | number)[];

/** A value, and where the things in it stand: by their path. */
export type Read = { readonly value: unknown; readonly at: (path: Path) => At };

/** Levels of nesting that are read. */
const deepest = 64;

/** A text that is being read. */
type Reading = {
  readonly text: string;
  /** The next character to be read. */
  offset: number;
  /** Where each value begins, by the JSON of its path. */
  readonly places: Map<string, number>;
};

/**
 * Reads JSON and nothing but JSON (RFC 8259); a key that is there twice is refused too. A parser by
 * recursive descent.
 * @throws Misuse: `line 3, column 7: found ',', expected a value`.
 */
export function readJson(text: string): Read {
  const reading: Reading = { text, offset: 0, places: new Map() };
  const value = readValue(reading, []);
  skipSpace(reading);
  if (reading.offset < text.length) return wrong(reading, 'the end of the file');

  return {
    value,
    at: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const offset = reading.places.get(JSON.stringify(path.slice(0, length)));
        if (offset !== undefined) return placeOf(text, offset);
      }
      return placeOf(text, 0);
    },
  };
}

function placeOf(text: string, offset: number): At {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

function readValue(reading: Reading, path: Path): unknown {
  skipSpace(reading);
  const { text, offset, places } = reading;
  places.set(JSON.stringify(path), offset);
  if (path.length > deepest) return complain(reading, offset, `nested more than ${deepest} deep`);

  const first = text[offset];
  if (first === '"') return readString(reading);
  if (first === '{') return readObject(reading, path);
  if (first === '[') return readList(reading, path);

  const number = match(reading, /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y);
  if (number !== null) return Number(number);
  const word = match(reading, /(?:true|false|null)\b/y);
  return word === null ? wrong(reading, 'a value') : (JSON.parse(word) as unknown);
}

function readString(reading: Reading): string {
  const whole = match(reading, /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
  if (whole !== null) return JSON.parse(whole) as string;

  // What can stand in a string is skipped, so that the complaint points to what cannot.
  match(reading, /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y);
  return wrong(reading, "the end of a string ('\"') or a character that may stand in one");
}

function readObject(reading: Reading, path: Path): unknown {
  const entries = new Map<string, unknown>();
  reading.offset++;
  for (;;) {
    skipSpace(reading);
    const key = reading.offset;
    if (reading.text[key] === '}' && entries.size === 0) break;
    if (reading.text[key] !== '"')
      wrong(
        reading,
        entries.size === 0 ? "a field's name in quotes, or '}'" : "a field's name in quotes",
      );

    const name = readString(reading);
    if (entries.has(name)) complain(reading, key, `the field '${name}' is there twice`);
    skipSpace(reading);
    if (reading.text[reading.offset] !== ':') wrong(reading, "':'");
    reading.offset++;
    entries.set(name, readValue(reading, [...path, name]));
    // Complaints about a field point to its name.
    reading.places.set(JSON.stringify([...path, name]), key);

    if (!goesOn(reading, '}')) break;
  }
  reading.offset++;
  return Object.fromEntries(entries);
}

function readList(reading: Reading, path: Path): unknown[] {
  const items: unknown[] = [];
  reading.offset++;
  for (;;) {
    skipSpace(reading);
    if (reading.text[reading.offset] === ']' && items.length === 0) break;
    items.push(readValue(reading, [...path, items.length]));

    if (!goesOn(reading, ']')) break;
  }
  reading.offset++;
  return items;
}

/** Whether a comma comes, and not the end of the object or list. */
function goesOn(reading: Reading, end: '}' | ']'): boolean {
  skipSpace(reading);
  const found = reading.text[reading.offset];
  if (found === end) return false;
  if (found !== ',') wrong(reading, `',' or '${end}'`);
  reading.offset++;
  return true;
}

function skipSpace(reading: Reading): void {
  while (reading.offset < reading.text.length && ' \t\n\r'.includes(reading.text[reading.offset]!))
    reading.offset++;
}

/** Reads what a sticky pattern takes; null where it takes nothing. */
function match(reading: Reading, pattern: RegExp): string | null {
  pattern.lastIndex = reading.offset;
  const match = pattern.exec(reading.text);
  if (match === null) return null;
  reading.offset += match[0].length;
  return match[0];
}

/** @throws Misuse: what was found where it is read, and what was expected */
function wrong(reading: Reading, expected: string): never {
  const { text, offset } = reading;
  return complain(
    reading,
    offset,
    `not JSON: found ${characterAt(text, offset)}, expected ${expected}`,
  );
}

/** @throws Misuse with line and column */
function complain({ text }: Reading, offset: number, about: string): never {
  const { line, column } = placeOf(text, offset);
  throw new Misuse(`${line}:${column}: ${about}`);
}

function characterAt(text: string, offset: number): string {
  if (offset >= text.length) return 'the end of the file';
  const character = text[offset]!;
  return character < ' '
    ? `'\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}'`
    : `'${String.fromCodePoint(text.codePointAt(offset)!)}'`;
}
