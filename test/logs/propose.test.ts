import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { judgeThreads } from '../../src/judge/threads.ts';
import { kindsOf } from '../../src/threads/order-reading.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import { cli, file, tooWide } from '../cli/in-process.ts';
import { reports } from './answers.ts';
import { expectedOfMadeUp, expectedOfReal, firstTries } from './proposals.ts';

const expected = { ...expectedOfReal, ...expectedOfMadeUp };
const textOf = new Map(reports);
const proposed = (text: string, ...more: readonly string[]) =>
  cli('log', file(text, `${Math.random()}.txt`), '--propose', ...more);

test('every report has an expectation, written before the file was', () => {
  expect(Object.keys(expected)).toEqual(reports.map(([name]) => name));
  expect(Object.keys(expectedOfReal)).toHaveLength(18);
  expect(firstTries.wrong.length + firstTries.right).toBe(reports.length);
});

test('at least five made-up reports come out finite, each beside a twin that hangs', () => {
  const finite = Object.entries(expectedOfMadeUp).filter(
    ([, one]) => 'verdict' in one && one.verdict === 'finite',
  );
  expect(finite.length).toBeGreaterThanOrEqual(5);
  for (const [name] of finite.filter(([name]) => name >= '4')) {
    const twin = Object.keys(expectedOfMadeUp).find(
      (other) => Number(other.slice(0, 2)) === Number(name.slice(0, 2)) + 1,
    )!;
    expect(expectedOfMadeUp[twin]).toMatchObject({ verdict: 'deadlock' });
  }
});

