import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { litmuses } from './names.ts';
import { run } from '../../src/cli/commands.ts';
import { paintOf } from '../../src/cli/io.ts';
import { at, fence, fileText } from './reading.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'finite-fence-log-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const put = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

async function ask(
  ...argv: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(['log', ...argv], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    paint: paintOf(false),
    watched: false,
  });
  return { code, out, err };
}

const twice = [
  at(1, 0, 'dma_fence_init', fence(9, 1, 'drm_sched', '</script><img src=x onerror=alert(1)>')),
  at(2, 0, 'dma_fence_signaled', fence(9, 1)),
  at(3, 0, 'dma_fence_signaled', fence(9, 1)),
  '',
].join('\n');

test('exit codes: 0 nothing broken, 1 broken, 2 not readable', async () => {
  expect((await ask(put('a', fileText('ftrace', 'catapult-msm.ftrace.txt')))).code).toBe(0);
  const broken = await ask(put('b', twice));
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('F-1 line 3: fence context 9 seqno 1');
  expect(broken.out).toContain('drivers/dma-buf/dma-fence.c: dma_fence_signal_timestamp_locked');
  const none = await ask(put('c', 'hello\n'));
  expect([none.code, none.out]).toEqual([2, '']);
  expect(none.err).toMatch(/tried: event text .*; event JSON .*; kernel log/);
  expect((await ask(join(folder, 'nowhere'))).code).toBe(2);
});
test('exit code 3: trouble was seen that nobody judges', async () => {
  const { code, out } = await ask(
    put('k', '[    1.000000] BUG: KASAN: slab-use-after-free in foo_bar+0x1/0x2\n'),
  );
  expect(code).toBe(3);
  expect(out).not.toContain('Nothing broken');
  expect(out).toContain('Seen, not judged: 1 line');
  expect(out).toContain('KASAN report in foo_bar: 1 line');
  expect(out).toContain('line 1: BUG: KASAN');
});
test('a log in which nothing is known is not called good', async () => {
  const quiet = await ask(put('q', 'Nov 30 13:18:23 box systemd[1]: Started foo.\n'));
  expect(quiet.code).toBe(0);
  expect(quiet.out).not.toContain('Nothing broken');
  expect(quiet.out).toContain('There is nothing to judge in this log');
  expect((await ask(put('a', fileText('ftrace', 'catapult-msm.ftrace.txt')))).out).toContain(
    'Nothing broken.',
  );
});
test('one that cannot be read does not hide the others', async () => {
  const { code, out, err } = await ask(put('d', 'hello\n'), put('e', twice));
  expect(code).toBe(2);
  expect(out).toContain('1 violation');
  expect(err).toContain('no line has a known format');
});
test('--json', async () => {
  const { out } = await ask('--json', put('f', twice));
  expect(JSON.parse(out)).toMatchObject({
    schema: 'finite-fence/log-1',
    broken: [{ rule: 'F-1', count: 1 }],
    findings: [{ line: 3, possible: [{ state: 'signaled' }, { state: 'destroyed' }] }],
  });
  expect((await ask('--json', put('f', twice))).out).toBe(out);
});
test('--html and --chrome-trace: untrusted text stays text', async () => {
  const html = join(folder, 'out.html');
  const chrome = join(folder, 'out.json');
  await ask(put('g', twice), '--html', html, '--chrome-trace', chrome);
  const page = readFileSync(html, 'utf8');
  expect(page).toContain('&#60;/script&#62;&#60;img');
  expect(page).not.toContain('<img');
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/https?:|src=["']/);
  const { traceEvents } = JSON.parse(readFileSync(chrome, 'utf8')) as {
    traceEvents: { ph: string; name: string }[];
  };
  expect(traceEvents.filter(({ ph }) => ph === 'b')).toHaveLength(1);
  expect(traceEvents.some(({ ph, name }) => ph === 'i' && name.startsWith('F-1'))).toBe(true);
  expect((await ask(put('h', twice), '--html', join(folder, 'no', 'out.html'))).code).toBe(2);
});
test('every litmus test that a report names is there', () => {
  const named = [
    ...logSpec.reports.edges.flatMap((edge) => [edge.litmus, edge.through]),
    ...logSpec.reports.unlocked.map(({ litmus }) => litmus),
    ...logSpec.reports.stacks.map(({ litmus }) => litmus),
  ].filter((name) => name !== undefined);
  expect(named.length).toBeGreaterThan(12);
  for (const name of named) expect(litmuses()).toContain(name);
});
test('every rule that a log can break is in the table', () => {
  const used = [
    ...Object.values(logSpec.objects).flatMap(({ refusals, otherwise, rises }) => [
      ...refusals.map(({ rule }) => rule),
      otherwise,
      ...(rises === undefined ? [] : [rises.rule]),
    ]),
    ...logSpec.reports.edges.map(({ rule }) => rule),
    ...Object.values(logSpec.reports.kinds),
    ...logSpec.reports.stuck.map(({ rule }) => rule),
    ...logSpec.reports.crossed.map(({ rule }) => rule),
  ];
  for (const rule of used) expect(logSpec.rules).toHaveProperty([rule]);
});
