import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { sidesOfFile } from '../../src/threads/judge.ts';
import { strangersAgree } from '../strangers/agree.ts';
import { without } from '../peers.ts';
import { describing, threadFiles } from './files.ts';

const leftOut = without('spin', 'rumur', 'gcc');

/** All of them with FINITE_FENCE_STRANGERS; otherwise a few of each kind. */
const everything = process.env['FINITE_FENCE_STRANGERS'] !== undefined;
const few = [
  'etnaviv-gpu-lock.litmus',
  'xe-two-gpus.litmus',
  'vb2-fence-at-qbuf.litmus',
  'calls/drm_exec_lock_obj.litmus',
  'calls/ww_acquire_fini.litmus',
  'hazards/run-job-takes-lock.litmus',
  'hazards/recovery-allocates.litmus',
  'locks/notifier-takes-resv.litmus',
];
const asked = threadFiles.filter(({ name, text }) =>
  everything ? !/^with /m.test(text) || name.startsWith('hazards/') : few.includes(name),
);

describe.skipIf(leftOut)(
  'SPIN, Rumur, the naive checker and the engine agree about files of threads',
  () => {
    test('there are some', () => {
      expect(asked.length).toBeGreaterThanOrEqual(everything ? 180 : few.length);
    });
    test.each(asked.map((file) => [file.name, file] as const))(
      '%s',
      async (_, { name, path, text }) => {
        for (const { side, program } of sidesOfFile(name, text, kernelCalls, describing(path))) {
          const { differences } = await strangersAgree(program, `${name} ${side}`);
          expect(differences).toEqual([]);
        }
      },
      240_000,
    );
  },
);
