import { compose } from '../../src/system/compose.ts';
import { source } from '../words/cites.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { fenceRow } from '../rows/fence.ts';
import { no, other, standing, undefinedAs, type Conformance } from './conformance.ts';

const fenceC = (says: string) => source('drivers/dma-buf/dma-fence.c', says);
const own = undefinedAs('the driver or the test does this, and it is not a call');
const elsewhere = undefinedAs('the thread is not where it could make the call');

const program = (callbacks: number, signalers: number) => () => {
  const { row, clauses: c } = fenceRow('v6.18');
  return compose({
    rows: [row],
    clauses: [
      c.signalOnce,
      c.checkedUnderLock,
      c.removedUnderLock,
      c.errorBeforeSignal,
      c.creatorKeepsReference,
    ],
    actors: fenceActors,
    sizes: { callbacks, signalers },
  });
};

const refused: Conformance['refused'] = {
  init: [undefinedAs('a fence that is alive is not initialised again')],
  publish: [own],
  enable_signaling: [no({ fence: 'signaled' }), undefinedAs('there is no fence')],
  enable_signaling_finds_done: [
    no({ fence: 'signaled' }),
    no({ fence: ['unsignaled.unpublished.enabled', 'unsignaled.visible.enabled'] }),
    undefinedAs('there is no fence'),
  ],
  add_callback: [
    other('refuse_callback'),
    undefinedAs('a node that is in use is not added again', fenceC('dma_fence_add_callback')),
  ],
  refuse_callback: [
    other('add_callback'),
    undefinedAs('a node that is in use is not added again', fenceC('dma_fence_add_callback')),
  ],
  remove_callback: [
    other('remove_callback_late'),
    undefinedAs('a node that was never added is not removed', fenceC('dma_fence_remove_callback')),
  ],
  remove_callback_late: [
    other('remove_callback'),
    undefinedAs('a node that was never added is not removed', fenceC('dma_fence_remove_callback')),
  ],
  signal: [other('signal_again'), elsewhere],
  signal_again: [other('signal'), elsewhere],
  opportunistic_signal: [{ ...standing, when: { fence: 'signaled' } }, elsewhere],
  wait: [other('wait_signaled'), elsewhere],
  wait_no_time: [other('wait_signaled'), elsewhere],
  wait_signaled: [other('wait_no_time'), elsewhere],
  wait_times_out: [elsewhere],
  wait_again: [own],
  handler_decides: [own],
  handler_sets_error: [
    other('handler_gives_up'),
    undefinedAs('the error of a signaled fence must not be set (WARN_ON)', {
      file: 'include/linux/dma-fence.h',
      says: 'dma_fence_set_error',
    }),
  ],
  handler_gives_up: [other('handler_sets_error'), own],
  set_deadline: [
    no({ fence: 'signaled', deadline: 'none' }),
    undefinedAs('the model counts the first deadline only'),
  ],
  release: [
    undefinedAs('the creator keeps its reference until all have left', fenceC('dma_fence_release')),
  ],
};

const answers: Conformance['standing'] & object = {
  part: 'fence',
  leave: {
    'dma_fence_set_error=WARN': 'it warns',
    'dma_fence_is_signaled=signals': 'it is a step: opportunistic_signal',
  },
};

const fence = (id: string, callbacks: number): Conformance => ({
  id,
  title: `dma_fence with ${callbacks} callback${callbacks > 1 ? 's' : ''} and 2 calls of dma_fence_signal`,
  program: program(callbacks, 2),
  adapter: 'fence-adapter.h',
  inside: {
    pick: 'dma_fence_signal_timestamp_locked: list_for_each_entry_safe',
    run_callback: 'dma_fence_signal_timestamp_locked: cur->func',
    signal_ends: 'dma_fence_signal returns',
    wait_ends: 'a thread that was woken runs before the test does',
    add_looked: 'dma_fence_add_callback: between the test of the bit and the lock',
  },
  unreachable: {
    look: 'dma_fence_add_callback: that the bit was seen clear shows only to a second processor',
    test: 'a clause forbids it: test and set are one step',
    signal_tested: 'a clause forbids it: test and set are one step',
    handler_sets_error_late: 'a clause forbids it: WARN_ON',
    release_early: 'a clause forbids it: the creator keeps its reference',
  },
  ends: ['signal', 'opportunistic_signal', 'enable_signaling_finds_done', 'wait_times_out'],
  refused,
  standing: answers,
});

/** One fence in full: with one callback, and with two. */
export const fenceConformance = fence('fence', 1);
export const fencesConformance = fence('fence2', 2);
