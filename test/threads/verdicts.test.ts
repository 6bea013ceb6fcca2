import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { search } from '../../src/explore/search.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile, type ThreadSide } from '../../src/threads/sides.ts';
import { differences, engine, naively } from '../strangers/testimony.ts';
import { difference } from '../symbolic/differences.ts';
import { symbolic } from '../../src/symbolic/engine.ts';

/** The verdict of a file with one side, and the rule that it tells. */
const judged = (text: string): string => {
  const [side] = sidesOfFile('x.litmus', `K x\n${text}`, kernelCalls);
  const { verdict, law } = judgeSide(side!, { states: 100_000 });
  return law === null ? `${verdict}` : `${verdict} ${law.id}`;
};

const signaller = `
ioctl p() { dma_fence_init(&f); sync_file_create(&f); queue_work(&wq, &w); }
work w() on wq { mutex_lock(&a); dma_fence_signal(&f); mutex_unlock(&a); }`;
const fenced =
  '{ struct mutex a; struct dma_fence f; struct workqueue_struct wq = WQ_MEM_RECLAIM; }';

/** What is written, and what must be said of it. */
const cases: readonly (readonly [what: string, text: string, answer: string])[] = [
  // Who holds a lock alone does not share it as well.
  [
    'a writer that reads waits for itself',
    '{ struct rw_semaphore s; }\nioctl t() { down_write(&s); down_read(&s); up_read(&s); up_write(&s); }',
    'deadlock LOCK-1',
  ],
  [
    'a page fault under mmap_lock held for write',
    '{ struct mm_struct mm; }\nioctl t() { mmap_write_lock(&mm); copy_from_user(); mmap_write_unlock(&mm); }',
    'deadlock L-1',
  ],
  [
    'a writer that tries to read gets nothing',
    '{ struct rw_semaphore s; }\nioctl t() { down_write(&s); if (down_read_trylock(&s)) up_read(&s); up_write(&s); }',
    'finite',
  ],
  [
    'pages of a process are pinned under its mmap_lock only',
    '{ struct mm_struct mm; }\nioctl t() { get_user_pages(); }\nioctl u() { mmap_read_lock(&mm); mmap_read_unlock(&mm); }',
    'broken LOCK-3',
  ],
  // Timeouts.
  [
    'a wait without an end is no wait with a timeout',
    `${fenced}\nioctl t() { mutex_lock(&a); dma_fence_wait_timeout(&f, 0, MAX_SCHEDULE_TIMEOUT); mutex_unlock(&a); }${signaller}`,
    'deadlock F-6',
  ],
  [
    'the same with a timeout',
    `${fenced}\nioctl t() { mutex_lock(&a); dma_fence_wait_timeout(&f, 0, msecs_to_jiffies(10)); mutex_unlock(&a); }${signaller}`,
    'finite',
  ],
  [
    'a wait that is repeated until it succeeds',
    `${fenced}\nioctl t() { while (!dma_fence_wait_timeout(&f, 0, 10)) ; }${signaller}`,
    'indefinite I-3',
  ],
  [
    'the same for a completion',
    '{ struct completion c; }\nkthread t() { while (!wait_for_completion_timeout(&c, 10)) ; }\nkthread u() { complete(&c); }',
    'finite',
  ],
  [
    'a reservation that is only polled',
    `{ struct dma_resv r; struct dma_fence f; struct workqueue_struct wq = WQ_MEM_RECLAIM; }
ioctl t() { dma_resv_lock(&r, NULL); dma_resv_wait_timeout(&r, DMA_RESV_USAGE_KERNEL, false, 0); dma_resv_unlock(&r); }
ioctl p() {
	dma_fence_init(&f); dma_resv_lock(&r, NULL); dma_resv_add_fence(&r, &f);
	dma_resv_unlock(&r); queue_work(&wq, &w);
}
work w() on wq { dma_resv_lock(&r, NULL); dma_fence_signal(&f); dma_resv_unlock(&r); }`,
    'finite',
  ],
  [
    'and one that is waited for',
    `{ struct dma_resv r; struct dma_fence f; struct workqueue_struct wq = WQ_MEM_RECLAIM; }
ioctl t() {
	dma_resv_lock(&r, NULL);
	dma_resv_wait_timeout(&r, DMA_RESV_USAGE_KERNEL, false, MAX_SCHEDULE_TIMEOUT);
	dma_resv_unlock(&r);
}
ioctl p() {
	dma_fence_init(&f); dma_resv_lock(&r, NULL); dma_resv_add_fence(&r, &f);
	dma_resv_unlock(&r); queue_work(&wq, &w);
}
work w() on wq { dma_resv_lock(&r, NULL); dma_fence_signal(&f); dma_resv_unlock(&r); }`,
    'deadlock CDC-2',
  ],
  // Nobody owes a signal to a process.
  [
    'two orders, and a wait that a signal may end',
    '{ struct mutex a; struct mutex b; }\nioctl t() { mutex_lock(&a); if (!mutex_lock_interruptible(&b)) mutex_unlock(&b); mutex_unlock(&a); }\nioctl u() { mutex_lock(&b); mutex_lock(&a); mutex_unlock(&a); mutex_unlock(&b); }',
    'indefinite LOCK-1',
  ],
  [
    'a wake-up that is lost, and a wait that a signal may end',
    '{ bool b; }\nkthread t() { if (wait_event_interruptible(&b, 1)) return; }\nkthread u() { WRITE_ONCE(&b, 1); }',
    'indefinite WAIT-2',
  ],
  // What is turned off does not run.
  [
    'a work that is turned off signals nothing',
    `${fenced}\nioctl t() { disable_work_sync(&w); }${signaller}`,
    'deadlock F-6',
  ],
  [
    'an interrupt that is off',
    '{ struct dma_fence f; }\nioctl t() { dma_fence_init(&f); sync_file_create(&f); disable_irq(&i); raise_irq(&i); }\nirq i() { dma_fence_signal(&f); }',
    'deadlock F-6',
  ],
  [
    'an interrupt that was raised while it was off',
    '{ struct dma_fence f; }\nioctl t() { dma_fence_init(&f); sync_file_create(&f); disable_irq(&i); raise_irq(&i); enable_irq(&i); }\nirq i() { dma_fence_signal(&f); }',
    'finite',
  ],
  // Results.
  [
    'a work that was queued already',
    '{ struct completion c; struct workqueue_struct wq = WQ_MEM_RECLAIM; }\nkthread t() { queue_work(&wq, &w); if (queue_work(&wq, &w)) complete(&c); }\nkthread u() { wait_for_completion(&c); }\nwork w() on wq { cond_resched(); }',
    'deadlock WAIT-1',
  ],
  [
    'a work that was not queued is not cancelled',
    '{ struct completion c; struct workqueue_struct wq = WQ_MEM_RECLAIM; }\nkthread t() { if (cancel_work_sync(&w)) complete(&c); wait_for_completion(&c); }\nioctl u() { queue_work(&wq, &w); }\nwork w() on wq { cond_resched(); }',
    'deadlock WAIT-1',
  ],
  [
    'the argument of a function of the file',
    '{ struct mutex a; }\nstatic int g(int n) { if (n) mutex_lock(&a); return n; }\nioctl t() { int one = 1; g(one); }',
    'broken LOCK-3',
  ],
  // Guards.
  [
    'two guards in two orders',
    '{ struct mutex a; struct mutex b; }\nioctl t() { guard(mutex)(&a); guard(mutex)(&b); }\nioctl u() { scoped_guard(mutex, &b) { guard(mutex)(&a); } }',
    'deadlock LOCK-1',
  ],
  [
    'every way out of a guard',
    '{ struct mutex a; struct mutex b; }\nstatic int g(void) { guard(mutex)(&a); if (nondet()) return -EINVAL; return 0; }\nioctl t() { int i; for (i = 0; i < 3; i++) { guard(mutex)(&a); if (i == 1) continue; if (nondet()) break; if (nondet()) goto out; } out: if (g() < 0) return; scoped_guard(mutex, &a) { if (nondet()) break; } mutex_lock(&b); mutex_unlock(&b); }\nioctl u() { guard(mutex)(&b); mutex_lock(&a); mutex_unlock(&a); }',
    'finite',
  ],
  [
    'a section of RCU as a guard',
    '{ struct mutex a; }\nioctl t() { guard(rcu)(); mutex_lock(&a); mutex_unlock(&a); }',
    'broken LOCK-2',
  ],
  [
    'a thread that ends with interrupts off',
    '{ spinlock_t s; }\nioctl t() { spin_lock_irqsave(&s, flags); spin_unlock(&s); }',
    'broken LOCK-3',
  ],
  // Comparisons: an error is below 0.
  [
    'an error path that asks if the result is above 0',
    '{ struct dma_resv r; }\nioctl t() { int ret = dma_resv_lock_interruptible(&r, NULL); if (ret > 0) return ret; dma_resv_unlock(&r); }',
    'broken LOCK-3',
  ],
  [
    'and one that asks if it is below 0',
    '{ struct dma_resv r; }\nioctl t() { int ret = dma_resv_lock_interruptible(&r, NULL); if (ret < 0) return ret; dma_resv_unlock(&r); }',
    'finite',
  ],
];

describe('what threads written in C do', () => {
  test.each(cases)('%s', (_, text, answer) => {
    expect(judged(text)).toBe(answer);
  });
  test.each(cases)('%s: the naive checker agrees', (_, text) => {
    const [{ program }] = sidesOfFile('x.litmus', `K x\n${text}`, kernelCalls) as [ThreadSide];
    const found = search(program, { states: 200_000 });
    expect(differences(naively(program), [engine(found)])).toEqual([]);
    expect(difference(symbolic, program)).toBe(null);
  });
});
