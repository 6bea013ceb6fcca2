import { igtSteps } from '../../../machines/exports/igt.ts';
import { kunitSuite } from '../../../machines/exports/kunit.ts';
import { junitOfCoverage } from '../../paths/formats/junit.ts';
import { mermaidPage } from '../../paths/formats/mermaid.ts';
import { vitestFile } from '../../paths/formats/vitest-file.ts';
import type { PathFile } from '../../paths/path.ts';
import type { pathFormats } from '../choices.ts';
import { fileName, json } from './path-write.ts';

/** Texts of a path file, by file name. */
export type Format = (file: PathFile) => ReadonlyMap<string, string>;

const named = (file: PathFile, end: string): string => fileName(file).replace(/\.json$/, end);

/** A format that makes one text. */
const single =
  (end: string, text: (file: PathFile) => string): Format =>
  (file) =>
    new Map([[named(file, end), text(file)]]);

const asJson: Format = (file) => new Map([[fileName(file), json(file)]]);

/** What `--format` may say. */
export const formats: Readonly<Record<(typeof pathFormats)[number], Format>> = {
  json: asJson,
  vitest: (file) =>
    new Map([...asJson(file), [named(file, '.test.ts'), vitestFile(file, fileName(file))]]),
  mermaid: single('.md', mermaidPage),
  igt: single('.txt', igtSteps),
  kunit: single('.c', kunitSuite),
  junit: single('.xml', junitOfCoverage),
};
