/**
 * A kernel's source on this machine: Debian's package, unpacked as far as User Mode Linux needs it,
 * or a tree that the user names.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

import { unpackedInPart } from './unpacked-in-part.ts';

/**
 * A source tree and what is said of it: its version as the Makefile has it, and whether its files
 * may change between two runs.
 */
export type Source = {
  readonly name: string;
  readonly dir: string;
  readonly version: string;
  readonly own: boolean;
};

/**
 * What went wrong outside of the code under test: a package, the unpacking, the build. `log` is the
 * whole text's place.
 */
export class Failed extends Error {
  readonly log: string | null;
  constructor(message: string, log: string | null = null) {
    super(message);
    this.log = log;
  }
}

/** The folder of this repository. */
export const checkout = resolve(import.meta.dirname, '../../..');
/** Everything that can be made again: sources, objects, images, generated headers, logs. */
export const home = process.env.FINITE_FENCE_KERNEL_DIR ?? join(checkout, '.kernel');

/**
 * Runs a command with its output in a file; resolves to its exit code, or -1 if it ran out of time.
 */
export async function logged(
  command: readonly string[],
  log: string,
  {
    seconds = 3600,
    cwd = checkout,
    env = {},
  }: { seconds?: number; cwd?: string; env?: Record<string, string> } = {},
): Promise<number> {
  const [file = 'true', ...args] = command;
  const out = createWriteStream(log);
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  const { code, late } = await closed(child, seconds, 1);
  await new Promise((done) => out.end(done));
  return late ? -1 : code;
}

/**
 * Waits until a process has ended, and kills it after some seconds.
 * @param killed the exit code that a process without one gets
 * @returns its exit code, 127 if it could not be started; `late` if its time ran out
 */
export async function closed(
  child: ChildProcess,
  seconds: number,
  killed: number,
): Promise<{ readonly code: number; readonly late: boolean }> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(127));
    child.on('close', (status) => done(status ?? killed));
  });
  clearTimeout(timer);
  return { code, late };
}

/** The last lines of a file. */
export const lastLines = (log: string, count = 20): string =>
  readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n');

const tools = [
  'bc',
  'bison',
  'cpio',
  'flex',
  'gcc',
  'libc6-dev',
  'libelf-dev',
  'make',
  'python3',
  'xz-utils',
];
const statusOf = (name: string): readonly [string, string[]] => [
  'dpkg-query',
  ['-W', '-f=${Status}', name],
];
const installed = (name: string): boolean =>
  (spawnSync(...statusOf(name)).stdout?.toString() ?? '').startsWith('install ok');
const tarball = (series: string): string => `/usr/src/linux-source-${series}.tar.xz`;

/**
 * Installs what is missing of the build tools and of Debian's sources; names what cannot be had.
 */
export async function packages(
  series: readonly string[],
  more: readonly string[] = [],
): Promise<readonly string[]> {
  const missing = [
    ...[...tools, ...more].filter((one) => !installed(one)),
    ...series.filter((one) => !existsSync(tarball(one))).map((one) => `linux-source-${one}`),
  ];
  if (missing.length === 0) return [];
  mkdirSync(home, { recursive: true });
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const log = join(home, 'apt.log');
  await logged([...apt, 'update'], join(home, 'apt-update.log'));
  const code = await logged([...apt, 'install', '-y', '--no-install-recommends', ...missing], log);
  const still = missing.filter((one) => !installed(one));
  if (code !== 0 || still.length > 0)
    throw new Failed(
      `These packages are missing and could not be installed: ${still.join(', ')}.`,
      log,
    );
  return missing;
}

const versionOf = (dir: string): string => {
  const text = readFileSync(join(dir, 'Makefile'), 'utf8');
  const value = (name: string): string =>
    new RegExp(`^${name} = (.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  return `${value('VERSION')}.${value('PATCHLEVEL')}.${value('SUBLEVEL')}${value('EXTRAVERSION')}`;
};

/**
 * Debian's source of a series, unpacked once for each package; of folders that are never compiled
 * only what make and Kconfig read.
 */
export async function debianSource(series: string): Promise<Source> {
  const from = tarball(series);
  const { size, mtimeMs } = statSync(from);
  const dir = join(home, `source-${series}`);
  const stamp = `${size} ${mtimeMs} ${unpackedInPart(series).length}`;
  const mark = `${dir}.from`;
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== stamp) {
    rmSync(dir, { recursive: true, force: true });
    rmSync(mark, { force: true });
    const half = `${dir}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    const excluded = join(home, `excluded-${series}`);
    writeFileSync(excluded, `${unpackedInPart(series).join('\n')}\n`);
    const log = join(home, `unpack-${series}.log`);
    const unpack = `xz -dc -T0 "$0" | tar x -C "$1" --strip-components=1 --exclude-from="$2"`;
    const code = await logged(['bash', '-o', 'pipefail', '-c', unpack, from, half, excluded], log);
    if (code !== 0) throw new Failed(`${from} cannot be unpacked.`, log);
    renameSync(half, dir);
    writeFileSync(mark, stamp);
  }
  return { name: series, dir, version: versionOf(dir), own: false };
}

/** A kernel tree of the user's. */
export function ownSource(dir: string): Source {
  const tree = resolve(dir);
  if (!existsSync(join(tree, 'Makefile')) || !existsSync(join(tree, 'drivers/dma-buf/dma-fence.c')))
    throw new Failed(
      `FINITE_FENCE_LINUX=${dir}: this is no kernel tree; drivers/dma-buf/dma-fence.c is not there.`,
    );
  return { name: `own-${versionOf(tree)}`, dir: tree, version: versionOf(tree), own: true };
}
