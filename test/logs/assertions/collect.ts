/** One assertion of a source file. */
export type Assertion = {
  readonly file: string;
  /** The function that it stands in. */
  readonly in: string;
  /** The call, in one line. */
  readonly says: string;
  /** The first and the last line of the call: compilers print one or the other. */
  readonly lines: readonly number[];
  /** It stops the task. */
  readonly bug: boolean;
};

const calls = new RegExp(
  String.raw`\b(?:drm_)?(?:(?:WARN|BUG)(?:_ON)?(?:_ONCE)?|dma_resv_assert_held|` +
    String.raw`lockdep_assert_held(?:_\w+)?|ttm_bo_assert_held)\s*\(`,
  'g',
);
const longest = 70;

/** Every assertion of one file of C, in the order in which they stand. */
export function collect(file: string, text: string): Assertion[] {
  const code = withoutComments(text);
  return [...code.matchAll(calls)].flatMap((call) => {
    const from = call.index;
    const lineStart = code.lastIndexOf('\n', from) + 1;
    const where = functionAround(code, from);
    // A macro's own definition, and prototypes.
    if (/^\s*#\s*define/.test(code.slice(lineStart, from)) || where === null) return [];
    const to = closing(code, from + call[0].length);
    const whole = code.slice(from, to).replaceAll(/\s+/g, ' ');
    const lines = [lineOf(code, from), lineOf(code, to)];
    return [
      {
        file,
        in: where,
        says: whole.length > longest ? `${whole.slice(0, longest - 3)}...` : whole,
        lines: [...new Set(lines)],
        bug: whole.startsWith('BUG'),
      },
    ];
  });
}

/** Comments become blanks, so that every line keeps its number. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '));

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** The place behind the bracket that closes the one before `from`. */
function closing(code: string, from: number): number {
  let depth = 1;
  let index = from;
  for (; depth > 0 && index < code.length; index++) {
    if (code[index] === '(') depth++;
    else if (code[index] === ')') depth--;
  }
  return index;
}

/** The function whose body `index` stands in: the last one that began in the first column. */
function functionAround(code: string, index: number): string | null {
  const before = code.slice(0, index);
  const open = before.lastIndexOf('\n{');
  if (open < 0 || before.lastIndexOf('\n}') > open) return null;
  const head = before.slice(Math.max(before.lastIndexOf('\n}', open), 0), open);
  return /([A-Za-z_]\w*)\s*\([^{}]*$/.exec(head.slice(lastHead(head)))?.[1] ?? null;
}

/** Where the last line begins that has a name and a bracket and does not begin with a blank. */
function lastHead(head: string): number {
  const heads = [...head.matchAll(/\n(?![\s#*/}])[^\n]*\(/g)];
  return heads.at(-1)?.index ?? 0;
}
