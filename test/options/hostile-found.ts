import type { Difference } from './twenty-found.ts';

/** Where the first answer to a design of `hostile.ts` was not the expected one, by its name. */
export const hostileDifferences: Readonly<Record<string, Difference>> = {
  'three render jobs and no compute, in any order': {
    found: 'unbounded',
    wrong: 'the expectation',
    why:
      'Each job ends by itself, but two others may overtake the third one again and again: nothing says that a job ' +
      'that waits gets its turn.',
    instead: { verdict: 'unbounded', broken: 'fence-signals' },
  },
};

/** The same, of `hostile-again.ts`. */
export const againDifferences: Readonly<Record<string, Difference>> = {
  'preemption promised by a driver whose hardware cannot preempt at all': {
    found: 'refused',
    wrong: 'the question',
    why:
      'The clauses promise what this hardware cannot do: they have to be left out in so many words, and then the ' +
      'answer is the expected one.',
    instead: { without: ['preempt/while-running', 'preempt/while-faulted'] },
  },
  'long-running queues behind preempt fences whose suspend is never answered': {
    found: 'broken',
    wrong: 'the expectation',
    why:
      'The wait for the firmware has a timeout, so the fence signals with an error. What goes wrong is that the memory ' +
      'is then moved under work that still runs.',
    instead: { verdict: 'broken', broken: 'moved-when-preempted' },
  },
  'a mapping on demand that a request cannot restart from, with a second region that pins': {
    found: 'refused',
    wrong: 'the question',
    why: 'The two uses are one region in two kinds, which cannot be both. With the first alone it is as expected.',
    instead: { uses: ['odp'] },
  },
};

/**
 * Of the files of threads in `hostile/`: what the file as it was committed first expected and was not so, who was
 * wrong, and what was changed. What is not listed was as expected at once.
 */
export const hostileFiles: Readonly<
  Record<
    string,
    { readonly found: string; readonly wrong: Difference['wrong']; readonly why: string }
  >
> = {
  ...Object.fromEntries(
    ['01', '02', '06', '07'].map((number) => [
      number,
      {
        found: 'after: indefinite',
        wrong: 'the question' as const,
        why:
          'Its interrupt was raised by nobody, and such an interrupt is not owed. The page about files of threads said ' +
          'that it comes once, at any moment; it says now that it may. The hardware raises it in the file as it is now.',
      },
    ]),
  ),
  '11': {
    found: 'before: finite',
    wrong: 'the model',
    why:
      'A queue with WQ_MEM_RECLAIM has one rescuer, which runs one work at a time. Each work had one of its own in ' +
      'the model. Now a work whose queue is busy with another may need a further worker, which allocates.',
  },
  '12': {
    found: 'before: finite',
    wrong: 'the model',
    why:
      'A thread in wait_event() saw each change at once, so that wake_up() did nothing and a lost wake-up could not be ' +
      'said. It sleeps now until somebody wakes it.',
  },
  '13': {
    found: 'after: deadlock',
    wrong: 'the model',
    why:
      'A reader that tried to read again stood still for ever. It takes the lock again now, or gives up where a ' +
      'writer is in the queue.',
  },
  '23': {
    found: 'after: indefinite',
    wrong: 'the model',
    why: 'What follows the members of a container began before anybody had made the container. It begins with that now.',
  },
  '24': {
    found: 'before: deadlock; after: unbounded',
    wrong: 'the model',
    why:
      'cancel_work_sync() waited fairly for a moment at which the work does not run; in the kernel nobody can queue a ' +
      'work that is being cancelled. A drain never ends, whatever anybody does, and that is called a deadlock: there ' +
      'the expectation was wrong.',
  },
  '30': {
    found: 'before: lockdep recursive',
    wrong: 'the expectation',
    why: 'The work waits for itself, and lockdep knows works by a class of their own.',
  },
};
