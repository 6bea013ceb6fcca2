/**
 * The RV monitor: the automaton as .dot, what the kernel's own generator makes of it, and the
 * monitor.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { automatonDot, monitorOf, observed, verified } from '../../../machines/exports/rv.ts';
import { observedFence } from '../../../machines/lifecycles/observed-fence.ts';
import { tabulate } from '../../../src/lts/tabulate.ts';
import { Failed, home, type Source } from './linux.ts';

/** Files of C, by name; none where the tree has no dot2k (it is called otherwise since 6.16). */
export function monitorFiles(source: Source): ReadonlyMap<string, string> {
  const generator = join(source.dir, 'tools/verification/dot2');
  if (!existsSync(join(generator, 'dot2k'))) return new Map();
  const object = observed.dma_fence!;
  const { name } = object;
  const automaton = verified(tabulate(observedFence), object);
  const folder = join(home, `monitor-${source.name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dot2k'), { recursive: true });
  // It looks for its templates where it runs.
  symlinkSync(generator, join(folder, 'dot2'));
  symlinkSync(join(generator, 'dot2k_templates'), join(folder, 'dot2k/rv_templates'));
  writeFileSync(join(folder, `${name}.dot`), automatonDot(automaton));
  const { status, stdout, stderr } = spawnSync(
    'python3',
    ['dot2/dot2k', '-d', `${name}.dot`, '-t', 'global'],
    { cwd: folder, env: { ...process.env, PYTHONPATH: '.', PYTHONDONTWRITEBYTECODE: '1' } },
  );
  const header = join(folder, name, `${name}.h`);
  if (status !== 0 || !existsSync(header))
    throw new Failed(`dot2k does not read ${name}.dot: ${stdout?.toString()}${stderr?.toString()}`);
  return new Map([
    [`${name}.h`, readFileSync(header, 'utf8')],
    [`${name}.c`, monitorOf(automaton, object)],
  ]);
}
