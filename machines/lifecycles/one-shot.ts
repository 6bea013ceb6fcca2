import { setup } from 'xstate';
import { to } from './to.ts';

/** Something that may happen once: a reset in the middle of a run. */
export const oneShot = setup({ types: { events: {} as { type: 'spend' } } }).createMachine({
  id: 'one_shot',
  initial: 'possible',
  states: {
    possible: {
      description: 'May still happen.',
      meta: { source: 'docs/limits.md' },
      on: { spend: to('spent', 'It happens.', 'docs/limits.md') },
    },
    spent: { description: 'Has happened.', meta: { source: 'docs/limits.md' } },
  },
});
