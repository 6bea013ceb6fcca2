import type { Seed } from './seed.ts';

type Edit = {
  readonly from: number;
  readonly to: number;
  readonly wrap: (text: string) => string;
  readonly seed: Seed;
};
/**
 * A seed that a file has no place for: the function or the expression is not there, or is there
 * more often than was said.
 */
export type Misfit = { readonly seed: Seed; readonly why: string };

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The expression as a pattern: blanks and line ends are the same, and words end where words end. */
function pattern(at: string): RegExp {
  const pieces = at.trim().split(/\s+/).map(escape);
  const spread = pieces
    .join('\\s+')
    .replace(/\\\(/g, '\\(\\s*')
    .replace(/,/g, ',\\s*')
    .replace(/,\\s\*\\s\+/g, ',\\s*');
  const first = /^\w/.test(at) ? '(?<![\\w.>])' : '';
  const last = /\w$/.test(at) ? '(?!\\w)' : '';
  return new RegExp(`${first}${spread}${last}`, 'g');
}

/** From the opening to the closing brace of a function: kernel style ends it by a brace at the margin. */
function bodyOf(text: string, name: string): { readonly from: number; readonly to: number } | null {
  for (const head of text.matchAll(
    new RegExp(`^[^\\s#*/].*?\\b${escape(name)}\\(|^${escape(name)}\\(`, 'gm'),
  )) {
    const open = text.indexOf('\n{', head.index);
    const semicolon = text.indexOf(';', head.index);
    if (open < 0 || (semicolon >= 0 && semicolon < open)) continue;
    const close = text.indexOf('\n}', open + 2);
    return close < 0 ? null : { from: open, to: close };
  }
  return null;
}

/** Behind the semicolon that ends the statement. */
function statementEnd(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index]!;
    if ('({'.includes(character)) depth += 1;
    if (')}'.includes(character)) depth -= 1;
    if (character === ';' && depth === 0) return index + 1;
  }
  return -1;
}

const on = (seed: Seed): string => `ff_seed == ${seed.n}`;
/** The whole statement in braces, so that an else behind it still belongs to the if before it. */
const wraps: Record<Seed['operator'], (seed: Seed) => (text: string) => string> = {
  drop: (seed) => (text) => `{ if (!(${on(seed)})) ${text} }`,
  twice: (seed) => (text) => `{ ${text} if (${on(seed)}) ${text} }`,
  before: (seed) => (text) => `{ if (${on(seed)}) { ${seed.text} } ${text} }`,
  after: (seed) => (text) => `${text} if (${on(seed)}) ${seed.text}`,
  always: (seed) => (text) => `((${text}) || ${on(seed)})`,
  never: (seed) => (text) => `((${text}) && !(${on(seed)}))`,
  value: (seed) => (text) => `(${on(seed)} ? (${seed.text}) : (${text}))`,
};

function place(text: string, seed: Seed): Edit | Misfit {
  const body = bodyOf(text, seed.function);
  if (body === null) return { seed, why: `there is no function ${seed.function}` };
  const places = [...text.slice(body.from, body.to).matchAll(pattern(seed.at))];
  if (places.length === 0) return { seed, why: `${seed.at} is not in ${seed.function}` };
  if (seed.nth === undefined && places.length > 1)
    return { seed, why: `${seed.at} is ${places.length} times in ${seed.function}` };
  const chosen = places[(seed.nth ?? 1) - 1];
  if (chosen === undefined)
    return {
      seed,
      why: `${seed.at} is ${places.length} times in ${seed.function}, not ${seed.nth}`,
    };
  const from = body.from + chosen.index;
  const whole = ['drop', 'twice', 'before', 'after'].includes(seed.operator);
  const to = whole ? statementEnd(text, from) : from + chosen[0].length;
  return { from, to, wrap: wraps[seed.operator](seed), seed };
}

/** The text with all edits; those at one place and those inside another are all kept. */
function render(text: string, from: number, to: number, edits: readonly Edit[]): string {
  const outer = edits.filter(
    (edit) => !edits.some((other) => other !== edit && holds(other, edit, edits)),
  );
  let out = '';
  let written = from;
  for (const edit of outer.toSorted((a, b) => a.from - b.from)) {
    if (edit.from < written) throw new Error(`Seed ${edit.seed.n} overlaps another one.`);
    const inner = edits.filter((other) => other !== edit && holds(edit, other, edits));
    out += text.slice(written, edit.from) + edit.wrap(render(text, edit.from, edit.to, inner));
    written = edit.to;
  }
  return out + text.slice(written, to);
}
const holds = (outer: Edit, inner: Edit, all: readonly Edit[]): boolean =>
  outer.from <= inner.from &&
  inner.to <= outer.to &&
  (outer.to - outer.from > inner.to - inner.from || all.indexOf(outer) < all.indexOf(inner));

const define =
  '#include <linux/moduleparam.h>\nint ff_seed;\ncore_param(ff_seed, ff_seed, int, 0);\n';
/** How wide a race is made, in microseconds, where a seed says it. */
const window = {
  owned: '#include <linux/delay.h>\nint ff_window;\ncore_param(ff_window, ff_window, int, 0);\n',
  other: '#include <linux/delay.h>\nextern int ff_window;\n',
};

/** The copy of one file with its seeds in it; `owner` defines the parameter that chooses one. */
export function edited(
  text: string,
  seeds: readonly Seed[],
  owner: boolean,
): { readonly text: string; readonly misfits: readonly Misfit[] } {
  const placed = seeds.map((seed) => place(text, seed));
  const edits = placed.filter((result): result is Edit => 'wrap' in result);
  const misfits = placed.filter((result): result is Misfit => 'why' in result);
  const whole = render(text, 0, text.length, edits);
  const includes = [...whole.matchAll(/^#include .*$/gm)];
  const last = includes.at(-1);
  const behind = last === undefined ? 0 : last.index + last[0].length + 1;
  const races = seeds.some((seed) => seed.text?.includes('ff_window') === true);
  const wide = races ? window[owner ? 'owned' : 'other'] : '';
  return {
    text: `${whole.slice(0, behind)}${owner ? define : 'extern int ff_seed;\n'}${wide}${whole.slice(behind)}`,
    misfits,
  };
}
