import { grammarText } from '../../src/threads/grammar.ts';
import type { Language } from '../../src/threads/meaning.ts';

type Pattern = {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
};
export type TextMate = {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Pattern[] }>>;
};

/** Words between quotation marks in a rule of the grammar that begin with a letter. */
export function wordsOf(rule: string): readonly string[] {
  const line = grammarText.split('\n');
  const from = line.findIndex((each) => new RegExp(`^ {2}${rule}\\s+=`).test(each));
  if (from === -1) throw new Error(`the grammar has no rule ${rule}`);
  const rest = line.slice(from + 1).findIndex((each) => !/^ {12,}\|/.test(each));
  const text = line.slice(from, from + 1 + rest).join('\n');
  return [...text.matchAll(/"([A-Za-z_]+)"/g)].map((found) => found[1]!);
}

/** The word alone, longest first so that none hides another. */
const anyOf = (words: readonly string[]): string =>
  `\\b(${[...new Set(words)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1)).join('|')})\\b`;

const answers = ['broken', 'deadlock', 'indefinite', 'unbounded', 'finite'];

/** What an editor colours in a file of threads, as a TextMate grammar. */
export function textMate(language: Language): TextMate {
  const { calls, types, kinds, constants, flags, order } = language;
  const usable = calls.filter(({ hidden }) => hidden !== true);
  const words = types.flatMap(({ initial = [], words: said = [] }) => [...initial, ...said]);
  const wordsOfObjects = [...new Set(words)].filter((word) => /^[A-Za-z]/.test(word));
  return {
    name: 'Fence litmus',
    scopeName: 'source.fence-litmus',
    fileTypes: ['litmus'],
    patterns: [
      { include: '#comments' },
      { include: '#strings' },
      { include: '#head' },
      { include: '#answers' },
      { include: '#patch' },
      { include: '#functions' },
      { include: '#code' },
    ],
    repository: {
      comments: {
        patterns: [
          { name: 'comment.line.double-slash.fence-litmus', match: '//.*$' },
          { name: 'comment.block.fence-litmus', begin: '/\\*', end: '\\*/' },
        ],
      },
      strings: {
        patterns: [{ name: 'string.quoted.double.fence-litmus', match: '"[^"\\n]*"' }],
      },
      head: {
        patterns: [
          {
            match: '^\\s*(K)\\s+([A-Za-z0-9+_.-]+)',
            captures: {
              1: { name: 'keyword.control.fence-litmus' },
              2: { name: 'entity.name.section.fence-litmus' },
            },
          },
          {
            match: `^([-+]?)\\s*${anyOf(wordsOf('Clause'))}(?=\\s)`,
            captures: {
              1: { name: 'keyword.operator.patch.fence-litmus' },
              2: { name: 'keyword.control.fence-litmus' },
            },
          },
        ],
      },
      answers: {
        patterns: [
          {
            match: `^([-+]?)\\s*(expect|${order.name})\\s+(${[...answers, ...order.kinds].join('|')})`,
            captures: {
              1: { name: 'keyword.operator.patch.fence-litmus' },
              2: { name: 'keyword.control.fence-litmus' },
              3: { name: 'constant.language.fence-litmus' },
            },
          },
        ],
      },
      patch: {
        patterns: [
          { name: 'markup.deleted.fence-litmus', match: '^-' },
          { name: 'markup.inserted.fence-litmus', match: '^\\+' },
        ],
      },
      functions: {
        patterns: [
          {
            match: `${anyOf(kinds.map(({ name }) => name))}\\s+([A-Za-z_]\\w*)(?=\\s*\\()`,
            captures: {
              1: { name: 'storage.type.function.fence-litmus' },
              2: { name: 'entity.name.function.fence-litmus' },
            },
          },
          { name: 'storage.modifier.fence-litmus', match: anyOf(wordsOf('Modifier')) },
        ],
      },
      code: {
        patterns: [
          { name: 'keyword.control.fence-litmus', match: anyOf(wordsOf('keyword')) },
          {
            name: 'storage.type.fence-litmus',
            match: anyOf(['struct', ...types.map(({ name }) => name)]),
          },
          {
            name: 'support.function.fence-litmus',
            match: `${anyOf(usable.flatMap(({ name, alias = [] }) => [name, ...alias]))}(?=\\s*\\()`,
          },
          {
            name: 'constant.language.fence-litmus',
            match: anyOf([...Object.keys(constants), ...flags, ...wordsOfObjects]),
          },
          { name: 'constant.other.error.fence-litmus', match: '-E[A-Z]+\\b' },
          { name: 'constant.numeric.fence-litmus', match: '\\b[0-9]+\\b' },
        ],
      },
    },
  };
}
