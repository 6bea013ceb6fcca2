import { describe, expect, test } from 'vitest';
import { exitOf } from './answers.ts';
import { rulesOf, summaryOf } from './reading.ts';

const frames = [
  'dma_fence_default_wait',
  'dma_fence_wait_timeout',
  'msm_gem_shrinker_scan',
  'shrink_slab',
  'try_to_free_pages',
  'recover_worker',
];
const calm = ['schedule', 'do_nanosleep', 'hrtimer_nanosleep'];

describe('every call trace that is printed is judged', () => {
  const sources: Readonly<Record<string, (list: readonly string[]) => string>> = {
    'sysrq-w': (list) =>
      [
        'sysrq: Show Blocked State',
        'task:foo-worker      state:D stack:0     pid:154   tgid:154   ppid:2      flags:0x00000010',
        'Call trace:',
        ...list.map((frame) => ` ${frame}+0x10/0x20`),
      ].join('\n'),
    'sysrq-t': (list) =>
      [
        'sysrq: Show State',
        'task:foo-worker      state:S stack:0     pid:154   tgid:154   ppid:2      flags:0x00000010',
        'Call Trace:',
        ' <TASK>',
        ...list.map((frame) => ` ${frame}+0x10/0x20`),
        ' </TASK>',
      ].join('\n'),
    '/proc/PID/stack': (list) =>
      ['# cat /proc/154/stack', ...list.map((frame) => `[<0>] ${frame}+0x10/0x20`)].join('\n'),
    '/proc/PID/stack without its path': (list) =>
      list.map((frame) => `[<0>] ${frame}+0x10/0x20`).join('\n'),
    'bt of crash': (list) =>
      [
        'PID: 154      TASK: ffff888101020304  CPU: 3    COMMAND: "foo-worker"',
        ...list.map((frame, at) => ` #${at} [ffffc90000abcd00] ${frame} at ffffffff8123456${at}`),
      ].join('\n'),
  };
  test.each(Object.entries(sources))('%s', async (_, source) => {
    const summary = await summaryOf(source(frames));
    expect(rulesOf(summary)).toEqual(['CDC-3']);
    expect(summary.tasks[0]!.says).toContain('recovery reclaims memory');
    // The same trace without the wait breaks nothing.
    const other = await summaryOf(source(calm)).catch(() => null);
    expect(other === null ? [] : rulesOf(other)).toEqual([]);
  });
  test('a call trace under another report is not that of the task before', async () => {
    const { tasks } = await summaryOf(
      [
        'INFO: task Xorg:42 blocked for more than 122 seconds.',
        'Call Trace:',
        ' schedule+0x1/0x2',
        'WARNING: CPU: 1 PID: 7 at net/core/dev.c:100 netdev_rx+0x2e5/0x310',
        'Call Trace:',
        ...frames.map((frame) => ` ${frame}+0x1/0x2`),
      ].join('\n'),
    );
    expect(tasks.map(({ rule }) => rule)).toEqual(['']);
  });
});

