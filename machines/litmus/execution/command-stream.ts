import { commandLaws, commandValidation } from '../../rows/command-stream.ts';
import { litmuses } from './ask.ts';

const rows = [commandValidation];
const { validates, 'copies-first': copies, 'no-page-tables': no, 'page-tables': tables } = commandLaws;

/** What a job may reach: what was validated, or what is mapped. */
export const commandLitmuses = litmuses(
  {
    name: 'COMMANDS',
    cites: ['V-1'],
    twin: 'COMMANDS+unchecked',
    about:
      'The GPU has no page tables. Commands are copied, parsed, validated against the buffers of the client, ' +
      'and then executed or refused.',
    asks: { rows, clauses: [validates, copies, no] },
    expect: { verdict: 'finite', states: 9, edges: 13 },
  },
  {
    name: 'COMMANDS+unchecked',
    cites: ['V-1'],
    twin: 'COMMANDS',
    about: 'The GPU has no page tables, and the commands are not validated.',
    asks: { rows, clauses: [copies, no] },
    expect: {
      verdict: 'broken',
      broken: ['clients-are-isolated'],
      promises: { 'commands-are-answered': 'deadlock' },
      states: 22,
      edges: 33,
      length: 6,
    },
  },
  {
    name: 'COMMANDS+in-place',
    cites: ['V-1'],
    twin: 'COMMANDS',
    about: 'The commands are validated in memory that the client can still write.',
    asks: { rows, clauses: [validates, no] },
    expect: {
      verdict: 'broken',
      broken: ['clients-are-isolated'],
      promises: { 'commands-are-answered': 'indefinite' },
      states: 34,
      edges: 61,
      length: 6,
    },
  },
  {
    name: 'COMMANDS+page-tables',
    cites: ['V-1'],
    twin: 'COMMANDS+unchecked',
    about:
      'Each process has page tables of its own. Nothing is validated, and commands cannot reach what is not ' +
      'mapped.',
    asks: { rows, clauses: [copies, tables] },
    expect: { verdict: 'finite', states: 11, edges: 17 },
  },
);
