import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folders, roomsChart, upward } from '../../docs/site/pictures/rooms.ts';
import { pictures } from '../../docs/site/pictures/write.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('docs/architecture.md');

/** What is being built, and is named before it is there. */
const coming = ['src/symbolic'];

/** The rows of a table under a heading: what stands in its first cell, without backticks, and the rest. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = page.split(`# ${heading}\n`)[1]!.split(/^#/m)[0]!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')));
}

describe('docs/architecture.md', () => {
  test('names five files as the heart, fewer than 600 lines in all, each with its length', () => {
    const heart = tableUnder('The heart');
    expect(heart.length).toBe(5);
    const lengths = heart.map(([file]) => read(file!).trimEnd().split('\n').length);
    expect(heart.map(([file, lines]) => [file, lines])).toEqual(
      heart.map(([file], index) => [file, String(lengths[index])]),
    );
    expect(lengths.reduce((sum, lines) => sum + lines, 0)).toBeLessThan(600);
  });

  test('names every folder of machines and src', () => {
    expect(folders.length).toBeGreaterThan(20);
    const named = [...tableUnder('The specification'), ...tableUnder('The engine')].map(
      ([folder]) => folder,
    );
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  test('names files and folders that exist', () => {
    const paths = [...page.matchAll(/(?<![\w/])(?:src|machines|test|docs|bench)\/[\w./-]*\w/g)];
    const named = [...new Set(paths.map(([path]) => path))];
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((path) => !existsSync(join(root, path)) && !coming.includes(path))).toEqual(
      [],
    );
  });
});

describe('the picture of the rooms', () => {
  test('has every folder, and an arrow to nearly each', () => {
    const { roots, edges } = roomsChart();
    expect(roots.map(({ path }) => path).sort()).toEqual([...folders].sort());
    expect(edges.length).toBeGreaterThan(20);
  });

  test('leaves out no import of the engine; that nobody imports the command line is asked in test/rooms', () => {
    const inEngine = upward().filter(({ from, to }) => from.startsWith('src/') && to !== 'src/cli');
    expect(inEngine).toEqual([]);
  });

  // Written by: npx tsx docs/site/pictures/write.ts
  test('is what the imports give today, and the deadlock what README says', async () => {
    const drawn = await pictures();
    expect(Object.keys(drawn)).toEqual(['deadlock.svg', 'rooms.svg']);
    for (const [name, svg] of Object.entries(drawn))
      expect(svg === read(`docs/pictures/${name}`), `docs/pictures/${name} is out of date`).toBe(
        true,
      );
  });
});

describe('CONTRIBUTING.md', () => {
  test('names files, folders and scripts that exist', () => {
    const text = read('CONTRIBUTING.md');
    const named = [...text.matchAll(/(?<![\w/])(?:src|machines|test|docs)\/[\w./*-]*\w/g)]
      .map(([path]) => path)
      .filter((path) => !/NAME|\*/.test(path));
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((path) => !existsSync(join(root, path)) && !coming.includes(path))).toEqual(
      [],
    );
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const asked = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script!);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((script) => !(script in scripts))).toEqual([]);
  });
});
