/**
 * A kernel's source on this machine: Debian's package, unpacked as far as User Mode Linux needs it,
 * or a tree that the user names.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

import { Misuse } from '../../../src/system/misuse.ts';
import { closed, start } from './children.ts';
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
export const home = fromHere(process.env.FINITE_FENCE_KERNEL_DIR ?? join(checkout, '.kernel'));

/** A path as the user wrote it: npm goes to the folder of the package first. */
function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

/**
 * @param megabytes what is going to be written below `home`, at most
 * @throws Failed if there is less room
 */
export function room(megabytes: number, what: string): void {
  mkdirSync(home, { recursive: true });
  const { bavail, bsize } = statfsSync(home);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes)
    throw new Failed(`${home} has ${free} MB of room left: ${what} needs ${megabytes} MB.`);
}

/** Megabytes of a source that is unpacked in part, and of the objects of one kernel. */
const unpackedSize = 420;
export const objectsSize = 250;

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
  const out = openSync(log, 'w');
  const child = start(command, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  const { code, late } = await closed(child, seconds, 1);
  return late ? -1 : code;
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
/** A package of a source counts by its file: somebody may have removed it. */
const there = (name: string): boolean => {
  const [, series] = /^linux-source-(.*)$/.exec(name) ?? [];
  return series === undefined ? installed(name) : existsSync(tarball(series));
};

/**
 * Installs what is missing of the build tools and of Debian's sources; names what cannot be had.
 */
export async function packages(
  series: readonly string[],
  more: readonly string[] = [],
): Promise<readonly string[]> {
  const missing = [...tools, ...more, ...series.map((one) => `linux-source-${one}`)].filter(
    (one) => !there(one),
  );
  if (missing.length === 0) return [];
  mkdirSync(home, { recursive: true });
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const log = join(home, 'apt.log');
  await logged([...apt, 'update'], join(home, 'apt-update.log'));
  // What is installed and has lost its file is installed anew.
  const install = ['install', '-y', '--reinstall', '--no-install-recommends'];
  const code = await logged([...apt, ...install, ...missing], log);
  const still = missing.filter((one) => !there(one));
  if (still.length > 0)
    throw new Failed(
      `These packages are missing and could not be installed: ${still.join(', ')}` +
        `${code === 127 ? '; there is no apt-get, and this bench is for Debian' : ''}.`,
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
    room(unpackedSize, `linux-source-${series}, unpacked,`);
    mkdirSync(half, { recursive: true });
    const excluded = join(home, `excluded-${series}`);
    writeFileSync(excluded, `${unpackedInPart(series).join('\n')}\n`);
    const log = join(home, `unpack-${series}.log`);
    const unpack = `xz -dc -T0 "$0" | tar x -C "$1" --strip-components=1 --exclude-from="$2"`;
    const code = await logged(['bash', '-o', 'pipefail', '-c', unpack, from, half, excluded], log);
    if (code !== 0) {
      rmSync(half, { recursive: true, force: true });
      throw new Failed(`${from} cannot be unpacked: ${lastLines(log, 1)}`, log);
    }
    renameSync(half, dir);
    writeFileSync(mark, stamp);
  }
  return { name: series, dir, version: versionOf(dir), own: false };
}

/** Files without which a folder is no kernel of which the bench knows anything. */
const ofKernel = [
  'Makefile',
  'Kconfig',
  'arch/um/Makefile',
  'drivers/dma-buf/dma-fence.c',
  'drivers/gpu/drm/scheduler/Makefile',
  'drivers/gpu/drm/ttm/Makefile',
  'kernel/locking/Makefile',
  'mm/Makefile',
];

/** Series for which the adapters are written. */
const known = ['6.1', '6.12'];

/** A kernel tree of the user's. @throws Misuse where it is none */
export function ownSource(dir: string): Source {
  const tree = fromHere(dir);
  const wrong = (what: string): Misuse => new Misuse(`FINITE_FENCE_LINUX=${dir}: ${what}.`);
  if (dir === '') throw wrong('expected the folder of a kernel tree');
  if (!existsSync(tree)) throw wrong('there is no such folder');
  if (!statSync(tree).isDirectory()) throw wrong('it is no folder, expected a kernel tree');
  const lacks = ofKernel.find((file) => !existsSync(join(tree, file)));
  if (lacks !== undefined) throw wrong(`this is no kernel tree; ${lacks} is not there`);
  if (/[\s:]/.test(tree)) throw wrong('make takes no path with a blank or a colon');
  const version = versionOf(tree);
  if (!/^\d+\.\d+\./.test(version)) throw wrong('its Makefile does not say which version it is');
  return { name: `own-${version}`, dir: tree, version, own: true };
}

/** What is known of a user's tree, in a line: its commit, its changes, its series. */
export function aboutOwn({ dir, version }: Source): string {
  const git = (...args: readonly string[]): string | null => {
    // Without locks git does not freshen the index: nothing of the tree is changed.
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
    const { status, stdout } = spawnSync('git', ['-C', dir, ...args], { env });
    return status === 0 ? stdout.toString().trim() : null;
  };
  const commit = existsSync(join(dir, '.git')) ? git('rev-parse', '--short=12', 'HEAD') : null;
  const changed = commit === null ? null : git('status', '--porcelain', '--untracked-files=no');
  const changes = (changed ?? '').split('\n').filter((line) => line !== '').length;
  const series = version.split('.').slice(0, 2).join('.');
  return [
    `# Linux ${version} in ${dir}`,
    ...(commit === null ? [] : [`, commit ${commit}, ${changes} files changed`]),
    ...(known.includes(series)
      ? []
      : [`; the adapters are for ${known.join(' and ')} and may not compile here`]),
  ].join('');
}
