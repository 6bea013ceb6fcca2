import { setup } from 'xstate';
import { inFile, stateNode, to } from './to.ts';

const drmVmBindLocking = inFile('Documentation/gpu/drm-vm-bind-locking.rst');
const xeExec = inFile('drivers/gpu/drm/xe/xe_exec.c');
const xeVm = inFile('drivers/gpu/drm/xe/xe_vm.c');

/**
 * How often userspace calls: twice, then it leaves the object alone.
 * Source: docs/limits.md.
 */
export const twoCalls = setup({ types: { events: {} as { type: 'call' } } }).createMachine({
  id: 'two_calls',
  initial: 'two',
  states: {
    two: stateNode('May call twice.', 'docs/limits.md', { call: to('one', 'Calls.', 'docs/limits.md') }),
    one: stateNode('May call once more.', 'docs/limits.md', { call: to('none', 'Calls.', 'docs/limits.md') }),
    none: stateNode('Leaves the object alone.', 'docs/limits.md'),
  },
});

/**
 * Buffer objects and userptrs that a VM has bound, as its next job finds them.
 * Rule: a job is armed only when all of its working set is there, seen under the notifier lock.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst; drivers/gpu/drm/xe/xe_exec.c, v7.0.
 */
export const boundMemory = setup({
  types: { events: {} as { type: 'evict' } | { type: 'validate' } | { type: 'job_runs' } | { type: 'job_ends' } },
}).createMachine({
  id: 'bound_memory',
  initial: 'resident',
  states: {
    resident: stateNode('There, and bound.', drmVmBindLocking('exec'), {
      evict: to('evicted', 'Evicted, or its pages are invalidated.', drmVmBindLocking('eviction')),
      job_runs: to('in_use', 'A job uses it.', xeExec('xe_exec_ioctl')),
    }),
    evicted: stateNode('On the list of what must be validated again.', drmVmBindLocking('eviction'), {
      validate: to('resident', 'Validated and bound again.', drmVmBindLocking('exec')),
      job_runs: to('missed', 'A job uses it and it is not there.', xeExec('xe_exec_ioctl')),
    }),
    in_use: stateNode('A job uses it.', xeExec('xe_exec_ioctl'), {
      job_ends: to('resident', 'The job has ended.', xeExec('xe_exec_ioctl')),
      evict: to('missed', 'Evicted under the job.', drmVmBindLocking('eviction')),
    }),
    missed: stateNode("The job reaches memory that is somebody else's.", drmVmBindLocking('eviction'), {
      job_ends: to('evicted', 'Too late.', xeExec('xe_exec_ioctl')),
    }),
  },
});

/**
 * An exec of a VM, from the validation of its working set to the end of the job.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl); Documentation/gpu/drm-vm-bind-locking.rst, v7.0.
 */
export const vmExec = setup({
  types: {
    events: {} as
      | { type: 'begin' }
      | { type: 'validated' }
      | { type: 'again' }
      | { type: 'arm' }
      | { type: 'end' }
      | { type: 'stop' },
  },
}).createMachine({
  id: 'vm_exec',
  initial: 'idle',
  states: {
    idle: stateNode('No job.', xeExec('xe_exec_ioctl'), {
      begin: to('validating', 'The ioctl begins.', xeExec('xe_exec_ioctl')),
    }),
    validating: stateNode('Brings its working set back.', xeVm('xe_vm_validate_rebind'), {
      validated: to('validated', 'All is there.', xeVm('xe_vm_validate_rebind')),
    }),
    validated: stateNode('Takes the notifier lock for the last look.', xeExec('xe_exec_ioctl'), {
      arm: to('running', 'Armed.', xeExec('xe_exec_ioctl')),
      again: to('validating', 'Something has gone meanwhile: -EAGAIN.', xeExec('xe_exec_ioctl')),
    }),
    running: stateNode('The job runs.', xeExec('xe_exec_ioctl'), {
      end: to('idle', 'Its fence is signaled.', xeExec('xe_exec_ioctl')),
    }),
  },
});
