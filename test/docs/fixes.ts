import { readdirSync, readFileSync } from 'node:fs';
import { kernelCalls } from '../../machines/calls/index.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { kindsOf } from '../../src/threads/order-reading.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';

const folder = new URL('../../machines/litmus/fixes/', import.meta.url);
const states = 300_000;

/** What one side of a fix was expected to be, and is. */
export type FixSide = {
  readonly side: 'before' | 'after' | 'one';
  readonly verdict: Pair;
  readonly lockdep: Pair;
  /** The rule that the answer tells; null where it tells none. */
  readonly law: string | null;
};
/** `expected` is null where the file says nothing. */
export type Pair = { readonly expected: string | null; readonly found: string };

export type Fix = {
  /** Without its ending. */
  readonly file: string;
  readonly driver: string;
  readonly commit: string;
  /** The rule that the file names. */
  readonly law: string;
  readonly sides: readonly FixSide[];
};

/** Of one side of one file: what was first expected and found, and what became of the difference. */
export type FirstTry = {
  readonly file: string;
  readonly side: string;
  readonly of: 'verdict' | 'lockdep';
  readonly expected: string;
  readonly found: string;
  readonly reason: 'model' | 'encoding' | 'open';
  readonly mended: string | null;
  readonly why: string;
};
export type FirstTries = {
  /** The first commit in which the files and the command stand together. */
  readonly judgedAt: string;
  /** File to the commit that added it, with its expected answers. */
  readonly expectedIn: Readonly<Record<string, string>>;
  readonly differences: readonly FirstTry[];
  /** Files that were written anew after they were judged, with other expected answers. */
  readonly restated: readonly {
    readonly file: string;
    readonly in: string;
    readonly why: string;
  }[];
};

export const firstTries = JSON.parse(
  readFileSync(new URL('first-tries.json', import.meta.url), 'utf8'),
) as FirstTries;

export const fixNames = readdirSync(folder)
  .filter((name) => name.endsWith('.litmus'))
  .map((name) => name.replace('.litmus', ''))
  .sort();

/** A fix, judged now. */
export function fixOf(file: string): Fix {
  const text = readFileSync(new URL(`${file}.litmus`, folder), 'utf8');
  const first = /^cite "(.*)";$/m.exec(text)?.[1] ?? '';
  const [, who = '', commit = ''] = /^(.*?)(?:: (.*))?$/.exec(first)!;
  return {
    file,
    driver: who,
    commit,
    law: /^law (.*);$/m.exec(text)?.[1] ?? '',
    sides: sidesOfFile(file, text, kernelCalls).map((side) => {
      const { verdict, expected, order, law } = judgeSide(side, { states });
      return {
        side: side.side,
        verdict: { expected: expected.verdict, found: verdict },
        lockdep: { expected: expected.order, found: kindsOf(order).join(', ') },
        law: law?.id ?? null,
      };
    }),
  };
}

/** File to the number and title of its class in docs/bug-classes.md. */
export function classesOf(page: string): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  let title = '';
  for (const line of page.split('\n')) {
    title = /^## (\d+\. .*)$/.exec(line)?.[1] ?? title;
    const file = /^\| `(\d{3}-[\w-]+)`/.exec(line)?.[1];
    if (file !== undefined) classes.set(file, title);
  }
  return classes;
}
