import { engineGroup, groupFaults, groupJobs, groupLaws } from '../../rows/engine-group.ts';
import { litmuses } from './ask.ts';

const rows = [engineGroup, groupJobs];
const laws = Object.values(groupLaws);
const without = (law: keyof typeof groupLaws) => laws.filter((one) => one !== groupLaws[law]);
const fails = without('suspend-answers');
const two = { fenced: 2 };
const queues = { faulting: 2 };

/** Engines that cannot make progress while one of them is stuck on a page fault. */
export const engineGroupLitmuses = litmuses(
  {
    name: 'GROUP',
    cites: ['O-4', 'O-1', 'P1', 'P5'],
    twin: 'GROUP+not-suspended',
    about: 'An engine group switches between exec ioctls with dma_fences and a queue that takes page faults.',
    asks: { rows, clauses: laws },
    expect: {
      verdict: 'finite',
      states: 1329,
      edges: 4402,
    },
  },
  {
    name: 'GROUP+not-suspended',
    cites: ['O-4', 'P5'],
    twin: 'GROUP',
    about: 'The engine group changes its mode before its queues have answered that they are suspended.',
    asks: { rows, clauses: without('suspended-before-visible') },
    expect: {
      verdict: 'broken',
      broken: ['resumed-when-suspended', 'no-fence-beside-fault-job'],
      states: 2316,
      edges: 9018,
      length: 14,
    },
  },
  {
    name: 'GROUP+fences-pending',
    cites: ['O-4', 'P5'],
    twin: 'GROUP',
    about: 'The resume worker switches the engine group back to LR mode while a fence is pending.',
    asks: { rows, clauses: without('fences-before-fault-job') },
    expect: {
      verdict: 'broken',
      broken: ['no-fence-beside-fault-job'],
      promises: { 'fence-signals': 'indefinite' },
      states: 1398,
      edges: 4629,
      length: 17,
    },
  },
  {
    name: 'GROUP+destroys-without-kill',
    cites: ['O-4', 'P5'],
    twin: 'GROUP',
    about:
      'A queue leaves the list of its group while its fence is pending, and is not killed. The mode changes ' +
      'although the fence is pending, and the job with page faults takes the engine.',
    asks: { rows, clauses: [...laws, groupFaults['destroys-without-kill']] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock' },
      cycle: 'fence[1] → lr[1] → fence[1]',
      states: 1329,
      edges: 4274,
      length: 24,
    },
  },
  {
    name: 'GROUP+put-before-push',
    cites: ['O-4'],
    twin: 'GROUP',
    about: 'An exec ioctl releases the engine group before it has pushed its job.',
    asks: { rows, clauses: [...laws, groupFaults['put-before-push']] },
    expect: {
      verdict: 'broken',
      broken: ['no-fence-beside-fault-job'],
      promises: { 'fence-signals': 'indefinite' },
      states: 1526,
      edges: 5030,
      length: 17,
    },
  },
  {
    name: 'GROUP+two',
    cites: ['O-4'],
    twin: 'GROUP+two+no-recheck',
    about: 'Two exec ioctls use the engine group at the same time.',
    asks: { rows, clauses: laws, sizes: two },
    expect: {
      verdict: 'finite',
      states: 17440,
      edges: 81147,
    },
  },
  {
    name: 'GROUP+two+no-recheck',
    cites: ['O-4'],
    twin: 'GROUP+two',
    about:
      'The second exec ioctl does not read the mode again after it has taken mode_sem for write, and switches ' +
      'the mode back.',
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
      states: 28585,
      edges: 133351,
      length: 21,
    },
  },
  {
    name: 'GROUP+two+readers-overtake',
    cites: ['O-4'],
    twin: 'GROUP+two',
    about: 'New readers of mode_sem overtake a waiting writer, and the writer waits for ever.',
    asks: { rows, clauses: without('readers-queue'), sizes: two },
    expect: {
      verdict: 'unbounded',
      promises: { 'exec-ends': 'unbounded', 'resume-ends': 'unbounded', 'queue-resumes': 'unbounded' },
      states: 18284,
      edges: 86639,
      length: 6,
    },
  },
  {
    name: 'GROUP+suspend-fails',
    cites: ['O-4'],
    twin: 'GROUP',
    about:
      'Suspending the queues fails, as it can in the source. They stay suspended in LR mode, and nobody ' +
      'resumes them until somebody submits with a dma_fence.',
    asks: { rows, clauses: fails },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 1883,
      edges: 6688,
      length: 13,
    },
  },
  {
    name: 'GROUP+suspend-fails+queues-work',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails+unwinds',
    about: 'The error path of the mode switch queues resume_work, which sees LR mode and resumes nothing.',
    asks: { rows, clauses: [...fails, groupFaults['queues-work']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 1984,
      edges: 7042,
      length: 13,
    },
  },
  {
    name: 'GROUP+suspend-fails+resumes-at-once',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails+unwinds',
    about:
      'The error path of the mode switch resumes all queues at once, among them one that has not yet answered ' +
      'that it is suspended.',
    asks: { rows, clauses: [...fails, groupFaults['resumes-at-once']] },
    expect: {
      verdict: 'broken',
      broken: ['resumed-when-suspended'],
      states: 1693,
      edges: 6092,
      length: 7,
    },
  },
  {
    name: 'GROUP+suspend-fails+unwinds',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails',
    about: 'The error path of the mode switch waits for every answer, and then resumes the queues.',
    asks: { rows, clauses: [...fails, groupFaults.unwinds] },
    expect: {
      verdict: 'finite',
      states: 1359,
      edges: 4493,
    },
  },
  {
    name: 'GROUP+suspend-fails+unwinds+double-release',
    cites: ['O-4'],
    twin: 'GROUP+suspend-fails+unwinds',
    about: 'In v6.12 the helper releases mode_sem in its error path, and its caller releases it again.',
    asks: { rows, clauses: [...fails, groupFaults.unwinds, groupFaults['double-release']] },
    expect: {
      verdict: 'broken',
      broken: ['mode-sem-released-once'],
      promises: { 'exec-ends': 'indefinite', 'resume-ends': 'deadlock' },
      states: 1594,
      edges: 5187,
      length: 8,
    },
  },
  {
    name: 'GROUP+two-queues',
    cites: ['O-4'],
    twin: 'GROUP+two-queues+skips-idle',
    about: 'The engine group has two queues that take page faults.',
    asks: { rows, clauses: laws, sizes: queues },
    expect: {
      verdict: 'finite',
      states: 9021,
      edges: 38582,
    },
  },
  {
    name: 'GROUP+two-queues+skips-idle',
    cites: ['O-4'],
    twin: 'GROUP+two-queues',
    about:
      'In v7.0 an idle queue is suspended before the switch meets a busy one and returns -EAGAIN. If the wait ' +
      'for syncs is then interrupted, the idle queue stays suspended.',
    asks: { rows, clauses: [...laws, groupFaults['skips-idle']], sizes: queues },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 14653,
      edges: 67923,
      length: 15,
    },
  },
  {
    name: 'GROUP+worker-fails',
    cites: ['O-4'],
    twin: 'GROUP',
    about: 'The resume worker fails and ends, and the queues stay suspended until somebody submits again.',
    asks: { rows, clauses: [...laws, groupFaults['worker-fails']] },
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue[1] → worker → work → queue[1]',
      states: 1425,
      edges: 4716,
      length: 17,
    },
  },
);
