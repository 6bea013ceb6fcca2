import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withKinds } from './kinds.ts';

test('the table of kinds in docs/logs.md is what the tests find', async () => {
  const document = readFileSync(new URL('../../docs/logs.md', import.meta.url), 'utf8');
  expect(await withKinds(document)).toBe(document);
});
