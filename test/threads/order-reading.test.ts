import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';

const read = (text: string) => {
  const [side] = sidesOfFile('x.litmus', text, kernelCalls);
  const { verdict, reading } = judgeSide(side!, { states: 100_000 });
  return { verdict, ...reading };
};
const two = (first: string, second: string, more = '') =>
  `K x\n{ struct mutex a; struct mutex b; ${more} }\n${first}\n${second}\n`;
const ab = 'mutex_lock(&a); mutex_lock(&b); mutex_unlock(&b); mutex_unlock(&a);';
const ba = 'mutex_lock(&b); mutex_lock(&a); mutex_unlock(&a); mutex_unlock(&b);';

describe('why a report is unreachable is found by trying', () => {
  test('a gate lock', () => {
    const text = two(
      `ioctl t() { mutex_lock(&gate); ${ab} mutex_unlock(&gate); }`,
      `ioctl u() { mutex_lock(&gate); ${ba} mutex_unlock(&gate); }`,
      'struct mutex gate;',
    );
    expect(read(text)).toMatchObject({
      verdict: 'finite',
      because: ['without gate, a lock under which they come one after another (a gate lock)'],
    });
  });
  test('an order', () => {
    const text = two(
      `kthread t() { ${ab} complete_all(&c); }`,
      `ioctl u() { wait_for_completion(&c); ${ba} }`,
      'struct completion c;',
    );
    expect(read(text)).toMatchObject({
      verdict: 'finite',
      because: ['without c, which puts them in order'],
    });
  });
  test('one thread alone: it takes both orders, and nobody else takes the locks', () => {
    expect(read(two(`ioctl t() { ${ab} ${ba} }`, ''))).toMatchObject({
      verdict: 'finite',
      because: ['with a second thread like t'],
    });
  });
  test('one run only', () => {
    // In a first run it takes the locks in one order, and in a second in the other.
    const t = `ioctl t() { if (READ_ONCE(ran)) { ${ab} } WRITE_ONCE(ran, 1); }`;
    const u = `ioctl u() { if (!READ_ONCE(ran)) { ${ba} } }`;
    const { verdict, unreachable } = read(two(t, u, 'bool ran;'));
    // The order of t is reached in no run at all, so that there is no report either.
    expect([verdict, unreachable ?? null]).toEqual(['finite', null]);
    const again = `ioctl t() { if (nondet()) { ${ab} } else { ${ba} } }`;
    expect(read(two(again, ''))).toMatchObject({ because: ['with a second thread like t'] });
  });
  test('readers without a writer', () => {
    const text =
      'K x\n{ struct rw_semaphore a; }\nioctl t() { down_read(&a); down_read(&a); up_read(&a); up_read(&a); }\n';
    expect(read(text)).toMatchObject({
      verdict: 'finite',
      because: ['if a thread took a for writing'],
    });
  });
  test('a lock that a signal interrupts, a lock that is tried, a lock that is announced', () => {
    const t = `ioctl t() { ${ab} }`;
    const u = (call: string, gives = 'mutex_unlock(&a);'): string =>
      `ioctl u() { mutex_lock(&b); ${call}${gives === '' ? '' : ` ${gives}`} mutex_unlock(&b); }`;
    const waits = two(
      t,
      'ioctl u() { mutex_lock(&b); if (!mutex_lock_interruptible(&a)) mutex_unlock(&a); mutex_unlock(&b); }',
    );
    expect(read(waits).verdict).toBe('indefinite');
    expect(read(waits)).not.toHaveProperty('because');
    expect(read(two(t, u('might_lock(&a);', '')))).toMatchObject({
      verdict: 'finite',
      because: ['if what might_lock(&a) only announces were done'],
    });
    const reserves =
      'K x\n{ struct mm_struct mm; struct dma_resv bo; }\n' +
      'kthread fault() { mmap_read_lock(&mm); if (dma_resv_trylock(&bo)) dma_resv_unlock(&bo); ' +
      'mmap_read_unlock(&mm); }\n' +
      'ioctl copies() { dma_resv_lock(&bo, NULL); mmap_write_lock(&mm); mmap_write_unlock(&mm); ' +
      'dma_resv_unlock(&bo); }\n';
    expect(read(reserves)).toMatchObject({
      verdict: 'finite',
      because: ['if dma_resv_trylock(&bo) waited in place of giving up'],
    });
  });
  test('two objects of one class', () => {
    const text =
      'K x\n{ struct mutex a[2]; }\nioctl t() {\n' +
      '\tmutex_lock(&a[0]); mutex_lock(&a[1]); mutex_unlock(&a[1]); mutex_unlock(&a[0]);\n}\n';
    expect(read(text)).toMatchObject({
      verdict: 'finite',
      because: ['if a0 and a1, which are of one class, were one'],
    });
  });
});

describe('where the validator is silent', () => {
  const text =
    'K x\n{ struct mutex m; struct dma_fence f = visible; struct workqueue_struct wq = WQ_MEM_RECLAIM; }\n' +
    'ioctl waits() { mutex_lock(&m); dma_fence_wait(&f, false); mutex_unlock(&m); }\n' +
    'kthread queues() { queue_work(&wq, &signals); }\n' +
    'work signals() on wq { mutex_lock(&m); mutex_unlock(&m); dma_fence_signal(&f); }\n';
  test('the arrows without a class are named, and only threads that signal are to be annotated', () => {
    expect(read(text)).toMatchObject({
      verdict: 'deadlock',
      unseen: ['f (dma_fence) → signals'],
      annotations: [
        'dma_fence_begin_signalling() to dma_fence_end_signalling() in signals: circular',
      ],
    });
  });
  test('a completion has no class on either side', () => {
    const other =
      'K x\n{ struct mutex m; struct completion c; }\n' +
      'ioctl waits() { mutex_lock(&m); wait_for_completion(&c); mutex_unlock(&m); }\n' +
      'kthread completes() { mutex_lock(&m); mutex_unlock(&m); complete(&c); }\n';
    expect(read(other)).toMatchObject({
      verdict: 'deadlock',
      unseen: ['waits → c (completion)', 'c (completion) → completes'],
      annotations: [],
    });
  });
});
