import type { TroubleKind } from './vocabulary.ts';

/** A line that looks like trouble and that nothing has judged. */
export type Unjudged = {
  readonly kind: string;
  readonly line: number;
  readonly text: string;
  /** The function that the line names. */
  readonly where: string | null;
};

/**
 * Every line that looks like trouble, until something judges it. What nobody claims stays, so that
 * a reader who forgets a line can never wave it through.
 */
export type Ledger = {
  /** Enters a line if it looks like trouble; gives its kind, or null. */
  readonly see: (text: string, line: number) => TroubleKind | null;
  /** These lines are judged: a finding says what they break. */
  readonly judge: (lines: readonly number[]) => void;
  readonly unjudged: () => readonly Unjudged[];
  /** Lines that were entered, judged or not. */
  readonly seen: () => number;
  /** Unjudged lines that are only counted: there were too many to keep. */
  readonly more: () => number;
};

const most = 2000;

/** Patterns made ready: to compile them takes as long as to read 50,000 lines. */
type Patterns = {
  readonly any: RegExp;
  /** Without those that only count alone, or may be half a line. */
  readonly sure: RegExp;
  /** Of those that may be half a line. */
  readonly half: RegExp;
  readonly each: readonly { readonly kind: TroubleKind; readonly pattern: RegExp }[];
};
const compiled = new WeakMap<readonly TroubleKind[], Patterns>();

function patternsOf(kinds: readonly TroubleKind[]): Patterns {
  const known = compiled.get(kinds);
  if (known !== undefined) return known;
  const patterns: Patterns = {
    any: union(kinds),
    sure: union(kinds.filter(({ alone, half }) => alone === undefined && half === undefined)),
    half: union(kinds.filter(({ half }) => half === true)),
    each: kinds.map((kind) => ({ kind, pattern: new RegExp(kind.pattern) })),
  };
  compiled.set(kinds, patterns);
  return patterns;
}

/** Whether a text speaks of trouble by itself, whatever stands before it. */
export function troubleTest(kinds: readonly TroubleKind[]): (text: string) => boolean {
  const { sure, half } = patternsOf(kinds);
  // A line of its own says first whose it is (`driver device: `); the rest of a broken line does not.
  return (text) =>
    sure.test(text) ||
    text
      .slice(0, half.exec(text)?.index ?? 0)
      .trimStart()
      .includes(': ');
}

const union = (kinds: readonly TroubleKind[]): RegExp =>
  new RegExp(kinds.map(({ pattern }) => `(?:${pattern})`).join('|'));

/** A ledger without entries. */
export function ledger(kinds: readonly TroubleKind[]): Ledger {
  const { any, each } = patternsOf(kinds);
  const open = new Map<number, Unjudged>();
  let seen = 0;
  let more = 0;
  let last = -Infinity;
  return {
    see: (text, line) => {
      if (!any.test(text)) return null;
      const { kind } = each.find(({ pattern }) => pattern.test(text))!;
      const before = last;
      last = line;
      if (kind.alone !== undefined && line - before <= kind.alone) return null;
      seen++;
      if (open.size >= most) more++;
      else open.set(line, { kind: kind.name, line, text: text.trim(), where: whereOf(text) });
      return kind;
    },
    judge: (lines) => {
      for (const line of lines) open.delete(line);
    },
    unjudged: () => [...open.values()],
    seen: () => seen,
    more: () => more,
  };
}

/** `BUG: ... in f+0x1/0x2`, `WARNING: ... at f+0x1/0x2` */
const whereOf = (text: string): string | null =>
  /(?:\bin|\bat|:\d*) ([A-Za-z_][\w.]*)(?:\+0x[0-9a-f]| \([\w/.-]+\.[chS]:\d)/.exec(text)?.[1] ??
  null;
