/**
 * From a source to the file `linux` that boots: the tree of links, the configuration, the build,
 * all left out where nothing has changed.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';

import { Failed, home, lastLines, logged, objectsSize, room, type Source } from './linux.ts';
import { seeds } from '../seeds/index.ts';
import { edited, type Misfit } from '../seeds/edit.ts';
import type { Seed } from '../seeds/seed.ts';
import { keep, link, overlay, type Folder } from './overlay.ts';

const here = import.meta.dirname;

/**
 * A kind of kernel that is built from a source: User Mode Linux, or x86 with several processors.
 */
export type Bench = {
  readonly arch: 'um' | 'x86_64';
  /** Part of the names of what is made; empty for User Mode Linux. */
  readonly name: string;
  readonly folders: readonly Folder[];
  /** The seeded bugs that its second image has. */
  readonly seeds: readonly Seed[];
  /** The folder of C files that is linked into the tree. */
  readonly adapters: string;
  /** The options appended to the kernel's own Kconfig. */
  readonly kconfig: string;
  readonly config: (source: Source) => string;
  /** What make is told besides. */
  readonly variables: readonly string[];
  readonly target: string;
  /** Where make leaves the image. */
  readonly image: string;
};

const folders: readonly Folder[] = [
  {
    path: 'drivers/dma-buf',
    objects: [
      'dma-buf.o',
      'dma-fence.o',
      'dma-fence-array.o',
      'dma-fence-chain.o',
      'dma-fence-unwrap.o',
      'dma-resv.o',
      'sync_file.o',
      'sw_sync.o',
    ],
    more: 'obj-$(CONFIG_FINITE_FENCE) += finite-fence/',
  },
  { path: 'drivers/gpu/drm', objects: ['drm_syncobj.o', 'drm_exec.o'], more: '' },
  {
    path: 'drivers/gpu/drm/scheduler',
    objects: ['sched_main.o', 'sched_fence.o', 'sched_entity.o'],
    more: '',
  },
  {
    path: 'drivers/gpu/drm/ttm',
    objects: ['ttm_bo.o', 'ttm_bo_util.o', 'ttm_resource.o', 'ttm_tt.o'],
    more: '',
  },
  { path: 'kernel/locking', objects: ['mutex.o'], more: '' },
  { path: 'mm', objects: ['mmu_notifier.o'], more: '' },
];

const short = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);
const series = (version: string): string => version.split('.').slice(0, 2).join('.');
const wants = (source: Source): string => {
  const own = join(here, `um-${series(source.version)}.config`);
  const least = source.own && !existsSync(own) ? join(here, 'um-6.12.config') : own;
  return (
    readFileSync(join(here, 'um.config'), 'utf8') +
    (existsSync(least) ? readFileSync(least, 'utf8') : '')
  );
};

const userMode: Bench = {
  arch: 'um',
  name: '',
  folders,
  seeds,
  adapters: join(here, '../adapters'),
  kconfig: join(here, 'Kconfig.finite-fence'),
  config: wants,
  variables: [],
  target: 'linux',
  image: 'linux',
};

/**
 * Where a kernel's objects lie: named by what they are made of, so that nothing stale is linked.
 */
export type Place = {
  readonly source: Source;
  readonly tree: string;
  readonly objects: string;
  readonly config: string;
  readonly bench: Bench;
};

/** Where the objects of a source lie, by a hash of all that they depend on. */
export function placeOf(source: Source, bench: Bench = userMode): Place {
  const config = bench.config(source);
  const gcc = spawnSync('gcc', ['--version']).stdout.toString().split('\n')[0] ?? '';
  const key = short(
    [
      source.dir,
      source.version,
      gcc,
      config,
      readFileSync(bench.kconfig, 'utf8'),
      ...bench.variables,
    ].join('\n'),
  );
  return {
    source,
    tree: join(home, `tree-${source.name}${bench.name}`),
    objects: join(home, `objects-${source.name}${bench.name}-${key}`),
    config,
    bench,
  };
}

/**
 * Links the adapters in and writes the generated headers beside them; `generated` is from file name
 * to text.
 */
export function furnish(place: Place, generated: ReadonlyMap<string, string>): void {
  const { arch, adapters } = place.bench;
  overlay(place.source.dir, place.tree, place.bench.folders, arch);
  const folder = join(place.tree, 'drivers/dma-buf/finite-fence');
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(adapters);
  for (const name of readdirSync(folder))
    if (!names.includes(name) && !generated.has(name)) rmSync(join(folder, name));
  for (const name of names) link(join(adapters, name), join(folder, name));
  for (const [name, text] of generated) keep(join(folder, name), text);
}

