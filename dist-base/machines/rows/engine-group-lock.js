import { vocabulary } from "../../src/system/vocabulary.js";
import { from } from "../words/cites.js";
import { groupJobParts, groupJobs, groupSteps } from "./engine-group.js";
import { lockParts } from "./repair-lock.js";
const xeExec = from('drivers/gpu/drm/xe/xe_exec.c');
const exec = (says) => xeExec(says);
/** vm->lock: an exec has it until its job is pushed, the repair of a page fault while it repairs. */
export const groupLockParts = { ...groupJobParts, vmLock: { of: lockParts.repairLock.of, title: 'vm->lock' } };
const v = vocabulary(groupLockParts);
const given = { vmLock: 'give.f[i]' };
const steps = v.steps(v.step('exec_takes_vm_lock', 'group_lock[i]', {
    moves: { vmLock: 'take.f[i]' },
    when: { 'exec[i]': ['in_mode', 'down_read', 'down_read_deps'], vmLock: 'free' },
    cite: exec('xe_exec_ioctl: down_read(&vm->lock)'),
}));
/** The order of mode_sem and vm->lock. */
export const groupVmLock = v.row({
    name: 'group-vm-lock',
    steps,
    ties: {
        requires: { push: { vmLock: 'held.f[i]' }, lr_repaired: { vmLock: 'free' } },
        also: { push: given, exec_fails: given, get_mode_interrupted: given, get_mode_fails: given },
    },
});
const about = v.about([...groupSteps, ...groupJobs.steps, ...steps]);
export const groupLockOrder = {
    'mode-first': about.clause({
        name: 'engine-group/mode-first',
        says: exec('xe_hw_engine_group_get_mode before down_read(&vm->lock): mode_sem > vm->lock'),
        requires: { exec_takes_vm_lock: { 'exec[i]': 'in_mode' } },
    }),
    'lock-first': about.clause({
        name: 'engine-group/lock-first',
        says: exec('the other way round'),
        requires: { get_mode_down_read: { vmLock: 'held.f[i]' } },
    }),
};
//# sourceMappingURL=engine-group-lock.js.map