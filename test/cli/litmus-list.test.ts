import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { cli } from './in-process.ts';

const root = new URL('../../machines/litmus/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.litmus'),
);

describe('litmus --list', () => {
  test('names every test of the gallery, and every file with a rule', async () => {
    expect(files.length).toBeGreaterThan(300);
    const { code, out } = await cli('litmus', '--list');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(gallery.length + files.length);
    expect(lines.slice(0, gallery.length)).toEqual(gallery.map(({ name }) => name));
    const ofFiles = lines.slice(gallery.length);
    expect(ofFiles.map((line) => line.split(' ')[0])).toEqual(
      files.map((name) => `machines/litmus/${name}`).sort(),
    );
    expect(ofFiles.filter((line) => !/ [A-Z]+-\d+/.test(line))).toEqual([]);
  });

  test('only those with a part of a name', async () => {
    const { out } = await cli('litmus', '--list', 'etnaviv-event');
    expect(out).toMatch(
      /^machines\/litmus\/fixes\/022-etnaviv-event-under-gpu-lock\.litmus [A-Z]+-\d+\n$/,
    );
    const { code, err } = await cli('litmus', '--list', 'etnavivv');
    expect(code).toBe(2);
    expect(err).toMatch(/^finite-fence: unknown test 'etnavivv'.*--list' names all\n$/);
  });

  test('as data too', async () => {
    const { code, out } = await cli('litmus', '--list', 'etnaviv-event', '--json');
    const path = expect.stringContaining('022-etnaviv') as string;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ schema: 1, tests: [], files: [{ path }] });
    expect((JSON.parse(out) as { files: { laws: unknown[] }[] }).files[0]!.laws).toHaveLength(1);
    const { err } = await cli('litmus', '--list', '--format', 'junit');
    expect(err).toBe('finite-fence: --list: found --format junit, expected text or json\n');
  });

  test('a part of a name that only files have asks those files', async () => {
    const { code, out } = await cli('litmus', 'etnaviv-event');
    expect(code).toBe(0);
    expect(out).toContain('EVENTS+waited-for-under-the-lock-of-recovery (before): deadlock');
    const both = await cli('litmus', 'etnaviv-', '--json');
    expect(JSON.parse(both.out)).toMatchObject({ files: expect.any(Array) });
  });
});
