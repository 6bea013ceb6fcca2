import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drivers } from '../../machines/drivers/index.ts';
import { executionGallery } from '../../machines/litmus/execution/index.ts';
import { fenceGallery } from '../../machines/litmus/fences/index.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { memoryLitmusTests } from '../../machines/litmus/memory/index.ts';
import type { Library, LitmusEntry, ThreadsEntry } from './explorer/library-data.ts';
import { textOf } from './explorer/situation.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';

const folder = new URL('../../machines/litmus/', import.meta.url).pathname;

/** Every driver, litmus test and file of threads, as the explorer's library has them. */
export function library(): Library {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const descriptions = new Map<string, string>(
    litmusTests.flatMap(({ name, asks }): readonly [string, string][] =>
      'rows' in asks || 'hangs' in asks ? [] : [[name, textOf({ driver: name, ...asks })]],
    ),
  );
  const families: readonly (readonly [string, readonly Litmus[]])[] = [
    ['Jobs and page faults', litmusTests],
    ['Fences', fenceGallery],
    ['Memory', memoryLitmusTests],
    ['Execution', executionGallery],
  ];
  return {
    drivers: drivers.map((described) => ({
      name: described.driver,
      about: described.about ?? '',
      verdict: '',
      text: textOf(described),
    })),
    litmus: families.flatMap(([family, tests]) =>
      tests.map(({ name, about, expect, twin, cites }): LitmusEntry => ({
        name,
        about,
        verdict: expect.verdict,
        family,
        twin,
        rules: cites,
        description: descriptions.get(name) ?? null,
      })),
    ),
    threads: names.filter((name) => name.endsWith('.litmus')).map(threadsEntry),
    beside: Object.fromEntries(
      names
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    ),
  };
}

function threadsEntry(path: string): ThreadsEntry {
  const text = readFileSync(join(folder, path), 'utf8');
  const [, name = path, about = ''] = /^K\s+(\S+)\s*(?:"([^"]*)")?/m.exec(text) ?? [];
  const expected = [...text.matchAll(/^[-+]?expect\s+([a-z]+)/gm)].map(([, verdict]) => verdict!);
  return {
    file: path.replace(/\.litmus$/, ''),
    name,
    about,
    verdict: expected.join(' → '),
    rules: [...text.matchAll(/^law ([^;]*);/gm)].flatMap(([, ids]) => ids!.split(/\s*,\s*/)),
    text,
  };
}
