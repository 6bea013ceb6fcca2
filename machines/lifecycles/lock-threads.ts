import { setup } from 'xstate';
import { inFile } from './to.ts';

const ttmBoVm = inFile('drivers/gpu/drm/ttm/ttm_bo_vm.c');
const memoryC = inFile('mm/memory.c');
const devfreq = inFile('drivers/devfreq/devfreq.c');
const core = inFile('drivers/regulator/core.c');
const fork = inFile('kernel/fork.c');
const mmapC = inFile('mm/mmap.c');
const drmVmBindLocking = inFile('Documentation/gpu/drm-vm-bind-locking.rst');
const xeExec = inFile('drivers/gpu/drm/xe/xe_exec.c');
const xeVm = inFile('drivers/gpu/drm/xe/xe_vm.c');

const order = 'drivers/dma-buf/dma-resv.c: dma_resv_lockdep';
const to = <const T extends string>(target: T, description: string, source: string) => ({
  target,
  description,
  meta: { source },
});
const at = <const O extends object = {}>(description: string, source: string, on: O = {} as O) => ({
  description,
  meta: { source },
  on,
});

/**
 * A CPU page fault on a mapping of a buffer object.
 * Rule: with mmap_lock held it only tries the reservation lock; where that fails it drops
 * mmap_lock, waits, and comes again.
 * Source: drivers/gpu/drm/ttm/ttm_bo_vm.c (ttm_bo_vm_reserve: VM_FAULT_RETRY), v7.0.
 */
export const cpuFault = setup({
  types: {
    events: {} as
      | { type: 'fault' }
      | { type: 'mmap' }
      | { type: 'resv' }
      | { type: 'retry' }
      | { type: 'waited' }
      | { type: 'done' },
  },
}).createMachine({
  id: 'cpu_fault',
  initial: 'none',
  states: {
    none: at('No fault.', ttmBoVm('ttm_bo_vm_fault'), {
      fault: to('wants_mmap', 'An access to the mapping.', ttmBoVm('ttm_bo_vm_fault')),
    }),
    wants_mmap: at('Wants mmap_lock.', memoryC('lock_mm_and_find_vma'), {
      mmap: to('has_mmap', 'Has it.', memoryC('lock_mm_and_find_vma')),
    }),
    has_mmap: at('Wants the reservation lock.', ttmBoVm('ttm_bo_vm_reserve'), {
      resv: to('has_both', 'Has it.', ttmBoVm('ttm_bo_vm_reserve')),
      retry: to('waits', 'Somebody else has it: mmap_lock is dropped.', ttmBoVm('ttm_bo_vm_reserve')),
    }),
    waits: at('Waits for the reservation lock, holding nothing.', ttmBoVm('ttm_bo_vm_reserve'), {
      waited: to('wants_mmap_again', 'It was free: VM_FAULT_RETRY.', ttmBoVm('ttm_bo_vm_reserve')),
    }),
    wants_mmap_again: at('Wants mmap_lock once more.', memoryC('lock_mm_and_find_vma'), {
      mmap: to('tried', 'Has it, with FAULT_FLAG_TRIED.', memoryC('lock_mm_and_find_vma')),
    }),
    tried: at('Wants the reservation lock for the second time.', ttmBoVm('ttm_bo_vm_reserve'), {
      resv: to('has_both', 'Has it.', ttmBoVm('ttm_bo_vm_reserve')),
      retry: to('waits', 'Somebody else has it: mmap_lock is dropped again.', ttmBoVm('ttm_bo_vm_reserve')),
    }),
    has_both: at('Maps the page.', ttmBoVm('ttm_bo_vm_fault_reserved'), {
      done: to('none', 'Mapped.', ttmBoVm('ttm_bo_vm_fault')),
    }),
  },
});

/**
 * An ioctl that reserves a buffer object and reads its arguments from userspace.
 * Rule: it reads them before it reserves: an access to userspace may fault and take mmap_lock.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_lockdep: mmap_read_lock outside dma_resv_lock),
 * v7.0; mail of Daniel Vetter, July 2019 ("bo lock nests within mmap_sem").
 */
