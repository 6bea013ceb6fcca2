import { chart } from './chart.ts';

const etnaviv = 'drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c';
const mail = 'mail of Daniel Vetter, 18 June 2020';

/**
 * A command stream of a client on a GPU without page tables a process.
 * Rule: what runs is what was validated: a copy that the client cannot write, against the client's own buffers.
 * Source: drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c (etnaviv_cmd_validate_one), etnaviv_gem_submit.c (etnaviv_ioctl_gem_submit), v7.0; drivers/gpu/drm/vc4/vc4_validate.c; mail of Daniel Vetter, 18 June 2020 ("parsing&validating what userspace submitted").
 */
export const commandStream = chart('command_stream', etnaviv, {
  none: ['Nothing submitted.', 'etnaviv_cmd_validate_one', { submit: ['submitted', 'The ioctl has the address of the stream.', 'drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c: etnaviv_ioctl_gem_submit'] }],
  submitted: ['In memory of the client.', 'drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c: etnaviv_ioctl_gem_submit', {
    copy: ['parsed', 'Copied to where the client cannot write.', 'drivers/gpu/drm/etnaviv/etnaviv_gem_submit.c: copy_from_user'], in_place: ['parsed', 'Parsed where it is.', 'etnaviv_cmd_validate_one'],
  }],
  parsed: ['Every command and address is known.', 'etnaviv_cmd_validate_one', { valid: ['validated', 'Every address is in a buffer of the client.', 'etnaviv_validate_load_state'], refuse: ['refused', '-EINVAL.', 'etnaviv_cmd_validate_one'], unchecked: ['validated', 'Nobody looked.', 'etnaviv_cmd_validate_one'] }],
  validated: ['Queued.', 'drivers/gpu/drm/etnaviv/etnaviv_sched.c: etnaviv_sched_push_job', { hw_run: ['running', 'The hardware reads it.', 'drivers/gpu/drm/etnaviv/etnaviv_gpu.c: etnaviv_gpu_submit'] }],
  running: ['On the hardware.', 'drivers/gpu/drm/etnaviv/etnaviv_gpu.c: etnaviv_gpu_submit', { done: ['none', 'Done.', 'drivers/gpu/drm/etnaviv/etnaviv_gpu.c: event_finished'], mmu_fault: ['refused', 'The page tables have no such address: the job is killed.', 'drivers/gpu/drm/etnaviv/etnaviv_gpu.c: dump_mmu_fault'] }],
  refused: ['Not executed, or ended.', 'etnaviv_cmd_validate_one', { next: ['none', 'The client is told.', 'etnaviv_cmd_validate_one'] }],
});

/**
 * What the stream says that it reaches.
 * Source: drivers/gpu/drm/etnaviv/etnaviv_cmd_parser.c (etnaviv_sensitive_states), v7.0; the mail of 18 June 2020 ("only every accessing its own buffers").
 */
export const streamTarget = chart('stream_target', etnaviv, {
  own: ['Buffers of the client.', 'etnaviv_sensitive_states', { write_foreign: ['foreign', 'The client writes other commands.', `${mail}: only every accessing its own buffers`], freeze: ['own_frozen', 'This is what was copied.', 'etnaviv_cmd_validate_one'] }],
  own_frozen: ['Buffers of the client, in a copy that does not change.', 'etnaviv_cmd_validate_one', { thaw: ['own', 'The next stream.', 'etnaviv_cmd_validate_one'] }],
  foreign: ['Memory of somebody else.', 'etnaviv_sensitive_states', { write_own: ['own', 'The client writes other commands.', `${mail}: only every accessing its own buffers`], freeze: ['foreign_frozen', 'This is what was copied.', 'etnaviv_cmd_validate_one'] }],
  foreign_frozen: ['Memory of somebody else, in a copy that does not change.', 'etnaviv_cmd_validate_one', { thaw: ['own', 'The next stream.', 'etnaviv_cmd_validate_one'] }],
});

/**
 * What the client has done to somebody else.
 * Source: mail of Daniel Vetter, 18 June 2020 ("to isolate different clients from each another").
 */
export const isolation = chart('isolation', mail, {
  kept: ['Nobody was reached.', `${mail}: isolate different clients from each another`, { reach: ['broken', 'A job reached memory of another client.', `${mail}: isolate different clients from each another`] }],
  broken: ['A client has reached what is not its own.', `${mail}: isolate different clients from each another`],
});
