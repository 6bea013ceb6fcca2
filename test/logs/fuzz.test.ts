import { expect, test } from 'vitest';
import { page } from '../../src/logs/page.ts';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { summaryText } from '../../src/logs/summary-text.ts';
import { summarize } from '../../src/logs/summary.ts';
import { random } from './random.ts';
import { fileText, files, read } from './reading.ts';

const corpus = (['ftrace', 'lockdep'] as const).flatMap((under) =>
  files(under).flatMap((name) => fileText(under, name).split('\n')),
);
const extra = [
  'INFO: task Xorg:42 blocked for more than 120 seconds.',
  'task:Xorg state:D stack:0 pid:42 ppid:1',
  'Call Trace:',
  ' dma_fence_default_wait+0x1/0x2',
  '1 lock held by Xorg/42:',
  '{"traceEvents":[',
  'CPU:1 [LOST 5 EVENTS]',
  '##### CPU 2 buffer started ####',
  'WARNING: CPU: 1 PID: 2 at drivers/gpu/drm/ttm/ttm_bo.c:256 ttm_bo_release+0x1/0x2',
];
const logs = [...corpus, ...extra];
const bytes = [
  '\u0000',
  '[',
  ']',
  ':',
  '=',
  '-',
  ' ',
  '(',
  ')',
  '{',
  '}',
  '#',
  '>',
  '<script>',
  '\u001b[31m',
  '9'.repeat(40),
  '\ufffd',
  '\u202e',
  '.',
  ',',
  'context=',
  'seqno=',
  ' [000] ',
];

function mutated(pick: (below: number) => number): string {
  let line = logs[pick(logs.length)]!;
  for (let times = pick(4); times > 0; times--) {
    const from = pick(line.length + 1);
    const to = Math.min(line.length, from + pick(12));
    const what = pick(6);
    if (what === 0) line = line.slice(0, from) + line.slice(to);
    else if (what === 1) line = line.slice(0, from) + bytes[pick(bytes.length)]! + line.slice(from);
    else if (what === 2)
      line = line.slice(0, from) + line.slice(from, to).repeat(3) + line.slice(to);
    else if (what === 3) line = line.slice(0, from) + logs[pick(logs.length)]!.slice(pick(60));
    else if (what === 4)
      line = line.slice(0, from) + String.fromCharCode(pick(256)) + line.slice(from + 1);
    else line = line.slice(0, from).split('').reverse().join('') + line.slice(from);
  }
  return line;
}

test('100,000 mutated lines: no crash, no hang, every line accounted for', async () => {
  const pick = random(20261121);
  let lines = 0;
  for (let round = 0; round < 100; round++) {
    const chosen = Array.from({ length: 1000 }, () => mutated(pick).replaceAll('\n', ' '));
    lines += chosen.length;
    const began = performance.now();
    const log = await read(
      Buffer.from(`# x\n${at0}\n${chosen.join('\n')}\n`, round % 2 === 0 ? 'utf8' : 'latin1'),
      {},
      1 + pick(5000),
    );
    const summary = summarize(log, logSpec.rules);
    const html = page([{ summary, spans: { list: [], left: 0 } }], logSpec.rules, '0');
    const text = summaryText(summary, logSpec.rules, {
      bold: same,
      red: same,
      green: same,
      yellow: same,
      dim: same,
    });
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(summary.counts.lines).toBe(1002);
    // Nothing of a log gets out of its text.
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
  }
  expect(lines).toBe(100_000);
}, 110_000);

const same = (text: string): string => text;
const at0 =
  '           <...>-191    [007] ..... 11303.602488073: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665';

test('mutated JSON', async () => {
  const pick = random(7);
  const whole = JSON.stringify({
    traceEvents: Array.from({ length: 40 }, (_, i) => ({
      name: 'dma_fence_init',
      ph: 'i',
      ts: i,
      tid: 1,
      args: { driver: 'x', timeline: 'y"}{', context: 1, seqno: i },
    })),
    systemTraceEvents: fileText('ftrace', 'catapult-msm.ftrace.txt'),
  });
  for (let round = 0; round < 400; round++) {
    let text = whole;
    for (let times = 1 + pick(4); times > 0; times--) {
      const at = 1 + pick(text.length);
      text = text.slice(0, at) + bytes[pick(bytes.length)]! + text.slice(at + pick(9));
    }
    await read(text, {}, 1 + pick(3000)).catch((error: Error) => {
      if (error.name !== 'Misuse') throw error;
    });
  }
});
