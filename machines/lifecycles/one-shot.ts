import { setup } from 'xstate';
import { to } from './to.ts';

/** Something that may happen once: a reset in the middle of a run. */
export const oneShot = setup({ types: { events: {} as { type: 'spend' } } }).createMachine({
  id: 'one_shot',
  initial: 'possible',
  states: {
    possible: {
      description: 'The event may still happen.',
      meta: { source: 'docs/limits.md' },
      on: { spend: to('spent', 'The event happens.', 'docs/limits.md') },
    },
    spent: { description: 'The event has happened, and cannot happen again.', meta: { source: 'docs/limits.md' } },
  },
});
