import type { Evidence } from '../kernel-lines.ts';
import type { LogSpec } from '../vocabulary.ts';
import type { Workqueue } from '../workqueues.ts';
import { identifier } from './identifiers.ts';
import {
  filled,
  objectFor,
  type Sketch,
  type SketchedFunction,
  type SketchedObject,
} from './sketch.ts';

/** The queue of a work, as far as it matters: one that is ordered, or that somebody waits for. */
export type QueueOfWork = { readonly name: string; readonly matters: boolean };

/** By the name that the report gives, else by the lists and call traces of the log. */
export function queueOf(
  work: string,
  named: string | null,
  matters: boolean,
  { queues }: Evidence,
): QueueOfWork | null {
  const listed = [...queues.values()].find(({ works }) => works.has(work));
  const name = named ?? listed?.name ?? null;
  if (name === null) return matters ? { name: 'wq', matters } : null;
  return { name, matters };
}

const isOrdered = (queue: Workqueue | undefined, { proposals }: LogSpec): boolean =>
  queue !== undefined &&
  queue.flags !== null &&
  // The flags are of 32 bits.
  (queue.flags & proposals.workqueue.orderedFlag) !== 0;

/** The queue of this name as an object of the file. */
export function queueNamed(
  name: string,
  { queues }: Evidence,
  spec: LogSpec,
  sketch: Sketch,
): SketchedObject {
  const { type, name: otherwise, initial, ordered } = spec.proposals.workqueue;
  return objectFor(sketch, `workqueue ${name}`, {
    type,
    name: identifier(name) || otherwise,
    initial: isOrdered(queues.get(name), spec) ? ordered : initial,
    called: `workqueue ${name}`,
  });
}

/**
 * A work on its queue, with a thread that queues it, where the queue gives an order or is waited
 * for; else a thread like any other.
 */
export function writtenAsWork(
  work: SketchedFunction,
  queue: QueueOfWork | null,
  evidence: Evidence,
  spec: LogSpec,
  sketch: Sketch,
): SketchedFunction {
  const { kind, queue: call } = spec.proposals.workqueue;
  const matters =
    queue !== null && (queue.matters || isOrdered(evidence.queues.get(queue.name), spec));
  if (!matters) return { ...work, kind: 'kthread' };
  const object = queueNamed(queue.name, evidence, spec, sketch);
  sketch.functions.push({
    kind: 'kthread',
    name: sketch.names.fresh(`queues_${work.name}`, 'queues'),
    on: null,
    shown: ['not in the report: somebody queues the work'],
    body: [{ text: filled(call, object.name).replace('%', work.name), where: '' }],
  });
  return { ...work, kind, on: object.name };
}