export const reservingIoctl = setup({
  types: {
    events: {} as
      | { type: 'call' }
      | { type: 'resv' }
      | { type: 'alloc' }
      | { type: 'reclaimed' }
      | { type: 'mmap' }
      | { type: 'return' },
  },
}).createMachine({
  id: 'reserving_ioctl',
  initial: 'none',
  states: {
    none: at('No call.', order, { call: to('called', 'Called.', order) }),
    called: at('Wants the reservation lock.', order, { resv: to('has_resv', 'Has it.', order) }),
    has_resv: at('Has the reservation lock.', order, {
      alloc: to('reclaiming', 'Allocates under it: memory is short.', order),
      mmap: to('copies', 'Reads from userspace under it, and faults.', order),
      return: to('none', 'Done.', order),
    }),
    reclaiming: at('In direct reclaim, with the reservation lock held.', order, {
      reclaimed: to('has_pages', 'The allocation returns.', order),
    }),
    has_pages: at('Has the reservation lock, and its memory.', order, {
      mmap: to('copies', 'Reads from userspace under it, and faults.', order),
      return: to('none', 'Done.', order),
    }),
    copies: at('Has both locks.', order, { return: to('none', 'Done.', order) }),
  },
});

/**
 * How often userspace calls: twice, then it leaves the object alone.
 * Source: docs/limits.md.
 */
export const twoCalls = setup({ types: { events: {} as { type: 'call' } } }).createMachine({
  id: 'two_calls',
  initial: 'two',
  states: {
    two: at('May call twice.', 'docs/limits.md', { call: to('one', 'Calls.', 'docs/limits.md') }),
    one: at('May call once more.', 'docs/limits.md', { call: to('none', 'Calls.', 'docs/limits.md') }),
    none: at('Leaves the object alone.', 'docs/limits.md'),
  },
});

/**
 * A notifier that reclaim has called.
 * Rule: it may wait for fences; it takes no reservation lock.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst; drivers/dma-buf/dma-resv.c (dma_resv_lockdep), v7.0.
 */
export const notifierCall = setup({ types: { events: {} as { type: 'call' } | { type: 'return' } } }).createMachine({
  id: 'notifier_call',
  initial: 'none',
  states: {
    none: at('Not called.', order, { call: to('called', 'Reclaim unmaps a page.', order) }),
    called: at('Runs.', order, { return: to('none', 'Done.', order) }),
  },
});

/**
 * A thread that takes a mutex of the driver and allocates under it.
 * Rule: not if the way to a signal takes that mutex too.
 * Source: drivers/devfreq/devfreq.c (devfreq_monitor_resume), the msm splat of 2023;
 * drivers/regulator/core.c (regulator_list_mutex), imx-drm revert 14d9a37c9525.
 */
export const mutexHolder = setup({
  types: { events: {} as { type: 'want' } | { type: 'lock' } | { type: 'reclaimed' } | { type: 'unlock' } },
}).createMachine({
  id: 'mutex_holder',
  initial: 'idle',
  states: {
    idle: at('Has nothing to do.', devfreq('devfreq_monitor_resume'), {
      want: to('wants', 'Wants the mutex.', devfreq('devfreq_monitor_resume')),
    }),
    wants: at('Wants the mutex.', devfreq('devfreq_monitor_resume'), {
      lock: to('reclaiming', 'Has it, and allocates: memory is short.', core('regulator_register')),
    }),
    reclaiming: at('In direct reclaim, with the mutex held.', core('regulator_register'), {
      reclaimed: to('holds', 'The allocation returns.', core('regulator_register')),
    }),
    holds: at('Has the mutex.', devfreq('devfreq_monitor_resume'), {
      unlock: to('idle', 'Given back.', devfreq('devfreq_monitor_resume')),
    }),
  },
});

