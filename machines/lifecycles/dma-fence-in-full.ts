/* oxlint-disable max-lines-per-function -- a chart is one table of states: data in which nothing is decided */
import { assign, setup } from 'xstate';
import type { Named } from './named.ts';
import { inFile, to } from './to.ts';

const dmaResv = inFile('drivers/dma-buf/dma-resv.c');

/** Releases between which dma_fence answers differently. */
export type Kernel = 'v6.18' | 'v7.0' | 'v7.1';
export const kernels = ['v6.18', 'v7.0', 'v7.1'] as const;

const file = 'drivers/dma-buf/dma-fence.c';
const sourceIn = (symbol: string) => ({ meta: { source: `${file}: ${symbol}` } });
/** A call that changes nothing: its answer matters. */
const says = (description: string, symbol: string) => ({
  actions: 'answer' as const,
  description,
  ...sourceIn(symbol),
});

/**
 * A dma_fence from dma_fence_init to the last reference. An event is a call with its answer:
 * `dma_fence_wait_timeout=0`; without `=` it is
 * void, zero or a success.
 * Rule: it is signaled once; before that callbacks may be added and an error set, after it neither;
 * it is not released while callbacks wait.
 * What happens under the fence lock is one step: SIGNALED_BIT without TIMESTAMP_BIT is not seen.
 * Source: drivers/dma-buf/dma-fence.c, include/linux/dma-fence.h: v6.18, v7.0 and v7.1-rc4.
 */
