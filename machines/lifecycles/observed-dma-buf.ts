import { setup } from 'xstate';
import { inFile, to } from './to.ts';

const dmaBufFile = inFile('drivers/dma-buf/dma-buf.c');

const trace = 'include/trace/events/dma_buf.h';
const use = (type: string) => to('exported', `${type}: a user accesses the buffer.`, trace);

/**
 * A dma-buf as its tracepoints show it. That it is released is not printed, and its inode number may be used again.
 * Rule: exported first.
 * Source: include/trace/events/dma_buf.h, v7.0.
 */
export const observedDmaBuf = setup({
  types: {
    events: {} as
      { type: 'export' } | { type: 'fd' } | { type: 'get' } | { type: 'put' } | { type: 'mmap' } | { type: 'release' },
  },
}).createMachine({
  id: 'observed_dma_buf',
  initial: 'none',
  states: {
    none: {
      description: 'No buffer has this inode number.',
      meta: { source: trace },
      on: { export: to('exported', 'dma_buf_export creates the buffer.', dmaBufFile('dma_buf_export')) },
    },
    exported: {
      description: 'References to the buffer are held.',
      meta: { source: dmaBufFile('dma_buf_export') },
      on: {
        fd: use('dma_buf_fd'),
        get: use('dma_buf_get'),
        put: use('dma_buf_put'),
        mmap: use('dma_buf_mmap'),
        release: to(
          'none',
          'The last reference is dropped, which no tracepoint prints.',
          dmaBufFile('dma_buf_release'),
        ),
      },
    },
  },
});

/**
 * One device's attachment to a dma-buf; its address may be used again.
 * Rule: attached, then detached, in turn; none is left when the buffer is released.
 * Source: include/trace/events/dma_buf.h; drivers/dma-buf/dma-buf.c (dma_buf_dynamic_attach, dma_buf_detach), v7.0.
 */
export const observedAttachment = setup({
  types: { events: {} as { type: 'attach' } | { type: 'detach' } },
}).createMachine({
  id: 'observed_attachment',
  initial: 'none',
  states: {
    none: {
      description: 'The device is not attached.',
      meta: { source: trace },
      on: {
        attach: to('attached', 'dma_buf_dynamic_attach attaches the device.', dmaBufFile('dma_buf_dynamic_attach')),
      },
    },
    attached: {
      description: 'The device is attached.',
      meta: { source: trace },
      on: { detach: to('none', 'dma_buf_detach detaches the device.', dmaBufFile('dma_buf_detach')) },
    },
  },
});
