import { chart, state } from './chart.ts';
import { inFile, to } from './to.ts';

const etnavivGemSubmit = inFile('drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c');
const etnavivGpu = inFile('drivers/gpu/drm/etnaviv/etnaviv_gpu.c');

const etnaviv = 'drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c';
const mail = 'mail of Daniel Vetter, 18 June 2020';

/**
 * A command stream of a client on a GPU without page tables a process.
 * Rule: what runs is what was validated: a copy that the client cannot write, against the client's own buffers.
 * Source: drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c (etnaviv_cmd_validate_one),
 * etnaviv_gem_submit.c (etnaviv_ioctl_gem_submit), v7.0; drivers/gpu/drm/vc4/vc4_validate.c; mail
 * of Daniel Vetter, 18 June 2020 ("parsing&validating what userspace submitted").
 */
export const commandStream = chart('command_stream', etnaviv, {
  none: state('Nothing submitted.', 'etnaviv_cmd_validate_one', {
    submit: to('submitted', 'The ioctl has the address of the stream.', etnavivGemSubmit('etnaviv_ioctl_gem_submit')),
  }),
  submitted: state('In memory of the client.', etnavivGemSubmit('etnaviv_ioctl_gem_submit'), {
    copy: to('parsed', 'Copied to where the client cannot write.', etnavivGemSubmit('copy_from_user')),
    in_place: to('parsed', 'Parsed where it is.', 'etnaviv_cmd_validate_one'),
  }),
  parsed: state('Every command and address is known.', 'etnaviv_cmd_validate_one', {
    valid: to('validated', 'Every address is in a buffer of the client.', 'etnaviv_validate_load_state'),
    refuse: to('refused', '-EINVAL.', 'etnaviv_cmd_validate_one'),
    unchecked: to('validated', 'Nobody looked.', 'etnaviv_cmd_validate_one'),
  }),
  validated: state('Queued.', 'drivers/gpu/drm/etnaviv/etnaviv_sched.c: etnaviv_sched_push_job', {
    hw_run: to('running', 'The hardware reads it.', etnavivGpu('etnaviv_gpu_submit')),
  }),
  running: state('On the hardware.', etnavivGpu('etnaviv_gpu_submit'), {
    done: to('none', 'Done.', etnavivGpu('event_finished')),
    mmu_fault: to('refused', 'The page tables have no such address: the job is killed.', etnavivGpu('dump_mmu_fault')),
  }),
  refused: state('Not executed, or ended.', 'etnaviv_cmd_validate_one', {
    next: to('none', 'The client is told.', 'etnaviv_cmd_validate_one'),
  }),
});

/**
 * What the stream says that it reaches.
 * Source: drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c (etnaviv_sensitive_states), v7.0; the mail
 * of 18 June 2020 ("only every accessing its own buffers").
 */
export const streamTarget = chart('stream_target', etnaviv, {
  own: state('Buffers of the client.', 'etnaviv_sensitive_states', {
    write_foreign: to('foreign', 'The client writes other commands.', `${mail}: only every accessing its own buffers`),
    freeze: to('own_frozen', 'This is what was copied.', 'etnaviv_cmd_validate_one'),
  }),
  own_frozen: state('Buffers of the client, in a copy that does not change.', 'etnaviv_cmd_validate_one', {
    thaw: to('own', 'The next stream.', 'etnaviv_cmd_validate_one'),
  }),
  foreign: state('Memory of somebody else.', 'etnaviv_sensitive_states', {
    write_own: to('own', 'The client writes other commands.', `${mail}: only every accessing its own buffers`),
    freeze: to('foreign_frozen', 'This is what was copied.', 'etnaviv_cmd_validate_one'),
  }),
  foreign_frozen: state('Memory of somebody else, in a copy that does not change.', 'etnaviv_cmd_validate_one', {
    thaw: to('own', 'The next stream.', 'etnaviv_cmd_validate_one'),
  }),
});

/**
 * What the client has done to somebody else.
 * Source: mail of Daniel Vetter, 18 June 2020 ("to isolate different clients from each another").
 */
export const isolation = chart('isolation', mail, {
  kept: state('Nobody was reached.', `${mail}: isolate different clients from each another`, {
    reach: to(
      'broken',
      'A job reached memory of another client.',
      `${mail}: isolate different clients from each another`,
    ),
  }),
  broken: state('A client has reached what is not its own.', `${mail}: isolate different clients from each another`),
});
