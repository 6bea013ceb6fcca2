/**
 * `npm run cites -- DIR`: every citation of machines/ against a kernel tree, so that a model which
 * the kernel has left behind is seen. With `--lines` it writes the lines at which they stand, for
 * the links of the site.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

import { unexplained } from '../cites-known.ts';
import { citedLines } from './cited-lines.ts';
import { checkout, home } from './linux.ts';

/**
 * A file of the kernel and what is said to stand in it; `by` is the first module of machines/ that
 * says so.
 */
export type Citation = { readonly file: string; readonly says: string; readonly by: string };
/** What became of a citation: whether its file is there, and the words or symbols in it. */
export type Fate = 'there' | 'moved' | 'changed' | 'gone' | 'words';
/** A citation with what became of it, and where it is now. */
export type Found = Citation & { readonly fate: Fate; readonly detail: string };

const kernelFile = new RegExp(
  String.raw`^(Documentation|arch|block|drivers|fs|include|init|ipc|kernel|lib|mm|net|` +
    String.raw`samples|scripts|security|sound|tools|virt)\/`,
);
function modules(dir: string): readonly string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((one) => {
    const at = join(dir, one.name);
    if (one.isDirectory()) return modules(at);
    return at.endsWith('.ts') ? [at] : [];
  });
}

type Walk = {
  readonly by: string;
  readonly into: Map<string, Citation>;
  readonly seen: Set<unknown>;
};

function add({ by, into }: Walk, written: string, says: string): void {
  // A rule of refusals names a function behind the file: `drivers/a.c function`.
  const [path = '', ...symbol] = written.replace(/^(igt-gpu-tools|linux): /, '').split(' ');
  if (symbol.length > 0) return add({ by, into } as Walk, path, `${symbol.join(' ')}: ${says}`);
  const key = `${path}\n${says}`;
  if (kernelFile.test(path) && !into.has(key)) into.set(key, { file: path, says, by });
}

/** Functions that need no argument, or an empty one, are called: many rows are made by one. */
function callAndCollect(made: (argument?: unknown) => unknown, walk: Walk, depth: number): void {
  try {
    collect(made(), walk, depth);
    collect(made({}), walk, depth);
  } catch {
    // A function that needs more than nothing makes what another module uses, and is met there.
  }
}

/**
 * A citation is `{ file, says }`; the source of a state or an edge is a text,
 * `FILE: SYMBOL; FILE: SYMBOL`.
 */
function cite(one: Record<string, unknown>, walk: Walk): void {
  if (typeof one.file === 'string' && typeof one.says === 'string') add(walk, one.file, one.says);
  if (typeof one.source !== 'string') return;
  for (const each of one.source.split(/; /)) {
    const [file = '', ...says] = each.split(': ');
    add(walk, file.trim(), says.join(': '));
  }
}

/** Walks whatever a module exports. */
function collect(value: unknown, walk: Walk, depth = 0): void {
  const holds = typeof value === 'object' || typeof value === 'function';
  if (value === null || !holds || walk.seen.has(value) || depth > 12) return;
  walk.seen.add(value);
  if (typeof value === 'function') return callAndCollect(value as () => unknown, walk, depth + 1);
  const record = value as Record<string, unknown>;
  cite(record, walk);
  // Of a state machine only what it was made from.
  if ('config' in record && 'transition' in record) return collect(record.config, walk, depth + 1);
  const inside = value instanceof Map ? [...value.values()] : Object.values(record);
  for (const each of inside) collect(each, walk, depth + 1);
}

/** Every citation that a module of machines/ exports, each once. */
export async function citations(): Promise<readonly Citation[]> {
  const citationsByKey = new Map<string, Citation>();
  for (const file of modules(join(checkout, 'machines')).toSorted()) {
    const exported: unknown = await import(pathToFileURL(file).href);
    for (const value of Object.values(exported as object))
      collect(value, { by: relative(checkout, file), into: citationsByKey, seen: new Set() });
  }
  return [...citationsByKey.values()].toSorted((a, b) =>
    (a.file + a.says).localeCompare(b.file + b.says),
  );
}

