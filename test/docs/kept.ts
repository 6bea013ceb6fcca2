import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The file under docs/ is what was made; with UPDATE_DOCS=1 it is written first. */
export function expectKept(name: string, made: string): void {
  const file = new URL(`../../docs/${name}`, import.meta.url);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
}
