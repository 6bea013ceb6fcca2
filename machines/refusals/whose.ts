import type { Cite, Refusal } from '../../src/system/vocabulary.ts';

/**
 * A driver that tries this step where it is not possible must be refused or wait: the kernel says so.
 * @param where parts whose state makes the refusal the law's, `'resv'` or `'fence=signaled'`; any if absent
 */
export const law = (file: string, says: string, where?: readonly string[]): Refusal => ({
  whose: 'law',
  cite: { file, says },
  ...(where === undefined ? {} : { where }),
});
/** Only the model refuses it: a bound, one object, a simplification. A driver may do it. */
export const model = (why: string): Refusal => ({ whose: 'model', why });
/** Nobody can try it from outside. */
export const untriable = (why: string): Refusal => ({ whose: 'untriable', why });
/** As `law`, for a named sentence of the documents. */
export const sentence = (cite: Cite, where?: readonly string[]): Refusal =>
  law(cite.file, cite.says, where);

/** One refusal for several steps, whose names stand in one string. */
export const everyOne = (refusal: Refusal, names: string): Record<string, Refusal> =>
  Object.fromEntries(names.split(' ').map((name) => [name, refusal]));

/** Refusals by `row/step`, because two rows may use the same name for a step. */
export const byRow = (
  rows: Readonly<Record<string, readonly (readonly [Refusal, string])[]>>,
): Record<string, Refusal> =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([row, groups]) =>
      groups.flatMap(([refusal, names]) =>
        names.split(' ').map((name) => [`${row}/${name}`, refusal] as const),
      ),
    ),
  );

export const caller = model(
  'userspace or a caller may do it at any time; the model bounds how often and with which object',
);
export const inside = untriable('it happens inside a call or a worker that is already running');
export const hardware = untriable('the hardware or the firmware does it by itself');
export const recovery = untriable('recovery does it by itself');
export const reclaim = model('the driver does not choose what reclaim does');
export const freedElsewhere = untriable('somebody else frees the memory');

export const signaledOnce = law(
  'drivers/dma-buf/dma-fence.c',
  'dma_fence_signal_timestamp_locked: since a fence can only go from the unsignaled to the signaled state ' +
    'and not back, it will only be effective the first time',
  ['f1=signaled', 'f2=signaled', 'f3=signaled', 'fence=signaled'],
);
export const waited = law(
  'drivers/dma-buf/dma-fence.c',
  'dma_fence_wait_timeout: sleep until the fence gets signaled or until timeout elapses',
  (
    'fence=visible fence=unsignaled f1 f2 f3 c3 array=idle array=armed array=working syncobj ' +
    'readFence writeFence bookFence pfence'
  ).split(' '),
);
export const resvLock = law(
  'include/linux/dma-resv.h',
  'dma_resv_lock: Locks the reservation object for exclusive access and modification.',
  ['resv', 'boResv', 'objectLock'],
);
