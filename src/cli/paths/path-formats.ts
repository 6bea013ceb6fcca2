import { igtSteps } from '../../../machines/exports/igt.ts';
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
  igt: single('.txt', igtSteps),
  kunit: single('.c', kunitSuite),
  junit: single('.xml', junitOfCoverage),
};
