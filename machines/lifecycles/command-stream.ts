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
  none: state('No command stream is submitted.', 'etnaviv_cmd_validate_one', {
    submit: to(
      'submitted',
      'The client submits the address of its command stream to the ioctl.',
      etnavivGemSubmit('etnaviv_ioctl_gem_submit'),
    ),
  }),
  submitted: state(
    'The command stream is in memory that the client can write.',
    etnavivGemSubmit('etnaviv_ioctl_gem_submit'),
    {
      copy: to(
        'parsed',
        'The kernel copies the stream to memory that the client cannot write.',
        etnavivGemSubmit('copy_from_user'),
      ),
      in_place: to(
        'parsed',
        "The kernel parses the stream in the client's memory, without a copy.",
        'etnaviv_cmd_validate_one',
      ),
    },
  ),
  parsed: state('The kernel has read every command and address of the stream.', 'etnaviv_cmd_validate_one', {
    valid: to('validated', 'The kernel finds every address in a buffer of the client.', 'etnaviv_validate_load_state'),
    refuse: to('refused', 'The kernel refuses the stream with -EINVAL.', 'etnaviv_cmd_validate_one'),
    unchecked: to(
      'validated',
      'The kernel accepts the stream without checking its addresses.',
      'etnaviv_cmd_validate_one',
    ),
  }),
  validated: state('The job is queued.', 'drivers/gpu/drm/etnaviv/etnaviv_sched.c: etnaviv_sched_push_job', {
    hw_run: to('running', 'The hardware starts to execute the stream.', etnavivGpu('etnaviv_gpu_submit')),
  }),
  running: state('The hardware executes the stream.', etnavivGpu('etnaviv_gpu_submit'), {
    done: to('none', 'The job completes.', etnavivGpu('event_finished')),
    mmu_fault: to(
      'refused',
      'The page tables have no such address: an MMU fault kills the job.',
      etnavivGpu('dump_mmu_fault'),
    ),
  }),
  refused: state('The stream is refused, or its job was killed.', 'etnaviv_cmd_validate_one', {
    next: to('none', 'The client is told of the error.', 'etnaviv_cmd_validate_one'),
  }),
});

/**
 * What the stream says that it reaches.
 * Source: drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c (etnaviv_sensitive_states), v7.0; the mail
 * of 18 June 2020 ("only every accessing its own buffers").
 */
export const streamTarget = chart('stream_target', etnaviv, {
  own: state('The stream accesses only buffers of the client.', 'etnaviv_sensitive_states', {
    write_foreign: to(
      'foreign',
      'The client overwrites the stream with commands that access foreign memory.',
      `${mail}: only every accessing its own buffers`,
    ),
    freeze: to('own_frozen', 'The kernel copies the stream as it is now.', 'etnaviv_cmd_validate_one'),
  }),
  own_frozen: state('The copy accesses only buffers of the client, and cannot change.', 'etnaviv_cmd_validate_one', {
    thaw: to('own', 'The copy is discarded for the next stream.', 'etnaviv_cmd_validate_one'),
  }),
  foreign: state('The stream accesses memory of another client.', 'etnaviv_sensitive_states', {
    write_own: to(
      'own',
      'The client overwrites the stream with commands that access only its own buffers.',
      `${mail}: only every accessing its own buffers`,
    ),
    freeze: to('foreign_frozen', 'The kernel copies the stream as it is now.', 'etnaviv_cmd_validate_one'),
  }),
  foreign_frozen: state('The copy accesses memory of another client, and cannot change.', 'etnaviv_cmd_validate_one', {
    thaw: to('own', 'The copy is discarded for the next stream.', 'etnaviv_cmd_validate_one'),
  }),
});

/**
 * What the client has done to somebody else.
 * Source: mail of Daniel Vetter, 18 June 2020 ("to isolate different clients from each another").
 */
export const isolation = chart('isolation', mail, {
  kept: state('No client has accessed the memory of another.', `${mail}: isolate different clients from each another`, {
    reach: to(
      'broken',
      'A job accesses memory of another client.',
      `${mail}: isolate different clients from each another`,
    ),
  }),
  broken: state(
    'A client has accessed memory of another client.',
    `${mail}: isolate different clients from each another`,
  ),
});
