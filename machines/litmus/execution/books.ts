import { vocabulary } from '../../../src/system/vocabulary.ts';
import { from } from '../../words/cites.ts';
import { commandLaws, commandParts, commandValidation } from '../../rows/command-stream.ts';
import { evictionFences, evictionLaws, evictionParts } from '../../rows/eviction-fence.ts';
import { litmuses } from './ask.ts';

const kfdProcess = from('drivers/gpu/drm/amd/amdkfd/kfd_process.c');
const etnavivGemSubmit = from('drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c');

/** Who is off the hardware was evicted for something. */
const evictionBooks = vocabulary(evictionParts).row({
  name: 'eviction-books',
  steps: [],
  invariants: [
    {
      name: 'evicted-for-something',
      never: { 'process[i]': 'quiesced', 'cause[i]': 'none' },
      cite: kfdProcess('evict_process_worker'),
    },
  ],
});

/** What nobody looks at any more may be written again. */
const commandBooks = vocabulary(commandParts).row({
  name: 'command-books',
  steps: [],
  invariants: [
    {
      name: 'idle-stream-is-the-clients',
      never: { stream: 'none', target: ['own_frozen', 'foreign_frozen'] },
      cite: etnavivGemSubmit('the copy is freed with the submit'),
    },
  ],
});

const evictions = Object.values(evictionLaws);
const { validates, 'copies-first': copies, 'no-page-tables': no } = commandLaws;

/** What survivors of the mutation score showed that nobody asked: that the books are kept. */
export const bookLitmuses = litmuses(
  {
    name: 'EVICT-BOOKS',
    cites: ['E-1', 'E-2'],
    twin: 'EVICT-BOOKS+own-buffer',
    about: 'A process is stopped only while there is a reason to evict it.',
    asks: { rows: [evictionFences, evictionBooks], clauses: evictions },
    expect: { verdict: 'finite', states: 232, edges: 908 },
  },
  {
    name: 'EVICT-BOOKS+own-buffer',
    cites: ['E-1'],
    twin: 'EVICT-BOOKS',
    about: 'TTM evicts a buffer of the process that allocates, and the process evicts itself.',
    asks: {
      rows: [evictionFences, evictionBooks],
      clauses: evictions.filter((one) => one !== evictionLaws['eviction-valuable']),
    },
    expect: { verdict: 'broken', broken: ['evicted-for-memory-alone'], states: 444, edges: 1812, length: 2 },
  },
  {
    name: 'COMMANDS-BOOKS',
    cites: ['V-1'],
    twin: 'COMMANDS-BOOKS+unchecked',
    about: 'The validated copy of a command stream is freed together with its submit.',
    asks: { rows: [commandValidation, commandBooks], clauses: [validates, copies, no] },
    expect: { verdict: 'finite', states: 9, edges: 13 },
  },
  {
    name: 'COMMANDS-BOOKS+unchecked',
    cites: ['V-1'],
    twin: 'COMMANDS-BOOKS',
    about: 'The command stream is not validated.',
    asks: { rows: [commandValidation, commandBooks], clauses: [copies, no] },
    expect: {
      verdict: 'broken',
      broken: ['clients-are-isolated'],
      promises: { 'commands-are-answered': 'deadlock' },
      states: 22,
      edges: 33,
      length: 6,
    },
  },
);
