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
    two: stateNode('Userspace may call twice.', 'docs/limits.md', {
      call: to('one', 'Userspace calls.', 'docs/limits.md'),
    }),
    one: stateNode('Userspace may call once more.', 'docs/limits.md', {
      call: to('none', 'Userspace calls.', 'docs/limits.md'),
    }),
    none: stateNode('Userspace does not call any more.', 'docs/limits.md'),
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
    resident: stateNode('The memory is resident and bound.', drmVmBindLocking('exec'), {
      evict: to('evicted', 'The memory is evicted, or its pages are invalidated.', drmVmBindLocking('eviction')),
      job_runs: to('in_use', 'A job starts to use the memory.', xeExec('xe_exec_ioctl')),
    }),
    evicted: stateNode(
      'The memory is evicted, and on the list of what must be validated again.',
      drmVmBindLocking('eviction'),
      {
        validate: to('resident', 'The memory is validated and bound again.', drmVmBindLocking('exec')),
        job_runs: to('missed', 'A job starts to use memory that is evicted.', xeExec('xe_exec_ioctl')),
      },
    ),
    in_use: stateNode('A job uses the memory.', xeExec('xe_exec_ioctl'), {
      job_ends: to('resident', 'The job ends.', xeExec('xe_exec_ioctl')),
      evict: to('missed', 'The memory is evicted while the job uses it.', drmVmBindLocking('eviction')),
    }),
    missed: stateNode('The job reaches memory that no longer belongs to the VM.', drmVmBindLocking('eviction'), {
      job_ends: to('evicted', 'The job ends after it has reached foreign memory.', xeExec('xe_exec_ioctl')),
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
    idle: stateNode('There is no job.', xeExec('xe_exec_ioctl'), {
      begin: to('validating', 'The exec ioctl begins.', xeExec('xe_exec_ioctl')),
    }),
    validating: stateNode('The ioctl validates the working set of the VM.', xeVm('xe_vm_validate_rebind'), {
      validated: to('validated', 'The working set is validated.', xeVm('xe_vm_validate_rebind')),
    }),
    validated: stateNode('The ioctl takes the notifier lock for the last check.', xeExec('xe_exec_ioctl'), {
      arm: to('running', 'The job is armed.', xeExec('xe_exec_ioctl')),
      again: to('validating', 'Memory was evicted or invalidated in the meantime: -EAGAIN.', xeExec('xe_exec_ioctl')),
    }),
    running: stateNode('The job runs.', xeExec('xe_exec_ioctl'), {
      end: to('idle', "The job's fence is signaled.", xeExec('xe_exec_ioctl')),
    }),
  },
});
