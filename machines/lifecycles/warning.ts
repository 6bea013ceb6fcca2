import { chart } from './chart.ts';

/**
 * What the kernel itself notices: a WARN_ON, a BUG_ON, a lockdep splat.
 * Rule: silence.
 * Source: include/asm-generic/bug.h (WARN_ON), v7.0.
 */
export const warning = chart('warning', 'include/asm-generic/bug.h', {
  silent: ['Nothing was noticed.', 'WARN_ON', { warn: ['warned', 'It was.', 'WARN_ON'] }],
  warned: ['It stands in the log.', 'WARN_ON', { warn: ['warned', 'Again.', 'WARN_ON'] }],
});