export function dmaFenceInFull({ kernel = 'v7.0' }: { readonly kernel?: Kernel }) {
  const again =
    kernel === 'v6.18'
      ? {
          'dma_fence_signal=-EINVAL': says(
            'The fence is signaled already: the call has no effect and returns -EINVAL.',
            'dma_fence_signal',
          ),
        }
      : {
          'dma_fence_signal=void': says(
            'The fence is signaled already: the call has no effect and returns nothing.',
            'dma_fence_signal',
          ),
          'dma_fence_check_and_signal=true': says('The fence was signaled already.', 'dma_fence_check_and_signal'),
          'dma_fence_test_signaled_flag=true': says('The signaled bit is set.', 'dma_fence_test_signaled_flag'),
        };
  const unsignaled =
    kernel === 'v6.18'
      ? {}
      : { 'dma_fence_test_signaled_flag=false': says('The signaled bit is not set.', 'dma_fence_test_signaled_flag') };
  const enabling = (target: string) => ({
    dma_fence_enable_sw_signaling: {
      target,
      description: 'ENABLE_SIGNAL_BIT is set, once and for good; the driver is asked to signal soon.',
      ...sourceIn('__dma_fence_enable_signaling'),
    },
    dma_fence_add_callback: {
      target,
      description: 'Signaling is enabled and the callback is queued.',
      ...sourceIn('dma_fence_add_callback'),
    },
    // The selftest of v6.18 asks a mock with a wait operation of its own, which answers -ETIME here.
    'dma_fence_wait_timeout=0': {
      target,
      description: 'Signaling is enabled, and the wait times out before the fence is signaled.',
      ...sourceIn('dma_fence_wait_timeout'),
    },
    dma_fence_wait: {
      target,
      description: 'Signaling is enabled and the caller sleeps.',
      ...sourceIn('dma_fence_default_wait'),
    },
    'dma_fence_is_signaled=false': says(
      'The signaled bit is not set, and ops->signaled does not return true.',
      'dma_fence_is_signaled',
    ),
    'dma_fence_get_status=0': says(
      'The fence is not signaled, so the status is 0, whatever error is set.',
      'dma_fence_get_status',
    ),
    ...unsignaled,
  });
  const signal = (target: string) => ({
    dma_fence_signal: {
      target,
      description: 'The first call sets the bit, runs the callbacks in order and wakes the waiters.',
      ...sourceIn('dma_fence_signal_timestamp_locked'),
    },
    ...(kernel === 'v6.18'
      ? {}
      : {
          'dma_fence_check_and_signal=false': {
            target,
            description: 'The fence was not signaled, and this call signals it.',
            ...sourceIn('dma_fence_check_and_signal'),
          },
        }),
    'dma_fence_is_signaled=signals': {
      target,
      description: 'ops->signaled returns true, so the core signals the fence (opportunistic signaling).',
      ...sourceIn('dma_fence_is_signaled'),
    },
    'enable_signaling=false': {
      target,
      description: 'ops->enable_signaling returns false, so the core signals the fence.',
      ...sourceIn('__dma_fence_enable_signaling'),
    },
    'dma_fence_release=WARN': {
      target,
      actions: 'deadlk' as const,
      description: 'The last reference is dropped with callbacks queued: WARN, -EDEADLK, signaled.',
      ...sourceIn('dma_fence_release'),
    },
    dma_fence_set_error: {
      actions: 'fail' as const,
      description: 'The error is stored, and is returned once the fence is signaled.',
      ...sourceIn('dma_fence_set_error'),
    },
  });
  const done = {
    ...again,
    'dma_fence_add_callback=-ENOENT': says(
      'The fence is signaled: the callback is initialised and never called.',
      'dma_fence_add_callback',
    ),
    'dma_fence_is_signaled=true': says('The signaled bit is set.', 'dma_fence_is_signaled'),
    'dma_fence_wait_timeout=1': says('The fence is signaled, so the call does not wait.', 'dma_fence_default_wait'),
    'dma_fence_get_status=1': {
      guard: 'fine' as const,
      ...says('The fence is signaled without an error.', 'dma_fence_get_status'),
    },
    'dma_fence_get_status=error': {
      guard: 'failed' as const,
      ...says('The fence is signaled with an error.', 'dma_fence_get_status'),
    },
    'dma_fence_set_error=WARN': says(
      'The fence is signaled, so the error comes too late: WARN_ON.',
      'dma_fence_set_error',
    ),
    dma_fence_release: {
      target: '#dma_fence_in_full.released',
      actions: 'forget' as const,
      description: 'The last reference is dropped.',
      ...sourceIn('dma_fence_release'),
    },
  };
  const cleared = kernel === 'v7.1' ? { tags: ['ops_cleared'] } : {};
  return setup({
    types: { events: {} as { type: string }, context: {} as { error: 'none' | 'set' | 'deadlk' } },
    guards: { fine: ({ context }) => context.error === 'none', failed: ({ context }) => context.error !== 'none' },
    actions: {
      answer: () => undefined,
      fail: assign({ error: 'set' }),
      deadlk: assign({ error: 'deadlk' }),
      forget: assign({ error: 'none' }),
    },
  }).createMachine({
    id: 'dma_fence_in_full',
    context: { error: 'none' },
    initial: 'uninitialised',
    states: {
      uninitialised: {
        description: 'The memory is allocated and holds no fence yet.',
        ...sourceIn('dma_fence_init'),
        on: {
          dma_fence_init: {
            target: 'unsignaled',
            description: 'The fence is initialised with one reference, no error and no callbacks.',
            ...sourceIn('dma_fence_init'),
          },
        },
      },
      unsignaled: {
        description: 'The fence is not signaled; callbacks are queued in cb_list.',
        ...sourceIn('dma_fence_add_callback'),
        initial: 'unpublished',
        states: {
          unpublished: {
            description: 'No other thread can see the fence.',
            ...sourceIn('dma_fence_init'),
            initial: 'idle',
            on: {
              ...signal('#dma_fence_in_full.signaled.unpublished'),
              dma_fence_release: {
                target: '#dma_fence_in_full.released',
                actions: 'forget',
                description: 'The last reference is dropped with no callback queued, which is legal and silent.',
                ...sourceIn('dma_fence_release'),
              },
            },
            states: {
              idle: {
                description: 'Signaling is not enabled.',
                ...sourceIn('dma_fence_is_signaled'),
                on: {
                  ...enabling('enabled'),
                  publish: to(
                    '#dma_fence_in_full.unsignaled.visible.idle',
                    'The fence is installed in a dma_resv, a sync_file or a syncobj.',
                    dmaResv('dma_resv_add_fence'),
                  ),
                },
              },
              enabled: {
                description: 'Signaling is enabled: the driver signals the fence as soon as its work is done.',
                ...sourceIn('__dma_fence_enable_signaling'),
                on: {
                  ...enabling('enabled'),
                  publish: to(
                    '#dma_fence_in_full.unsignaled.visible.enabled',
                    'The fence is installed in a dma_resv, a sync_file or a syncobj.',
                    dmaResv('dma_resv_add_fence'),
                  ),
                },
              },
            },
          },
          visible: {
            description: 'Any thread may wait for the fence. Its creator keeps a reference until it is signaled.',
            ...sourceIn('dma_fence_add_callback'),
            initial: 'idle',
            on: signal('#dma_fence_in_full.signaled.visible'),
            states: {
              idle: {
                description: 'Signaling is not enabled.',
                ...sourceIn('dma_fence_is_signaled'),
                on: enabling('enabled'),
              },
              enabled: {
                description: 'Signaling is enabled: the driver signals the fence as soon as its work is done.',
                ...sourceIn('__dma_fence_enable_signaling'),
                on: enabling('enabled'),
              },
            },
          },
        },
      },
      signaled: {
        description: 'The fence is signaled; its timestamp has taken the place of cb_list.',
        meta: { source: 'include/linux/dma-fence.h: struct dma_fence' },
        initial: 'unpublished',
        ...cleared,
        on: done,
        states: {
          unpublished: {
            description: 'No other thread has seen the fence yet.',
            ...sourceIn('dma_fence_signal'),
            on: {
              publish: to(
                'visible',
                'The signaled fence is installed; nobody will wait for it.',
                dmaResv('dma_resv_add_fence'),
              ),
            },
          },
          visible: { description: 'Every waiter has been woken.', ...sourceIn('dma_fence_signal') },
        },
      },
      released: {
        description: 'The fence is released, and freed after an RCU grace period.',
        ...sourceIn('dma_fence_free'),
        on: {
          dma_fence_init: {
            target: 'unsignaled',
            description: 'The memory is initialised as the next fence.',
            ...sourceIn('dma_fence_init'),
          },
        },
      },
    },
  } as never) as unknown as FullFence;
}

