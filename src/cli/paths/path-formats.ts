import type { CSuite } from '../../../machines/exports/called.ts';
import { igtSteps, igtTest } from '../../../machines/exports/igt.ts';
import { kunitSuite } from '../../../machines/exports/kunit.ts';
import { junitOfCoverage } from '../../paths/formats/junit.ts';
import { mermaidPage } from '../../paths/formats/mermaid.ts';
import { adapterSkeleton, adapterTypes, vitestFile } from '../../paths/formats/vitest-file.ts';
import type { PathFile } from '../../paths/path.ts';
import type { pathFormats } from '../choices.ts';
import { fileName, jsonOfAll, type Text } from './path-write.ts';

/** Texts of a path file, by file name. */
export type Format = (file: PathFile) => ReadonlyMap<string, Text>;

const named = (file: PathFile, end: string): string => fileName(file).replace(/\.json$/, end);

/** A format that makes one text. */
const single =
  (end: string, text: (file: PathFile) => string): Format =>
  (file) =>
    new Map([[named(file, end), text(file)]]);
const asJson: Format = (file) =>
  new Map([[fileName(file), { [Symbol.iterator]: () => jsonOfAll([file])[Symbol.iterator]() }]]);

/**
 * Cases and their header, which are made again, and the functions to fill in, which are written
 * once.
 */
function inC(
  file: PathFile,
  end: string,
  make: (file: PathFile, base: string) => CSuite,
): ReadonlyMap<string, Text> {
  const base = named(file, end);
  const { cases, header, steps } = make(file, base);
  return new Map<string, Text>([
    [`${base}.c`, cases],
    [`${base}.h`, header],
    [`${base}.steps.c`, { once: steps }],
  ]);
}

/** What `--format` may say. */
export const formats: Readonly<Record<(typeof pathFormats)[number], Format>> = {
  json: asJson,
  vitest: (file) => {
    const [types, adapter] = [named(file, '.types.ts'), named(file, '.adapter.ts')];
    return new Map<string, Text>([
      ...asJson(file),
      [named(file, '.test.ts'), vitestFile(file, fileName(file), adapter)],
      [types, adapterTypes([file])],
      [adapter, { once: adapterSkeleton([file], types) }],
    ]);
  },
  mermaid: single('.md', mermaidPage),
  igt: (file) =>
    new Map<string, Text>([[named(file, '.txt'), igtSteps(file)], ...inC(file, '.igt', igtTest)]),
  kunit: (file) => inC(file, '.kunit', kunitSuite),
  junit: single('.xml', junitOfCoverage),
};
