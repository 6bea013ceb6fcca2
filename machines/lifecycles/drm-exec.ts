import { setup } from 'xstate';
import { inFile } from './to.ts';

const gpuvm = inFile('drivers/gpu/drm/drm_gpuvm.c');
const drmExecFile = inFile('drivers/gpu/drm/drm_exec.c');

/**
 * Whether a submit has the reservation objects of its VM and of the buffers that it imports.
 * Rule: it takes them before its last look at the mappings and keeps them until its fence is in them.
 * Source: drivers/gpu/drm/drm_gpuvm.c (drm_gpuvm_exec_lock), drivers/gpu/drm/drm_exec.c, v6.12.
 */
export const drmExec = setup({
  types: { events: {} as { type: 'lock' } | { type: 'unlock' } },
}).createMachine({
  id: 'drm_exec',
  initial: 'unlocked',
  states: {
    unlocked: {
      description: 'The submit holds no reservation lock.',
      meta: { source: drmExecFile('drm_exec_init') },
      on: {
        lock: {
          target: 'locked',
          description: 'The submit takes the reservation locks of the VM and of all imported buffers.',
          meta: { source: gpuvm('drm_gpuvm_exec_lock') },
        },
      },
    },
    locked: {
      description: 'The submit holds the reservation locks, so no locked buffer can be moved.',
      meta: { source: gpuvm('drm_gpuvm_exec_lock') },
      on: {
        unlock: {
          target: 'unlocked',
          description: 'The submit releases the reservation locks.',
          meta: { source: drmExecFile('drm_exec_fini') },
        },
      },
    },
  },
});
