/* oxlint-disable max-lines-per-function -- a chart is one table of states: data in which nothing is decided */
import { setup } from 'xstate';
import { members, type Named } from './named.ts';
import type { Jobs } from './slot.ts';
import { inFile, to } from './to.ts';

const schedEntity = inFile('drivers/gpu/drm/scheduler/sched_entity.c');

export type Dependency = Named<
  'none' | 'found' | `found.${string}` | 'parked' | `parked.${string}` | 'met',
  `find.${string}` | 'park' | `ended.${string}` | 'ready'
>;

/**
 * The compute job that a fenced job waits for before it runs, because that one wrote its buffers.
 * Rule: a job that waits for another is not ready: the scheduler passes over it.
 * Source: drivers/gpu/drm/scheduler/sched_entity.c (drm_sched_entity_add_dependency_cb, drm_sched_entity_wakeup), v7.0.
 */
export function dependency({ faulting = 0 }: Jobs): Dependency {
  const resv = 'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_job_add_implicit_dependencies';
  const wait = schedEntity('drm_sched_entity_add_dependency_cb');
  const wake = schedEntity('drm_sched_entity_wakeup');
  const everyJob = members('c', faulting);
  const ended = (who: string, target: string) => ({
    [`ended.${who}`]: { target, description: `The dependency ends, because ${who} has ended.`, meta: { source: wake } },
  });
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'dependency',
    initial: 'none',
    states: {
      none: {
        description: 'The fenced job depends on no other job.',
        meta: { source: resv },
        on: Object.fromEntries(
          everyJob.map((who) => [
            `find.${who}`,
            to(`found.${who}`, `The job finds ${who} in the reservation object of a buffer.`, resv),
          ]),
        ),
      },
      found: {
        description: 'The job depends on another job.',
        meta: { source: resv },
        initial: everyJob[0]!,
        states: Object.fromEntries(
          everyJob.map((who) => [
            who,
            {
              description: `The job depends on ${who}.`,
              meta: { source: resv, waits: 'that waits for the end of' },
              on: {
                park: to(`#dependency.parked.${who}`, 'The job is not ready: the scheduler passes over it.', wait),
                ...ended(who, '#dependency.none'),
              },
            },
          ]),
        ),
      },
      parked: {
        description: 'The job is not ready: the scheduler passes over it.',
        meta: { source: wait },
        initial: everyJob[0]!,
        states: Object.fromEntries(
          everyJob.map((who) => [
            who,
            {
              description: `The job waits for ${who}.`,
              meta: { source: wait, waits: 'that waits for the end of' },
              on: ended(who, '#dependency.met'),
            },
          ]),
        ),
      },
      met: {
        description: 'The job that this one depends on has ended.',
        meta: { source: wake },
        on: { ready: to('none', 'The job is ready again, and the scheduler sees it.', wake) },
      },
    },
  } as never) as unknown as Dependency;
}
