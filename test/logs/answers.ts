import { readdirSync, readFileSync } from 'node:fs';
import { isBroken, isUnderstood, type Summary } from '../../src/logs/summary.ts';
import { fileText, files } from './reading.ts';

/** The right answer to one made-up report: its first line says it in words. */
export type Answer = {
  readonly rules: readonly string[];
  readonly exit: 0 | 1 | 3;
  /** What the answer has to say, and what it may never say. */
  readonly says?: readonly string[];
  readonly never?: readonly string[];
  /** A row of the table of kinds in docs/logs.md. */
  readonly kind: string;
};

const culprit: Omit<Answer, 'kind'> = {
  rules: ['CDC-3'],
  exit: 1,
  says: [
    'gpu-worker:154',
    'recovery reclaims memory',
    'recover_worker',
    'the consequence: ring0:155 waits for mutex, held by gpu-worker:154',
    'do not allocate while',
  ],
  never: ['L-5'],
};

const abba: Omit<Answer, 'kind'> = {
  rules: ['L-2'],
  exit: 1,
  says: ['a cycle: &foo->a_lock -> &foo->b_lock -> &foo->a_lock'],
};

export const answers: Readonly<Record<string, Answer>> = {
  '01-resv-add-fence-unlocked': {
    kind: 'warning by an assertion',
    rules: ['L-7 or R-3'],
    exit: 1,
    says: ['dma_resv_assert_held(obj)', 'dma_fence_is_container', 'what tells them apart'],
  },
  '02-dmabuf-unpin-unlocked': {
    kind: 'warning by an assertion',
    rules: ['D-1'],
    exit: 1,
    says: ['dma_resv_assert_held(dmabuf->resv)', 'dma_buf_unpin'],
  },
  '03-sysrq-w-recovery-reclaims': {
    kind: 'call traces of sysrq-w and sysrq-t',
    rules: ['CDC-3'],
    exit: 1,
    says: ['recovery reclaims memory and waits for a fence that only it can signal'],
  },
  '04-hung-task-wrapped': {
    kind: 'hung task',
    rules: ['CDC-1'],
    exit: 1,
    says: ['recovery waits for a fence', 'kworker/6:0:9999'],
  },
  '06-holder-recovery-reclaims': { kind: 'hung task and the holder of its lock', ...culprit },
  '07-hang-dmesg-iso': { kind: 'hung task and the holder of its lock', ...culprit },
  '09-hang-ansi': { kind: 'hung task and the holder of its lock', ...culprit },
  '11-hang-decoded': { kind: 'hung task and the holder of its lock', ...culprit },
  '12-unlock-balance': {
    kind: 'lock report: unlock balance',
    rules: ['L-11'],
    exit: 1,
    says: ['&foo->mutex is released by a task that does not hold it', 'foo_alloc_and_copy'],
  },
  '13-resv-same-object-twice': {
    kind: 'lock report: recursive, of ww mutexes',
    rules: ['L-9'],
    exit: 1,
    says: ['drm_exec or ww_acquire_ctx', 'both addresses are equal'],
    never: ['L-2', 'Choose one order'],
  },
  '14-mutex-self-deadlock': {
    kind: 'lock report: recursive, one lock',
    rules: ['L-8'],
    exit: 1,
    says: ['the task waits for itself', 'dma_fence_map is held', 'never signals (CDC-1, L-5)'],
    never: ['Choose one order'],
  },
  '15-nested-fence-signal': {
    kind: 'lock report: recursive, a signal in a callback',
    rules: ['L-10'],
    exit: 1,
    says: ['irq_work or a worker'],
    never: ['L-2'],
  },
  '16-truncated-chain': {
    kind: 'lock report: circular, cut',
    rules: ['L-2'],
    exit: 1,
    says: ['&foo->active_lock is held while dev_pm_qos_mtx is taken', 'not in this log'],
    never: ['a cycle:', '&foo->active_lock -> &foo->active_lock'],
  },
  '17-header-cut': {
    kind: 'lock report without its heading',
    rules: ['CDC-3'],
    exit: 1,
    says: ['fs_reclaim', 'dma_fence_map'],
  },
  '18-primed-edge': {
    kind: 'lock report: circular, with a primed edge',
    rules: ['L-1'],
    exit: 1,
    says: ['amdgpu_lockdep_init', '&foo_notifier_key -> fs_reclaim'],
  },
  '19-known-trouble-not-judged': {
    kind: 'trouble that is not judged',
    rules: [],
    exit: 3,
    says: [
      'KASAN report',
      'dma_fence_signal_timestamp_locked',
      'ring timeout',
      'GPU hang',
      'RCU stall',
      'sleeping in atomic',
      'refcount underflow',
    ],
  },
  '20-atomic-sleep-in-callback': {
    kind: 'sleeping function in a callback',
    rules: ['L-4'],
    exit: 1,
    says: ['a fence callback', 'foo_fence_cb'],
  },
  '25-add-fence-no-slot': { kind: 'BUG by an assertion', rules: ['R-1'], exit: 1, never: ['R-3'] },
  '26-reserve-fences-warn': {
    kind: 'warning by an assertion',
    rules: ['L-7 or K-1'],
    exit: 1,
    says: ['WARN_ON(!num_fences)', 'dma_resv_assert_held(obj)'],
    never: ['R-1', 'A slot is reserved'],
  },
  '27-ttm-unpin-warn': {
    kind: 'warning by an assertion',
    rules: ['L-7 or P-2 or P-1'],
    exit: 1,
    says: ['dma_resv_assert_held(bo->base.resv)', '!bo->pin_count', 'several assertions'],
  },
  '30-scenario-alone': {
    kind: 'lock report: the table of its scenario alone',
    rules: ['L-3'],
    exit: 1,
    says: ['&foo->pending_lock', 'an interrupt takes &bar->fence_lock', 'only the table'],
  },
  '31-dept': {
    kind: 'DEPT report',
    rules: ['L-5'],
    exit: 1,
    says: ['a cycle of waits', '&mm->mmap_lock', 'dma_fence', 'order:', 'timeout:', 'instances:'],
  },
  '32-irq-order-cut': {
    kind: 'lock report: irq order, cut',
    rules: ['L-3'],
    exit: 1,
    says: ['&bar->fence_lock', '&foo->pending_lock', 'the chain is not in this log'],
  },
  '40-gate': { ...abba, kind: 'lock report: circular, made up for a file of threads' },
  '41-gate-of-two-objects': {
    ...abba,
    kind: 'lock report: circular, made up for a file of threads',
  },
  '42-primed-by-a-driver': {
    kind: 'lock report: circular, with a primed edge',
    rules: ['CDC-3'],
    exit: 1,
    says: ['foo_primelockdep', 'dma_fence_map'],
  },
  '43-allocates-for-real': {
    kind: 'lock report: circular, made up for a file of threads',
    rules: ['CDC-3'],
    exit: 1,
    says: ['foo_grow', 'dma_fence_map'],
  },
  '44-boot-alone': { ...abba, kind: 'lock report: circular, made up for a file of threads' },
  '45-boot-and-a-worker': { ...abba, kind: 'lock report: circular, made up for a file of threads' },
  '46-timed-wait': {
    kind: 'hung task and the holder of its lock',
    rules: [],
    exit: 3,
    says: ['ring0:155 waits for mutex, held by app:200'],
  },
  '47-wait-without-a-timeout': {
    kind: 'hung task and the holder of its lock',
    rules: ['L-5'],
    exit: 1,
    says: ['the signaling path waits for a lock whose holder waits for a fence'],
  },
  '48-ordered-workqueue': { ...abba, kind: 'lock report: circular, made up for a file of threads' },
  '49-unordered-workqueue': {
    ...abba,
    kind: 'lock report: circular, made up for a file of threads',
  },
  '50-dept-three-contexts': {
    kind: 'DEPT report',
    rules: ['WAIT-1'],
    exit: 1,
    says: ['context C owes mapping.lock and waits for &foo->state_lock', 'instances:'],
  },
  '51-dept-one-context': {
    kind: 'DEPT report',
    rules: ['WAIT-1'],
    exit: 1,
    says: ['context A owes &foo_done and waits for &foo_done', 'instances:'],
  },
  '52-dept-page-bit': {
    kind: 'DEPT report',
    rules: ['WAIT-1'],
    exit: 1,
    says: ['context B owes pg_locked_map and waits for foo-tree-00'],
  },
};

