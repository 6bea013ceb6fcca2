import type { Row, Step } from '../../src/system/vocabulary.ts';
import { from } from '../words/cites.ts';
import { shrinkersMayWait } from '../words/sentences.ts';
import { allocation } from '../lifecycles/allocation.ts';
import { fencedParts } from './fenced-jobs.ts';
import { repairParts } from './page-fault.ts';

const pageAlloc = from('mm/page_alloc.c');

/**
 * One more place where memory is allocated with GFP_KERNEL: a part, and the ways in which reclaim
 * may go there. Any visible fence of this device may be waited for, as long as it takes.
 * @param part the new part; @param family its family, if it is one; @param title what a person calls it
 * @param thread who allocates: direct reclaim runs in that very thread, and is no actor of its own
 */
export function reclaimer(
  part: string,
  family: 'fenced' | 'faulting' | null,
  title: string,
  thread: string,
): Pick<Row, 'parts' | 'steps' | 'promises' | 'ties'> & { readonly ref: string } {
  const index = family === null ? '' : { fenced: '[i]', faulting: '[k]' }[family];
  const ref = `${part}${index}`;
  const waits = shrinkersMayWait;
  const step = (name: string, event: string, when: Step['when'], by = thread): Step => ({
    name: `${part}_${name}`,
    actor: by,
    moves: { [ref]: event },
    ...(when === undefined ? {} : { when }),
    cite: waits,
  });
  // j: any fenced job, its own too.
  const j = family === 'fenced' ? 'j' : 'i';
  // c: any copy or bind job.
  const c = family === 'faulting' ? 'j' : 'k';
  const every = family === null ? part : `${part}[*]`;
  const woken = { [every]: 'signaled.f[i]' };
  return {
    ref,
    parts: {
      [part]: { of: allocation, title, ...(family === null ? {} : { family }) },
      fence: fencedParts.fence,
      copyFence: repairParts.copyFence,
      bindFence: repairParts.bindFence,
    },
    steps: [
      step('waits', `wait.f[${j}]`, { [`fence[${j}]`]: 'visible' }),
      step('waits_for_copy', `wait.copy[${c}]`, { [`copyFence[${c}]`]: 'visible' }),
      step('waits_for_bind', `wait.bind[${c}]`, { [`bindFence[${c}]`]: 'visible' }),
      step('ends', 'reclaimed', { 'fence[*]': '!visible', 'copyFence[*]': '!visible', 'bindFence[*]': '!visible' }),
      {
        ...step('memory_freed', 'reclaimed', undefined, 'memory'),
        cite: pageAlloc('__alloc_pages_slowpath: somebody else freed pages'),
      },
    ],
    ties: {
      also: {
        signal: woken,
        cancel_job: woken,
        copy_signal: { [every]: 'signaled.copy[k]' },
        bind_signal: { [every]: 'signaled.bind[k]' },
      },
    },
    promises: [
      {
        name: `${part}-returns`,
        pending: { [ref]: ['allocating', 'waiting'] },
        cite: pageAlloc('__alloc_pages_slowpath'),
      },
    ],
  };
}

/**
 * The steps without those by which reclaim waits for a fence in a driver of somebody else's: what allocates here finds
 * its pages. (The driver's own shrinker is rows of its own.)
 */
export const withoutOthersWaiting = <R extends Step>(steps: readonly R[]): R[] =>
  steps
    .filter(({ name }) => !/Alloc_waits(_for_copy|_for_bind)?$/.test(name))
    .map((step) => (/^(heap_reclaimed|\w+Alloc_ends)$/.test(step.name) ? { ...step, when: {} } : step));
