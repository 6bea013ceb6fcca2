import { describe, expect, test } from 'vitest';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { fileText, files, rulesOf, summaryOf } from './reading.ts';

/** Events of ours and others, objects that are not seen to finish, waits. */
const traces: Record<
  string,
  readonly [ours: number, others: number, unfinished: number, waits: number]
> = {
  'catapult-dma_fence': [7, 0, 0, 1],
  'catapult-i915': [6, 8, 1, 1],
  'catapult-msm': [35, 12, 1, 0],
  'catapult-sync': [0, 16, 0, 0],
  'dma-buf-7.0': [7, 0, 0, 0],
  'dma-buf-v1': [7, 0, 0, 0],
  'gpuvis-amdgpu-head': [1106, 94, 23, 0],
  'perfetto-drm_dma_fence': [10, 0, 0, 1],
  'perfetto-drm_sched': [12, 0, 0, 0],
  'perfetto-drm_sched_617': [3, 0, 0, 0],
};

/** Rule, classes of the cycle from #0 on, steps that break the rule. */
const reports: Record<string, readonly [rule: string, cycle: string, broken: number]> = {
  'a6xx-gpu-gmu__a6xx-gpu-gmu-lock_e959b6a3': [
    'CDC-3',
    'prepare_lock fs_reclaim &devfreq->lock &df->lock &a6xx_gpu->gmu.lock',
    5,
  ],
  'c-notifiers-rwsem__devfreq-lock_4247279e': [
    'L-2',
    '&devfreq->lock &df->lock &gmu->lock dev_pm_qos_mtx &(c->notifiers)->rwsem',
    0,
  ],
  'cpuset-rwsem__mm-mmap-lock-2_65a5cd66': [
    'L-2',
    '&mm->mmap_lock#2 &cli->lock &device->mutex &cpuset_rwsem',
    0,
  ],
  'dma-fence-map__console-lock_4fbb4500': ['CDC-3', 'console_lock fs_reclaim dma_fence_map', 2],
  'dma-fence-map__devfreq-lock_f1f761a4': [
    'CDC-3',
    '&devfreq->lock fs_reclaim mmu_notifier_invalidate_range_start dma_fence_map',
    2,
  ],
  'dma-fence-map__gmu-lock_b5b16a9c': [
    'CDC-3',
    '&gmu->lock icc_lock fs_reclaim mmu_notifier_invalidate_range_start dma_fence_map',
    3,
  ],
  'fs-reclaim__reservation-ww-class_cfdd2ac1': ['S-1', 'reservation_ww_class_mutex fs_reclaim', 1],
  'gpu-lock__prepare-lock_ffeaf7ef': [
    'CDC-3',
    'prepare_lock fs_reclaim mmu_notifier_invalidate_range_start dma_fence_map &gpu->lock',
    3,
  ],
  'inconsistent-lock-st___3de17515': ['L-3', 'sync_timeline_list_lock', 0],
  'inconsistent-lock-st___862d7da2': ['L-3', 'sync_timeline_list_lock', 0],
  'msm-obj-lock__reservation-ww-class_7835cedc': [
    'L-2',
    'reservation_ww_class_mutex &msm_obj->lock',
    0,
  ],
  'ptrval-sched-job-lis__ptrval-gpu-fence-spi_b9b244a5': [
    'L-2',
    '&(&gpu->fence_spinlock)->rlock &(&sched->job_list_lock)->rlock',
    0,
  ],
  'reservation-ww-class__cli-mutex_1b3d3fb0': ['L-2', '&cli->mutex reservation_ww_class_mutex', 0],
  'reservation-ww-class__cli-mutex_a52bb147': ['L-2', '&cli->mutex reservation_ww_class_mutex', 0],
  'reservation-ww-class__opp-table-lock_107067f8': [
    'L-1',
    'opp_table_lock &opp_table->lock &sb->s_type->i_mutex_key#3 &mm->mmap_sem reservation_ww_class_mutex',
    4,
  ],
  'reservation-ww-class__opp-table-lock_38ee76e6': [
    'L-1',
    'opp_table_lock &opp_table->lock &sb->s_type->i_mutex_key#2 &mm->mmap_lock reservation_ww_class_mutex',
    4,
  ],
  'reservation-ww-class__reservation-ww-class_fc04fbdc': ['D-5', 'reservation_ww_class_mutex', 0],
  'svmm-mutex__vmm-mutex-3_60402c26': [
    'L-1',
    '&vmm->mutex#3 fs_reclaim mmu_notifier_invalidate_range_start &svmm->mutex',
    3,
  ],
};

