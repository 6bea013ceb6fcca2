import { setup } from 'xstate';
import type { Named } from './named.ts';
import { everyJob, type Jobs } from './slot.ts';
import { to } from './to.ts';

/** Jobs in the order in which they came: `empty`, or `'f[1],c[1]'`, the head first. */
export type Ring = Named<string & {}, `enter.${string}` | `leave.${string}` | `drop.${string}`>;

/** Up to so many jobs the queue is one machine: 65 orders. Of six there are 1,957, of eight 109,601. */
const mostInOne = 4;

/**
 * The queue of an engine: one machine, or, of more than four jobs, one for each two of them, which
 * knows in which order these two wait. Together they know the same: a job is first if it is before each other.
 * Rule: who came first goes first; who is not ready is taken out and comes back at the end.
 * Source: drivers/gpu/drm/scheduler/sched_main.c (drm_sched_rq_select_entity_fifo: the first ready entity), v7.0.
 */
export function ring(jobs: Jobs): Ring | Readonly<Record<string, Ring>> {
  return everyJob(jobs).length <= mostInOne ? ringInOne(jobs) : ringInPairs(jobs);
}

/** The queue as one machine for each two jobs, by what they are called. */
function ringInPairs(jobs: Jobs): Readonly<Record<string, Ring>> {
  const names = everyJob(jobs);
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));
  return Object.fromEntries(pairs.map((pair) => [pair.join(), ringOf(pair)]));
}

/** The queue as one machine, of however many jobs. */
const ringInOne = (jobs: Jobs): Ring => ringOf(everyJob(jobs));

/** The queue of these jobs as one machine. */
function ringOf(names: readonly string[]): Ring {
  const source = 'drivers/gpu/drm/scheduler/sched_main.c: drm_sched_rq_select_entity_fifo';
  const key = (order: readonly string[]): string => (order.length === 0 ? 'empty' : order.join(','));
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'ring',
    initial: 'empty',
    states: Object.fromEntries(
      orders(names).map((order) => [
        key(order),
        {
          description:
            order.length === 0 ? 'The queue is empty.' : `The queue holds, in this order: ${order.join(', ')}.`,
          meta: { source, ...(order.length === 0 ? {} : { waits: 'first in it' }) },
          on: Object.fromEntries([
            ...names
              .filter((name) => !order.includes(name))
              .map((name) => [
                `enter.${name}`,
                to(key([...order, name]), `The scheduler puts ${name} at the end of the queue.`, source),
              ]),
            ...order
              .slice(0, 1)
              .map((name) => [
                `leave.${name}`,
                to(
                  key(order.slice(1)),
                  `The scheduler takes ${name} from the head of the queue for the engine.`,
                  source,
                ),
              ]),
            ...order.map((name) => [
              `drop.${name}`,
              to(key(order.filter((other) => other !== name)), `The scheduler takes ${name} out of the queue.`, source),
            ]),
          ]),
        },
      ]),
    ),
  } as never) as unknown as Ring;
}

/** Every order of every choice of `names`, shorter ones first. */
function orders(names: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const order of found) for (const name of names) if (!order.includes(name)) found.push([...order, name]);
  return found;
}

/** The two forms of the queue, of however many jobs: a test holds them against each other. */
export const ringForms = { inOne: ringInOne, inPairs: ringInPairs } as const;
