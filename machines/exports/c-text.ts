/** A text inside a C comment: one line, and it cannot end the comment or begin one. */
export const inComment = (text: string): string =>
  printable(text)
    .replaceAll('*/', '* /')
    .replaceAll('/*', '/ *')
    .replace(/[\\/*]+$/, '$& ');

/** A C string literal. Question marks are escaped: with two of them a trigraph begins. */
export function cString(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return `"${bytes
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return byte < 0x20 || byte > 0x7e || '"\\?'.includes(letter)
        ? `\\${byte.toString(8).padStart(3, '0')}`
        : letter;
    })
    .join('')}"`;
}

/** The name of a file behind `#include`. */
export const inQuotes = (file: string): string => `"${file.replace(/[^\w.+-]/g, '-')}"`;

/** A name of C's own letters. Not one to one: see `Names`. */
const plain = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();

/** Gives each text a C identifier of its own, the same for the same texts in the same order. */
export class Names {
  readonly #prefix: string;
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();
  constructor(prefix: string) {
    this.#prefix = prefix;
  }
  of(text: string): string {
    let name = this.#given.get(text);
    if (name !== undefined) return name;
    const base = `${this.#prefix}${plain(text)}`;
    name = base;
    for (let n = 2; this.#taken.has(name); n++) name = `${base}_v${n}`;
    this.#given.set(text, name);
    this.#taken.add(name);
    return name;
  }
  get all(): ReadonlyMap<string, string> {
    return this.#given;
  }
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, (found) => (/^\s+$/.test(found) ? ' ' : '?'));
}

/** Comment lines of at most 80 columns, each behind ` * `. */
export function commentLines(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of inComment(text)
    .split(' ')
    .filter((one) => one !== '')) {
    if (
      line !== '' &&
      line.length + word.length + 1 > 76 - (lines.length === 0 ? 0 : indent.length)
    ) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  // Words of one comment may make its end together.
  return lines.map((one, at) => ` * ${at === 0 ? '' : indent}${inComment(one)}`.trimEnd());
}