/**
 * The one thread that handles the messages of the hardware and signals fences.
 * Rule: it never puts the last reference of an mm itself: that tears the address space down and
 * waits for its notifiers.
 * Source: drivers/accel/amdxdna/aie2_ctx.c (aie2_sched_notify: mmput_async), v7.0.
 */
export const messageHandler = setup({
  types: { events: {} as { type: 'mmput' } | { type: 'mmput_async' } | { type: 'returned' } },
}).createMachine({
  id: 'message_handler',
  initial: 'ready',
  states: {
    ready: at('Waits for messages.', 'drivers/accel/amdxdna/aie2_ctx.c: aie2_sched_notify', {
      mmput: to('in_exit_mmap', 'The last reference: the address space is torn down here.', fork('mmput')),
      mmput_async: to('ready', 'A worker will do it.', fork('mmput_async')),
    }),
    in_exit_mmap: at(
      'In exit_mmap: the notifier waits for the jobs.',
      'drivers/accel/amdxdna/amdxdna_gem.c: amdxdna_hmm_invalidate',
      { returned: to('ready', 'Torn down.', fork('mmput')) },
    ),
  },
});

/**
 * A process whose last reference goes.
 * Source: kernel/fork.c (mmput, mmput_async, exit_mmap), v7.0.
 */
export const exitingMm = setup({
  types: { events: {} as { type: 'exit' } | { type: 'queue' } | { type: 'torn_down' } },
}).createMachine({
  id: 'exiting_mm',
  initial: 'alive',
  states: {
    alive: at('Runs.', fork('mmput'), {
      exit: to('exiting', 'Has exited; jobs hold the last references.', 'kernel/exit.c: exit_mm'),
    }),
    exiting: at('The next mmput is the last.', fork('mmput'), {
      queue: to('queued', 'A worker tears it down.', fork('mmput_async')),
      torn_down: to('gone', 'Torn down.', mmapC('exit_mmap')),
    }),
    queued: at('The worker waits for the notifier.', fork('mmput_async'), {
      torn_down: to('gone', 'Torn down.', mmapC('exit_mmap')),
    }),
    gone: at('Gone.', mmapC('exit_mmap')),
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
    resident: at('There, and bound.', drmVmBindLocking('exec'), {
      evict: to('evicted', 'Evicted, or its pages are invalidated.', drmVmBindLocking('eviction')),
      job_runs: to('in_use', 'A job uses it.', xeExec('xe_exec_ioctl')),
    }),
    evicted: at('On the list of what must be validated again.', drmVmBindLocking('eviction'), {
      validate: to('resident', 'Validated and bound again.', drmVmBindLocking('exec')),
      job_runs: to('missed', 'A job uses it and it is not there.', xeExec('xe_exec_ioctl')),
    }),
    in_use: at('A job uses it.', xeExec('xe_exec_ioctl'), {
      job_ends: to('resident', 'The job has ended.', xeExec('xe_exec_ioctl')),
      evict: to('missed', 'Evicted under the job.', drmVmBindLocking('eviction')),
    }),
    missed: at("The job reaches memory that is somebody else's.", drmVmBindLocking('eviction'), {
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
    idle: at('No job.', xeExec('xe_exec_ioctl'), {
      begin: to('validating', 'The ioctl begins.', xeExec('xe_exec_ioctl')),
    }),
    validating: at('Brings its working set back.', xeVm('xe_vm_validate_rebind'), {
      validated: to('validated', 'All is there.', xeVm('xe_vm_validate_rebind')),
    }),
    validated: at('Takes the notifier lock for the last look.', xeExec('xe_exec_ioctl'), {
      arm: to('running', 'Armed.', xeExec('xe_exec_ioctl')),
      again: to('validating', 'Something has gone meanwhile: -EAGAIN.', xeExec('xe_exec_ioctl')),
    }),
    running: at('The job runs.', xeExec('xe_exec_ioctl'), {
      end: to('idle', 'Its fence is signaled.', xeExec('xe_exec_ioctl')),
    }),
  },
});
