import { isAt, literal, type Literal } from './literal.ts';
import type { Print, Tell } from './vocabulary.ts';

/**
 * The values of one printed line: numbers cut to 32 bits (and their upper halves), and where texts
 * stand.
 */
export type Values = {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  lazy: boolean;
  /** Where the texts end that were left. */
  textsTo: number;
};

const mostFields = 16;
/** Values that no print has filled yet. */
export const values = (): Values => ({
  low: new Uint32Array(mostFields),
  high: new Uint32Array(mostFields),
  from: new Int32Array(mostFields),
  to: new Int32Array(mostFields),
  lazy: false,
  textsTo: 0,
});

/** A literal, and the field behind it; `kind` as in `kinds`. The last piece has no field: -1. */
type Piece = { readonly before: Literal; readonly field: number; readonly kind: 0 | 1 | 2 | 3 };
const kinds = { u: 0, d: 0, x: 1, s: 2, w: 3 } as const;

/** A print made ready: literals and fields in turn. */
export type Matcher = {
  readonly pieces: readonly Piece[];
  /**
   * From this piece on only numbers follow, and they end the line: they can be read backwards,
   * without looking at the texts before them. -1 where that is not so.
   */
  readonly tail: number;
  readonly fields: readonly string[];
  readonly tells: readonly Tell[];
};

/**
 * `alone`: no other print shares its tracepoint, so that the texts between its literals need no
 * look.
 */
export function matcher({ text, tells }: Print, alone: boolean): Matcher {
  const pieces: Piece[] = [];
  const fields: string[] = [];
  let before = '';
  for (const piece of text.split(/(\{\w+:[udxsw]\})/)) {
    const [, name, kind] = /^\{(\w+):([udxsw])\}$/.exec(piece) ?? [];
    if (name === undefined) {
      before = piece;
      continue;
    }
    if (fields.length === mostFields)
      throw new RangeError(`more than ${mostFields} fields in '${text}'`);
    pieces.push({
      before: literal(before),
      field: fields.length,
      kind: kinds[kind as keyof typeof kinds],
    });
    fields.push(name);
    before = '';
  }
  // What follows the last field is not looked at, except to end a text.
  pieces.push({ before: literal(before), field: -1, kind: 0 });
  const tail = pieces.findLastIndex(({ kind, field }) => field >= 0 && kind !== 0) + 1;
  const ends =
    before === '' &&
    (tail === 1 || (alone && tail > 1)) &&
    pieces.slice(0, tail).every(({ kind }) => kind === 2) &&
    tail < pieces.length - 1;
  return { pieces, fields, tells, tail: ends ? tail : -1 };
}

/** What a print is looked for in: the bytes [from, to) of a line. */
type Stretch = { readonly from: number; readonly to: number };

/**
 * Fills `into` from a stretch; false where it is not this print. Texts may be left for
 * `matchTexts`: then `lazy` is set.
 */
export function match(
  matcher: Matcher,
  bytes: Uint8Array,
  view: DataView,
  stretch: Stretch,
  into: Values,
): boolean {
  if (matcher.tail > 0 && backwards(matcher, bytes, view, stretch, into)) return (into.lazy = true);
  into.lazy = false;
  return matchTexts(matcher, bytes, view, stretch, into);
}

function backwards(
  { pieces, tail }: Matcher,
  bytes: Uint8Array,
  view: DataView,
  { from, to: end }: Stretch,
  into: Values,
): boolean {
  if (!isAt(pieces[0]!.before, view, from, end)) return false;
  let p = end;
  for (let i = pieces.length - 2; i >= tail; i--) {
    const { before, field } = pieces[i]!;
    const to = p;
    let value = 0;
    let scale = 1;
    for (; p > from; p--) {
      const digit = bytes[p - 1]! - 48;
      if (digit < 0 || digit > 9) break;
      value = (value + Math.imul(digit, scale)) | 0;
      scale = Math.imul(scale, 10);
    }
    if (p === to || to - p > 20) return false;
    into.low[field] = value;
    into.high[field] = 0;
    p -= before.bytes.length;
    if (p < from || !isAt(before, view, p, end)) return false;
  }
  into.textsTo = p;
  return true;
}

/** The same, with every text. */
export function matchTexts(
  { pieces }: Matcher,
  bytes: Uint8Array,
  view: DataView,
  { from, to: end }: Stretch,
  into: Values,
): boolean {
  let p = from;
  for (let i = 0; i < pieces.length; i++) {
    const { before, field, kind } = pieces[i]!;
    if (!isAt(before, view, p, end)) return false;
    if (field < 0) return true;

    p += before.bytes.length;
    into.from[field] = p;
    if (kind === 0) p = decimal(bytes, p, end, field, into);
    else if (kind === 1) p = hexadecimal(bytes, p, end, field, into);
    else if (kind === 3) p = wordEnd(bytes, p, end);
    else p = textEnd(bytes, view, p, end, pieces[i + 1]!);
    if (p < 0) return false;
    into.to[field] = p;
  }
  return true;
}

// Each of these gives the place behind the value that begins at `from`, or -1 where there is none.

function decimal(
  bytes: Uint8Array,
  from: number,
  end: number,
  field: number,
  into: Values,
): number {
  const isNegative = bytes[from] === 0x2d;
  const digits = isNegative ? from + 1 : from;
  let p = digits;
  let value = 0;
  for (; p < end; p++) {
    const digit = bytes[p]! - 48;
    if (digit < 0 || digit > 9) break;
    value = (Math.imul(value, 10) + digit) | 0;
  }
  if (p === digits || p - digits > 20) return -1;
  into.low[field] = isNegative ? -value : value;
  into.high[field] = 0;
  return p;
}

function hexadecimal(
  bytes: Uint8Array,
  from: number,
  end: number,
  field: number,
  into: Values,
): number {
  const digits = bytes[from] === 48 && (bytes[from + 1]! | 32) === 0x78 ? from + 2 : from;
  let p = digits;
  let low = 0;
  let high = 0;
  for (; p < end; p++) {
    const digit = hexDigit(bytes[p]!);
    if (digit < 0) break;
    high = (high << 4) | (low >>> 28);
    low = (low << 4) | digit;
  }
  if (p === digits || p - digits > 16) return -1;
  into.low[field] = low;
  into.high[field] = high;
  return p;
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** The end of a word: a space or a comma. */
function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  let p = from;
  while (p < end && bytes[p] !== 32 && bytes[p] !== 44) p++;
  return p;
}

/** The end of a text: where the next literal begins. */
function textEnd(
  bytes: Uint8Array,
  view: DataView,
  from: number,
  end: number,
  { before, field }: Piece,
): number {
  if (before.bytes.length === 0) return end;
  const first = before.bytes[0]!;
  let p = from;
  while (p < end && !(bytes[p] === first && isAt(before, view, p, end))) p++;
  return p >= end && field >= 0 ? -1 : p;
}