describe('rules of call traces', () => {
  const hung = (name: string, trace: readonly string[], more: readonly string[] = []): string[] => [
    `INFO: task ${name.replace('/', ':')} blocked for more than 122 seconds.`,
    `task:${name.split('/')[0]!.padEnd(15)} state:D stack:0     ` +
      `pid:${name.split('/')[1]}   tgid:1   ppid:2      flags:0x00004000`,
    ...more,
    'Call Trace:',
    ...trace.map((frame) => ` ${frame}+0x1/0x2`),
  ];
  const flushes = ['__schedule', 'schedule_timeout', 'wait_for_completion', '__flush_work'];
  const works = ['foo_release', 'foo_restore_work', 'process_one_work', 'worker_thread', 'kthread'];

  test('a worker that flushes itself', async () => {
    const trace = [...flushes, ...works];
    const queue = ['Workqueue: events foo_restore_work [foo]'];
    const summary = await summaryOf(hung('kworker/150', trace, queue).join('\n'));
    expect([rulesOf(summary), exitOf(summary)]).toEqual([['WQ-1'], 1]);
    expect(summary.tasks[0]!.says).toContain('a worker waits for a work to end');
    // An ioctl may wait for a work, and a worker that only stands there for a moment too.
    const ioctl = await summaryOf(
      hung('app/150', [...flushes, 'foo_ioctl', 'drm_ioctl']).join('\n'),
    );
    expect(rulesOf(ioctl)).toEqual([]);
    expect(exitOf(ioctl)).toBe(3);
    const moment = await summaryOf(
      ['sysrq: Show State', ...hung('kworker/150', trace).slice(1)].join('\n'),
    );
    expect([rulesOf(moment), exitOf(moment)]).toEqual([[], 3]);
  });

  const notifier = [
    '__mutex_lock',
    'mutex_lock_nested',
    'foo_invalidate',
    '__mmu_notifier_invalidate_range_start',
    'try_to_unmap_one',
    'shrink_node',
    'try_to_free_pages',
  ];
  const lists = (...of: readonly (readonly [string, readonly string[]])[]): string[] => [
    'Showing all locks held in the system:',
    ...of.flatMap(([name, locks]) => [
      `${locks.length} locks held by ${name}:`,
      ...locks.map((lock, at) => ` #${at}: ${lock}`),
    ]),
  ];
  const range = 'ffff888101 (&foo->range_lock){+.+.}-{4:4}, at: foo_map+0x1/0x2';
  const again = 'ffff888101 (&foo->range_lock){+.+.}-{4:4}, at: foo_invalidate+0x1/0x2';
  const other = 'ffff888102 (&foo->range_lock){+.+.}-{4:4}, at: foo_invalidate+0x1/0x2';

  test('a notifier that waits for a lock under which its own task allocates', async () => {
    const trace = [...notifier, '__alloc_pages', 'foo_map', 'foo_ioctl'];
    const own = [...hung('app/7', trace), ...lists(['app/7', [range, again]])];
    const summary = await summaryOf(own.join('\n'));
    expect([rulesOf(summary), exitOf(summary)]).toEqual([['L-6'], 1]);
    expect(summary.tasks[0]!.chain).toContain('app:7 waits for &foo->range_lock, held by app:7');
    // Two objects: nobody is seen to hold the second.
    const two = [...hung('app/7', trace), ...lists(['app/7', [range, other]])];
    expect(rulesOf(await summaryOf(two.join('\n')))).toEqual([]);
  });
  test('a notifier that waits for a lock under which another task reclaims', async () => {
    const holder = ['shrink_node', 'try_to_free_pages', '__alloc_pages', 'foo_map', 'foo_ioctl'];
    const text = [
      ...hung('kswapd0/50', notifier.slice(0, 6)),
      ...hung('app/7', holder),
      ...lists(['kswapd0/50', [again]], ['app/7', [range]]),
    ].join('\n');
    const summary = await summaryOf(text);
    expect(rulesOf(summary)).toContain('L-6');
    expect(exitOf(summary)).toBe(1);
    // A holder that only sleeps has no memory to wait for.
    const calm = text.replaceAll(
      / (?:shrink_node|try_to_free_pages|__alloc_pages)\+.*\n(?= |Showing)/g,
      (frame, at: number) => (at > text.indexOf('task:app') ? '' : frame),
    );
    expect(calm).not.toBe(text);
    expect(rulesOf(await summaryOf(calm))).not.toContain('L-6');
  });
});

