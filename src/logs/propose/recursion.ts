import { plainClass } from '../lock-finding.ts';
import type { Lock, LockReport } from '../lock-report.ts';
import { isSameObject } from '../lock-text.ts';
import type { Evidence } from '../kernel-lines.ts';
import type { LogSpec } from '../vocabulary.ts';
import { keyOf } from './cycle.ts';
import {
  addWriters,
  holdable,
  knownClass,
  learnKind,
  locking,
  taking,
  type Locking,
} from './locking.ts';
import { queueNamed, writtenAsWork } from './queues.ts';
import { bodyOf, heldLocks, reporterOf, type Reporter } from './reporter.ts';
import type { Sketch } from './sketch.ts';

/** One class taken twice by one task. Gives why it cannot be written down, or null. */
export function sketchRecursion(
  report: LockReport,
  evidence: Evidence,
  spec: LogSpec,
  sketch: Sketch,
): string | null {
  const { taken, held } = report;
  if (taken === null) return 'the lock that is taken twice is not in this log';
  const known = knownClass(taken.name, spec);
  const reporter = reporterOf(report, spec);
  if (known?.queue !== undefined) {
    sketchOwnWork(known.queue, taken, reporter, evidence, spec, sketch);
    return null;
  }
  if (known?.left !== undefined || known?.inside !== undefined)
    return `${taken.name} is ${known.left ?? 'no lock that one task takes twice'}`;

  const now = locking(spec, sketch);
  learnKind(now, taken, reporter.stack);
  // Without addresses nobody knows; two objects hang too, in two tasks.
  const isOne = isSameObject(report) || held === null;
  const keys = isOne ? ['', ''] : ['of the first', 'of the second'];
  const isFirst = (lock: Lock): boolean => plainClass(lock.name) === plainClass(taken.name);
  const listed = reporter.held.some(isFirst) ? reporter.held : [...reporter.held, held ?? taken];
  const locks = heldLocks(report, { ...reporter, held: listed }, (lock) =>
    isFirst(lock) ? keys[0]! : keyOf(lock, spec),
  );
  bodyOf({ now, evidence, report, reporter, alone: new Map() }, locks, {
    lock: { name: taken.name, usage: taken.usage, key: keys[1]! },
    stack: reporter.stack,
  });
  if (!isOne) addOther(now, taken, reporter);
  addWriters(now);
  return null;
}

/**
 * Another task that has the two objects the other way round: the checker cannot know that there is
 * none.
 */
function addOther(now: Locking, taken: Lock, { root, stack }: Reporter): void {
  const { sketch } = now;
  const lock = (key: string) => ({ name: taken.name, usage: taken.usage, key });
  const first = taking(holdable(now), lock('of the second'), null, '');
  const second = taking(now, lock('of the first'), stack, '');
  if (first === null || second === null) return;
  sketch.functions.push({
    kind: 'kthread',
    name: sketch.names.fresh(`other_${root.name}`, 'other'),
    on: null,
    shown: [
      'not in the report: another task, which has the two objects the other way round.',
      'Delete it if the two always have one order (a parent and its child).',
    ],
    body: [...first.take, ...second.take, ...second.drop, ...first.drop],
  });
}

/** A work that waits for itself, or for its own queue. */
function sketchOwnWork(
  role: 'queue' | 'work',
  taken: Lock,
  { root, where }: Reporter,
  evidence: Evidence,
  spec: LogSpec,
  sketch: Sketch,
): void {
  const { flush, flushAll } = spec.proposals.workqueue;
  const name = role === 'queue' ? taken.name.replace(/^\(\w+\)/, '') : 'wq';
  const work = sketch.names.fresh(root.name, 'some_work');
  const queue = queueNamed(name, evidence, spec, sketch);
  const call = role === 'queue' ? flushAll.replace('@', queue.name) : flush.replace('@', work);
  const added = {
    kind: 'kthread',
    name: work,
    on: null,
    shown: [where],
    body: [{ text: call, where }],
  };
  sketch.functions.push(writtenAsWork(added, { name, matters: true }, evidence, spec, sketch));
}
