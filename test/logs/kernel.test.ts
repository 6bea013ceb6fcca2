import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../src/logs/clean-line.ts';
import { rulesOf, summaryOf } from './reading.ts';

const stamped = (text: string, caller = ''): string =>
  text
    .split('\n')
    .map((line, at) => `[ ${(100 + at / 1000).toFixed(6)}]${caller} ${line}`)
    .join('\n');

describe('what stands before a line', () => {
  test.each([
    '[   35.389824] WARNING: x',
    '> [   35.389824] WARNING: x',
    '<4>[   35.389824] WARNING: x',
    '[  +0.006347] WARNING: x',
    '[   35.389824][  T123] WARNING: x',
    'Nov 21 01:02:03 host kernel: [   35.389824] WARNING: x',
    'Nov 21 01:02:03 host kernel: WARNING: x',
    '2024-05-01T10:00:00.123456+0200 host kernel: WARNING: x',
    'kern  :warn  : [   35.389824] WARNING: x',
    '[Fri Nov 21 01:02:03 2025] WARNING: x',
    '4,1072,209927860,-;WARNING: x',
    'Mar 31 19:37:52 host 4,1077,209927871,c;WARNING: x',
    '4,12,99,-,caller=T7;WARNING: x',
    '> > WARNING: x',
    '| WARNING: x',
  ])('%s', (line) => {
    expect(cleanLine(line).text).toBe('WARNING: x');
  });
});

describe('warnings of the kernel', () => {
  test('a fence released with pending signals', async () => {
    const summary = await summaryOf(
      stamped(
        '------------[ cut here ]------------\n' +
          'Fence drm_sched:gfx:191:2 released with pending signals!\n' +
          'WARNING: CPU: 3 PID: 1234 at drivers/dma-buf/dma-fence.c:549 ' +
          'dma_fence_release+0x1ea/0x1f0',
      ),
    );
    expect(rulesOf(summary)).toEqual(['F-5']);
    expect(summary.findings[0]!.text).toContain('drm_sched:gfx:191:2');
  });
  test.each([
    [
      'WARNING: CPU: 4 PID: 2261 at drivers/gpu/drm/ttm/ttm_bo.c:512 ttm_bo_release+0x2e5/0x310 [ttm]',
      'P-2',
    ],
    [
      'WARNING: [bo->pin_count] drivers/gpu/drm/ttm/ttm_bo.c:256 at ' +
        'ttm_bo_release+0x2f8/0x300 [ttm], CPU#3: kworker/3:1/123',
      'P-2',
    ],
    [
      'WARNING: drivers/gpu/drm/ttm/ttm_bo.c:617 at ttm_bo_unpin+0x2f8/0x300 [ttm], CPU#3: kworker/3:1/123',
      'L-7 or P-2 or P-1',
    ],
    [
      'WARNING: CPU: 4 PID: 2261 at drivers/dma-buf/dma-buf.c:100 dma_buf_release+0x2e5/0x310',
      'D-10',
    ],
  ])('%s', async (line, rule) => {
    expect(rulesOf(await summaryOf(stamped(line)))).toEqual([rule]);
  });
  test('another warning is none of ours', async () => {
    expect(
      rulesOf(
        await summaryOf(
          stamped('WARNING: CPU: 4 PID: 2261 at net/core/dev.c:100 netdev_rx+0x2e5/0x310'),
        ),
      ),
    ).toEqual([]);
  });
});

