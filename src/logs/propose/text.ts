import { plainText } from './identifiers.ts';
import type { Proposal, Sketch, SketchedFunction, Statement } from './sketch.ts';

/** How wide a line of a file may be. */
const columns = 80;

/** What a file of threads is headed by. */
export type Head = {
  readonly log: string;
  /** The version of the kernel that it is of, if it says so. */
  readonly kernel: string | null;
};

/** A proposal as a file of threads. Every line fits 80 columns. */
export function fileText(
  { title, words, says, answer, line, sketch }: Proposal & { readonly sketch: Sketch },
  { log, kernel }: Head,
): string {
  const { objects, functions, leftOut } = sketch;
  return [
    `K ${nameOf(words)}`,
    ...(kernel === null ? [] : [`kernel ${kernel};`]),
    ...comment('', `Proposed by finite-fence from ${log}, line ${line}: ${title}:`),
    ...comment('', `${says}.`),
    ...comment('', 'It holds what the report shows: add what you know besides, then ask'),
    ...comment('', '`finite-fence litmus FILE` whether it can happen.'),
    ...leftOut.flatMap((text) => comment('', `Not written: ${text}`)),
    ...(objects.size === 0 ? [] : objectLines(sketch)),
    ...functions.flatMap(functionLines),
    ...(answer === null ? [] : [answer]),
    '',
  ].join('\n');
}

/** `FAMILY+one_lock+other_lock` */
const nameOf = (words: readonly string[]): string =>
  words
    .map((word) => word.replaceAll(/[^A-Za-z0-9_.-]+/g, '-'))
    .filter((word) => word !== '')
    .join('+')
    .slice(0, columns - 2)
    .replace(/[_.+-]+$/, '');

function objectLines({ objects }: Sketch): string[] {
  const lines = [...objects.values()].map(({ type, name, initial, called }) => ({
    text: `${type} ${name}${initial === '' ? '' : ` = ${initial}`}`,
    where: called,
  }));
  return ['{', ...statements(lines), '}'];
}

function functionLines({ kind, name, on, shown, body }: SketchedFunction): string[] {
  return [
    ...shown.flatMap((text) => comment('', text)),
    `${kind} ${name}()${on === null ? '' : ` on ${on}`} {`,
    ...statements(body),
    '}',
  ];
}

/** Statements with where the log shows them behind, or above where there is no room. */
function statements(lines: readonly Statement[]): string[] {
  const width = Math.min(40, Math.max(...lines.map(({ text }) => text.length + 1)));
  return lines.flatMap(({ text, where }) => {
    const statement = `${text};`;
    if (where === '') return [`\t${statement}`];
    const behind = `${statement.padEnd(width)} // ${plainText(where)}`;
    // A tab is eight columns.
    return behind.length + 8 <= columns
      ? [`\t${behind}`]
      : [...comment('\t', where), `\t${statement}`];
  });
}

/** A comment in lines of 80 columns. */
function comment(indent: string, text: string): string[] {
  const room = columns - 3 - (indent === '\t' ? 8 : indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of plainText(text, 400).split(/\s+/)) {
    for (const piece of word.match(new RegExp(`.{1,${room}}`, 'g')) ?? []) {
      if (line !== '' && line.length + 1 + piece.length > room) {
        lines.push(line);
        line = piece;
      } else line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  return [...lines, line].map((one) => `${indent}// ${one}`);
}
