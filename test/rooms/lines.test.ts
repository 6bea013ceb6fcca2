import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

/** Columns of a line. Prettier breaks code at 100, but neither strings nor comments. */
const widest = 120;

/**
 * Files and folders whose lines may be wider where they hold one text in quotes, and why these are
 * not broken.
 */
const exceptions: Readonly<Record<string, string>> = {
  'machines/rules/': 'rules as data: sentences, many of them quoted from the kernel',
  'machines/tracepoints/assertions.ts': 'generated from kernel sources, one row for each assertion',
  'machines/hazards/fragment-texts.ts': 'generated from files of threads, line by line',
  'machines/litmus/memory/lock-texts.ts': 'generated from files of threads, line by line',
  'test/kernel/seeds/two-processors.ts':
    'expressions of C that are put into the kernel, each in one line',
  'test/options/oracle.ts': 'sentences of dma-buf.rst, quoted whole: a search finds them',
  'test/threads/bad-input.test.ts': 'files and what is said of them, as the terminal shows it',
  'test/threads/verdicts.test.ts': 'files of threads, line by line',
  'test/logs/formats.test.ts': 'lines of logs, column by column as the tools write them',
  'test/logs/fuzz.test.ts': 'a line of a log, column by column as the tool writes it',
};

/** A quoted text with nothing beside it but its key, or a row of a generated table. */
const quote = /^\s*(?:\w+: )?(?:'.*'|".*"|`.*`|\[.*\])[,;]?$/;

/** All files of code below a folder of the repository. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = posix.join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return filesIn(path);
    return /\.(?:ts|mjs|css|html)$/.test(name) ? [path] : [];
  });
}

const wideLines = (file: string): { readonly place: string; readonly line: string }[] =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((line, index) => ({ place: `${file}:${index + 1}`, line }))
    .filter(({ line }) => [...line].length > widest);

const files = ['src', 'machines', 'test', 'docs/site', 'bench'].flatMap(filesIn);

const isExcepted = (file: string): boolean =>
  Object.keys(exceptions).some((path) => file.startsWith(path));

test(`no line has more than ${widest} columns`, () => {
  expect(files.length).toBeGreaterThan(600);
  const wrong = files
    .flatMap((file) => wideLines(file).filter(({ line }) => !isExcepted(file) || !quote.test(line)))
    .map(({ place }) => place);
  expect(wrong).toEqual([]);
});

test('every exception is needed', () => {
  const needless = Object.keys(exceptions).filter(
    (path) => !files.some((file) => file.startsWith(path) && wideLines(file).length > 0),
  );
  expect(needless).toEqual([]);
});
