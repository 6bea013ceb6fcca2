import { setup } from 'xstate';
const order = 'drivers/dma-buf/dma-resv.c: dma_resv_lockdep';
const to = (target, description, source) => ({
    target,
    description,
    meta: { source },
});
const at = (description, source, on = {}) => ({
    description,
    meta: { source },
    on,
});
/**
 * A CPU page fault on a mapping of a buffer object.
 * Rule: with mmap_lock held it only tries the reservation lock; where that fails it drops mmap_lock, waits, and comes again.
 * Source: drivers/gpu/drm/ttm/ttm_bo_vm.c (ttm_bo_vm_reserve: VM_FAULT_RETRY), v7.0.
 */
export const cpuFault = setup({
    types: {
        events: {},
    },
}).createMachine({
    id: 'cpu_fault',
    initial: 'none',
    states: {
        none: at('No fault.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_fault', {
            fault: to('wants_mmap', 'An access to the mapping.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_fault'),
        }),
        wants_mmap: at('Wants mmap_lock.', 'mm/memory.c: lock_mm_and_find_vma', {
            mmap: to('has_mmap', 'Has it.', 'mm/memory.c: lock_mm_and_find_vma'),
        }),
        has_mmap: at('Wants the reservation lock.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve', {
            resv: to('has_both', 'Has it.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve'),
            retry: to('waits', 'Somebody else has it: mmap_lock is dropped.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve'),
        }),
        waits: at('Waits for the reservation lock, holding nothing.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve', {
            waited: to('wants_mmap_again', 'It was free: VM_FAULT_RETRY.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve'),
        }),
        wants_mmap_again: at('Wants mmap_lock once more.', 'mm/memory.c: lock_mm_and_find_vma', {
            mmap: to('tried', 'Has it, with FAULT_FLAG_TRIED.', 'mm/memory.c: lock_mm_and_find_vma'),
        }),
        tried: at('Wants the reservation lock for the second time.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve', {
            resv: to('has_both', 'Has it.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve'),
            retry: to('waits', 'Somebody else has it: mmap_lock is dropped again.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_reserve'),
        }),
        has_both: at('Maps the page.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_fault_reserved', {
            done: to('none', 'Mapped.', 'drivers/gpu/drm/ttm/ttm_bo_vm.c: ttm_bo_vm_fault'),
        }),
    },
});
/**
 * An ioctl that reserves a buffer object and reads its arguments from userspace.
 * Rule: it reads them before it reserves: an access to userspace may fault and take mmap_lock.
 * Source: drivers/dma-buf/dma-resv.c (dma_resv_lockdep: mmap_read_lock outside dma_resv_lock), v7.0; mail of Daniel Vetter, July 2019 ("bo lock nests within mmap_sem").
 */
