import { chart, state } from './chart.ts';
import { to } from './to.ts';

/**
 * What the kernel itself notices: a WARN_ON, a BUG_ON, a lockdep splat.
 * Rule: silence.
 * Source: include/asm-generic/bug.h (WARN_ON), v7.0.
 */
export const warning = chart('warning', 'include/asm-generic/bug.h', {
  silent: state('The kernel has printed no warning.', 'WARN_ON', {
    warn: to('warned', 'The kernel prints a warning.', 'WARN_ON'),
  }),
  warned: state('The kernel has printed a warning to its log.', 'WARN_ON', {
    warn: to('warned', 'The kernel prints another warning.', 'WARN_ON'),
  }),
});
