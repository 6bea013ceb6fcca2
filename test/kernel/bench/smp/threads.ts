/** Files of threads whose hang needs a spinlock, an interrupt or a second processor. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { kernelCalls } from '../../../../machines/calls/index.ts';
import { spinningPlayer } from '../../../../machines/exports/threads/player.ts';
import { headers, suiteOfThreads, whyNot } from '../../../../machines/exports/threads/suite.ts';
import { judgeSide } from '../../../../src/threads/judge.ts';
import { sidesOfFile } from '../../../../src/threads/sides.ts';
import { checkout } from '../linux.ts';
import { lockdepOf, type Played } from '../threads.ts';
import { bootSeveral } from './boot.ts';

const folder = join(checkout, 'machines/litmus/fixes');
/** What one processor has no hang of, though the model says that there is one, and a test could make it. */
const needsSeveral = ({
  noHang,
  passes,
}: {
  noHang: string | null;
  passes: string | null;
}): boolean =>
  passes !== null || /spins|stands in an interrupt|in the midst of a call/.test(noHang ?? '');

/** Both sides of every such file. */
export function spinning(): readonly Played[] {
  const played: Played[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.litmus')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const sides = sidesOfFile(file, text, kernelCalls).filter((side) => whyNot(side) === null);
    const answers = sides.map((side) => {
      const answer = judgeSide(side, { states: 300_000 });
      const run = (answer.broken ?? answer.worst)?.run?.map(({ step }) => step) ?? [];
      return { side, answer, asked: { side, verdict: answer.verdict, run } };
    });
    if (!answers.some(({ asked }) => needsSeveral(suiteOfThreads(asked, 'x')))) continue;
    for (const { side, answer, asked } of answers) {
      const name = `litmus_${file.slice(0, 3)}_${side.side}`;
      const suite = suiteOfThreads({ ...asked, several: true }, name);
      played.push({
        file,
        side: side.side,
        name,
        verdict: answer.verdict,
        text: suite.body,
        sequences: suite.sequences,
        noHang: suite.noHang,
        passes: suite.passes,
        breach: suite.breach,
        kinds: answer.order.map(({ kind }) => kind),
        classes: answer.order.map(({ classes }) => classes),
        explained: [],
      });
    }
  }
  return played;
}

const more = ['linux/nmi.h', 'linux/reboot.h', 'linux/smp.h'];
export const spinningSource = (played: readonly Played[]): string =>
  [
    '// SPDX-License-Identifier: GPL-2.0',
    headers,
    ...more.map((one) => `#include <${one}>`),
    spinningPlayer,
    ...played.map(({ text }) => text),
    'MODULE_LICENSE("GPL");',
    '',
  ].join('\n');

export type Asked = { readonly name: string; readonly ok: boolean; readonly says: string };

/** Runs in which all end, then the hang: a boot each, for lockdep is silent after its first report. */
export async function askThreads(
  image: string,
  logs: string,
  one: Played,
): Promise<readonly Asked[]> {
  const found: Asked[] = [];
  const kinds = one.kinds.length === 0 ? ['silent'] : [...new Set(one.kinds), 'silent'];
  // One to watch, and one for each thread; fewer boot faster.
  const threads = one.text.match(/ff_run_thread\(/g)?.length ?? 0;
  const processors = Math.min(8, Math.max(3, threads + 2));
  const boot = (name: string, filter: string) =>
    bootSeveral(image, {
      filter: `${one.name}.${filter}`,
      log: join(logs, `smp-${one.name}-${name}.log`),
      processors,
      seconds: 240,
    });
  if (one.sequences > 0) {
    const all = await boot('sequence', 'sequence*');
    const ended = all.cases.filter(({ ok }) => ok).length;
    const { kind } = lockdepOf(all.lines);
    found.push({
      name: `${one.name} sequence`,
      ok: ended === one.sequences && all.unfinished === null && kinds.includes(kind),
      says: `${ended} of ${one.sequences} runs end, lockdep ${kind}`,
    });
  }
  if (one.noHang !== null) return found;
  const hang = await boot('hang', 'hang');
  const { kind } = lockdepOf(hang.lines);
  const verdict = hang.lines.find((line) => line.includes('verdict:')) ?? 'no verdict';
  const differs = hang.lines.find((line) => line.includes('; the model says:')) ?? '';
  found.push({
    name: `${one.name} hang`,
    ok: verdict.includes('hangs as the model says') && kinds.includes(kind),
    says: `${verdict.replace(/^.*verdict: /, '')}${differs === '' ? '' : ` (${differs.trim()})`}, lockdep ${kind}`,
  });
  return found;
}