export const reservingIoctl = setup({
    types: {
        events: {},
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
export const twoCalls = setup({ types: { events: {} } }).createMachine({
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
export const notifierCall = setup({ types: { events: {} } }).createMachine({
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
 * Source: drivers/devfreq/devfreq.c (devfreq_monitor_resume), the msm splat of 2023; drivers/regulator/core.c (regulator_list_mutex), imx-drm revert 14d9a37c9525.
 */
export const mutexHolder = setup({
    types: { events: {} },
}).createMachine({
    id: 'mutex_holder',
    initial: 'idle',
    states: {
        idle: at('Has nothing to do.', 'drivers/devfreq/devfreq.c: devfreq_monitor_resume', {
            want: to('wants', 'Wants the mutex.', 'drivers/devfreq/devfreq.c: devfreq_monitor_resume'),
        }),
        wants: at('Wants the mutex.', 'drivers/devfreq/devfreq.c: devfreq_monitor_resume', {
            lock: to('reclaiming', 'Has it, and allocates: memory is short.', 'drivers/regulator/core.c: regulator_register'),
        }),
        reclaiming: at('In direct reclaim, with the mutex held.', 'drivers/regulator/core.c: regulator_register', {
            reclaimed: to('holds', 'The allocation returns.', 'drivers/regulator/core.c: regulator_register'),
        }),
        holds: at('Has the mutex.', 'drivers/devfreq/devfreq.c: devfreq_monitor_resume', {
            unlock: to('idle', 'Given back.', 'drivers/devfreq/devfreq.c: devfreq_monitor_resume'),
        }),
    },
});
/**
 * The one thread that handles the messages of the hardware and signals fences.
 * Rule: it never puts the last reference of an mm itself: that tears the address space down and waits for its notifiers.
 * Source: drivers/accel/amdxdna/aie2_ctx.c (aie2_sched_notify: mmput_async), v7.0.
 */
export const messageHandler = setup({
    types: { events: {} },
}).createMachine({
    id: 'message_handler',
    initial: 'ready',
    states: {
        ready: at('Waits for messages.', 'drivers/accel/amdxdna/aie2_ctx.c: aie2_sched_notify', {
            mmput: to('in_exit_mmap', 'The last reference: the address space is torn down here.', 'kernel/fork.c: mmput'),
            mmput_async: to('ready', 'A worker will do it.', 'kernel/fork.c: mmput_async'),
        }),
        in_exit_mmap: at('In exit_mmap: the notifier waits for the jobs.', 'drivers/accel/amdxdna/amdxdna_gem.c: amdxdna_hmm_invalidate', { returned: to('ready', 'Torn down.', 'kernel/fork.c: mmput') }),
    },
});
/**
 * A process whose last reference goes.
 * Source: kernel/fork.c (mmput, mmput_async, exit_mmap), v7.0.
 */
export const exitingMm = setup({
    types: { events: {} },
}).createMachine({
    id: 'exiting_mm',
    initial: 'alive',
    states: {
        alive: at('Runs.', 'kernel/fork.c: mmput', {
            exit: to('exiting', 'Has exited; jobs hold the last references.', 'kernel/exit.c: exit_mm'),
        }),
        exiting: at('The next mmput is the last.', 'kernel/fork.c: mmput', {
            queue: to('queued', 'A worker tears it down.', 'kernel/fork.c: mmput_async'),
            torn_down: to('gone', 'Torn down.', 'mm/mmap.c: exit_mmap'),
        }),
        queued: at('The worker waits for the notifier.', 'kernel/fork.c: mmput_async', {
            torn_down: to('gone', 'Torn down.', 'mm/mmap.c: exit_mmap'),
        }),
        gone: at('Gone.', 'mm/mmap.c: exit_mmap'),
    },
});
/**
 * Buffer objects and userptrs that a VM has bound, as its next job finds them.
 * Rule: a job is armed only when all of its working set is there, seen under the notifier lock.
 * Source: Documentation/gpu/drm-vm-bind-locking.rst; drivers/gpu/drm/xe/xe_exec.c, v7.0.
 */
export const boundMemory = setup({
    types: { events: {} },
}).createMachine({
    id: 'bound_memory',
    initial: 'resident',
    states: {
        resident: at('There, and bound.', 'Documentation/gpu/drm-vm-bind-locking.rst: exec', {
            evict: to('evicted', 'Evicted, or its pages are invalidated.', 'Documentation/gpu/drm-vm-bind-locking.rst: eviction'),
            job_runs: to('in_use', 'A job uses it.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl'),
        }),
        evicted: at('On the list of what must be validated again.', 'Documentation/gpu/drm-vm-bind-locking.rst: eviction', {
            validate: to('resident', 'Validated and bound again.', 'Documentation/gpu/drm-vm-bind-locking.rst: exec'),
            job_runs: to('missed', 'A job uses it and it is not there.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl'),
        }),
        in_use: at('A job uses it.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl', {
            job_ends: to('resident', 'The job has ended.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl'),
            evict: to('missed', 'Evicted under the job.', 'Documentation/gpu/drm-vm-bind-locking.rst: eviction'),
        }),
        missed: at("The job reaches memory that is somebody else's.", 'Documentation/gpu/drm-vm-bind-locking.rst: eviction', { job_ends: to('evicted', 'Too late.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl') }),
    },
});
/**
 * An exec of a VM, from the validation of its working set to the end of the job.
 * Source: drivers/gpu/drm/xe/xe_exec.c (xe_exec_ioctl); Documentation/gpu/drm-vm-bind-locking.rst, v7.0.
 */
export const vmExec = setup({
    types: {
        events: {},
    },
}).createMachine({
    id: 'vm_exec',
    initial: 'idle',
    states: {
        idle: at('No job.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl', {
            begin: to('validating', 'The ioctl begins.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl'),
        }),
        validating: at('Brings its working set back.', 'drivers/gpu/drm/xe/xe_vm.c: xe_vm_validate_rebind', {
            validated: to('validated', 'All is there.', 'drivers/gpu/drm/xe/xe_vm.c: xe_vm_validate_rebind'),
        }),
        validated: at('Takes the notifier lock for the last look.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl', {
            arm: to('running', 'Armed.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl'),
            again: to('validating', 'Something has gone meanwhile: -EAGAIN.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl'),
        }),
        running: at('The job runs.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl', {
            end: to('idle', 'Its fence is signaled.', 'drivers/gpu/drm/xe/xe_exec.c: xe_exec_ioctl'),
        }),
    },
});
//# sourceMappingURL=lock-threads.js.map