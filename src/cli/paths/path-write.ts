import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PathFile } from '../../paths/path.ts';
import { whyUnwritten } from '../system-error.ts';
import { Misuse } from '../../system/misuse.ts';
import { counted } from '../../text/layout.ts';
import { indexName } from './path-check.ts';

/** What there is in a directory of paths. */
export type PathIndex = {
  readonly schema: 2;
  readonly version: string;
  readonly files: readonly PathIndexEntry[];
};

/** A path file, and its size. */
export type PathIndexEntry = {
  readonly file: string;
  readonly name: string;
  readonly cover: string;
  readonly paths: number;
  readonly steps: number;
  readonly cost: number;
  readonly bound: number | null;
  readonly targets: number;
  readonly covered: number;
  readonly unreachable: number;
};

/** What a path file is called in a directory: `preempt.steps.json`. */
export const fileName = ({ name, cover }: Pick<PathFile, 'name' | 'cover'>): string =>
  `${name.replace(/[^\w.-]+/g, '-')}.${cover}.json`;
/**
 * A text, or its pieces where it may be longer than a string can be. `once`: a file that belongs to
 * the user and is never overwritten.
 */
export type Text = string | Iterable<string> | { readonly once: string };
/** The pieces of a text, in order. */
export function piecesOf(text: Text): Iterable<string> {
  if (typeof text === 'string') return [text];
  return 'once' in text ? [text.once] : text;
}

/** The JSON of a path file in pieces, a path each: the same bytes as `json` gives. */
function* jsonOf(file: PathFile, margin = ''): Iterable<string> {
  const { paths, ...head } = file;
  const indented = (value: unknown, by: string): string =>
    JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
  const open = indented({ ...head, paths: [] }, margin);
  if (paths.length === 0) {
    yield margin + open;
    return;
  }
  yield `${margin}${open.slice(0, open.lastIndexOf('[]'))}[\n`;
  const by = `${margin}    `;
  for (const [index, path] of paths.entries())
    yield `${by}${indented(path, by)}${index + 1 < paths.length ? ',' : ''}\n`;
  yield `${margin}  ]\n${margin}}`;
}

/** The JSON of one file, or a list of several. */
export function* jsonOfAll(files: readonly PathFile[]): Iterable<string> {
  if (files.length === 1) {
    yield* jsonOf(files[0]!);
    yield '\n';
    return;
  }
  yield '[\n';
  for (const [index, file] of files.entries()) {
    yield* jsonOf(file, '  ');
    yield index + 1 < files.length ? ',\n' : '\n';
  }
  yield ']\n';
}

/** A value as JSON of a file: two blanks deep, with a newline at its end. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Texts of these files.
 * @throws Misuse where one would be longer than a text can be
 */
export function texted<T>(files: readonly PathFile[], make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError) || error.message !== 'Invalid string length') throw error;
    const steps = files.reduce((sum, { size }) => sum + size.steps, 0);
    const covers = [...new Set(files.map(({ cover }) => cover))].join(', ');
    throw new Misuse(
      `${counted(steps)} steps for --cover ${covers} are more than one text can hold; ask ` +
        'for fewer, or describe a smaller system',
    );
  }
}

/** The index of a directory that holds these files. */
export const indexOf = (files: readonly PathFile[], version: string): PathIndex => ({
  schema: 2,
  version,
  files: files.map(entryOf),
});

const entryOf = (file: PathFile): PathIndexEntry => ({
  file: fileName(file),
  name: file.name,
  cover: file.cover,
  paths: file.size.paths,
  steps: file.size.steps,
  cost: file.size.cost,
  bound: file.size.bound,
  targets: file.coverage.targets,
  covered: file.coverage.covered,
  unreachable: file.coverage.unreachable.length,
});

/**
 * Puts texts into a directory: all are written beside it first and then renamed, so that none is
 * ever there in part. Files that an index there names and the new one does not are taken away.
 * @throws Misuse where the directory cannot be written
 */
export function writeAll(
  dir: string,
  texts: ReadonlyMap<string, Text>,
  stale: readonly string[] = [],
): void {
  const target = resolve(dir);
  let beside: string | null = null;
  try {
    mkdirSync(dirname(target), { recursive: true });
    beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    for (const [name, text] of texts) writeText(join(beside, name), text);
    mkdirSync(target, { recursive: true });
    for (const [name, text] of texts) {
      const keep = typeof text !== 'string' && 'once' in text && existsSync(join(target, name));
      if (!keep) renameSync(join(beside, name), join(target, name));
    }
    for (const name of stale) if (!texts.has(name)) rmSync(join(target, name), { force: true });
  } catch (error) {
    throw new Misuse(`${dir}: it cannot be written: ${whyUnwritten(error)}`);
  } finally {
    if (beside !== null) rmSync(beside, { recursive: true, force: true });
  }
}

/**
 * The files that an index in a directory names, of schema 2 or 1; none where there is no index of
 * ours.
 */
export function indexed(dir: string): string[] {
  try {
    const text = readFileSync(join(dir, indexName), 'utf8');
    const { schema, files } = JSON.parse(text) as { schema: number; files: PathIndexEntry[] };
    if (schema !== 1 && schema !== 2) return [];
    return files.map(({ file }) => file).filter((file) => basename(file) === file);
  } catch {
    return [];
  }
}

function writeText(file: string, text: Text): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of piecesOf(text)) writeSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}
