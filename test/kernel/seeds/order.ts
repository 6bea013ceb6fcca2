import { kills, seedsOf, type Seed } from './seed.ts';

const f = seedsOf('drivers/dma-buf/dma-fence.c');
const a = seedsOf('drivers/dma-buf/dma-fence-array.c');
const c = seedsOf('drivers/dma-buf/dma-fence-chain.c');
const r = seedsOf('drivers/dma-buf/dma-resv.c');
const s = seedsOf('drivers/dma-buf/sync_file.c');
const sf = seedsOf('drivers/gpu/drm/scheduler/sched_fence.c');
const y = seedsOf('drivers/gpu/drm/drm_syncobj.c');
/** Bugs of order: a fence begins twice, or is gone before whoever still uses it. */
export const orderSeeds: readonly Seed[] = [
  sf(
    440,
    'drm_sched_fence_init',
    'twice',
    'dma_fence_init(&fence->scheduled, &drm_sched_fence_ops_scheduled, &fence->lock, entity->fence_context, seq)',
    'scheduled is initialised twice',
    kills('sched', 'log'),
    { monitor: 'dma_fence_init on idle', trace: 'F-11' },
  ),
  c(
    441,
    'dma_fence_chain_init',
    'twice',
    'dma_fence_init(&chain->base, &dma_fence_chain_ops, &chain->lock, context, seqno)',
    'a node is initialised twice',
    kills('chain', 'log'),
    {
      monitor: 'dma_fence_init on idle',
      first: 'a log names it F-11: two nodes may have one number, so a log does not judge by it',
    },
  ),
  a(
    442,
    'irq_dma_fence_array_work',
    'twice',
    'dma_fence_put(&array->base)',
    'the work of an array gives back a reference that is not its own',
    kills('array', 'steps'),
    {
      monitor: 'dma_fence_wait_end on destroyed',
      trace: 'F-12',
      first: 'wait_start on destroyed: who waits has begun before',
    },
  ),
  c(
    443,
    'dma_fence_chain_irq_work',
    'twice',
    'dma_fence_put(&chain->base)',
    'the work of a node gives back a reference that is not its own',
    kills('chain', 'steps'),
    {
      monitor: 'dma_fence_wait_end on destroyed',
      first:
        'wait_start on destroyed: who waits has begun before; and F-12 in a log, which does not judge nodes',
    },
  ),
  f(
    444,
    'dma_fence_wait_timeout',
    'after',
    'trace_dma_fence_wait_end(fence)',
    'a wait gives back a reference that is not its own',
    kills('fence', 'steps'),
    { text: 'dma_fence_put(fence);', monitor: 'dma_fence_signaled on destroyed', trace: 'F-5' },
  ),
  s(
    445,
    'sync_file_release',
    'twice',
    'dma_fence_put(sync_file->fence)',
    'a file that is closed gives back a reference that is not its own',
    kills('sw_sync', 'steps'),
    {
      monitor: 'dma_fence_signaled on destroyed',
      first:
        'a log names it F-5: userspace numbers the points of sw_sync, so a log does not judge by it',
    },
  ),
  y(
    446,
    'drm_syncobj_replace_fence',
    'twice',
    'dma_fence_put(old_fence)',
    'a syncobj gives back a reference that is not its own',
    kills('syncobj', 'steps'),
    { first: 'the monitor reacts, a log has F-5: the kernel panics where it uses the fence again' },
  ),
  r(
    447,
    'dma_resv_list_free',
    'twice',
    'dma_fence_put(fence)',
    'a list gives back references that are not its own',
    kills('resv', 'steps'),
    { first: 'the monitor reacts, a log has F-5: the kernel panics where it uses the fence again' },
  ),
  f(
    448,
    'dma_fence_signal_timestamp_locked',
    'after',
    'list_replace(&fence->cb_list, &cb_list)',
    'a fence is put by its signal',
    kills('fence', 'steps'),
    { text: 'dma_fence_put(fence);', monitor: 'dma_fence_signaled on destroyed', trace: 'F-5' },
  ),
];
