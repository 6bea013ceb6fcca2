import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bpftraceScript } from '../../machines/exports/bpftrace.ts';
import { objectKinds } from '../../machines/tracepoints/objects.ts';
import { without } from '../peers.ts';

test('every refusal of the lifecycle is printed with its rule, and no other', () => {
  const script = bpftraceScript();
  const told = new Set([...script.matchAll(/printf\("(\S+) /g)].map(([, id]) => id));
  const { refusals, otherwise } = objectKinds.fence;
  expect([...told].sort()).toEqual(
    [...new Set([...refusals.map(({ rule }) => rule), otherwise, 'F-6'])].sort(),
  );
});

test('a number that comes again after its fence is gone breaks nothing', () => {
  const init = /tracepoint:dma_fence:dma_fence_init\n\{[^]*?\n\}/.exec(bpftraceScript())![0];
  expect(init).not.toContain('F-12');
});

/** What bpftrace says of a script; it reads all of it before it looks for the tracepoints. */
function complaintsOf(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-'));
  try {
    writeFileSync(join(folder, 'fences.bt'), script);
    return spawnSync('bpftrace', ['-d', join(folder, 'fences.bt')], { encoding: 'utf8' }).stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// bpftrace reads nothing unless root asks.
test.skipIf(without('bpftrace') || process.getuid?.() !== 0)('bpftrace reads it', () => {
  expect(complaintsOf(bpftraceScript())).not.toContain('syntax error');
  expect(
    complaintsOf(bpftraceScript().replace('@since[tid] = nsecs;', '@since[tid] = ;')),
  ).toContain('syntax error');
});
