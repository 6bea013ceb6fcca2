import { engineGroup, groupFaults, groupJobs, groupLaws } from '../../rows/engine-group.ts';
import { groupLockOrder, groupVmLock } from '../../rows/engine-group-lock.ts';
import { litmuses } from './ask.ts';

const rows = [engineGroup, groupJobs];
const laws = Object.values(groupLaws);
const without = (law: keyof typeof groupLaws) => laws.filter((one) => one !== groupLaws[law]);
const fails = without('suspend-answers');
const locked = [...rows, groupVmLock];
const cannot = groupFaults['cannot-save-faulted'];
const two = { fenced: 2 };
const queues = { faulting: 2 };

/** Engines that cannot make progress while one of them is stuck on a page fault. */
export const engineGroupLitmuses = litmuses(
  {
    name: 'GROUP',
    cites: ['O-4', 'O-1', 'P1', 'P5'],
    twin: 'GROUP+not-suspended',
    about: 'A group of engines goes back and forth between execs with dma_fences and a queue that faults.',
    asks: { rows, clauses: laws },
    expect: { verdict: 'finite', states: 1201, edges: 3889 },
  },
  {
    name: 'GROUP+not-suspended',
    cites: ['O-4', 'P5'],
    twin: 'GROUP',
    about: 'The mode is changed before the queues have answered.',
    asks: { rows, clauses: without('suspended-before-visible') },
    expect: {
      verdict: 'broken',
      broken: ['resumed-when-suspended', 'no-fence-beside-fault-job'],
      states: 2095,
      edges: 8031,
      length: 14,
    },
  },
  {
    name: 'GROUP+fences-pending',
    cites: ['O-4', 'P5'],
    twin: 'GROUP',
    about: 'The worker goes back to LR mode while a fence is pending.',
    asks: { rows, clauses: without('fences-before-fault-job') },
    expect: {
      verdict: 'broken',
      broken: ['no-fence-beside-fault-job'],
      promises: { 'fence-signals': 'deadlock' },
      states: 1270,
      edges: 4090,
      length: 17,
    },
  },
  {
    name: 'GROUP+destroys-without-kill',
    cites: ['O-4', 'P5'],
    twin: 'GROUP',
    about:
      'A queue leaves the list of its group with a fence pending and is not killed: the mode changes beside the fence, ' +
      'and the job that faults has the engine.',
    asks: { rows, clauses: [...laws, groupFaults['destroys-without-kill']] },
    expect: { verdict: 'deadlock', promises: { 'fence-signals': 'deadlock' }, states: 0, edges: 0, length: 0 },
  },
  {
    name: 'GROUP+put-before-push',
    cites: ['O-4'],
    twin: 'GROUP',
    about: 'The group is given back before the job is pushed.',
    asks: { rows, clauses: [...laws, groupFaults['put-before-push']] },
    expect: {
      verdict: 'broken',
      broken: ['no-fence-beside-fault-job'],
      promises: { 'fence-signals': 'deadlock' },
      states: 1398,
      edges: 4491,
      length: 17,
    },
  },
  {
    name: 'GROUP+two',
    cites: ['O-4'],
    twin: 'GROUP+two+no-recheck',
    about: 'Two execs at a time.',
    asks: { rows, clauses: laws, sizes: two },
    expect: { verdict: 'finite', states: 14512, edges: 65683 },
  },
  {
    name: 'GROUP+two+no-recheck',
    cites: ['O-4'],
    twin: 'GROUP+two',
    about: 'The second does not look at the mode again once it has the write side: it toggles back.',
    asks: { rows, clauses: [...laws, groupFaults['no-recheck']], sizes: two },
    expect: {
      verdict: 'broken',
      broken: ['no-fence-beside-fault-job'],
      promises: {
        'exec-ends': 'deadlock',
        'resume-ends': 'deadlock',
        'fence-signals': 'indefinite',
        'queue-resumes': 'deadlock',
      },
      states: 23847,
      edges: 107682,
      length: 21,
    },
  },
  {
    name: 'GROUP+two+readers-overtake',
    cites: ['O-4'],
    twin: 'GROUP+two',
    about: 'Readers overtake a writer that waits: it waits for ever.',
    asks: { rows, clauses: without('readers-queue'), sizes: two },
    expect: {
      verdict: 'unbounded',
      promises: { 'exec-ends': 'unbounded', 'resume-ends': 'unbounded', 'queue-resumes': 'unbounded' },
      states: 15268,
      edges: 70611,
      length: 6,
    },
  },
  {
    name: 'GROUP+suspend-fails',
    cites: ['O-4'],
    twin: 'GROUP',
    about:
      'Suspending fails, as the source has it: the queues stay suspended, the mode stays LR, ' +
      'and nobody resumes them until somebody submits with a dma_fence.',
    asks: { rows, clauses: fails },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 1755,
      edges: 6175,
      length: 13,
    },
  },
  {
    name: 'GROUP+suspend-fails+queues-work',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails+unwinds',
    about: 'resume_work is queued on the error path: it sees LR mode and resumes nothing.',
    asks: { rows, clauses: [...fails, groupFaults['queues-work']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 1856,
      edges: 6529,
      length: 13,
    },
  },
  {
    name: 'GROUP+suspend-fails+resumes-at-once',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails+unwinds',
    about: 'The queues are resumed on the error path, one of them before it has answered.',
    asks: { rows, clauses: [...fails, groupFaults['resumes-at-once']] },
    expect: { verdict: 'broken', broken: ['resumed-when-suspended'], states: 1565, edges: 5579, length: 7 },
  },
  {
    name: 'GROUP+suspend-fails+unwinds',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails',
    about: 'The error path waits for every answer, then resumes.',
    asks: { rows, clauses: [...fails, groupFaults.unwinds] },
    expect: { verdict: 'finite', states: 1231, edges: 3980 },
  },
  {
    name: 'GROUP+suspend-fails+unwinds+double-release',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails+unwinds',
    about: 'v6.12: mode_sem is given back in the helper, and again by its caller.',
    asks: { rows, clauses: [...fails, groupFaults.unwinds, groupFaults['double-release']] },
    expect: {
      verdict: 'broken',
      broken: ['mode-sem-released-once'],
      promises: { 'exec-ends': 'indefinite', 'resume-ends': 'deadlock' },
      states: 1466,
      edges: 4674,
      length: 8,
    },
  },
  {
    name: 'GROUP+two-queues',
    cites: ['O-4'],
    twin: 'GROUP+two-queues+skips-idle',
    about: 'Two queues that fault.',
    asks: { rows, clauses: laws, sizes: queues },
    expect: { verdict: 'finite', states: 8142, edges: 34369 },
  },
  {
    name: 'GROUP+two-queues+skips-idle',
    cites: ['O-4'],
    twin: 'GROUP+two-queues',
    about:
      'v7.0: an idle queue is suspended before a busy one is met, -EAGAIN is returned, and the ' +
      'wait for syncs is interrupted: the idle queue stays suspended.',
    asks: { rows, clauses: [...laws, groupFaults['skips-idle']], sizes: queues },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 13754,
      edges: 63602,
      length: 15,
    },
  },
  {
    name: 'GROUP+worker-fails',
    cites: ['O-4'],
    twin: 'GROUP',
    about: 'The worker itself fails, which just ends it.',
    asks: { rows, clauses: [...laws, groupFaults['worker-fails']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 1284,
      edges: 4143,
      length: 17,
    },
  },
  {
    name: 'GROUP-LOCK+cannot-save-faulted',
    cites: ['O-4', 'O-1'],
    twin: 'GROUP-LOCK+cannot-save-faulted+lock-first',
    about:
      'mode_sem is taken before vm->lock, which the repair takes: the flush waits for the ' +
      'repair, which waits for nothing.',
    asks: { rows: locked, clauses: [...laws, cannot, groupLockOrder['mode-first']] },
    expect: { verdict: 'finite', states: 1238, edges: 4005 },
  },
  {
    name: 'GROUP-LOCK+cannot-save-faulted+lock-first',
    cites: ['O-4', 'O-1', 'P1'],
    twin: 'GROUP-LOCK+cannot-save-faulted',
    about:
      'vm->lock first, on hardware that cannot save a faulted context: the exec waits for a ' +
      'repair that waits for its lock.',
    asks: { rows: locked, clauses: [...laws, cannot, groupLockOrder['lock-first']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'exec-ends': 'deadlock', 'resume-ends': 'deadlock' },
      cycle: 'exec[1] → queue[1] → lr[1] → vmLock → exec[1]',
      states: 1457,
      edges: 4821,
      length: 10,
    },
  },
  {
    name: 'GROUP-LOCK+lock-first',
    cites: ['O-4', 'O-1'],
    twin: 'GROUP-LOCK+cannot-save-faulted+lock-first',
    about: 'Where the firmware saves faulted contexts, the order does not matter.',
    asks: { rows: locked, clauses: [...laws, groupLockOrder['lock-first']] },
    expect: { verdict: 'finite', states: 1457, edges: 4825 },
  },
);
