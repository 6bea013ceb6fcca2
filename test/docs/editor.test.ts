import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { textMate, wordsOf } from './grammar-page.ts';
import { expectKept } from './kept.ts';

const made = textMate(kernelCalls);
const fixes = new URL('../../machines/litmus/fixes/', import.meta.url);
const { functions, code, answers, head } = made.repository;
const matches = (match: string, text: string): readonly string[] =>
  [...text.matchAll(new RegExp(match, 'gm'))].map(([found]) => found);

describe('docs/editor/fence-litmus.tmLanguage.json', () => {
  it('is what the grammar and machines/calls have; UPDATE_DOCS=1 writes it anew', () => {
    expectKept('editor/fence-litmus.tmLanguage.json', `${JSON.stringify(made, null, 2)}\n`);
  });

  it('takes its keywords from the rules of the grammar', () => {
    expect(wordsOf('keyword')).toEqual(
      expect.arrayContaining(['if', 'while', 'goto', 'return', 'scoped_guard']),
    );
    expect(wordsOf('Clause')).toEqual(['cite', 'law', 'kernel', 'with']);
    expect(wordsOf('Modifier')).toEqual(['on', 'at', 'again']);
    expect(() => wordsOf('Nothing')).toThrow('no rule');
  });

  it('has only patterns that are regular expressions, and no include that is not there', () => {
    const patterns = Object.values(made.repository).flatMap((one) => one.patterns);
    for (const { match, begin, end } of patterns)
      for (const text of [match, begin, end])
        if (text !== undefined) expect(() => new RegExp(text)).not.toThrow();
    for (const { include } of made.patterns)
      expect(Object.keys(made.repository)).toContain(include!.slice(1));
  });

  it('finds every call, function and answer of the fixes', () => {
    const call = code!.patterns.find(({ name }) => name?.startsWith('support.function'))!.match!;
    const item = functions!.patterns[0]!.match!;
    const answer = answers!.patterns[0]!.match!;
    const names = new Set(kernelCalls.calls.flatMap(({ name, alias = [] }) => [name, ...alias]));
    let calls = 0;
    let items = 0;
    for (const file of readdirSync(fixes).filter((name) => name.endsWith('.litmus'))) {
      const text = readFileSync(new URL(file, fixes), 'utf8').replace(/"[^"\n]*"|\/\/.*/g, '');
      const called = [...text.matchAll(/(\w+)\s*\(/g)].map(([, name]) => name!);
      const known = called.filter((name) => names.has(name));
      expect(matches(call, text), file).toEqual(known);
      calls += known.length;
      items += matches(item, text).length;
      expect(matches(answer, text).length, file).toBeGreaterThanOrEqual(2);
      expect(matches(head!.patterns[0]!.match!, text), file).toHaveLength(1);
    }
    expect(calls).toBeGreaterThan(700);
    expect(items).toBeGreaterThan(250);
    expect(matches(call, 'mutex_lok(&a);')).toEqual([]);
  });
});
