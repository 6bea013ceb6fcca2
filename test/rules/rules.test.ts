import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forbidden } from '../../machines/calls/forbidden.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { rules, type RuleId } from '../../machines/rules/index.ts';
import type { Rule } from '../../machines/rules/rule.ts';
import { sections } from '../../machines/rules/statements.ts';
import { reviewRules } from '../../machines/exports/review-rules.ts';

const everyRule = Object.entries<Rule>(rules) as [RuleId, Rule][];
const folder = new URL('../../machines/rules/', import.meta.url);

test('a rule stands in one file only', () => {
  const written = readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ {2}'?([A-Z]+-?\d+)'?: \{$/gm)].map(
      ([, id]) => id!,
    ),
  );
  expect(written.sort()).toEqual(Object.keys(rules).sort());
});

test('what a rule says is one sentence or two, and its code is ours to read', () => {
  const unfinished = everyRule.filter(
    ([, { says, why }]) => !/^\S.*\.$/.test(says) || !why.endsWith('.'),
  );
  expect(unfinished.map(([id]) => id)).toEqual([]);
  const wide = everyRule.filter(([, { review }]) =>
    [...(review?.wrong ?? []), ...(review?.right ?? [])].some((line) => line.length > 100),
  );
  expect(wide.map(([id]) => id)).toEqual([]);
});

test('a rule without a shape for reviewers is one of those that no patch shows', () => {
  const without = everyRule.filter(([, { review }]) => review === null).map(([id]) => id);
  expect(without.sort()).toEqual(
    ['CDC-6 F-7 F-8 F-9 F-13 R-5 P-5 G-4 V-1 K-1', 'P1 P3 P5 P7 LOCK-1 LOCK-2 LOCK-5']
      .flatMap((ids) => ids.split(' '))
      .sort(),
  );
});

test('every rule that litmus tests and files of threads cite is there', () => {
  const cited = new Set(gallery.flatMap(({ cites }) => cites));
  const litmus = new URL('../../machines/litmus/', import.meta.url);
  for (const name of readdirSync(litmus, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.litmus'))
      for (const [, ids] of readFileSync(new URL(name, litmus), 'utf8').matchAll(/^law ([^;]*);/gm))
        for (const id of ids!.split(/\s*,\s*/)) cited.add(id);
  expect(cited.size).toBeGreaterThan(60);
  expect([...cited].filter((id) => !(id in rules))).toEqual([]);
});

test('every rule that an answer about threads tells is there', () => {
  expect(forbidden.length).toBeGreaterThan(15);
  expect(forbidden.map(({ id }) => id).filter((id) => !(id in rules))).toEqual([]);
});

test('each statement of the documents has a rule, or says what is not modelled', () => {
  const statements = sections.flatMap((section) => section.statements);
  expect(statements.length).toBeGreaterThan(60);
  expect(
    statements.filter(({ rules: named, not }) => named.length === 0 && not === undefined),
  ).toEqual([]);
  const asked = new Set(gallery.flatMap(({ cites }) => cites));
  const unasked = statements
    .filter(({ not, rules: named }) => not === undefined && !named.some((id) => asked.has(id)))
    .map(({ says }) => says);
  // Annotations are what lockdep is told; files of threads ask them.
  expect(unasked).toEqual([
    'drivers should annotate all code required to reach dma_fence_signal()',
  ]);
});

test('what reviewers get names every rule that a diff can break, in one place', () => {
  const text = reviewRules();
  const named = [...text.matchAll(/^### (\S+): /gm)].map(([, id]) => id!);
  expect(named.sort()).toEqual(
    everyRule
      .filter(([, { review }]) => review !== null)
      .map(([id]) => id)
      .sort(),
  );
  expect(text.match(/^```c$/gm)!.length).toBe(2 * named.length);
  expect(text.split('\n').filter((line) => line.startsWith('```')).length % 2).toBe(0);
});
