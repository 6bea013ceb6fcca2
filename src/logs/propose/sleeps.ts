import { isNamed, placesOf, significant } from '../call-trace.ts';
import { plainClass } from '../lock-finding.ts';
import type { Sleeping } from '../sleeping.ts';
import type { LogSpec } from '../vocabulary.ts';
import { identifier } from './identifiers.ts';
import { holdable, learnKind, locking, taking, type Locking } from './locking.ts';
import { rootOf } from './roots.ts';
import { filled, objectFor, type Proposal, type Sketch, type Statement } from './sketch.ts';

/** Frames in which the call that takes a lock is looked for. */
const innermost = 4;

/**
 * A function that sleeps where nobody may: the thread, what forbids it, and the call that sleeps.
 */
export function sketchSleeping(report: Sleeping, spec: LogSpec, sketch: Sketch): Proposal {
  const now = locking(spec, sketch);
  const callback = callbackIn(report, spec);
  const why = callback === null ? sketchThread(now, report) : sketchCallback(now, report, callback);
  const sleeper = callback ?? rootOf(report.stack, spec).name;
  return {
    line: report.line,
    title: 'a report of a sleep in atomic context',
    words: [spec.proposals.words.sleeps, identifier(sleeper)],
    says: `${sleeper} calls what may sleep where nobody may`,
    answer: null,
    ...(why === null ? { sketch } : { why }),
  };
}

/** The callback of a fence that a call trace is in: the outermost function under the signal. */
function callbackIn({ stack }: Sleeping, { reports }: LogSpec): string | null {
  const signal = placesOf(stack, reports).find(({ place }) => place === 'signal call');
  if (signal === undefined) return null;
  return significant(stack.slice(0, signal.index), reports).at(-1) ?? null;
}

/** Whoever signals the fence runs it under the lock of the fence. */
function sketchCallback(now: Locking, report: Sleeping, callback: string): null {
  const { sketch, spec } = now;
  const { callback: writing, fence } = spec.proposals;
  const lock = objectFor(sketch, 'lock of the fence', { ...writing.lock, called: 'its lock' });
  const signaled = objectFor(sketch, 'fence', {
    type: fence.type,
    name: fence.name,
    initial: writing.initial.replace('%', lock.name),
    called: 'the fence that is signaled',
  }).name;

  const name = sketch.names.fresh(callback, 'callback');
  const where = `line ${report.line}`;
  sketch.functions.push(
    { kind: writing.kind, name, on: null, shown: [where], body: sleeps(now, report) },
    {
      kind: 'kthread',
      name: sketch.names.fresh(`adds_${name}`, 'adds'),
      on: null,
      shown: ['not in the report: somebody adds the callback'],
      body: [{ text: filled(writing.adds, signaled).replace('%', name), where: '' }],
    },
    {
      kind: 'kthread',
      name: sketch.names.fresh('signals', 'signals'),
      on: null,
      shown: [`${where}: the task that signals, outside of the callback`],
      body: [{ text: filled(fence.signal, signaled), where }],
    },
  );
  return null;
}

/**
 * In an interrupt, or under a lock that is held and spins. Gives why it cannot be written, or null.
 */
function sketchThread(now: Locking, report: Sleeping): string | null {
  const { spec, sketch } = now;
  const root = rootOf(report.stack, spec);
  const isInterrupt = spec.proposals.interrupts.some(({ kind }) => kind === root.kind);
  const { held } = report;
  const spins = learnSpinning(now, held);
  if (!isInterrupt && !spins)
    return 'neither an interrupt nor the lock under which it sleeps is in this log';

  const taken = held
    .map(({ name, usage, address, at, line }) =>
      taking(holdable(now), { name, usage, key: address }, null, `line ${line}, in ${at}`),
    )
    .filter((lock) => lock !== null);

  sketch.functions.push({
    kind: root.kind === 'work' ? 'kthread' : root.kind,
    name: sketch.names.fresh(root.name, 'some_thread'),
    on: null,
    shown: [`line ${report.line}: the task that was stopped`],
    body: [
      ...taken.flatMap(({ take }) => take),
      ...sleeps(now, report),
      ...taken.toReversed().flatMap(({ drop }) => drop),
    ],
  });
  return null;
}

type Held = Sleeping['held'];

/**
 * Whether a lock that is held spins. Kernels that do not check how raw locks nest print 2 for one
 * that spins and 3 for one that sleeps, others 3 and 4: since nobody may sleep here, the innermost
 * with a 3 is one that spins where no other is.
 */
function learnSpinning(now: Locking, held: Held): boolean {
  const { locks } = now.spec.proposals;
  const spinning = locks.filter(({ spins }) => spins === true);
  const fits = (usage: string): boolean =>
    spinning.some(({ usage: pattern }) => pattern !== undefined && new RegExp(pattern).test(usage));
  if (held.some(({ usage }) => fits(usage))) return true;

  const unclear = held.findLast(({ usage }) => usage.endsWith('-{3:3}'));
  if (unclear === undefined) return false;
  now.kinds.set(plainClass(unclear.name), spinning[0]!);
  return true;
}

/** The call that sleeps: a lock that is taken, a wait, an allocation, or just a sleep. */
function sleeps(now: Locking, report: Sleeping): Statement[] {
  const { sketch, spec } = now;
  const { stack } = report;
  const where = `line ${report.line}: it may sleep`;
  const wanted = lockIn(now, stack);
  if (wanted !== null) {
    const lock = taking(now, { name: wanted, usage: '', key: 'wanted' }, stack, where);
    if (lock !== null) return [...lock.take, ...lock.drop];
  }

  const wait = spec.proposals.waits.find(({ functions, is }) =>
    is === 'memory' || is === 'own work' ? false : stack.some((frame) => isNamed(frame, functions)),
  );
  if (wait !== undefined) {
    const object = wait.object ?? { ...spec.proposals.fence, initial: 'visible' };
    const made = objectFor(sketch, `waited for`, { ...object, called: 'what it waits for' });
    return [{ text: filled(wait.statement, made.name), where }];
  }

  const { statement } = spec.proposals.sleeps.find(({ functions }) =>
    stack.some((frame) => isNamed(frame, functions)),
  )!;
  return [{ text: statement, where }];
}

/** A lock that is being taken, named by the function that calls for it. */
function lockIn(now: Locking, stack: readonly string[]): string | null {
  const caller = callerOf(now, stack);
  if (caller === null) return null;
  const name = `${caller}_lock`;
  learnKind(now, { name }, stack.slice(0, innermost));
  return name;
}

/** The function that takes a lock at the end of a call trace. */
function callerOf({ spec }: Locking, stack: readonly string[]): string | null {
  const innermostTaking = stack
    .slice(0, innermost)
    .findLastIndex((frame) =>
      spec.proposals.locks.some(({ modes }) =>
        modes.some(({ functions }) => functions !== undefined && isNamed(frame, functions)),
      ),
    );
  return innermostTaking < 0
    ? null
    : (significant(stack.slice(innermostTaking + 1), spec.reports)[0] ?? 'some');
}
