import { expect, test } from 'vitest';
import {
  kernels,
  fullFences,
  type Kernel,
} from '../../../machines/lifecycles/dma-fence-in-full.ts';
import { dmaFence } from '../../../machines/lifecycles/dma-fence.ts';
import { fenceActors } from '../../../machines/litmus/fences/actors.ts';
import { fenceRow } from '../../../machines/rows/fence.ts';
import { check } from '../../../src/check/verdict.ts';
import { tabulate } from '../../../src/lts/tabulate.ts';
import { compose } from '../../../src/system/compose.ts';
import { bench, type Bench } from './replay.ts';
import { kernelSuite } from './suite.ts';

type Fence = Bench & {
  readonly signal: () => '0' | '-EINVAL' | 'void';
  readonly isSignaled: () => boolean;
};

/** A mock fence of this release, as the suite makes them, with two calls of dma_fence_signal to spare. */
function mock(kernel: Kernel, { callbacks = 1 } = {}): Fence {
  const { row } = fenceRow(kernel);
  const on = bench(
    compose({ rows: [row], actors: fenceActors, sizes: { callbacks, signalers: 2 } }),
  );
  let calls = 0;
  on.do('init');
  return {
    ...on,
    signal: () => {
      const i = ++calls;
      const answer = on.call({ effective: `signal[${i}]`, again: `signal_again[${i}]` });
      for (let k = 1; k <= callbacks; k++) on.drain(`pick[${k}]`, `run_callback[${k}]`);
      if (answer === 'effective') on.do(`signal_ends[${i}]`);
      if (kernel !== 'v6.18') return 'void';
      return answer === 'effective' ? '0' : '-EINVAL';
    },
    // The mock has no signaled operation.
    isSignaled: () => on.answer('fence', 'dma_fence_is_signaled', ['signals']) === 'true',
  };
}
const each = (run: (kernel: Kernel, fence: Fence) => void) => () => {
  for (const kernel of kernels) run(kernel, mock(kernel));
};
const add = (fence: Fence): string =>
  fence.call({ 0: 'add_callback[1]', '-ENOENT': 'refuse_callback[1]' });
const remove = (fence: Fence): string =>
  fence.call({ true: 'remove_callback[1]', false: 'remove_callback_late[1]' });
const seen = (fence: Fence): boolean => fence.at('cb[1]') === 'called';

