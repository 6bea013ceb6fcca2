import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import { source, from } from '../words/cites.ts';
import { boundMemory, vmExec } from '../lifecycles/residency.ts';
import { memoryClaim } from '../lifecycles/memory-region.ts';

const drmVmBindLocking = from('Documentation/gpu/drm-vm-bind-locking.rst');

const locking = (says: string) => drmVmBindLocking(says);
const vetter = source(
  'lists.freedesktop.org dri-devel, Daniel Vetter, 19 July 2019',
  "there's a lot of noise to switch from supplying the working set of BO on each CS to " +
    'something more semi-permanently pinned (i.e. much more the amdkfd model)',
);

/** A VM with a buffer object and a userptr, its execs, and somebody else who needs the memory. */
export const residencyParts = {
  exec: { of: vmExec, title: 'exec' },
  boundBo: { of: boundMemory, title: 'bound object' },
  userptr: { of: boundMemory, title: 'userptr' },
  claim: { of: memoryClaim, title: 'claim on the memory' },
} as const;
const v = vocabulary(residencyParts);
const uses = { boundBo: 'job_runs', userptr: 'job_runs' } as const;
const steps = v
  .steps(
    v.step('exec_begins', 'user', { moves: { exec: 'begin' } }),
    v.step('validate_bo', 'gem_submit_lock', {
      moves: { boundBo: 'validate' },
      when: { exec: 'validating', claim: ['none', 'wanted', 'had'] },
      cite: locking('exec: evicted objects are validated and bound again'),
    }),
    v.step('repin_userptr', 'mirror', {
      moves: { userptr: 'validate' },
      when: { exec: 'validating' },
      cite: locking('exec: invalidated userptrs are pinned again, without the reservation lock'),
    }),
    v.step('exec_validated', 'exec_validation', {
      moves: { exec: 'validated' },
      when: { boundBo: 'resident', userptr: 'resident' },
    }),
    v.step('exec_again', 'gem_submit', {
      moves: { exec: 'again' },
      when: {},
      cite: locking('exec: -EAGAIN where something was invalidated meanwhile'),
    }),
    v.step('exec_arms', 'exec_progress', {
      moves: { exec: 'arm' },
      also: uses,
      cite: locking('exec: the last look under the notifier lock, then the job is armed'),
    }),
    v.step('exec_ends', 'gem_hardware', { moves: { exec: 'end' }, also: { boundBo: 'job_ends', userptr: 'job_ends' } }),
    v.step('userptr_invalidated', 'user', { moves: { userptr: 'evict' }, cite: locking('the notifier of a userptr') }),
    v.step('claim_begins', 'user', { moves: { claim: 'want' } }),
    v.step('claim_tells', 'exporter', { moves: { claim: 'tell' } }),
    v.step('claim_has', 'exporter_lock', {
      moves: { claim: 'have' },
      also: { boundBo: 'evict' },
      any: { exec: ['idle', 'running'], boundBo: 'evicted' },
      atomic: 'dma_resv',
      cite: locking('eviction: the object goes on the list of evicted ones of every VM'),
    }),
    v.step('claim_ends', 'exporter', { moves: { claim: 'back' } }),
  )
  .map((step) =>
    step.name === 'exec_again' ? { ...step, when: {}, any: { boundBo: 'evicted', userptr: 'evicted' } as const } : step,
  );
export const residency = v.row({
  name: 'residency',
  steps,
  promises: [
    { name: 'exec-ends', pending: { exec: '!idle' }, cite: locking('exec') },
    { name: 'claim-is-met', pending: { claim: ['wanted', 'told'] }, cite: vetter },
  ],
  invariants: [
    {
      name: 'job-finds-its-object',
      never: { boundBo: 'missed' },
      cite: locking('eviction waits for the fences of the VM'),
    },
    {
      name: 'job-finds-its-userptr',
      never: { userptr: 'missed' },
      cite: locking('the notifier waits for the fences of the VM'),
    },
  ],
});
const about = v.about(steps);
export const residencyLaws = {
  'looks-again': about.clause({
    name: 'residency/looks-again',
    says: locking('exec: the last look under the notifier lock'),
    requires: { exec_arms: { boundBo: 'resident', userptr: 'resident' } },
  }),
  'eviction-awaits-jobs': about.clause({
    name: 'residency/eviction-awaits-jobs',
    says: locking('eviction waits for the fences of the VM'),
    requires: { claim_has: { boundBo: '!in_use' } },
  }),
  'notifier-awaits-jobs': about.clause({
    name: 'residency/notifier-awaits-jobs',
    says: locking('the notifier waits for the fences of the VM'),
    requires: { userptr_invalidated: { userptr: '!in_use' } },
  }),
} as const;
/** The working set is not given with each exec: it is the whole VM, and stays while the VM lives. */
export const semiPermanentlyPinned: Clause = about.clause({
  name: 'residency/semi-permanently-pinned',
  says: vetter,
  requires: { claim_has: { boundBo: 'evicted' } },
  adds: [
    { name: 'vm_unbinds', actor: 'user', moves: { boundBo: 'evict' }, when: { exec: 'idle', boundBo: 'resident' } },
  ],
});