type Call =
  | 'dma_fence_init'
  | 'publish'
  | 'dma_fence_enable_sw_signaling'
  | 'dma_fence_add_callback'
  | 'dma_fence_wait'
  | 'dma_fence_signal'
  | 'dma_fence_set_error'
  | 'dma_fence_release'
  | 'enable_signaling=false'
  | `dma_fence_${Answering}=${string}`;

/** Calls that give an answer. */
type Answering =
  | 'add_callback'
  | 'wait_timeout'
  | 'signal'
  | 'check_and_signal'
  | 'test_signaled_flag'
  | 'is_signaled'
  | 'get_status'
  | 'set_error'
  | 'release';

type Seen = 'unpublished' | 'visible';
type State =
  | 'uninitialised'
  | 'unsignaled'
  | `unsignaled.${Seen}`
  | `unsignaled.${Seen}.${'idle' | 'enabled'}`
  | 'signaled'
  | `signaled.${Seen}`
  | 'released'
  | `${string}{${string}}`
  | '#ops_cleared';
export type FullFence = Named<State, Call>;

/** One for each release: a part that is declared twice must be the same. */
export const fullFences: Readonly<Record<Kernel, FullFence>> = {
  'v6.18': dmaFenceInFull({ kernel: 'v6.18' }),
  'v7.0': dmaFenceInFull({ kernel: 'v7.0' }),
  'v7.1': dmaFenceInFull({ kernel: 'v7.1' }),
};
