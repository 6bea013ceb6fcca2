import { expect, test } from 'vitest';
import { cli } from './in-process.ts';

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
