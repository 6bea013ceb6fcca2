/** How wide text for a person is. */
export const columns = 80;

/** A space at which no line ends. */
const kept = '\u00a0';

/**
 * A paragraph at most 80 wide: `first` before its first line, as many spaces before the others. A
 * word longer than a line stands alone.
 */
export function paragraph(first: string, text: string, width: number = columns): string[] {
  const indent = ' '.repeat(first.length);
  return wrapped(text, width - first.length).map((line, index) =>
    `${index === 0 ? first : indent}${line}`.trimEnd(),
  );
}

/** Lines whose first begins at `indent`, and the others two further in. */
export const hanging = (indent: string, text: string): string[] =>
  wrapped(text, columns - indent.length - 2).map((line, index) =>
    index === 0 ? `${indent}${line}` : `${indent}  ${line}`,
  );

/** Lines of at most `room` characters, broken between words. */
function wrapped(text: string, room: number): string[] {
  // A number stays with what it counts.
  const held = text.replace(/(?<=[a-z]) (?=\d+(?:[\s,.:;)]|$))/g, kept);
  const lines: string[] = [];
  let line = '';
  for (const word of held.split(/[ \n\t]+/).filter((one) => one !== '')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((one) => one.replaceAll(kept, ' '));
}

/** `a, b and c` */
export const listed = (all: readonly string[], last = 'and'): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)!}`;

/** `1,222` */
export const counted = (n: number): string => n.toLocaleString('en-US');

/** `1 state`, `2 states` */
export const several = (n: number, what: string): string =>
  `${counted(n)} ${what}${n === 1 ? '' : 's'}`;

/** `fact value; fact [a, b]`, as a description writes them. */
export const factsOf = (facts: Readonly<Record<string, unknown>>): string =>
  Object.entries(facts)
    .map(
      ([fact, value]) =>
        `${fact} ${Array.isArray(value) ? `[${value.join(', ')}]` : String(value)}`,
    )
    .join('; ');