const folder = new URL('../data/logs/', import.meta.url);

export const madeUp: readonly string[] = readdirSync(folder)
  .map((file) => file.replace('.txt', ''))
  .sort();

/** What is right, in words, and the report itself. */
export function madeUpReport(name: string): { readonly right: string; readonly text: string } {
  const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const end = text.indexOf('\n') + 1;
  return { right: text.slice(0, end), text: text.slice(end) };
}

/** Every report that the tests have, real and made up. */
export const reports: readonly (readonly [name: string, text: string])[] = [
  ...files('lockdep').map((name) => [name.replace('.txt', ''), fileText('lockdep', name)] as const),
  ...madeUp.map((name) => [name, madeUpReport(name).text] as const),
];

/** The exit code that the command ends with. */
export function exitOf(summary: Summary): 0 | 1 | 3 {
  if (isBroken(summary)) return 1;
  return isUnderstood(summary) ? 0 : 3;
}

/** What a summary says, but for lines and times: equal where the answer is the same. */
export function answerOf({ broken, locks, tasks, findings, unjudged }: Summary): unknown {
  return {
    broken: broken.map(({ rule, count }) => [rule, count]).sort(),
    locks: locks.map(({ rule, cycle, says, object }) => ({ rule, cycle, says, object })),
    tasks: tasks.map(({ rule, says, object, chain }) => ({ rule, says, object, chain })),
    findings: findings.map(({ rule, oneOf, says }) => ({ rule, oneOf, says })),
    unjudged: unjudged.list.map(({ kind, where }) => [kind, where]),
  };
}
