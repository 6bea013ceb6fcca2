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
    about: 'A fence whose driver keeps to the rules: every callback is called or refused, every wait ends.',
    asks,
    expect: { verdict: 'finite', states: 2057, edges: 6937 },
  },
  {
    name: 'FENCE+test-then-set',
    cites: ['F-1'],
    twin: 'FENCE',
    about: 'Two calls see the bit clear and both set it: the second walks a timestamp as if it were the list.',
    asks: { ...asks, clauses: without(signalOnce) },
    expect: { verdict: 'broken', broken: ['union-in-turn'], states: 4929, edges: 18741, length: 5 },
  },
  {
    name: 'FENCE+callback-after-signal',
    cites: ['F-2'],
    twin: 'FENCE',
    about:
      'A callback is queued on the word of the fast path alone: the fence was signaled in ' +
      'between, the callback never runs, and the entry lands in the timestamp.',
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
    about: 'A callback is removed without the fence lock: it is on no list because it runs, and its owner frees it.',
    asks: { ...asks, clauses: without(removedUnderLock) },
    expect: { verdict: 'broken', broken: ['no-use-after-free'], states: 2377, edges: 8057, length: 5 },
  },
  {
    name: 'FENCE+error-after-signal',
    cites: ['F-4'],
    twin: 'FENCE',
    about: 'A handler of hang recovery sets the error of a fence that was signaled since it looked.',
    asks: { ...asks, clauses: without(errorBeforeSignal) },
    expect: { verdict: 'broken', broken: ['no-warning'], states: 2369, edges: 8033, length: 5 },
  },
  {
    name: 'FENCE+released-early',
    cites: ['F-5'],
    twin: 'FENCE',
    about: 'The last reference goes while a callback waits: WARN, -EDEADLK.',
    asks: { ...asks, clauses: without(creatorKeepsReference) },
    expect: { verdict: 'broken', broken: ['no-warning'], states: 2525, edges: 8341, length: 3 },
  },
  {
    name: 'FENCE+needs-a-deadline',
    cites: ['F-9', 'F-6'],
    twin: 'FENCE',
    about: 'A driver begins to work for a fence only when somebody sets a deadline. Nobody has to.',
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
      'The driver takes its interrupt only once signaling is enabled; a fence that is only ' +
      'polled is never seen signaled.',
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
    about: 'Whoever publishes it enables signaling first.',
    asks: { ...asks, clauses: [...careful, onlyWhenEnabled, enabledBySomebody] },
    expect: { verdict: 'finite', states: 2045, edges: 5561 },
  },
  {
    name: 'TRACE',
    cites: ['F-1'],
    twin: 'TRACE+ops-cleared-first',
    about: 'v7.1: the tracepoint of the signal reads the ops before the signal clears them.',
    asks: { rows: [opsRow], clauses: [tracedFirst] },
    expect: { verdict: 'finite', states: 4, edges: 3 },
  },
  {
    name: 'TRACE+ops-cleared-first',
    cites: ['F-1'],
    twin: 'TRACE',
    about: 'v7.1-rc4: the ops are cleared first, and the tracepoint follows NULL.',
    asks: { rows: [opsRow], clauses: [] },
    expect: { verdict: 'broken', broken: ['no-oops'], states: 6, edges: 5, length: 3 },
  },
);
