import { setup } from 'xstate';
import { members, type Named } from './named.ts';
import type { Jobs } from './slot.ts';
import { to } from './to.ts';

export type ForeignJob = Named<
  'idle' | 'blocked' | `blocked.${string}` | 'runnable' | 'ending',
  `depend.${string}` | `signaled.${string}` | 'hw_done' | 'retire'
>;

/**
 * A job of another device that waits for a fence of ours and has a fence of its own.
 * Rule: fences depend on fences across drivers, and no driver sees the whole graph.
 * Source: Documentation/driver-api/dma-buf.rst, "Indefinite DMA Fences".
 */
export function foreignJob({ fenced = 0 }: Jobs): ForeignJob {
  const source = 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences';
  const ours = members('f', fenced);
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'foreign_job',
    initial: 'idle',
    states: {
      idle: {
        description: 'There is no foreign job.',
        meta: { source },
        on: Object.fromEntries(
          ours.map((who) => [
            `depend.${who}`,
            to(`blocked.${who}`, `The foreign job is submitted to wait for ${who}; its own fence is visible.`, source),
          ]),
        ),
      },
      blocked: {
        description: 'The foreign job waits for a fence of this device.',
        meta: { source },
        initial: ours[0]!,
        states: Object.fromEntries(
          ours.map((who) => [
            who,
            {
              description: `The foreign job waits for the fence ${who}.`,
              meta: { source, waits: 'waiting for' },
              on: { [`signaled.${who}`]: to('#foreign_job.runnable', `The fence ${who} is signaled.`, source) },
            },
          ]),
        ),
      },
      runnable: {
        description: 'The foreign job depends on no fence of this device any more.',
        meta: { source },
        on: { hw_done: to('ending', 'The foreign job completes.', source) },
      },
      ending: {
        description: "The foreign job's fence is signaled.",
        meta: { source },
        on: { retire: to('idle', 'The foreign job is freed.', source) },
      },
    },
  } as never) as unknown as ForeignJob;
}
