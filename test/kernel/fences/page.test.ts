import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { suites } from './list.ts';
import { page } from './page.ts';

const file = new URL('../../../docs/kernel-tests-fences.md', import.meta.url);

test('the page lists what is tested; UPDATE_DOCS=1 writes it anew', () => {
  const made = page();
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});

test('no test of a suite is left out: as many as the kernel and IGT have', () => {
  expect(
    Object.fromEntries(Object.entries(suites).map(([name, { tests }]) => [name, tests.length])),
  ).toEqual({
    'dma-buf-fence': 12,
    'dma-fence-chain': 11,
    'dma-fence-unwrap': 10,
    'dma-resv': 5,
    dmabuf_sync_file: 7,
    sw_sync: 18,
    syncobj_wait: 8,
    syncobj_timeline: 3,
    drm_sched: 12,
  });
  for (const { tests } of Object.values(suites))
    for (const { how, note } of tests as readonly { how: string; note?: string }[])
      if (how === 'not') expect(note).toBeTruthy();
});
