import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../src/verify');

/** Lines of code: neither blank nor comment. */
const linesOf = (file: string): number =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:$|\/\/|\/\*\*|\*)/.test(line)).length;

test('what checks the premises of proofs is fewer than 300 lines of code', () => {
  const lines = ['motion.ts', 'walk.ts', 'ranks.ts', 'verify.ts'].map(linesOf);
  expect(lines.every((many) => many > 20)).toBe(true);
  expect(lines.reduce((sum, many) => sum + many, 0)).toBeLessThan(300);
});
