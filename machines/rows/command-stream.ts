import { vocabulary } from '../../src/system/vocabulary.ts';
import { source, from } from '../words/cites.ts';
import { commandStream, isolation, streamTarget } from '../lifecycles/command-stream.ts';

const etnavivCmdParser = from('drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c');
const etnavivGemSubmit = from('drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c');
const etnavivGpu = from('drivers/gpu/drm/etnaviv/etnaviv_gpu.c');

const parser = (says: string) => etnavivCmdParser(says);
const submit = (says: string) => etnavivGemSubmit(says);
const mail = source(
  'lists.freedesktop.org dri-devel, Daniel Vetter, 18 June 2020',
  "drivers/gpu fixed this by parsing&validating what userspace submitted to make sure it's " +
    'only every accessing its own buffers.',
);
const tables = source(
  'lists.freedesktop.org dri-devel, Daniel Vetter, 18 June 2020',
  'Most gpus have become reasonable nowadays and do have proper per-process pagetables',
);

/** A client that submits commands, and what its jobs can reach. */
export const commandParts = {
  stream: { of: commandStream, title: 'command stream' },
  target: { of: streamTarget, title: 'memory that the stream accesses' },
  isolation: { of: isolation },
} as const;
const v = vocabulary(commandParts);
const steps = v.steps(
  v.step('client_writes_foreign', 'user', { moves: { target: 'write_foreign' }, cite: mail }),
  v.step('client_writes_own', 'user', { moves: { target: 'write_own' }, cite: mail }),
  v.step('submit_commands', 'user', { moves: { stream: 'submit' }, cite: submit('etnaviv_ioctl_gem_submit') }),
  v.step('copy_commands', 'command_parser', {
    moves: { stream: 'copy' },
    also: { target: 'freeze' },
    atomic: 'the client cannot write the copy',
    cite: submit('etnaviv_ioctl_gem_submit: copy_from_user before etnaviv_cmd_validate_one'),
  }),
  v.step('parse_in_place', 'command_parser', {
    moves: { stream: 'in_place' },
    cite: parser('etnaviv_cmd_validate_one'),
  }),
  v.step('validate_commands', 'command_parser', {
    moves: { stream: 'valid' },
    when: { target: ['own', 'own_frozen'] },
    cite: parser('etnaviv_validate_load_state'),
  }),
  v.step('refuse_commands', 'command_parser', {
    moves: { stream: 'refuse' },
    when: { target: ['foreign', 'foreign_frozen'] },
    cite: parser('etnaviv_cmd_validate_one: false'),
  }),
  v.step('validate_nothing', 'command_parser', {
    moves: { stream: 'unchecked' },
    cite: parser('etnaviv_cmd_validate_one'),
  }),
  v.step('run_commands', 'command_hardware', { moves: { stream: 'hw_run' }, cite: etnavivGpu('etnaviv_gpu_submit') }),
  v.step('commands_done', 'command_hardware', {
    moves: { stream: 'done' },
    also: { target: 'thaw' },
    when: { target: ['own', 'own_frozen'] },
  }),
  v.step('commands_reach', 'command_hardware', {
    moves: { stream: 'done', isolation: 'reach' },
    also: { target: 'thaw' },
    when: { target: ['foreign', 'foreign_frozen'] },
    cite: mail,
  }),
  v.step('mmu_faults', 'command_hardware', {
    moves: { stream: 'mmu_fault' },
    when: { target: ['foreign', 'foreign_frozen'] },
    cite: tables,
  }),
  v.step('client_is_told', 'command_parser', { moves: { stream: 'next' }, also: { target: 'thaw' } }),
);
/** Commands, parsed and validated, or kept in bounds by page tables. */
export const commandValidation = v.row({
  name: 'command-validation',
  steps,
  promises: [{ name: 'commands-are-answered', pending: { stream: '!none' }, cite: submit('etnaviv_ioctl_gem_submit') }],
  invariants: [{ name: 'clients-are-isolated', never: { isolation: 'broken' }, cite: mail }],
});
const about = v.about(steps);
export const commandLaws = {
  validates: about.clause({ name: 'command-validation/validates', says: mail, forbids: ['validate_nothing'] }),
  'copies-first': about.clause({
    name: 'command-validation/copies-first',
    says: submit('etnaviv_ioctl_gem_submit: copy_from_user before etnaviv_cmd_validate_one'),
    forbids: ['parse_in_place'],
  }),
  'no-page-tables': about.clause({
    name: 'command-validation/no-page-tables',
    says: mail,
    about: 'The hardware has no page tables for each process.',
    forbids: ['mmu_faults'],
  }),
  'page-tables': about.clause({
    name: 'command-validation/page-tables',
    says: tables,
    about: 'The page tables let a job reach only what is mapped.',
    forbids: ['commands_reach'],
  }),
} as const;
