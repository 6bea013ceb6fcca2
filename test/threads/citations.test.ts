import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { kernelSource } from './selftest.ts';

const { calls, types, kinds, laws } = kernelCalls;

/** Everything of the language that cites the kernel. */
const cited = [
  ...[...calls, ...types, ...kinds].map(({ name, cite }) => ({ name, ...cite })),
  ...laws.map(({ id, cite }) => ({ name: id, ...cite })),
];

/** Of a later kernel than 6.12 or of an earlier one: what the source that is installed cannot show. */
const elsewhere = ['mmap_write_trylock'];

/** A folder with the cited files of the kernel that is installed. */
function unpacked(): string {
  const given = process.env['FINITE_FENCE_KERNEL'];
  if (given !== undefined) return given;
  const folder = mkdtempSync(join(tmpdir(), 'cited-'));
  const wanted = join(folder, 'wanted');
  writeFileSync(wanted, [...new Set(cited.map(({ file }) => `*/${file}`))].join('\n'));
  const options = ['--wildcards', '--strip-components=1', '-T', wanted];
  execFileSync('tar', ['-xf', join('/usr/src', kernelSource!), '-C', folder, ...options]);
  return folder;
}

/** A sentence is looked for whole, between its omissions; of a list of names, each. */
const piecesOf = (says: string): string[] =>
  says
    .split(says.endsWith('.') ? ' ... ' : / \.\.\. |, |[:(]/)
    .map((piece) =>
      piece
        .replace(/[\s*]+/g, ' ')
        .replace(/&(?=[a-z])/g, '')
        .trim(),
    )
    .filter((piece) => piece !== '');

describe.skipIf(kernelSource === undefined)('what is cited stands in the kernel', () => {
  test('every cited file is there, and has the cited name or sentence', () => {
    const folder = kernelSource === undefined ? '' : unpacked();
    const wrong = cited.flatMap(({ name, file, says }) => {
      if (elsewhere.includes(name)) return [];
      const path = join(folder, file);
      if (!existsSync(path)) return [`${name}: no file ${file}`];
      const text = readFileSync(path, 'utf8')
        .replace(/[\s*]+/g, ' ')
        .replace(/&(?=[a-z])/g, '');
      const missing = piecesOf(says).find((piece) => !text.includes(piece));
      return missing === undefined ? [] : [`${name}: '${missing}' is not in ${file}`];
    });
    expect(cited.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
