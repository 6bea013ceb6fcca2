import { setup } from 'xstate';
import { to } from "./to.js";
/**
 * A job of the kernel's own that fills or maps a page, with a dma_fence of its own.
 * Rule: it runs on hardware that page-faulting work cannot hold up.
 * Source: drivers/gpu/drm/xe/xe_migrate.c (xe_migrate_usm_logical_mask: a reserved copy engine), v7.0.
 */
export const copyJob = setup({
    types: { events: {} },
}).createMachine({
    id: 'copy_job',
    initial: 'idle',
    states: {
        idle: {
            description: 'No job.',
            meta: { source: 'drivers/gpu/drm/xe/xe_migrate.c: xe_migrate_vram' },
            on: {
                publish: to('queued', 'Submitted; its fence is visible.', 'drivers/gpu/drm/xe/xe_migrate.c: xe_migrate_vram'),
            },
        },
        queued: {
            description: 'Waits for the copy engine.',
            meta: { source: 'drivers/gpu/drm/xe/xe_migrate.c: xe_migrate_usm_logical_mask' },
            on: {
                hw_run: to('running', 'On the copy engine.', 'drivers/gpu/drm/xe/xe_migrate.c: xe_migrate_usm_logical_mask'),
            },
        },
        running: {
            description: 'Copies.',
            meta: { source: 'drivers/gpu/drm/xe/xe_migrate.c: xe_migrate_vram' },
            on: {
                hw_done: to('idle', 'Finished; its fence is signaled.', 'drivers/gpu/drm/xe/xe_migrate.c: xe_migrate_vram'),
            },
        },
    },
});
//# sourceMappingURL=copy-job.js.map