describe('real traces', () => {
  test('are all here', () => {
    expect(files('ftrace').map((name) => name.replace('.ftrace.txt', ''))).toEqual(
      Object.keys(traces),
    );
  });
  test.each(Object.entries(traces))(
    '%s: counts, and nothing broken',
    async (name, [ours, others, unfinished, waits]) => {
      const summary = await summaryOf(fileText('ftrace', `${name}.ftrace.txt`));
      expect(summary.broken).toEqual([]);
      expect(summary.gaps.count).toBe(0);
      expect([
        summary.counts.ours,
        summary.counts.others,
        summary.unfinished.count,
        summary.waits.count,
      ]).toEqual([ours, others, unfinished, waits]);
      expect([summary.counts.unread, summary.counts.foreign]).toEqual([0, 0]);
    },
  );
  test.each(Object.keys(traces))(
    '%s: the same in pieces of 7 bytes, quoted in a mail, and with the end of its lines changed',
    async (name) => {
      const text = fileText('ftrace', `${name}.ftrace.txt`);
      const { counts } = await summaryOf(text);
      expect((await summaryOf(text, {}, 7)).counts).toEqual(counts);
      expect((await summaryOf(text.replaceAll(/^/gm, '> '))).counts.ours).toBe(counts.ours);
      const crlf = await summaryOf(text.replaceAll('\n', '\r\n'));
      expect([crlf.counts.ours, crlf.counts.unread, rulesOf(crlf)]).toEqual([counts.ours, 0, []]);
    },
  );
  test('every dma-buf carries the name of its exporter, the first one too', async () => {
    const { lines } = await summaryOf(fileText('ftrace', 'dma-buf-7.0.ftrace.txt'));
    expect(lines.map(({ label, events }) => [label, events])).toEqual([
      ['qcom,system', 5],
      ['qcom,system kgsl-3d0', 2],
    ]);
  });
  test('latencies of the desktop: 177 jobs from the ioctl to the signal', async () => {
    const { latencies, slowest } = await summaryOf(
      fileText('ftrace', 'gpuvis-amdgpu-head.ftrace.txt'),
    );
    expect(latencies.find(({ of, what }) => of === 'job' && what === 'run to done')).toMatchObject({
      count: 177,
    });
    expect(slowest[0]!.object).toBe('job context 4929 seqno 3421 (amdgpu jobs gfx)');
    expect(slowest[0]!.took / 1e6).toBeCloseTo(5.16, 1);
  });
});

describe('real lock reports', () => {
  test('are all here', () => {
    expect(files('lockdep').map((name) => name.replace('.txt', ''))).toEqual(Object.keys(reports));
  });
  test.each(Object.entries(reports))('%s', async (name, [rule, cycle, broken]) => {
    const { locks, broken: all } = await summaryOf(fileText('lockdep', `${name}.txt`));
    expect(locks).toHaveLength(1);
    const [lock] = locks;
    expect(lock!.rule).toBe(rule);
    expect(lock!.cycle.map(({ held }) => held).join(' ')).toBe(cycle);
    expect(lock!.cycle.filter(({ breaks }) => breaks !== null)).toHaveLength(broken);
    expect(lock!.cycle.every(({ by }) => by.length > 0)).toBe(true);
    expect(lock!.cycle.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(all.map(({ count }) => count)).toEqual([1]);
    expect(logSpec.rules[rule]!.source).not.toBe('');
  });
  test.each(Object.keys(reports))('%s: the same in a mail', async (name) => {
    const text = fileText('lockdep', `${name}.txt`);
    const {
      locks: [plain],
    } = await summaryOf(text);
    const {
      locks: [quoted],
    } = await summaryOf(text.replaceAll(/^/gm, '> > '));
    expect(quoted?.cycle).toEqual(plain?.cycle);
    expect(quoted?.rule).toBe(plain?.rule);
  });
  test('a class that the order does not know is a driver lock', async () => {
    const {
      locks: [lock],
    } = await summaryOf(fileText('lockdep', 'dma-fence-map__gmu-lock_b5b16a9c.txt'));
    expect(lock!.classes).toEqual([
      { name: '&gmu->lock', known: null },
      { name: 'icc_lock', known: null },
      { name: 'fs_reclaim', known: 'memory reclaim' },
      { name: 'mmu_notifier_invalidate_range_start', known: 'notifiers and i_mmap' },
      { name: 'dma_fence_map', known: 'fence wait' },
      { name: '&gpu->lock', known: null },
    ]);
  });
  test('the functions of each step', async () => {
    const {
      locks: [lock],
    } = await summaryOf(fileText('lockdep', 'dma-fence-map__devfreq-lock_f1f761a4.txt'));
    expect(lock!.cycle.map(({ by }) => by[0])).toEqual([
      'kstrdup',
      'topology_parse_cpu_capacity',
      '__dma_fence_might_wait',
      'devfreq_monitor_resume',
    ]);
    expect(lock!.litmus).toBe('SECTION+takes-other-lock+other-subsystem-waits');
  });
});