/** Words of C that name something of the kernel: with an underscore, or a call. */
export const symbolsOf = (says: string): readonly string[] => [
  ...new Set(
    // The last word of a text that was cut off is none.
    [
      ...says
        .replace(/\w+\.\.\.$/, '')
        .matchAll(/\b([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)\b|\b([a-z][a-z0-9]{3,})\(/g),
    ].map(([, a, b]) => a ?? b ?? ''),
  ),
];
const plain = (text: string): string =>
  text
    .replace(/^\s*(\*|\/\*|\/\/|#)/gm, ' ')
    .replace(/[`'"*@%&]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

type Elsewhere = (symbol: string) => readonly string[];

/** Where the file is not there, or lacks symbols that are named. */
function lost(
  text: string | null,
  symbols: readonly string[],
  missing: readonly string[],
  elsewhere: Elsewhere,
): readonly [Fate, string] {
  const [first] = missing;
  if (first === undefined) return ['gone', 'the file is not there'];
  const now = elsewhere(first);
  if (now.length > 0) return ['moved', `${first} is in ${now.slice(0, 2).join(', ')}`];
  if (text === null) return ['gone', 'the file is not there'];
  if (missing.length < symbols.length)
    return ['changed', `${missing.join(', ')} is not there any more`];
  return ['gone', `${missing.join(', ')} is nowhere`];
}

/**
 * What has become of one citation, as far as the tree shows; `elsewhere` tells where a symbol
 * stands now.
 */
export function fateOf(citation: Citation, text: string | null, elsewhere: Elsewhere): Found {
  const { says } = citation;
  const symbols = symbolsOf(says);
  const missing = symbols.filter((one) => text === null || !new RegExp(`\\b${one}\\b`).test(text));
  const sentence = plain(says.replace(/^[A-Za-z_]\w*: /, ''));
  const told = (): readonly [Fate, string] => {
    if (text === null || missing.length > 0) return lost(text, symbols, missing, elsewhere);
    if (sentence.split(' ').length >= 4 && plain(text).includes(sentence))
      return ['there', 'the sentence'];
    if (symbols.length > 0) return ['there', 'every symbol'];
    return ['words', 'no symbol is named, and the words are not in the file as they stand'];
  };
  const [fate, detail] = told();
  return { ...citation, fate, detail };
}

/** The cited files of Debian's package, for its tree is not unpacked whole. */
function cited(series: string, files: readonly string[]): string {
  const dir = join(home, `cited-${series}`);
  const from = `/usr/src/linux-source-${series}.tar.xz`;
  const list = `${dir}.files`;
  const names = files.map((one) => `linux-source-${series}/${one}`).join('\n');
  const stamp = `${statSync(from).mtimeMs}\n${names}\n`;
  if (existsSync(`${dir}.stamp`) && readFileSync(`${dir}.stamp`, 'utf8') === stamp) return dir;
  mkdirSync(dir, { recursive: true });
  writeFileSync(list, names);
  // Names that are not in the archive are what is looked for here: tar says so and goes on.
  spawnSync('tar', ['xJf', from, '-C', dir, '--strip-components=1', '-T', list]);
  writeFileSync(`${dir}.stamp`, stamp);
  return dir;
}

/** Where the symbols stand, asked once for all: file names by symbol. */
function standing(dir: string, symbols: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const filesBySymbol = new Map<string, string[]>();
  if (symbols.length === 0) return filesBySymbol;
  const roots = ['drivers', 'include', 'kernel', 'lib', 'mm', 'fs', 'Documentation'].filter((one) =>
    existsSync(join(dir, one)),
  );
  const { stdout } = spawnSync(
    'grep',
    ['-rowE', '--include=*.[ch]', '--include=*.rst', symbols.join('|'), ...roots],
    { cwd: dir, maxBuffer: 1 << 28 },
  );
  for (const line of new Set(stdout.toString().split('\n'))) {
    const [file = '', symbol = ''] = line.split(':');
    if (symbol !== '') filesBySymbol.set(symbol, [...(filesBySymbol.get(symbol) ?? []), file]);
  }
  return filesBySymbol;
}

/** What has become of these citations in a tree. */
export async function compareWith(
  dir: string,
  given: readonly Citation[],
): Promise<readonly Found[]> {
  const texts = new Map<string, string | null>();
  const textOf = (file: string): string | null => {
    if (!texts.has(file))
      texts.set(
        file,
        existsSync(join(dir, file)) && statSync(join(dir, file)).isFile()
          ? readFileSync(join(dir, file), 'utf8')
          : null,
      );
    return texts.get(file)!;
  };
  const gone = given.flatMap(({ file, says }) => {
    const text = textOf(file);
    return symbolsOf(says).filter((one) => text === null || !new RegExp(`\\b${one}\\b`).test(text));
  });
  const where = standing(dir, [...new Set(gone)]);
  return given.map((one) => fateOf(one, textOf(one.file), (symbol) => where.get(symbol) ?? []));
}

const recordFile = join(import.meta.dirname, '../cites-known.json');

/**
 * What is lost against what was seen to be lost before, by kernel; writes it where that is asked
 * for.
 */
function recorded(
  series: string,
  lost: readonly Found[],
  write: boolean,
): { readonly added: readonly string[]; readonly left: readonly string[] } {
  const bySeries = JSON.parse(readFileSync(recordFile, 'utf8')) as Record<
    string,
    readonly string[]
  >;
  const now = lost.map(({ fate, file, says }) => `${fate}: ${file}: ${says}`).toSorted();
  if (write) {
    const text = `${JSON.stringify({ ...bySeries, [series]: now }, null, 2)}\n`;
    writeFileSync(recordFile, text);
    return { added: [], left: [] };
  }
  const was = bySeries[series] ?? [];
  return {
    added: now.filter((one) => !was.includes(one)),
    left: was.filter((one) => !now.includes(one)),
  };
}

const put = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * The kernel that is meant: a tree, or the series of Debian's package; a complaint where it is
 * neither.
 */
function kernelOf(where: string | undefined): { series: string | null; dir: string } | string {
  if (where === undefined)
    return 'npm run cites -- DIR: DIR is a kernel tree, or 6.12 or 6.1 for that of linux-source.';
  if (existsSync(`/usr/src/linux-source-${where}.tar.xz`)) return { series: where, dir: '' };
  if (existsSync(join(where, 'Makefile'))) return { series: null, dir: where };
  return `${where}: this is no kernel tree and linux-source-${where} is not installed.`;
}

/** Holds what is lost against what is known to be; returns how much is new or there again. */
function gate(series: string, lost: readonly Found[], write: boolean): number {
  const { unknown, idle } = unexplained(lost, series);
  const { added, left } = recorded(series, lost, write);
  for (const { fate, file, says } of unknown)
    put(`no reason: ${fate}: ${file}: ${says.slice(0, 100)}`);
  for (const { file, symbol } of idle) put(`idle reason: ${file ?? ''} ${symbol ?? ''}`);
  for (const one of added) put(`new: ${one}`);
  for (const one of left) put(`recorded, and there again: ${one}`);
  put(`${added.length + left.length} differences from test/kernel/cites-known.json (--write)`);
  put(`${unknown.length} have no reason, ${idle.length} reasons are idle (cites-known.ts)`);
  return added.length + left.length + unknown.length + idle.length;
}

/** Where the links of the site lead: the line of each citation in this tree. */
function writeLines(dir: string, given: readonly Citation[]): number {
  const makefile = readFileSync(join(dir, 'Makefile'), 'utf8');
  const number = (of: string): string => new RegExp(`^${of} = (\\d+)`, 'm').exec(makefile)![1]!;
  const version = ['VERSION', 'PATCHLEVEL', 'SUBLEVEL'].map(number).join('.');
  const found = citedLines(dir, version, given, symbolsOf);
  const file = join(checkout, 'docs/site/cited-lines.json');
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  const count = Object.values(found.lines).reduce((sum, one) => sum + Object.keys(one).length, 0);
  put(
    `${count} of ${given.length} citations have a line in ${version}: docs/site/cited-lines.json`,
  );
  return count === 0 ? 1 : 0;
}

async function main(): Promise<number> {
  const [where] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  const kernel = kernelOf(where);
  if (typeof kernel === 'string') {
    process.stderr.write(`${kernel}\n`);
    return 2;
  }
  const { series } = kernel;
  const everyCitation = await citations();
  const files = [...new Set(everyCitation.map((one) => one.file)), 'Makefile'];
  const dir = series === null ? kernel.dir : cited(series, files);
  if (process.argv.includes('--lines')) return writeLines(dir, everyCitation);
  const compared = await compareWith(dir, everyCitation);
  const withFate = (fate: Fate): readonly Found[] => compared.filter((one) => one.fate === fate);
  const lost = (['gone', 'moved', 'changed'] as const).flatMap(withFate);
  for (const { fate, file, says, by, detail } of lost)
    put(`${fate}: ${file}: ${says.slice(0, 100)}\n  ${detail} [${by}]`);
  if (process.argv.includes('--all'))
    for (const { file, says } of withFate('words')) put(`words: ${file}: ${says}`);
  const fates = (['there', 'moved', 'changed', 'gone'] as const)
    .map((fate) => `${withFate(fate).length} ${fate}`)
    .join(', ');
  put(`\n${compared.length} citations: ${fates},`);
  put(`${withFate('words').length} in words that name no symbol (--all lists them)`);
  const wrong = series === null ? 0 : gate(series, lost, process.argv.includes('--write'));
  return compared.length === 0 || wrong > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
