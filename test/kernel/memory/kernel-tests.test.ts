import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelTests, page } from './kernel-tests.ts';

const docs = new URL('../../../docs/kernel-tests-memory.md', import.meta.url);

test('every kernel test that is said to be replayed is', () => {
  const replayed = kernelTests.flatMap((one) => ('as' in one ? [one] : []));
  expect(replayed.length).toBeGreaterThanOrEqual(20);
  expect(
    replayed
      .filter(
        ({ file, as }) => !readFileSync(new URL(file, import.meta.url), 'utf8').includes(`'${as}`),
      )
      .map((one) => one.test),
  ).toEqual([]);
  expect(new Set(kernelTests.map(({ suite, test: name }) => `${suite} ${name}`)).size).toBe(
    kernelTests.length,
  );
});

test('the page is what is generated; FINITE_FENCE_WRITE=1 writes it', () => {
  if (process.env['FINITE_FENCE_WRITE'] === '1') writeFileSync(docs, page(kernelTests));
  expect(readFileSync(docs, 'utf8')).toBe(page(kernelTests));
});
