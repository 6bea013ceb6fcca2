import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drivers } from '../../machines/drivers/index.ts';
import { executionGallery } from '../../machines/litmus/execution/index.ts';
import { fenceGallery } from '../../machines/litmus/fences/index.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { memoryLitmusTests } from '../../machines/litmus/memory/index.ts';
import type { Library, LitmusEntry, Texts, ThreadsEntry } from './explorer/library-data.ts';
import { textOf } from './explorer/situation.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';

const folder = new URL('../../machines/litmus/', import.meta.url).pathname;

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** The files of machines/litmus with such an ending. */
const filesWith = (ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort();

const families: readonly (readonly [string, readonly Litmus[]])[] = [
  ['Jobs and page faults', litmusTests],
  ['Fences', fenceGallery],
  ['Memory', memoryLitmusTests],
  ['Execution', executionGallery],
];

/** Every driver, litmus test and file of threads, as the explorer's library lists them. */
export function library(): Library {
  return {
    drivers: drivers.map(({ driver: name, about = '' }) => ({ name, about, verdict: '' })),
    litmus: families.flatMap(([family, tests]) =>
      tests.map(({ name, about, expect, twin, cites }): LitmusEntry => ({
        name,
        about,
        verdict: expect.verdict,
        family,
        twin,
        rules: cites,
      })),
    ),
    threads: filesWith('.litmus').map(threadsEntry),
  };
}

/** The texts of what is listed, and those of descriptions beside files of threads. */
export function texts(): Texts {
  return {
    drivers: Object.fromEntries(drivers.map((described) => [described.driver, textOf(described)])),
    litmus: Object.fromEntries(
      litmusTests.flatMap(({ name, asks }): readonly (readonly [string, string])[] =>
        'rows' in asks || 'hangs' in asks ? [] : [[name, textOf({ driver: name, ...asks })]],
      ),
    ),
    threads: Object.fromEntries(
      filesWith('.litmus').map((path) => [path.replace(/\.litmus$/, ''), read(path)]),
    ),
    beside: Object.fromEntries(filesWith('.json').map((path) => [path, read(path)])),
  };
}

function threadsEntry(path: string): ThreadsEntry {
  const text = read(path);
  const [, name = path, about = ''] = /^K\s+(\S+)\s*(?:"([^"]*)")?/m.exec(text) ?? [];
  const expected = [...text.matchAll(/^[-+]?expect\s+([a-z]+)/gm)].map(([, verdict]) => verdict!);
  return {
    file: path.replace(/\.litmus$/, ''),
    name,
    about,
    verdict: expected.join(' → '),
    rules: [...text.matchAll(/^law ([^;]*);/gm)].flatMap(([, ids]) => ids!.split(/\s*,\s*/)),
  };
}