kernelSuite('dma-buf-fence', {
  test_sanitycheck: each((_, fence) => {
    fence.do('enable_signaling');
    fence.signal();
    fence.do('release');
    expect(fence.at('fence')).toContain('released');
    expect(fence.at('warning')).toBe('silent');
  }),
  test_signaling: each((kernel, fence) => {
    fence.do('enable_signaling');
    expect(fence.isSignaled()).toBe(false);
    if (kernel !== 'v6.18')
      expect(fence.answer('fence', 'dma_fence_check_and_signal')).toBe('false');
    expect(fence.signal()).toBe(kernel === 'v6.18' ? '0' : 'void');
    expect(fence.isSignaled()).toBe(true);
    if (kernel !== 'v6.18') {
      expect(fence.answer('fence', 'dma_fence_test_signaled_flag')).toBe('true');
      expect(fence.answer('fence', 'dma_fence_check_and_signal')).toBe('true');
    }
    expect(fence.signal()).toBe(kernel === 'v6.18' ? '-EINVAL' : 'void');
    const table = tabulate(fullFences[kernel]);
    expect(
      table.places['#ops_cleared']?.includes(table.states.indexOf(fence.at('fence'))) ?? false,
      'ops are NULL',
    ).toBe(kernel === 'v7.1');
  }),
  test_add_callback: each((_, fence) => {
    expect(add(fence)).toBe('0');
    fence.signal();
    expect(seen(fence)).toBe(true);
  }),
  test_late_add_callback: each((_, fence) => {
    fence.do('enable_signaling');
    fence.signal();
    expect(add(fence)).toBe('-ENOENT');
    fence.signal();
    expect(seen(fence)).toBe(false);
    expect(fence.at('union')).toBe('timestamp');
  }),
  test_rm_callback: each((_, fence) => {
    expect(add(fence)).toBe('0');
    expect(remove(fence)).toBe('true');
    fence.signal();
    expect(seen(fence)).toBe(false);
  }),
  test_late_rm_callback: each((_, fence) => {
    expect(add(fence)).toBe('0');
    fence.signal();
    expect(seen(fence)).toBe(true);
    expect(remove(fence)).toBe('false');
  }),
  test_status: each((_, fence) => {
    fence.do('enable_signaling');
    expect(fence.answer('fence', 'dma_fence_get_status')).toBe('0');
    fence.signal();
    expect(fence.answer('fence', 'dma_fence_get_status')).toBe('1');
  }),
  test_error: each((_, fence) => {
    fence.do('enable_signaling', 'handler_decides', 'handler_sets_error');
    expect(fence.answer('fence', 'dma_fence_get_status')).toBe('0');
    fence.signal();
    expect(fence.answer('fence', 'dma_fence_get_status')).toBe('error');
    expect(fence.at('warning')).toBe('silent');
  }),
  test_wait: each((_, fence) => {
    fence.do('enable_signaling');
    // The mock of v6.18's selftest waits by an operation of its own, and answers -ETIME and then 0.
    expect(fence.answer('fence', 'dma_fence_wait_timeout')).toBe('0');
    expect(fence.call({ 0: 'wait_no_time', 1: 'wait_signaled' })).toBe('0');
    fence.do('wait_again');
    fence.signal();
    expect(fence.answer('fence', 'dma_fence_wait_timeout')).toBe('1');
    expect(fence.call({ 0: 'wait_no_time', 1: 'wait_signaled' })).toBe('1');
  }),
  test_wait_timeout: each((_, fence) => {
    fence.do('enable_signaling', 'wait');
    // The timer is not armed: nobody signals, and the time is over.
    expect(fence.can('wait_ends')).toBe(false);
    fence.do('wait_times_out');
    expect(fence.at('waiter')).toBe('timed_out');
    fence.do('wait_again', 'wait');
    fence.signal();
    expect(fence.can('wait_times_out')).toBe(false);
    fence.do('wait_ends');
    expect(fence.at('waiter')).toBe('returned');
  }),
  test_stub: each((_, fence) => {
    // dma_fence_init_stub: initialised and signaled before anybody sees it.
    fence.signal();
    fence.do('publish');
    expect(fence.isSignaled()).toBe(true);
    expect(add(fence)).toBe('-ENOENT');
  }),
  test_race_signal_callback: () => {
    const {
      row,
      clauses: {
        signalOnce,
        checkedUnderLock,
        removedUnderLock,
        errorBeforeSignal,
        creatorKeepsReference,
      },
    } = fenceRow();
    const rest = [signalOnce, removedUnderLock, errorBeforeSignal, creatorKeepsReference];
    const asked = (clauses: readonly (typeof checkedUnderLock)[]) =>
      check(
        compose({
          rows: [row],
          clauses,
          actors: fenceActors,
          sizes: { callbacks: 1, signalers: 2 },
        }),
        { states: 100_000 },
        {},
      );
    const careful = asked([...rest, checkedUnderLock]);
    expect(careful.stopped).toBe(null);
    expect(careful.promises.find(({ of }) => of === 'callback-answered')).toMatchObject({
      verdict: 'finite',
    });
    expect(careful.promises.find(({ of }) => of === 'callback-answered')!.pending).toBeGreaterThan(
      0,
    );
    // Pass 0 signals after dma_fence_add_callback, pass 1 before: both orders, and the one between
    // the two looks at the bit, are among them.
    for (const step of ['add_callback', 'refuse_callback', 'look', 'add_looked', 'signal'])
      expect(careful.neverFired).not.toContain(step);
    const careless = asked(rest);
    expect(careless.promises.find(({ of }) => of === 'callback-answered')!.verdict).not.toBe(
      'finite',
    );
    expect(careless.verdict).toBe('broken');
  },
});

