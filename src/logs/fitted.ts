/** How wide text for a person is. */
const columns = 80;
/** What a line goes on with stands so much further in. */
const further = 4;

const colours = /\u001b\[\d+m/g;
const widthOf = (text: string): number => text.replaceAll(colours, '').length;

/** A line as lines of at most 80 columns, broken between words; a word that is longer is cut. */
export function fitted(line: string): string[] {
  if (widthOf(line) <= columns) return [line];
  const indent = /^ */.exec(line)![0];
  const hanging = ' '.repeat(Math.min(indent.length + further, columns / 2));
  const lines: string[] = [];
  let current = indent;
  let isEmpty = true;
  for (const [, blank, word] of line.slice(indent.length).matchAll(/( *)(\S+)/g)) {
    pieces(word!, columns - hanging.length).forEach((piece, index) => {
      const text = isEmpty || index > 0 ? piece : blank + piece;
      if (!isEmpty && widthOf(current) + widthOf(text) > columns) {
        lines.push(current);
        current = hanging + piece;
      } else current += text;
      isEmpty = false;
    });
  }
  return [...lines, current];
}

/** A word with colours in it is left whole. */
const pieces = (word: string, room: number): readonly string[] =>
  widthOf(word) <= room || word.includes('\u001b')
    ? [word]
    : (word.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [word]);
