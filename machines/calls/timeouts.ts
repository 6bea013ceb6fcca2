import type { Alternative, At, Operation, Touch } from '../../src/threads/meaning.ts';

/** A timeout that never comes: include/linux/sched.h, schedule_timeout in kernel/time/timer.c. */
export const endless = ['MAX_SCHEDULE_TIMEOUT'];

/**
 * A wait whose last argument is its timeout: it ends with `comes`, or, while `still` holds, with 0
 * at any moment. A wait that finds what it waits for never says that its time is up.
 */
export function withTimeout(
  comes: Alternative,
  still: readonly At[],
  {
    words = endless,
    touches = [],
    strong = false,
  }: {
    readonly words?: readonly string[];
    readonly touches?: readonly Touch[];
    readonly strong?: true | false;
  } = {},
): readonly Operation[] {
  const step = (either: readonly Alternative[]): readonly Operation[] => [
    { do: 'step', either, sleeps: true, ...(touches.length === 0 ? {} : { touches }) },
  ];
  const given = step([comes, { when: still, gives: 0, note: 'time is up' }]);
  return [
    {
      do: 'where',
      of: 'last',
      words,
      body: step([{ ...comes, ...(strong ? { strong } : {}) }]),
      else: given,
    },
  ];
}
