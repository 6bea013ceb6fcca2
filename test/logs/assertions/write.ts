import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { collect, type Assertion } from './collect.ts';

/**
 * Writes machines/tracepoints/assertions.ts from the sources of kernels:
 * `npx tsx test/logs/assertions/write.ts 6.1=/path/to/linux-6.1 6.12=/path/to/linux-6.12`
 */
const files = [
  'drivers/dma-buf/dma-buf.c',
  'drivers/dma-buf/dma-fence.c',
  'drivers/dma-buf/dma-fence-array.c',
  'drivers/dma-buf/dma-fence-chain.c',
  'drivers/dma-buf/dma-resv.c',
  'drivers/dma-buf/sync_file.c',
  'drivers/gpu/drm/drm_exec.c',
  'drivers/gpu/drm/drm_gem.c',
  'drivers/gpu/drm/drm_gem_shmem_helper.c',
  'drivers/gpu/drm/drm_gpuvm.c',
  'drivers/gpu/drm/drm_prime.c',
  'drivers/gpu/drm/drm_syncobj.c',
  'drivers/gpu/drm/scheduler/sched_entity.c',
  'drivers/gpu/drm/scheduler/sched_fence.c',
  'drivers/gpu/drm/scheduler/sched_main.c',
  'drivers/gpu/drm/ttm/ttm_bo.c',
  'drivers/gpu/drm/ttm/ttm_bo_util.c',
  'drivers/gpu/drm/ttm/ttm_bo_vm.c',
  'drivers/gpu/drm/ttm/ttm_device.c',
  'drivers/gpu/drm/ttm/ttm_pool.c',
  'drivers/gpu/drm/ttm/ttm_resource.c',
  'drivers/gpu/drm/ttm/ttm_tt.c',
  'include/drm/drm_gem.h',
  'include/drm/ttm/ttm_bo.h',
  'include/drm/ttm/ttm_resource.h',
  'include/linux/dma-buf.h',
  'include/linux/dma-fence.h',
  'include/linux/dma-resv.h',
];

const assertions = new Map<string, Assertion & { readonly at: Record<string, number[]> }>();
for (const argument of process.argv.slice(2)) {
  const [version, root] = argument.split('=');
  if (version === undefined || root === undefined)
    throw new Error(`'${argument}': expected a version and a path: 6.12=/path/to/linux-6.12`);
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(join(root, file), 'utf8');
    } catch {
      // Not every version has every file.
      continue;
    }
    for (const found of collect(file, text)) {
      const key = `${found.file} ${found.in} ${found.says}`;
      const known = assertions.get(key) ?? { ...found, at: {} };
      assertions.set(key, known);
      (known.at[version] ??= []).push(...found.lines);
    }
  }
}

const rows = [...assertions.values()]
  .sort((one, other) => files.indexOf(one.file) - files.indexOf(other.file))
  .map(({ file, in: name, says, bug, at }) => [file, name, says, at, ...(bug ? [true] : [])]);
const text = `import type { Assertion } from '../../src/logs/vocabulary.ts';

type Row = readonly [file: string, name: string, says: string, at: Assertion['at'], bug?: true];

// Every WARN, BUG and lock assertion of dma-buf, dma-fence, dma-resv, TTM, the scheduler and GEM,
// with its lines by kernel version.
// Written by test/logs/assertions/write.ts from kernel sources; not to be edited.
// prettier-ignore
const rows: readonly Row[] = [
${rows.map((row) => `  ${JSON.stringify(row)},`).join('\n')}
];

/** Every assertion of the files that fences, buffers and jobs live in. */
export const assertions: readonly Assertion[] = rows.map(([file, name, says, at, bug]) => ({
  file,
  in: name,
  says,
  at,
  ...(bug === true ? { bug } : {}),
}));
`;
const out = 'machines/tracepoints/assertions.ts';
const options = await prettier.resolveConfig(out);
writeFileSync(out, await prettier.format(text, { ...options, filepath: out }));
console.log(`${out}: ${rows.length} assertions`);