/**
 * Writes the edited copies beside the links of the tree; returns the seeds that this kernel has no
 * place for.
 */
export function seed(place: Place): readonly Misfit[] {
  const misfits: Misfit[] = [];
  for (const { path, objects } of place.bench.folders)
    for (const object of objects) {
      const file = `${path}/${object.replace(/\.o$/, '.c')}`;
      const mine = place.bench.seeds.filter((one) => one.file === file);
      const from = join(place.source.dir, file);
      if (!existsSync(from)) {
        misfits.push(...mine.map((one) => ({ seed: one, why: `there is no ${file}` })));
        continue;
      }
      const copy = edited(readFileSync(from, 'utf8'), mine, file === 'drivers/dma-buf/dma-fence.c');
      misfits.push(...copy.misfits);
      keep(join(place.tree, path, `seeded-${object.replace(/\.o$/, '.c')}`), copy.text);
    }
  return misfits;
}

const make = (place: Place, ...rest: readonly string[]): readonly string[] => [
  'make',
  '-C',
  place.tree,
  `ARCH=${place.bench.arch}`,
  ...place.bench.variables,
  `O=${place.objects}`,
  `KBUILD_KCONFIG=${place.objects}/Kconfig.finite-fence`,
  'KBUILD_BUILD_TIMESTAMP=@0',
  `-j${process.env.JOBS ?? availableParallelism()}`,
  ...rest,
];

/**
 * Lines of the configuration that Kconfig did not take: never silent, for a bench that lacks an
 * option says less than it seems to.
 */
function dropped(place: Place): readonly string[] {
  const got = readFileSync(join(place.objects, '.config'), 'utf8').split('\n');
  return place.config
    .split('\n')
    .filter((line) => line.startsWith('CONFIG_'))
    .filter((line) => {
      const [name = '', value = ''] = line.split('=');
      return value === 'n' ? got.some((one) => one.startsWith(`${name}=`)) : !got.includes(line);
    });
}

/** Writes the configuration of a kernel. @throws Failed where Kconfig does not take a line */
export async function configure(place: Place): Promise<void> {
  if (!existsSync(join(place.objects, 'linux-as-shipped')))
    room(objectsSize, `Linux ${place.source.version}`);
  mkdirSync(place.objects, { recursive: true });
  const kconfig =
    readFileSync(join(place.source.dir, 'Kconfig'), 'utf8') +
    readFileSync(place.bench.kconfig, 'utf8');
  keep(join(place.objects, 'Kconfig.finite-fence'), kconfig);
  // One that an interrupted run has left may lack lines.
  if (existsSync(join(place.objects, '.config')) && dropped(place).length === 0) return;
  const wanted = join(place.objects, 'wanted.config');
  keep(wanted, place.config);
  const log = join(place.objects, 'configure.log');
  const code = await logged(make(place, `KCONFIG_ALLCONFIG=${wanted}`, 'allnoconfig'), log);
  if (code !== 0)
    throw new Failed(`Linux ${place.source.version} cannot be configured:\n${lastLines(log)}`, log);
  const lost = dropped(place);
  if (lost.length === 0) return;
  rmSync(join(place.objects, '.config'));
  throw new Failed(`Linux ${place.source.version}: Kconfig did not take ${lost.join(', ')}.`, log);
}

/**
 * Builds `linux`, or with `seeded` the image in which edited copies stand in place of the files
 * under test. Returns its path.
 */
export async function build(place: Place, seeded: boolean): Promise<string> {
  const { target, image: made } = place.bench;
  const log = join(place.objects, seeded ? 'build-seeded.log' : 'build.log');
  const code = await logged(make(place, ...(seeded ? ['FF_SEEDED=1'] : []), target), log);
  if (code !== 0) {
    const error =
      readFileSync(log, 'utf8')
        .split('\n')
        .find((line) => / error: |: Error |undefined reference/.test(line)) ?? '';
    // The files are those of the source: the tree has links to them.
    const said = `${error}\n${lastLines(log)}`.replaceAll(place.tree, place.source.dir);
    throw new Failed(`Linux ${place.source.version} does not build: ${said}`, log);
  }
  const image = join(place.objects, seeded ? 'linux-seeded' : 'linux-as-shipped');
  const linux = join(place.objects, made);
  if (!existsSync(image) || statSync(image).mtimeMs < statSync(linux).mtimeMs) {
    const half = `${image}.half`;
    copyFileSync(linux, half);
    renameSync(half, image);
  }
  return image;
}