describe('tasks that hang', () => {
  const task = (name: string, pid: number, frames: readonly string[], more = ''): string =>
    [
      `INFO: task ${name}:${pid} blocked for more than 122 seconds.`,
      '      Not tainted 6.12.0 #1',
      '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
      `task:${name.padEnd(15)} state:D stack:0     pid:${pid}   tgid:${pid}   ppid:2      flags:0x00004000`,
      'Call Trace:',
      ' <TASK>',
      ...frames.map((frame) => ` ${frame}+0x1a/0x2b [msm]`),
      ' </TASK>',
      more,
    ].join('\n');
  test('recovery reclaims, and reclaim waits for a fence', async () => {
    const summary = await summaryOf(
      stamped(
        task('kworker/u16:1', 77, [
          '__schedule',
          'schedule',
          'schedule_timeout',
          'dma_fence_default_wait',
          'dma_fence_wait_timeout',
          'dma_resv_wait_timeout',
          'wait_for_idle',
          'active_evict',
          'drm_gem_lru_scan',
          'msm_gem_shrinker_scan',
          'do_shrink_slab',
          'shrink_slab',
          'shrink_node',
          'do_try_to_free_pages',
          'try_to_free_pages',
          '__alloc_pages_slowpath.constprop.0',
          '__alloc_pages',
          'a6xx_gmu_start',
          'a6xx_recover',
          'recover_worker',
          'kthread_worker_fn',
          'kthread',
        ]),
      ),
    );
    expect(rulesOf(summary)).toEqual(['CDC-3']);
    expect(summary.tasks[0]!.says).toBe(
      'recovery reclaims memory and waits for a fence that only it can signal',
    );
    expect(summary.tasks[0]!.notes!.join('\n')).toContain('recover_worker -> a6xx_recover');
    expect(summary.tasks[0]!.notes!.join('\n')).toContain('RECOVERY+allocates');
  });
  test('who waits for a fence, and who for a lock', async () => {
    const text = [
      task('Xorg', 42, [
        '__schedule',
        'dma_fence_default_wait',
        'dma_fence_wait_timeout',
        'amdgpu_bo_sync_wait',
        'amdgpu_gem_va_ioctl',
      ]),
      task(
        'kworker/1:2',
        43,
        [
          '__schedule',
          'schedule_preempt_disabled',
          '__mutex_lock',
          'amdgpu_device_gpu_recover',
          'amdgpu_job_timedout',
          'drm_sched_job_timedout',
        ],
        'INFO: task kworker/1:2:43 is blocked on a mutex likely owned by task Xorg:42.',
      ),
    ].join('\n');
    const summary = await summaryOf(stamped(text));
    expect(rulesOf(summary)).toEqual(['F-6', 'L-5']);
    expect(summary.tasks[1]!.chain).toEqual([
      'kworker/1:2:43 waits for mutex, held by Xorg:42',
      'Xorg:42 waits for a fence',
    ]);
  });
  test.each([
    // sched_show_task before v5.11: name, state, stack, number, parent, flags.
    ['before v5.11', 'kodi-gbm        D    0    42    46 0x0000022c', 'Call trace:'],
    [
      'until v6.6',
      'task:kodi-gbm        state:D stack:    0 pid:   42 ppid:    46 flags:0x00004002',
      'Call Trace:',
    ],
    [
      'since',
      'task:kodi-gbm        state:D stack:0     pid:42    tgid:42    ppid:46     task_flags:0x400140 flags:0x00004000',
      'Call Trace:',
    ],
  ])('a task as kernels print it: %s', async (_, head, trace) => {
    const text = [
      'INFO: task kodi-gbm:42 blocked for more than 120 seconds.',
      '      Tainted: P           OE    4.15.0 #38',
      '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
      head,
      'Workqueue: events delayed_fput',
      trace,
      ' __schedule+0x291/0x8a0',
      ' ? __wake_up_common_lock+0x8e/0xc0',
      ' dma_fence_default_wait+0x1a0/0x1d8',
      ' dma_fence_wait_timeout+0x1c/0x38',
      ' lima_vm_bo_del+0x1b8/0x1d0 [lima]',
    ].join('\n');
    for (const log of [
      stamped(text),
      text.replaceAll(/^/gm, '14:16:27.894416 host kernel: '),
      text.replaceAll(/^/gm, '[Wed Sep 26 00:30:18 2018] '),
    ]) {
      const summary = await summaryOf(log);
      expect(summary.tasks).toMatchObject([
        { rule: 'F-6', object: 'kodi-gbm:42', chain: ['kodi-gbm:42 waits for a fence'] },
      ]);
    }
  });
  test.each([
    ['INFO: task two:43 is blocked on a mutex likely owned by task one:42.', 'mutex'],
    ['INFO: task two:43 blocked on a semaphore likely last held by task one:42', 'semaphore'],
    [
      'INFO: task two:43 <writer> blocked on an rw-semaphore likely owned by task one:42 <reader>',
      'rw-semaphore',
    ],
  ])('%s', async (owner, what) => {
    const summary = await summaryOf(
      stamped(
        [
          task('one', 42, ['__schedule', 'dma_fence_default_wait', 'f']),
          task('two', 43, ['__schedule', 'down_write', 'g'], owner),
        ].join('\n'),
      ),
    );
    expect(summary.tasks[1]!.chain).toEqual([
      `two:43 waits for ${what}, held by one:42`,
      'one:42 waits for a fence',
    ]);
  });
  test('locks in the list of all that are held', async () => {
    const text = [
      task('one', 1, ['__schedule', '__mutex_lock', 'mutex_lock_nested', 'foo_ioctl']),
      task('two', 2, ['__schedule', '__mutex_lock', 'mutex_lock_nested', 'bar_ioctl']),
      'Showing all locks held in the system:',
      '2 locks held by one/1:',
      ' #0: ffff888101 (&a->lock){+.+.}-{3:3}, at: foo_ioctl+0x1/0x2',
      ' #1: ffff888102 (&b->lock){+.+.}-{3:3}, at: foo_ioctl+0x5/0x20',
      '2 locks held by two/2:',
      ' #0: ffff888102 (&b->lock){+.+.}-{3:3}, at: bar_ioctl+0x1/0x2',
      ' #1: ffff888101 (&a->lock){+.+.}-{3:3}, at: bar_ioctl+0x5/0x20',
    ].join('\n');
    const summary = await summaryOf(stamped(text));
    expect(summary.tasks[0]!.chain).toEqual([
      'one:1 waits for &b->lock, held by two:2',
      'two:2 waits for &a->lock, held by one:1',
      'and so round in a circle',
    ]);
  });
});

