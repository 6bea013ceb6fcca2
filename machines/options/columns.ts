import type { Description } from '../description/description.ts';

/** Circumstances in which every clause of an option is left out once: a column of the clause table. */
export type Column = {
  /** Head of its column, at most four characters. */
  readonly head: string;
  readonly about: string;
  readonly with: Omit<Partial<Description>, 'driver' | 'options' | 'without' | 'variants'>;
};

/** Columns that more than one option speaks of. */
export const weakHardware: Column = {
  head: 'weak',
  about: 'the hardware cannot preempt work that waits for a page',
  with: { hardwareCan: ['preempt-running'] },
};
export const waitsUnderLock: Column = {
  head: 'lock',
  about:
    'a submit path takes the lock of the repair before it waits for hardware ' +
    '(that cannot preempt work that waits for a page)',
  with: { hazards: ['reserve-under-repair-lock'], hardwareCan: ['preempt-running'] },
};
export const cpuFaultInRepair: Column = {
  head: 'cpu',
  about: 'the repair takes a CPU page fault',
  with: { hazards: ['cpu-fault-in-repair'] },
};
