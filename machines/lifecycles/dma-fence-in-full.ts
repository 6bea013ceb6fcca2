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
      ? { 'dma_fence_signal=-EINVAL': says('Signaled already: no effect, and the caller is told.', 'dma_fence_signal') }
      : {
          'dma_fence_signal=void': says('Signaled already: no effect, and nobody is told.', 'dma_fence_signal'),
          'dma_fence_check_and_signal=true': says('It was signaled already.', 'dma_fence_check_and_signal'),
          'dma_fence_test_signaled_flag=true': says('The bit is set.', 'dma_fence_test_signaled_flag'),
        };
  const unsignaled =
    kernel === 'v6.18'
      ? {}
      : { 'dma_fence_test_signaled_flag=false': says('The bit is not set.', 'dma_fence_test_signaled_flag') };
  const enabling = (target: string) => ({
    dma_fence_enable_sw_signaling: {
      target,
      description: 'ENABLE_SIGNAL_BIT is set once and never cleared; the driver is asked to signal as soon as it can.',
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
      description: 'Signaling is enabled; it was not signaled in time.',
      ...sourceIn('dma_fence_wait_timeout'),
    },
    dma_fence_wait: {
      target,
      description: 'Signaling is enabled; the caller sleeps.',
      ...sourceIn('dma_fence_default_wait'),
    },
    'dma_fence_is_signaled=false': says(
      'The bit is not set and the driver does not know better.',
      'dma_fence_is_signaled',
    ),
    'dma_fence_get_status=0': says('Not signaled, whatever error is set.', 'dma_fence_get_status'),
    ...unsignaled,
  });
  const signal = (target: string) => ({
    dma_fence_signal: {
      target,
      description: 'The first call: the bit is set, callbacks run in their order, waiters wake.',
      ...sourceIn('dma_fence_signal_timestamp_locked'),
    },
    ...(kernel === 'v6.18'
      ? {}
      : {
          'dma_fence_check_and_signal=false': {
            target,
            description: 'It was not signaled; now it is.',
            ...sourceIn('dma_fence_check_and_signal'),
          },
        }),
    'dma_fence_is_signaled=signals': {
      target,
      description: "The driver's signaled operation knows that it is done: opportunistic signalling, never promised.",
      ...sourceIn('dma_fence_is_signaled'),
    },
    'enable_signaling=false': {
      target,
      description: "The driver's enable_signaling finds it done already: the core signals.",
      ...sourceIn('__dma_fence_enable_signaling'),
    },
    'dma_fence_release=WARN': {
      target,
      actions: 'deadlk' as const,
      description: 'The last reference is gone while callbacks wait: WARN, error -EDEADLK, signaled.',
      ...sourceIn('dma_fence_release'),
    },
    dma_fence_set_error: {
      actions: 'fail' as const,
      description: 'Stored; seen once it is signaled.',
      ...sourceIn('dma_fence_set_error'),
    },
  });
  const done = {
    ...again,
    'dma_fence_add_callback=-ENOENT': says(
      'Too late: the callback is initialised and never called.',
      'dma_fence_add_callback',
    ),
    'dma_fence_is_signaled=true': says('The bit is set.', 'dma_fence_is_signaled'),
    'dma_fence_wait_timeout=1': says('Nothing to wait for.', 'dma_fence_default_wait'),
    'dma_fence_get_status=1': { guard: 'fine' as const, ...says('Signaled without an error.', 'dma_fence_get_status') },
    'dma_fence_get_status=error': {
      guard: 'failed' as const,
      ...says('Signaled with an error.', 'dma_fence_get_status'),
    },
    'dma_fence_set_error=WARN': says('Too late: WARN_ON, somebody may have read it already.', 'dma_fence_set_error'),
    dma_fence_release: {
      target: '#dma_fence_in_full.released',
      actions: 'forget' as const,
      description: 'The last reference is gone.',
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
        description: 'Memory, no fence yet.',
        ...sourceIn('dma_fence_init'),
        on: {
          dma_fence_init: {
            target: 'unsignaled',
            description: 'One reference, no error, no callbacks.',
            ...sourceIn('dma_fence_init'),
          },
        },
      },
      unsignaled: {
        description: 'Callbacks are queued in cb_list.',
        ...sourceIn('dma_fence_add_callback'),
        initial: 'unpublished',
        states: {
          unpublished: {
            description: 'No other thread can see it.',
            ...sourceIn('dma_fence_init'),
            initial: 'idle',
            on: {
              ...signal('#dma_fence_in_full.signaled.unpublished'),
              dma_fence_release: {
                target: '#dma_fence_in_full.released',
                actions: 'forget',
                description: 'Nobody waits: legal and silent.',
                ...sourceIn('dma_fence_release'),
              },
            },
            states: {
              idle: {
                description: 'Nobody asked for it to be signaled soon.',
                ...sourceIn('dma_fence_is_signaled'),
                on: {
                  ...enabling('enabled'),
                  publish: to(
                    '#dma_fence_in_full.unsignaled.visible.idle',
                    'Installed in a dma_resv, a sync_file or a syncobj.',
                    dmaResv('dma_resv_add_fence'),
                  ),
                },
              },
              enabled: {
                description: 'The driver signals it as soon as it is done.',
                ...sourceIn('__dma_fence_enable_signaling'),
                on: {
                  ...enabling('enabled'),
                  publish: to(
                    '#dma_fence_in_full.unsignaled.visible.enabled',
                    'Installed in a dma_resv, a sync_file or a syncobj.',
                    dmaResv('dma_resv_add_fence'),
                  ),
                },
              },
            },
          },
          visible: {
            description: 'Anybody may wait for it. Its creator keeps it alive until it has signaled it.',
            ...sourceIn('dma_fence_add_callback'),
            initial: 'idle',
            on: signal('#dma_fence_in_full.signaled.visible'),
            states: {
              idle: {
                description: 'Nobody asked for it to be signaled soon.',
                ...sourceIn('dma_fence_is_signaled'),
                on: enabling('enabled'),
              },
              enabled: {
                description: 'The driver signals it as soon as it is done.',
                ...sourceIn('__dma_fence_enable_signaling'),
                on: enabling('enabled'),
              },
            },
          },
        },
      },
      signaled: {
        description: 'Where callbacks were queued the timestamp is: the two share their memory.',
        meta: { source: 'include/linux/dma-fence.h: struct dma_fence' },
        initial: 'unpublished',
        ...cleared,
        on: done,
        states: {
          unpublished: {
            description: 'Nobody else has seen it yet.',
            ...sourceIn('dma_fence_signal'),
            on: {
              publish: to(
                'visible',
                'A signaled fence may be installed: nobody will wait for it.',
                dmaResv('dma_resv_add_fence'),
              ),
            },
          },
          visible: { description: 'Whoever waited has been woken.', ...sourceIn('dma_fence_signal') },
        },
      },
      released: {
        description: 'Freed after an RCU grace period.',
        ...sourceIn('dma_fence_free'),
        on: {
          dma_fence_init: {
            target: 'unsignaled',
            description: 'The memory becomes the next fence.',
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
