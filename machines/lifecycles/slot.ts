import { setup } from 'xstate';
import { members, type Named } from './named.ts';
import { to } from './to.ts';

/** `free`, or held by one: a fenced job `f[i]`, a compute job `c[k]` or the copy job of its fault `copy[k]`. */
export type Slot = Named<'free' | 'held' | `held.${string}`, `take.${string}` | `give.${string}`>;

/** Holders whose name is not what a person would call them. */
const callNames: Readonly<Record<string, string>> = {
  suspend: 'the eviction worker',
  resume: 'the restore worker',
  rebind: 'the rebind worker',
  work: 'the work of the fence',
  fault: 'the page fault',
  cpu: 'the CPU user',
  debugfs: 'the reader of debugfs',
  submit_reclaim: 'the shrinker in the submit',
  evict: 'the eviction',
  exec: 'the submit',
  other: 'the other thread',
  gl: 'the GL client',
  explicit: 'the job without implicit sync',
  mover: 'memory management',
  section: 'the signalling section',
};

/** `f[1]` stays, for whoever prints it; `ioctl` is the ioctl. */
const called = (holder: string): string => (holder.endsWith(']') ? holder : (callNames[holder] ?? `the ${holder}`));

/**
 * One thing that one holder has at a time and that knows its holder. A holder that takes it again changes nothing.
 * @param law what holds while it is held
 * @param subject how a sentence about it begins
 */
export function slot(
  id: string,
  holders: readonly string[],
  source: string,
  law: string,
  subject = 'The lock is',
): Slot {
  const take = (by: readonly string[]) =>
    Object.fromEntries(
      by.map((who) => [`take.${who}`, to(`#${id}.held.${who}`, `${subject} taken by ${called(who)}.`, source)]),
    );
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id,
    initial: 'free',
    states: {
      free: { description: `${subject} free.`, meta: { source }, on: take(holders) },
      held: {
        description: law,
        meta: { source },
        initial: holders[0]!,
        states: Object.fromEntries(
          holders.map((who) => [
            who,
            {
              description: `${subject} held by ${called(who)}.`,
              meta: { source, waits: 'held by' },
              on: {
                ...take([who]),
                [`give.${who}`]: to(`#${id}.free`, `${subject} released by ${called(who)}.`, source),
              },
            },
          ]),
        ),
      },
    },
  } as never) as unknown as Slot;
}

/** How many fenced and compute jobs a system has, and how many copy jobs use the same hardware (normally none). */
export type Jobs = { readonly fenced?: number; readonly faulting?: number; readonly copies?: number };
export const everyJob = ({ fenced = 0, faulting = 0, copies = 0 }: Jobs): string[] => [
  ...members('f', fenced),
  ...members('c', faulting),
  ...members('copy', copies),
];

const shared = 'Documentation/driver-api/dma-buf.rst: Recoverable Hardware Page Faults Implications';

/**
 * A submission slot of an engine.
 * Rule: one job at a time is on it, and stays until it is done or preempted.
 * Source: Documentation/driver-api/dma-buf.rst ("command submission engines");
 * include/drm/gpu_scheduler.h: credit_limit.
 */
export const engine = (jobs: Jobs): Slot =>
  slot('engine', everyJob(jobs), shared, 'One job is on the engine.', 'The engine is');

/**
 * The compute units of a GPU, taken as a whole.
 * Rule: work keeps them until it is done or preempted.
 * Source: Documentation/driver-api/dma-buf.rst ("compute units").
 */
export const computeUnits = (jobs: Jobs): Slot =>
  slot('compute_units', everyJob(jobs), shared, 'One job occupies the compute units.', 'The compute units are');

/**
 * Whatever else fenced and compute work share and one of them can occupy: context ids, doorbells, on-chip memory.
 * Source: Documentation/driver-api/dma-buf.rst ("shared resources ... like").
 */
export const otherHardware = (jobs: Jobs): Slot =>
  slot('other_hardware', everyJob(jobs), shared, 'One job occupies the hardware.', 'The hardware is');

/**
 * A lock that both the submit path and the repair of a page fault take: a vm lock, a dma_resv, mmap_lock.
 * Rule: who waits while holding it holds up the repair.
 * Source: drivers/gpu/drm/xe/xe_pagefault.c (down_write(&vm->lock)), v7.0.
 */
export const repairLock = (jobs: Jobs): Slot =>
  slot(
    'repair_lock',
    everyJob(jobs),
    'drivers/gpu/drm/xe/xe_pagefault.c: xe_pagefault_service',
    'One thread holds the lock.',
  );
