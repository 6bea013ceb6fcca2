import { vocabulary } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { repairLock } from '../lifecycles/slot.ts';
import { computeParts } from './compute-jobs.ts';
import { fencedParts } from './fenced-jobs.ts';

const xePagefault = from('drivers/gpu/drm/xe/xe_pagefault.c');

export const lockParts = {
  job: fencedParts.job,
  compute: computeParts.compute,
  repairLock: { of: repairLock, title: 'lock that the repair takes' },
} as const;

const v = vocabulary(lockParts);
const cite = xePagefault(
  'xe_pagefault_service: down_write(&vm->lock) over the whole repair; the exec ioctl takes ' +
    'the same lock until its job is pushed',
);

/** A lock that the submit path holds when it publishes, and a repair from beginning to end. */
export const lockOfRepair = v.row({
  name: 'repair-lock',
  steps: v.steps(
    v.step('lock', 'submit_lock[i]', {
      moves: { repairLock: 'take.f[i]' },
      when: { 'job[i]': 'preparing', repairLock: 'free' },
      cite,
    }),
  ),
  ties: {
    moves: {
      publish: { repairLock: 'give.f[i]' },
      service_fault: { repairLock: 'take.c[k]' },
      ack: { repairLock: 'give.c[k]' },
    },
    also: { nack: { repairLock: 'give.c[k]' } },
  },
});
