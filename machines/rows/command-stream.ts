import { vocabulary } from '../../src/system/vocabulary.ts';
import { source } from '../words/cites.ts';
import { commandStream, isolation, streamTarget } from '../lifecycles/command-stream.ts';

const parser = (says: string) => source('drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c', says);
const submit = (says: string) => source('drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c', says);
const mail = source('lists.freedesktop.org dri-devel, Daniel Vetter, 18 June 2020', "drivers/gpu fixed this by parsing&validating what userspace submitted to make sure it's only every accessing its own buffers.");
const tables = source('lists.freedesktop.org dri-devel, Daniel Vetter, 18 June 2020', 'Most gpus have become reasonable nowadays and do have proper per-process pagetables');

/** A client that submits commands, and what its jobs can reach. */
export const commandParts = { stream: { of: commandStream, title: 'command stream' }, target: { of: streamTarget, title: 'what the stream reaches' }, isolation: { of: isolation } } as const;
const v = vocabulary(commandParts);
const steps = v.steps(
  { name: 'client_writes_foreign', actor: 'user', moves: { target: 'write_foreign' }, cite: mail },
  { name: 'client_writes_own', actor: 'user', moves: { target: 'write_own' }, cite: mail },
  { name: 'submit_commands', actor: 'user', moves: { stream: 'submit' }, cite: submit('etnaviv_ioctl_gem_submit') },
  { name: 'copy_commands', actor: 'command_parser', moves: { stream: 'copy' }, also: { target: 'freeze' }, atomic: 'the client cannot write the copy', cite: submit('etnaviv_ioctl_gem_submit: copy_from_user before etnaviv_cmd_validate_one') },
  { name: 'parse_in_place', actor: 'command_parser', moves: { stream: 'in_place' }, cite: parser('etnaviv_cmd_validate_one') },
  { name: 'validate_commands', actor: 'command_parser', moves: { stream: 'valid' }, when: { target: ['own', 'own_frozen'] }, cite: parser('etnaviv_validate_load_state') },
  { name: 'refuse_commands', actor: 'command_parser', moves: { stream: 'refuse' }, when: { target: ['foreign', 'foreign_frozen'] }, cite: parser('etnaviv_cmd_validate_one: false') },
  { name: 'validate_nothing', actor: 'command_parser', moves: { stream: 'unchecked' }, cite: parser('etnaviv_cmd_validate_one') },
  { name: 'run_commands', actor: 'command_hardware', moves: { stream: 'hw_run' }, cite: source('drivers/gpu/drm/etnaviv/etnaviv_gpu.c', 'etnaviv_gpu_submit') },
  { name: 'commands_done', actor: 'command_hardware', moves: { stream: 'done' }, also: { target: 'thaw' }, when: { target: ['own', 'own_frozen'] } },
  { name: 'commands_reach', actor: 'command_hardware', moves: { stream: 'done', isolation: 'reach' }, also: { target: 'thaw' }, when: { target: ['foreign', 'foreign_frozen'] }, cite: mail },
  { name: 'mmu_faults', actor: 'command_hardware', moves: { stream: 'mmu_fault' }, when: { target: ['foreign', 'foreign_frozen'] }, cite: tables },
  { name: 'client_is_told', actor: 'command_parser', moves: { stream: 'next' }, also: { target: 'thaw' } },
);
/** Commands, parsed and validated, or kept in bounds by page tables. */
export const commandValidation = v.row({
  name: 'command-validation', steps,
  promises: [{ name: 'commands-are-answered', pending: { stream: '!none' }, cite: submit('etnaviv_ioctl_gem_submit') }],
  invariants: [{ name: 'clients-are-isolated', never: { isolation: 'broken' }, cite: mail }],
});
const about = v.about(steps);
export const commandLaws = {
  validates: about.clause({ name: 'command-validation/validates', says: mail, forbids: ['validate_nothing'] }),
  'copies-first': about.clause({ name: 'command-validation/copies-first', says: submit('etnaviv_ioctl_gem_submit: copy_from_user before etnaviv_cmd_validate_one'), forbids: ['parse_in_place'] }),
  'no-page-tables': about.clause({ name: 'command-validation/no-page-tables', says: mail, about: 'Hardware without page tables a process.', forbids: ['mmu_faults'] }),
  'page-tables': about.clause({ name: 'command-validation/page-tables', says: tables, about: 'What is not mapped is not reached.', forbids: ['commands_reach'] }),
} as const;
