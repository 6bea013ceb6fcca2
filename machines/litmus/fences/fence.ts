import { opsRow, tracedFirst } from '../../rows/fence-ops.ts';
import { fenceRow } from '../../rows/fence.ts';
import { fenceLitmuses } from './litmus.ts';

const {
  row,
  clauses: {
    signalOnce,
    checkedUnderLock,
    removedUnderLock,
    errorBeforeSignal,
    creatorKeepsReference,
    needsDeadline,
    onlyWhenEnabled,
    enabledBySomebody,
  },
} = fenceRow();
const careful = [signalOnce, checkedUnderLock, removedUnderLock, errorBeforeSignal, creatorKeepsReference];
const without = (one: (typeof careful)[number]) => careful.filter((clause) => clause !== one);
const asks = { rows: [row], clauses: careful, sizes: { callbacks: 1, signalers: 2 } };

/** One fence: two calls that signal it, a callback, a thread that waits, a handler of hang recovery. */
export const fenceItself = fenceLitmuses(
  {
    name: 'FENCE',
    cites: ['F-1', 'F-2', 'F-3', 'F-4', 'F-5', 'F-6', 'F-9'],
    twin: 'FENCE+callback-after-signal',
    about: 'The driver of a fence follows the rules. Every callback is called or refused, and every wait ends.',
    asks,
    expect: { verdict: 'finite', states: 2057, edges: 6937 },
  },
  {
    name: 'FENCE+test-then-set',
    cites: ['F-1'],
    twin: 'FENCE',
    about:
      'Two threads see that the signaled bit is clear, and both set it. The second one reads the timestamp as ' +
      'if it were the callback list.',
    asks: { ...asks, clauses: without(signalOnce) },
    expect: { verdict: 'broken', broken: ['union-in-turn'], states: 4929, edges: 18741, length: 5 },
  },
  {
    name: 'FENCE+callback-after-signal',
    cites: ['F-2'],
    twin: 'FENCE',
    about:
      'A callback is added after a check without the lock, and the fence was signaled in between. The callback ' +
      'never runs, and its list entry overwrites the timestamp.',
    asks: { ...asks, clauses: without(checkedUnderLock) },
    expect: {
      verdict: 'broken',
      broken: ['union-in-turn'],
      promises: { 'callback-answered': 'indefinite' },
      states: 2441,
      edges: 8153,
      length: 5,
    },
  },
  {
    name: 'FENCE+removed-without-lock',
    cites: ['F-3'],
    twin: 'FENCE',
    about:
      'A callback is removed without the fence lock. It is on no list because it is running, and its owner ' +
      'frees it.',
    asks: { ...asks, clauses: without(removedUnderLock) },
    expect: { verdict: 'broken', broken: ['no-use-after-free'], states: 2377, edges: 8057, length: 5 },
  },
  {
    name: 'FENCE+error-after-signal',
    cites: ['F-4'],
    twin: 'FENCE',
    about: 'A handler of hang recovery sets the error of a fence that was signaled after the handler checked it.',
    asks: { ...asks, clauses: without(errorBeforeSignal) },
    expect: { verdict: 'broken', broken: ['no-warning'], states: 2369, edges: 8033, length: 5 },
  },
  {
    name: 'FENCE+released-early',
    cites: ['F-5'],
    twin: 'FENCE',
    about: 'The last reference of a fence is put while a callback waits, and the release warns and sets -EDEADLK.',
    asks: { ...asks, clauses: without(creatorKeepsReference) },
    expect: { verdict: 'broken', broken: ['no-warning'], states: 2525, edges: 8341, length: 3 },
  },
  {
    name: 'FENCE+needs-a-deadline',
    cites: ['F-9', 'F-6'],
    twin: 'FENCE',
    about: 'A driver begins to work for a fence only after somebody sets a deadline, and nobody is obliged to set one.',
    asks: { ...asks, clauses: [...careful, needsDeadline] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite', 'callback-answered': 'indefinite', 'wait-ends': 'indefinite' },
      cycle: 'fence → cb[1] → fence',
      states: 1121,
      edges: 3725,
      length: 2,
    },
  },
  {
    name: 'FENCE+signals-only-when-enabled',
    cites: ['F-6'],
    twin: 'FENCE+signals-only-when-enabled+published-enabled',
    about:
      'The driver enables its interrupt only when signaling is enabled, and a fence that is only polled is ' +
      'never seen as signaled.',
    asks: { ...asks, clauses: [...careful, onlyWhenEnabled] },
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite' },
      cycle: 'fence → cb[1] → fence',
      states: 2057,
      edges: 6505,
      length: 2,
    },
  },
  {
    name: 'FENCE+signals-only-when-enabled+published-enabled',
    cites: ['F-6'],
    twin: 'FENCE+signals-only-when-enabled',
    about:
      'The driver enables its interrupt only when signaling is enabled, and every thread that publishes the ' +
      'fence enables signaling first.',
    asks: { ...asks, clauses: [...careful, onlyWhenEnabled, enabledBySomebody] },
    expect: { verdict: 'finite', states: 2045, edges: 5561 },
  },
  {
    name: 'TRACE',
    cites: ['F-1'],
    twin: 'TRACE+ops-cleared-first',
    about: 'In v7.1 the tracepoint of dma_fence_signal reads fence->ops before the signal clears it.',
    asks: { rows: [opsRow], clauses: [tracedFirst] },
    expect: { verdict: 'finite', states: 4, edges: 3 },
  },
  {
    name: 'TRACE+ops-cleared-first',
    cites: ['F-1'],
    twin: 'TRACE',
    about: 'In v7.1-rc4 the signal clears fence->ops first, and the tracepoint then dereferences NULL.',
    asks: { rows: [opsRow], clauses: [] },
    expect: { verdict: 'broken', broken: ['no-oops'], states: 6, edges: 5, length: 3 },
  },
);
