import { expect, test } from 'vitest';
import { cli, file } from './in-process.ts';

test('rules are exported without a description, and only without', async () => {
  const markdown = await cli('export', '--to', 'review-rules');
  expect(markdown).toMatchObject({ code: 0, err: '' });
  expect(markdown.out).toContain('### CDC-3: ');

  const script = await cli('export', '--to', 'bpftrace');
  expect(script.code).toBe(0);
  expect(script.out).toMatch(/^#!\/usr\/bin\/env bpftrace\n/);

  expect(await cli('export', 'msm', '--to', 'bpftrace')).toEqual({
    code: 2,
    out: '',
    err: "finite-fence: --to bpftrace is about all rules: leave out 'msm'\n",
  });
  expect((await cli('export', '--to', 'json')).err).toBe(
    'finite-fence: --to json: expected a description, a driver or a file of threads\n',
  );
});

test('a described driver primes lockdep with its own locks, and with each hazard in its context', async () => {
  const good = await cli(
    'export',
    file({ driver: 'my-driver', options: ['preempt'] }),
    '--to',
    'lockdep-priming',
  );
  expect(good).toMatchObject({ code: 0, err: '' });
  const inside = (text: string, context: string): string =>
    new RegExp(`_prime_${context}\\([^)]*\\)\\n\\{([^]*?)\\n\\}`).exec(text)![1]!;
  expect(inside(good.out, 'submit')).toMatch(
    /dma_resv_lock[^]*fs_reclaim_acquire[^]*dma_resv_unlock/,
  );
  expect(inside(good.out, 'shrink')).toMatch(
    /fs_reclaim_acquire[^]*dma_fence_wait[^]*fs_reclaim_release/,
  );
  expect(inside(good.out, 'recovery')).not.toContain('reclaim');
  expect(good.out).not.toContain('_locks');

  const hazards = ['recovery-allocates', 'run-job-takes-lock'];
  const bad = await cli('export', file({ driver: 'bad', hazards }), '--to', 'lockdep-priming');
  expect(inside(bad.out, 'recovery')).toMatch(
    /begin_signalling[^]*fs_reclaim_acquire[^]*end_signalling/,
  );
  expect(inside(bad.out, 'signal')).toMatch(/begin_signalling[^]*mutex_lock\(locks->submit\)/);
  expect(inside(bad.out, 'submit')).toMatch(/mutex_lock\(locks->submit\)[^]*fs_reclaim_acquire/);

  const turns = await cli(
    'export',
    file({ driver: 'turns', options: ['flush'] }),
    '--to',
    'lockdep-priming',
  );
  expect(inside(turns.out, 'repair')).toMatch(/down_write\(locks->repair\)[^]*fs_reclaim_acquire/);

  const none = await cli(
    'export',
    file({ driver: 'x', jobs: { fenced: 0, faulting: 1 } }),
    '--to',
    'lockdep-priming',
  );
  expect(none.code).toBe(2);
});
