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
    [`ended.${who}`]: { target, description: `${who} has ended.`, meta: { source: wake } },
  });
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'dependency',
    initial: 'none',
    states: {
      none: {
        description: 'It waits for no other job.',
        meta: { source: resv },
        on: Object.fromEntries(
          everyJob.map((who) => [
            `find.${who}`,
            to(`found.${who}`, `The reservation object of a buffer names ${who}.`, resv),
          ]),
        ),
      },
      found: {
        description: 'It will have to wait.',
        meta: { source: resv },
        initial: everyJob[0]!,
        states: Object.fromEntries(
          everyJob.map((who) => [
            who,
            {
              description: `For ${who}.`,
              meta: { source: resv, waits: 'that waits for the end of' },
              on: {
                park: to(`#dependency.parked.${who}`, 'Not ready: the scheduler passes over it.', wait),
                ...ended(who, '#dependency.none'),
              },
            },
          ]),
        ),
      },
      parked: {
        description: 'It is not ready.',
        meta: { source: wait },
        initial: everyJob[0]!,
        states: Object.fromEntries(
          everyJob.map((who) => [
            who,
            {
              description: `It waits for ${who}.`,
              meta: { source: wait, waits: 'that waits for the end of' },
              on: ended(who, '#dependency.met'),
            },
          ]),
        ),
      },
      met: {
        description: 'What it waited for has ended.',
        meta: { source: wake },
        on: { ready: to('none', 'The scheduler sees it again.', wake) },
      },
    },
  } as never) as unknown as Dependency;
}
