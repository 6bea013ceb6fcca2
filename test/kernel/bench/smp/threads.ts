/** Files of threads whose hang needs a spinlock, an interrupt or a second processor. */
import { join } from 'node:path';

import { spinningPlayer } from '../../../../machines/exports/threads/player.ts';
import { headers } from '../../../../machines/exports/threads/suite.ts';
import type { Played } from '../sides.ts';
import { lockdepOf } from '../threads.ts';
import { bootSeveral } from './boot.ts';

const more = ['linux/nmi.h', 'linux/reboot.h', 'linux/smp.h'];
/** Suites for several processors in one file of C. */
export const spinningSource = (played: readonly Played[]): string =>
  [
    '// SPDX-License-Identifier: GPL-2.0',
    headers,
    ...more.map((header) => `#include <${header}>`),
    spinningPlayer,
    ...played.map(({ text }) => text),
    'MODULE_LICENSE("GPL");',
    '',
  ].join('\n');

/** An answer, and whether it is as expected. */
export type Asked = { readonly name: string; readonly ok: boolean; readonly says: string };

/**
 * Runs in which all end, then the hang: a boot each, for lockdep is silent after its first report.
 */
export async function askThreads(
  image: string,
  logs: string,
  played: Played,
): Promise<readonly Asked[]> {
  const answers: Asked[] = [];
  const kinds = played.kinds.length === 0 ? ['silent'] : [...new Set(played.kinds), 'silent'];
  // One to watch, and one for each thread; fewer boot faster.
  const threads = played.text.match(/ff_run_thread\(/g)?.length ?? 0;
  const processors = Math.min(8, Math.max(3, threads + 2));
  const boot = (name: string, filter: string) =>
    bootSeveral(image, {
      filter: `${played.name}.${filter}`,
      log: join(logs, `smp-${played.name}-${name}.log`),
      processors,
      seconds: 240,
    });
  if (played.sequences > 0) {
    const sequences = await boot('sequence', 'sequence*');
    const ended = sequences.cases.filter(({ ok }) => ok).length;
    const { kind } = lockdepOf(sequences.lines);
    answers.push({
      name: `${played.name} sequence`,
      ok: ended === played.sequences && sequences.unfinished === null && kinds.includes(kind),
      says: `${ended} of ${played.sequences} runs end, lockdep ${kind}`,
    });
  }
  if (played.noHang !== null) return answers;
  const hang = await boot('hang', 'hang');
  const { kind } = lockdepOf(hang.lines);
  const verdict = hang.lines.find((line) => line.includes('verdict:')) ?? 'no verdict';
  const differs = hang.lines.find((line) => line.includes('; the model says:')) ?? '';
  answers.push({
    name: `${played.name} hang`,
    ok: verdict.includes('hangs as the model says') && kinds.includes(kind),
    says: `${verdict.replace(/^.*verdict: /, '')}${differs === '' ? '' : ` (${differs.trim()})`}, lockdep ${kind}`,
  });
  return answers;
}