describe('every report as a file of threads', () => {
  test.each(Object.entries(expected))('%s', async (name, one) => {
    const { code, out, err } = await proposed(textOf.get(name)!);
    if ('not' in one) {
      expect([code, out]).toEqual([2, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
      return;
    }
    expect([code, tooWide(out)]).toEqual([0, []]);
    const [side, ...others] = judgeThreads(name, out, { states: 200_000 });
    expect(others).toEqual([]);
    expect([side!.verdict, side!.problems, side!.report.stopped]).toEqual([one.verdict, [], null]);
    // Nothing in it is dead: a line that no run reaches would be there for show.
    if (one.verdict === 'finite') expect(side!.unreached).toEqual([]);
  });
});

/** The number of a line is where the report shows it. */
test('every function says where in the log it is shown, and the lock is named on that line', async () => {
  let asked = 0;
  for (const name of Object.keys(expectedOfReal)) {
    const lines = textOf.get(name)!.split('\n');
    const { out } = await proposed(textOf.get(name)!);
    const functions = out.split('\n').filter((line) => /^\w+ \w+\(\)/.test(line));
    const before = out.split('\n').map((line, index, every) => every[index - 1] ?? '');
    for (const one of functions)
      expect(before[out.split('\n').indexOf(one)], `${name}: ${one}`).toMatch(/^\/\/ /);
    for (const [, number, mark] of out.matchAll(/line (\d+) \(#(\d+)\)/g)) {
      const at = lines.slice(Number(number) - 1, Number(number)).join('');
      expect(at, `${name}, line ${number}`).toContain(`-> #${mark}`);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(100);
});

test("lockdep's answer to the file is the kind of the report, where nothing is left out", async () => {
  let asked = 0;
  for (const [name] of reports) {
    const { code, out } = await proposed(textOf.get(name)!);
    const wanted = /^lockdep (\w+);$/m.exec(out)?.[1];
    if (code !== 0 || wanted === undefined) continue;
    const [side] = judgeThreads(name, out, { states: 200_000 });
    expect([name, kindsOf(side!.order)]).toEqual([name, expect.arrayContaining([wanted])]);
    asked++;
  }
  expect(asked).toBeGreaterThan(25);
});

describe('each finite one turns when what makes it finite is taken away', () => {
  const verdictOf = (text: string) => judgeThreads('x', text, { states: 200_000 })[0]!.verdict;
  test.each([
    ['40-gate', /^.*foo_gate\);.*\n/gm, ''],
    ['46-timed-wait', /wait_for_completion_timeout\(&done, 1\);/, 'wait_for_completion(&done);'],
    ['48-ordered-workqueue', /ordered \| /, ''],
    [
      '42-primed-by-a-driver',
      /^work |^kthread drm_sched/m,
      'kthread grows() { mutex_lock(&foo_q_lock); kmalloc(64, GFP_KERNEL); mutex_unlock(&foo_q_lock); }\n$&',
    ],
    [
      '44-boot-alone',
      /\{\n(\t.*\n\t.*\n\t.*\n\t.*\n)((?:\t.*\n){4})/,
      '{\n$1}\nkthread second() {\n$2',
    ],
  ])('%s', async (name, what, instead) => {
    const { out } = await proposed(textOf.get(name)!);
    const changed = out.replace(/^lockdep .*\n/m, '').replace(what, instead);
    expect(changed).not.toBe(out);
    expect([verdictOf(out), verdictOf(changed)]).toEqual(['finite', 'deadlock']);
  });
});

describe('a sleep in atomic context', () => {
  const frames = (names: readonly string[]): string[] =>
    ['Call Trace:', ' <TASK>'].concat(
      names.map((name) => `  ${name}+0x10/0x20`),
      ' </TASK>',
    );
  const heading = [
    'BUG: sleeping function called from invalid context at kernel/locking/mutex.c:582',
    'in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 42, name: foo',
  ];
  const held = (line: string): string[] => ['1 lock held by foo/42:', ` #0: ${line}`];
  const process = ['foo_submit', 'foo_ioctl', 'drm_ioctl_kernel', 'drm_ioctl', '__x64_sys_ioctl'];
  const spin = 'ffff888100000010 (&foo->job_lock){+.+.}-{2:2}, at: foo_submit+0x10/0x20';
  const mutex = 'ffff888100000010 (&foo->big_lock){+.+.}-{4:4}, at: foo_submit+0x10/0x20';
  const locks = ['__might_resched', '__mutex_lock', 'mutex_lock_nested'];

  test.each([
    [
      'a mutex under a lock that spins',
      [...heading, ...held(spin), ...frames([...locks, ...process])],
      /spin_lock\(&foo_job_lock\).*\n.*mutex_lock\(&foo_submit_lock\)/,
    ],
    [
      'a fence is waited for in an interrupt',
      [
        ...heading,
        ...frames([
          '__might_resched',
          'dma_fence_wait_timeout',
          'foo_irq',
          '__handle_irq_event_percpu',
        ]),
      ],
      /irq foo_irq\(\) \{\n\tdma_fence_wait\(&fence, false\)/,
    ],
    [
      'user memory is copied under a lock that spins',
      [...heading, ...held(spin), ...frames(['__might_resched', '__might_fault', ...process])],
      /spin_lock\(&foo_job_lock\).*\n.*copy_to_user\(\)/,
    ],
    [
      'a lock of a kernel that checks how raw locks nest',
      [...heading, ...held(spin.replace('{2:2}', '{3:3}')), ...frames([...locks, ...process])],
      /spin_lock\(&foo_job_lock\)/,
    ],
    [
      'nobody knows what sleeps',
      [...heading, ...held(spin), ...frames(['__might_resched', 'foo_helper', ...process])],
      /might_sleep\(\)/,
    ],
  ])('%s', async (name, lines, text) => {
    const { code, out } = await proposed(lines.join('\n'));
    expect([code, tooWide(out)]).toEqual([0, []]);
    expect(out).toMatch(text);
    expect(judgeThreads(name, out, { states: 10_000 })[0]!.verdict).toBe('broken');
  });

  test.each([
    [
      'what is held may sleep itself',
      [...heading, ...held(mutex), ...frames([...locks, ...process])],
    ],
    ['nothing says what is held', [...heading, ...frames([...locks, ...process])]],
    ['there is no call trace', heading],
  ])('%s: nothing is made up', async (_, lines) => {
    const { code, out, err } = await proposed(lines.join('\n'));
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toContain('neither an interrupt nor the lock');
  });
});

describe('text of a log is never more than a name or a comment', () => {
  const hostile = [
    '*/ } K "x" {',
    '"; expect finite; //',
    'a\u001b[31mb',
    'kmalloc',
    'if',
    '\u202eevil',
    'ü'.repeat(300),
    'x'.repeat(5000),
    '1234',
    '((((',
  ];
  const report = (lock: string, frame: string): string =>
    [
      'WARNING: possible circular locking dependency detected',
      'evil/1 is trying to acquire lock:',
      `ffff888100000010 (${lock}){+.+.}-{4:4}, at: f+0x1/0x2`,
      'but task is already holding lock:',
      'ffff888100000020 (&b->lock){+.+.}-{4:4}, at: g+0x1/0x2',
      'the existing dependency chain (in reverse order) is:',
      '-> #1 (&b->lock){+.+.}-{4:4}:',
      `       __mutex_lock+0x1/0x2\n       ${frame}+0x1/0x2`,
      `-> #0 (${lock}){+.+.}-{4:4}:`,
      '       __mutex_lock+0x1/0x2\n       f+0x1/0x2',
      'other info that might help us debug this:',
    ].join('\n');
  test.each(hostile.flatMap((text) => [[text, 'g'] as const, ['&a->lock', text] as const]))(
    '%j %j',
    async (lock, frame) => {
      const { code, out } = await proposed(report(lock.replaceAll(/[{}\n]/g, ' '), frame));
      if (code !== 0) return;
      // eslint-disable-next-line no-control-regex
      expect(out).toMatch(/^[\t\n\u0020-\u007e]*$/);
      expect(tooWide(out)).toEqual([]);
      expect(() => sidesOfFile('x', out, kernelCalls)).not.toThrow();
    },
  );
});

test('-o writes the file, whole; --report takes one of several; what does not fit together is refused', async () => {
  const path = file('', 'out.litmus');
  const text = textOf.get('40-gate')!;
  const written = await proposed(text, '-o', path);
  expect([written.code, written.out]).toEqual([0, '']);
  expect(readFileSync(path, 'utf8')).toMatch(/^K LOCKDEP\+foo_a_lock\+foo_b_lock\n/);

  const both = `${textOf.get('49-unordered-workqueue')!}\n${text}`;
  const first = await proposed(both);
  expect(first.err).toMatch(/Other reports of this log begin at: \d+/);
  const line = /begin at: (\d+)/.exec(first.err)![1]!;
  const second = await proposed(both, '--report', line);
  expect(second.out).toContain('foo_ioctl_free');
  expect((await proposed(both, '--report', '3')).err).toMatch(
    /no report begins at line 3; reports begin at/,
  );

  const log = file(text, 'twice.txt');
  for (const argv of [
    [log, log, '--propose'],
    [log, '-o', path],
    [log, '--propose', '--json'],
    [log, '--report', '1'],
  ]) {
    const { code, err } = await cli('log', ...argv);
    expect([code, err.split('\n').length]).toEqual([2, 2]);
  }
});

test('the built command pipes it into litmus', () => {
  const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
  expect(existsSync(main), 'npm run build comes first').toBe(true);
  const log = spawnSync(process.execPath, [main, 'log', '-', '--propose'], {
    input: textOf.get('41-gate-of-two-objects'),
    encoding: 'utf8',
  });
  const litmus = spawnSync(process.execPath, [main, 'litmus', '-'], {
    input: log.stdout,
    encoding: 'utf8',
  });
  expect([log.status, litmus.status]).toEqual([0, 1]);
  expect(litmus.stdout).toContain('deadlock');
});