test.each(kernels)(
  '%s: a call has one answer in every state, or none where it is a mistake',
  (kernel) => {
    const table = tabulate(fullFences[kernel]);
    const calls = [
      'dma_fence_is_signaled',
      'dma_fence_get_status',
      'dma_fence_wait_timeout',
      'dma_fence_test_signaled_flag',
      'dma_fence_check_and_signal',
    ];
    let asked = 0;
    table.states.forEach((state, at) => {
      const live = !/^(uninitialised|released)/.test(state);
      for (const call of calls) {
        const known = table.events.filter(
          (event) => event.startsWith(`${call}=`) && !event.endsWith('=signals'),
        );
        if (known.length === 0) continue;
        asked++;
        expect(
          known.filter(
            (event) => table.next[at * table.events.length + table.events.indexOf(event)]! >= 0,
          ).length,
          `${call} in ${state}`,
        ).toBe(live ? 1 : 0);
      }
      const takes = (event: string): boolean =>
        table.next[at * table.events.length + table.events.indexOf(event)]! >= 0;
      expect(
        takes('dma_fence_add_callback') !== takes('dma_fence_add_callback=-ENOENT'),
        state,
      ).toBe(live);
    });
    expect(asked).toBeGreaterThan(40);
  },
);

/** Where the fence that other threads see is, when the fence in full is here. */
function seenAs(state: string): string {
  if (state.startsWith('unsignaled.visible')) return 'visible';
  return state.startsWith('signaled.visible') ? 'signaled' : 'unpublished';
}

test.each(kernels)(
  '%s: in full it refines the fence that other threads see: every step is one of its steps, or none',
  (kernel) => {
    const full = tabulate(fullFences[kernel]);
    const core = tabulate(dmaFence);
    const coreSteps = new Set(
      core.states.flatMap((from, at) =>
        core.events.flatMap((event, e) => {
          const to = core.next[at * core.events.length + e]!;
          return to < 0 ? [] : [`${from} ${event} ${core.states[to]!}`];
        }),
      ),
    );
    const taken = new Set<string>();
    const others: string[] = [];
    let stutters = 0;
    full.states.forEach((from, at) =>
      full.events.forEach((event, e) => {
        const to = full.next[at * full.events.length + e]!;
        if (to < 0) return;
        const [a, b] = [seenAs(from), seenAs(full.states[to]!)];
        if (a === b) {
          stutters++;
          return;
        }
        const step = [...coreSteps].find((one) => one.startsWith(`${a} `) && one.endsWith(` ${b}`));
        if (step === undefined) others.push(`${from.replace(/\{.*/, '')} ${event}`);
        else taken.add(step);
      }),
    );
    expect(stutters).toBeGreaterThan(30);
    // Every step of the core is taken by some step here.
    expect([...taken].sort()).toEqual([...coreSteps].sort());
    // A fence that was signaled before it was published: two steps of the core at once, with nobody
    // to see it between them.
    expect([...new Set(others)]).toEqual(['signaled.unpublished publish']);
  },
);

test('no fence becomes visible again after its signal, or is released while it is visible', () => {
  const core = tabulate(dmaFence);
  const steps = core.states.flatMap((from, at) =>
    core.events.flatMap((_, e) => {
      const to = core.next[at * core.events.length + e]!;
      return to < 0 ? [] : [`${from} ${core.states[to]!}`];
    }),
  );
  expect(steps).not.toContain('signaled visible');
  expect(steps).not.toContain('visible unpublished');
  const full = tabulate(fullFences['v7.0']);
  const released = full.events.indexOf('dma_fence_release');
  full.states.forEach((state, at) => {
    if (state.startsWith('unsignaled.visible'))
      expect(full.next[at * full.events.length + released], state).toBe(-1);
  });
});
