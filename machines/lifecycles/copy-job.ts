import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const xeMigrate = inFile('drivers/gpu/drm/xe/xe_migrate.c');

/**
 * A job of the kernel's own that fills or maps a page, with a dma_fence of its own.
 * Rule: it runs on hardware that page-faulting work cannot hold up.
 * Source: drivers/gpu/drm/xe/xe_migrate.c (xe_migrate_usm_logical_mask: a reserved copy engine), v7.0.
 */
export const copyJob = setup({
  types: { events: {} as { type: 'publish' } | { type: 'hw_run' } | { type: 'hw_done' } },
}).createMachine({
  id: 'copy_job',
  initial: 'idle',
  states: {
    idle: {
      description: 'There is no job.',
      meta: { source: xeMigrate('xe_migrate_vram') },
      on: {
        publish: to('queued', 'The job is submitted and its fence is visible.', xeMigrate('xe_migrate_vram')),
      },
    },
    queued: {
      description: 'The job waits for the copy engine.',
      meta: { source: xeMigrate('xe_migrate_usm_logical_mask') },
      on: {
        hw_run: to('running', 'The job starts on the copy engine.', xeMigrate('xe_migrate_usm_logical_mask')),
      },
    },
    running: {
      description: 'The job runs on the copy engine.',
      meta: { source: xeMigrate('xe_migrate_vram') },
      on: {
        hw_done: to('idle', 'The job completes and its fence is signaled.', xeMigrate('xe_migrate_vram')),
      },
    },
  },
});