describe('other lock reports', () => {
  test('invalid wait context', async () => {
    const { locks } = await summaryOf(
      stamped(
        [
          '=============================',
          '[ BUG: Invalid wait context ]',
          '6.12.0 #1 Not tainted',
          '-----------------------------',
          'swapper/1/0 is trying to lock:',
          'ffff8881fa40bf58 (&fence_drv->lock){-.-.}-{3:3}, at: foo_irq+0x10/0x20 [foo]',
          'other info that might help us debug this:',
          'context-{2:2}',
          '1 lock held by swapper/1/0:',
          ' #0: ffffffff82318c80 (rcu_read_lock){....}-{1:3}, at: bar+0x1/0x2',
          'stack backtrace:',
          'Call Trace:',
          ' foo_irq+0x10/0x20',
        ].join('\n'),
      ),
    );
    expect(locks).toMatchObject([{ rule: 'L-4', report: 'wait context', object: 'swapper/1/0' }]);
    expect(locks[0]!.says).toContain('&fence_drv->lock');
  });
  // Lines as print_lock_invalid_wait_context of kernel/locking/lockdep.c prints them; 2 a raw
  // spinlock, 3 a spinlock, 4 a mutex, 5 a task.
  const waitContext = (taken: string, context: string, held: readonly string[]): string =>
    [
      '=============================',
      '[ BUG: Invalid wait context ]',
      '6.12.0 #1 Not tainted',
      '-----------------------------',
      'test/42 is trying to lock:',
      `ffff0000039e4c88 (${taken}, at: take_it+0x10/0x1c`,
      'other info that might help us debug this:',
      context,
      `${held.length} locks held by test/42:`,
      ...held.map(
        (lock, at) => ` #${at}: ffff00000335318${at} (${lock}, at: hold_it${at}+0xe0/0x190`,
      ),
      'stack backtrace:',
      'Call trace:',
      ' dump_stack+0x18/0x44',
      ' __lock_acquire+0x9e0/0xbf8',
      ' take_it+0x10/0x1c',
      ' caller_of_it+0x1/0x2',
    ].join('\n');
  test.each([
    [
      'a spinlock under a raw one',
      'context-{5:5}',
      '&fence->lock){....}-{3:3}',
      ['&dev->mutex){....}-{4:4}', '&irq_desc_lock_class){....}-{2:2}'],
      '&irq_desc_lock_class',
      '&fence->lock, a spinlock, which sleeps on PREEMPT_RT, is taken while ' +
        '&irq_desc_lock_class, a raw spinlock, is held',
    ],
    [
      'a mutex under a spinlock',
      'context-{5:5}',
      '&gpu->lock){+.+.}-{4:4}',
      ['rcu_read_lock){....}-{1:3}', '&ring->lock){....}-{3:3}', '&raw){....}-{2:2}'],
      '&raw',
      '&gpu->lock, a lock that sleeps, is taken while &raw, a raw spinlock, is held',
    ],
    [
      'a mutex in a section of RCU',
      'context-{5:5}',
      '&gpu->lock){+.+.}-{4:4}',
      ['rcu_read_lock){....}-{1:3}'],
      'rcu_read_lock',
      '&gpu->lock, a lock that sleeps, is taken while rcu_read_lock, {....}-{1:3}, is held',
    ],
    [
      'in an interrupt',
      'context-{2: 2}',
      '&fence->lock){....}-{3:3}',
      ['&dev->mutex){....}-{4:4}'],
      null,
      '&fence->lock, a spinlock, which sleeps on PREEMPT_RT, is taken where that kind of lock may not be',
    ],
  ])('invalid wait context: %s', async (_, context, taken, held, under, says) => {
    const { locks } = await summaryOf(stamped(waitContext(taken, context, held)));
    expect(locks).toMatchObject([{ rule: 'L-4', says }]);
    expect(locks[0]!.cycle.map(({ held: outer, isNew, breaks }) => [outer, isNew, breaks])).toEqual(
      under === null ? [] : [[under, true, 'L-4']],
    );
  });
  test('irq-safe over irq-unsafe', async () => {
    const { locks } = await summaryOf(
      stamped(
        [
          'WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected',
          '6.12.0 #1 Not tainted',
          '-----',
          'Xorg/42 [HC0[0]:SC0[0]:HE0:SE1] is trying to acquire:',
          'ffff888101020304 (&b->lock){+.+.}-{2:2}, at: take_b+0x1/0x2',
          '',
          'and this task is already holding:',
          'ffff888101020305 (&a->lock){-...}-{2:2}, at: take_a+0x1/0x2',
          'which would create a new lock dependency:',
          ' (&a->lock){-...}-{2:2} -> (&b->lock){+.+.}-{2:2}',
          '',
          'but this new dependency connects a HARDIRQ-irq-safe lock:',
          ' (&a->lock){-...}-{2:2}',
          '... which became HARDIRQ-irq-safe at:',
          '  irq_handler+0x1/0x2',
          'other info that might help us debug this:',
          ' *** DEADLOCK ***',
          '2 locks held by Xorg/42:',
          ' #0: ffff888101020305 (&a->lock){-...}-{2:2}, at: take_a+0x1/0x2',
        ].join('\n'),
      ),
    );
    expect(locks).toMatchObject([{ rule: 'L-3', report: 'irq order', object: 'Xorg/42' }]);
    expect(locks[0]!.cycle.map(({ held, taken }) => [held, taken])).toContainEqual([
      '&a->lock',
      '&b->lock',
    ]);
  });
  test('two reports, and a task of another CPU in between', async () => {
    const report = [
      'WARNING: possible recursive locking detected',
      'a/1 is trying to acquire lock:',
      'ffff888101020304 (&x->lock){+.+.}-{3:3}, at: f+0x1/0x2',
      'but task is already holding lock:',
      'ffff888101020305 (&x->lock){+.+.}-{3:3}, at: g+0x1/0x2',
      'stack backtrace:',
      ' f+0x1/0x2',
    ].join('\n');
    const lines = stamped(report, '[    T1]').split('\n');
    const { locks } = await summaryOf(
      [
        ...lines.slice(0, 3),
        '[  100.1][    T9] ffff888101020399 (&other->lock){+.+.}-{3:3}, at: zzz+0x1/0x2',
        ...lines.slice(3),
        stamped(report, '[    T1]'),
      ].join('\n'),
    );
    expect(locks.map(({ rule, object }) => [rule, object])).toEqual([
      ['L-2', 'a/1'],
      ['L-2', 'a/1'],
    ]);
    expect(JSON.stringify(locks)).not.toContain('other->lock');
  });
  test('a mail about one is none', async () => {
    expect(
      rulesOf(
        await summaryOf(
          '[ 1.000000] boot\nSubject: WARNING: possible circular locking dependency detected ' +
            'in foo\nI see an inconsistent lock state here.\n',
        ),
      ),
    ).toEqual([]);
  });
  test('the dma_resv lock in the signaling path', async () => {
    const { locks } = await summaryOf(
      [
        'WARNING: possible circular locking dependency detected',
        'k/1 is trying to acquire lock:',
        'ffff888101020304 (reservation_ww_class_mutex){+.+.}-{3:3}, at: f+0x1/0x2',
        'but task is already holding lock:',
        'ffff888101020305 (dma_fence_map){++++}-{0:0}, at: g+0x1/0x2',
        'the existing dependency chain (in reverse order) is:',
        '-> #1 (dma_fence_map){++++}-{0:0}:',
        ' __dma_fence_might_wait+0x1/0x2',
        ' dma_fence_wait_timeout+0x1/0x2',
        '-> #0 (reservation_ww_class_mutex){+.+.}-{3:3}:',
        ' __ww_mutex_lock+0x1/0x2',
        ' f+0x1/0x2',
        'other info that might help us debug this:',
      ].join('\n'),
    );
    expect(locks).toMatchObject([{ rule: 'CDC-2', litmus: 'SECTION+takes-dma-resv' }]);
  });
});
