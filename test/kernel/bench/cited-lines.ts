/** The lines of a kernel's source at which citations stand, for links that lead to them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** `version` is that of the tree; `lines` has for each file what is cited of it, and the line. */
export type CitedLines = {
  readonly version: string;
  readonly lines: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How a symbol is defined in C, the surest way first; the line of its name is meant. */
const definitions = (symbol: string): readonly RegExp[] => {
  const name = escaped(symbol);
  return [
    // A kernel-doc comment, or a heading of one, stands before what it is about.
    new RegExp(`^ \\* (?:struct |enum |union )?${name}(?:\\(\\))? - `),
    // A function, with its type on the same line or on the one before.
    new RegExp(`^(?:[A-Za-z_][\\w\\s*]*[\\s*])?${name}\\([^;]*$`),
    new RegExp(`^#\\s*define\\s+${name}\\b`),
    new RegExp(`^(?:typedef\\s+)?(?:struct|enum|union)\\s+${name}\\s*\\{`),
    new RegExp(`^[\\w\\s*]+\\b${name}\\b.*[={;]\\s*$`),
    // A member, or an entry of an enum.
    new RegExp(`^\\s+[\\w\\s*]*\\(?\\*?${name}\\)?\\s*[(,;:=\\[]`),
    new RegExp(`\\b${name}\\b`),
  ];
};

/**
 * The line, from 1, at which a citation stands in the text of its file: of a heading `DOC: ...`, of
 * a sentence that stands there in these words, else of the first symbol that it names; null where
 * it names none of these.
 */
function lineOf(text: string, says: string, symbols: readonly string[]): number | null {
  const lines = text.split('\n');
  const heading = /\bDOC: ([\w -]+)/.exec(says)?.[0]?.trim();
  if (heading !== undefined) {
    const at = lines.findIndex((line) => line.includes(heading));
    if (at >= 0) return at + 1;
  }
  const literal = lines.findIndex((line) => says.length >= 12 && line.includes(says));
  if (literal >= 0 && /\W/.test(says)) return literal + 1;
  const sentence = lineOfSentence(lines, says);
  if (sentence !== null) return sentence;
  for (const symbol of symbols)
    for (const shape of definitions(symbol)) {
      const at = lines.findIndex((line) => shape.test(line));
      if (at >= 0) return at + 1;
    }
  return null;
}

const plain = (text: string): string =>
  text
    .replace(/^\s*(?:\*|\/\*+|\/\/|#)/, ' ')
    .replace(/[`'"*@%&.]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Where a sentence of four words and more begins, though it is wrapped. */
function lineOfSentence(lines: readonly string[], says: string): number | null {
  const words = plain(says.replace(/^[A-Za-z_]\w*: /, '').replaceAll('...', ' '));
  if (words.split(' ').length < 4) return null;
  const starts: number[] = [];
  let whole = '';
  for (const line of lines) {
    starts.push(whole.length);
    const text = plain(line);
    if (text !== '') whole += `${text} `;
  }
  const at = whole.indexOf(words);
  if (at < 0) return null;
  let line = starts.findLastIndex((start) => start <= at);
  // Blank lines begin where the next one does.
  while (line > 0 && starts[line] === starts[line - 1]) line--;
  while (plain(lines[line]!) === '') line++;
  return line + 1;
}

/** The lines of these citations in a tree; what does not stand there is left out. */
export function citedLines(
  dir: string,
  version: string,
  citations: readonly { readonly file: string; readonly says: string }[],
  symbolsOf: (says: string) => readonly string[],
): CitedLines {
  const lines: Record<string, Record<string, number>> = {};
  for (const { file, says } of citations) {
    const path = join(dir, file);
    if (!existsSync(path) || !statSync(path).isFile()) continue;
    const text = readFileSync(path, 'utf8');
    const named = [...symbolsOf(says), ...(/^[a-z]\w*/i.exec(says) ?? [])];
    const line = lineOf(text, says, named);
    if (line !== null) (lines[file] ??= {})[says] = line;
    else lines[file] ??= {};
  }
  return { version, lines };
}