describe('warnings by their assertion', () => {
  const line = (file: string, at: number, name: string): string =>
    `WARNING: CPU: 3 PID: 257 at ${file}:${at} ${name}+0xac/0xe8`;
  const comm = (version: string): string =>
    `CPU: 3 UID: 0 PID: 257 Comm: app Not tainted ${version} #1`;
  test.each([
    ['6.12.5', 296, 'L-7'],
    ['6.12.5', 301, 'R-3'],
    ['6.1.0-rc3+', 284, 'L-7'],
    ['6.1.140', 289, 'R-3'],
    // Not in the table: all that it may be.
    ['6.15.0', 301, 'L-7 or R-3'],
  ])('%s: dma_resv_add_fence, line %i: %s', async (version, at, rule) => {
    const summary = await summaryOf(
      [line('drivers/dma-buf/dma-resv.c', at, 'dma_resv_add_fence'), comm(version)].join('\n'),
    );
    expect(rulesOf(summary)).toEqual([rule]);
    expect(exitOf(summary)).toBe(1);
  });
  test('an inline function warns in the name of its caller', async () => {
    const summary = await summaryOf(
      [line('include/linux/dma-fence.h', 582, 'foo_set_error'), comm('6.12.0')].join('\n'),
    );
    expect(rulesOf(summary)).toEqual(['F-4']);
    expect(summary.findings[0]!.notes![0]).toContain('inlined into foo_set_error');
  });
  test('names of the package outside the tree', async () => {
    const text = line('/var/lib/dkms/amdgpu/6.8/build/ttm/ttm_bo.c', 256, 'amdttm_bo_release');
    expect(rulesOf(await summaryOf(text))).toEqual(['P-2']);
  });
  test('an assertion of a file that no table has is listed', async () => {
    const summary = await summaryOf(line('drivers/gpu/drm/foo/foo.c', 12, 'foo_bar'));
    expect([rulesOf(summary), exitOf(summary)]).toEqual([[], 3]);
    expect(summary.unjudged.list).toMatchObject([{ kind: 'kernel warning', where: 'foo_bar' }]);
  });
  test('a sentence and the warning that prints it are one event', async () => {
    const { broken, unjudged } = await summaryOf(
      [
        'Fence drm_sched:gfx:191:2 released with pending signals!',
        line('drivers/dma-buf/dma-fence.c', 538, 'dma_fence_release'),
      ].join('\n'),
    );
    expect(broken).toMatchObject([{ rule: 'F-5', count: 1 }]);
    expect(unjudged.list).toEqual([]);
  });
});

test('lz4 is refused by name', async () => {
  const packed = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x64, 0x40, 0xa7]);
  await expect(summaryOf(packed)).rejects.toThrow('packed by lz4: unpack it first');
});

test('a lock report and a hung task, printed at once by two tasks, are both read', async () => {
  const lock = [
    'WARNING: possible circular locking dependency detected',
    '6.12.0 #1 Not tainted',
    'kworker/0:1/12 is trying to acquire lock:',
    'ffff888100000010 (&vm->lock){+.+.}-{3:3}, at: x_work+0x20/0x90 [x]',
    'but task is already holding lock:',
    'ffffffff82a00000 (dma_fence_map){++++}-{0:0}, at: x_work+0x10/0x90 [x]',
    'the existing dependency chain (in reverse order) is:',
    '-> #1 (dma_fence_map){++++}-{0:0}:',
    '       dma_fence_wait_timeout+0x60/0x2a0',
    '       x_ioctl+0x80/0xf0 [x]',
    '-> #0 (&vm->lock){+.+.}-{3:3}:',
    '       __mutex_lock+0xab/0xd80',
    '       x_work+0x20/0x90 [x]',
  ];
  const hung = [
    'INFO: task kworker/u16:3:1234 blocked for more than 122 seconds.',
    '      Not tainted 6.12.0 #1',
    'task:kworker/u16:3   state:D stack:0     pid:1234  tgid:1234  ppid:2      flags:0x00004000',
    'Call Trace:',
    ' <TASK>',
    ' schedule+0x27/0xf0',
    ' dma_fence_default_wait+0x1d5/0x250',
    ' dma_fence_wait_timeout+0x11e/0x140',
    ' y_work+0x9d/0x1c0 [y]',
    ' </TASK>',
  ];
  const of = (caller: string) => (line: string) => `[   42.000001][ ${caller}] ${line}`;
  const [first, second] = [lock.map(of('  T12')), hung.map(of('T1234'))];
  const both = first.flatMap((line, index) => [line, ...second.slice(index, index + 1)]);
  expect(rulesOf(await summaryOf(both.join('\n'))).toSorted()).toEqual(['F-6', 'L-5']);
});
