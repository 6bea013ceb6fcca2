import { setup } from 'xstate';
import { to } from "./to.js";
/** Something that may happen once: a reset in the middle of a run. */
export const oneShot = setup({ types: { events: {} } }).createMachine({
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
//# sourceMappingURL=one-shot.js.map