import { frames } from '../call-trace.ts';
import { plainClass } from '../lock-finding.ts';
import type { Lock, LockReport } from '../lock-report.ts';
import { tooDeep, waitTypes } from '../lock-report.ts';
import type { LogSpec } from '../vocabulary.ts';
import { learnKind, locking, taking, type Locking, type NamedLock } from './locking.ts';
import { lineOf } from './places.ts';
import { rootOf } from './roots.ts';
import type { Sketch, Statement } from './sketch.ts';

/**
 * Taken with interrupts on, and taken in an interrupt: what the usage of a lock looks like then.
 */
const inTheOpen = '{+.+.}';
const inInterrupt = '{-...}';

/** One lock, taken in an interrupt and with interrupts on. */
export function sketchInconsistent(
  report: LockReport,
  spec: LogSpec,
  sketch: Sketch,
): string | null {
  const { taken, held, states, source } = report;
  const lock = taken ?? held;
  if (lock === null) return 'its lock is not in this log';
  const now = locking(spec, sketch);
  const registered = framesBetween(
    report,
    /state was registered at/,
    /irq event stamp|other info|hardirqs last/,
  );
  const isRegisteredFirst = states === null || states[0].startsWith('IN-');
  const [inner, outer] = isRegisteredFirst
    ? [registered, report.stack]
    : [report.stack, registered];
  learnSpinning(now, lock, [inner, outer]);
  const line = lineOf(source, /state was registered at/);
  const begun = source[0]!.line;
  const [innerWhere, outerWhere] = isRegisteredFirst ? [line, begun] : [begun, line];
  addInterrupt(now, lock, inner, contextOf(report), `line ${innerWhere}`);
  addThread(now, outer, `line ${outerWhere}`, [{ name: lock.name, usage: inTheOpen, key: '' }]);
  return null;
}

/**
 * A lock that interrupts take, and under it one that is held with interrupts on: three threads. The
 * usage that the checker prints says both, also where the rest of the report is cut.
 */
export function sketchInterruptOrder(
  report: LockReport,
  spec: LogSpec,
  sketch: Sketch,
): string | null {
  const pair = pairOf(report);
  if (pair === null) return 'the two locks are not in this log';
  const { safe, unsafe, inner } = pair;
  const now = locking(spec, sketch);
  learnSpinning(now, safe, [inner]);
  learnSpinning(now, unsafe, [report.stack]);
  const { source } = report;
  const line = `line ${source[0]!.line}`;
  addInterrupt(now, safe, inner, contextOf(report), `${line}: the usage ${safe.usage} says so`);
  addThread(now, report.kind === 'irq order' ? report.stack : [], line, [
    { name: safe.name, usage: inInterrupt, key: '' },
    { name: unsafe.name, usage: inInterrupt, key: '' },
  ]);
  const open = framesBetween(
    report,
    /which became \S+-unsafe at|to a \S+-unsafe lock/,
    /other info|^the dependencies/,
  );
  addThread(now, open, `${line}: the usage ${unsafe.usage} says so: with interrupts on`, [
    { name: unsafe.name, usage: inTheOpen, key: '' },
  ]);
  return null;
}

type Pair = { readonly safe: Lock; readonly unsafe: Lock; readonly inner: readonly string[] };

/** Which of the two interrupts take, and which is held while they may come. */
function pairOf({ kind, taken, held, source }: LockReport): Pair | null {
  const text = source.map((line) => line.text).join('\n');
  if (kind === 'irq order') {
    if (taken === null || held === null) return null;
    const safe = namedAfter(text, /-safe lock:/) ?? held;
    const unsafe = namedAfter(text, /-unsafe lock:/) ?? taken;
    return { safe, unsafe, inner: framesAfter(text, /which became \S+-safe at/) };
  }
  const past = namedAfter(text, /lock in the past:/);
  if (taken === null || past === null) return null;
  return /was taken by another/.test(text)
    ? { safe: past, unsafe: taken, inner: [] }
    : { safe: taken, unsafe: past, inner: framesAfter(text, /just changed the state/) };
}

function namedAfter(text: string, heading: RegExp): Lock | null {
  const found = heading.exec(text);
  if (found === null) return null;
  const lock = /\(([^{}\n]+)\)\s*(\{[^}\n]{3,10}\})/.exec(text.slice(found.index).slice(0, 400));
  return lock === null ? null : { name: lock[1]!, address: '', usage: lock[2]!, at: null };
}

function framesAfter(text: string, heading: RegExp): string[] {
  const found = heading.exec(text);
  return found === null ? [] : frames(text.slice(found.index).split(/\n\s*\n|\bto a\b/)[0]!);
}

function framesBetween({ source }: LockReport, begin: RegExp, end: RegExp): string[] {
  const from = source.findIndex(({ text }) => begin.test(text));
  if (from < 0) return [];
  const rest = source.slice(from + 1);
  const to = rest.findIndex(({ text }) => end.test(text));
  return frames(
    rest
      .slice(0, to < 0 ? rest.length : to)
      .map(({ text }) => text)
      .join('\n'),
  );
}

/** The context that the report names; of several the one that comes first in the vocabulary. */
const contextOf = ({ source, states }: LockReport): string =>
  states?.join(' ') ?? source.map(({ text }) => text).join('\n');

/** Locks that interrupts take spin, whatever the log says of them. */
function learnSpinning(now: Locking, lock: Lock, stacks: readonly (readonly string[])[]): void {
  for (const stack of stacks) learnKind(now, lock, stack);
  const { locks } = now.spec.proposals;
  const spinning = locks.find(
    ({ usage }) => usage !== undefined && new RegExp(usage).test(inInterrupt),
  );
  const name = plainClass(lock.name);
  if (spinning !== undefined && !now.kinds.has(name)) now.kinds.set(name, spinning);
}

function addInterrupt(
  now: Locking,
  lock: Lock,
  stack: readonly string[],
  context: string,
  where: string,
): void {
  const { sketch, spec } = now;
  const { interrupts } = spec.proposals;
  const { kind } = interrupts.find(({ has }) => context.includes(has))!;
  const written = taking(now, { name: lock.name, usage: inTheOpen, key: '' }, null, where);
  if (written === null) return;
  const root = rootOf(stack, spec);
  sketch.functions.push({
    kind,
    name: sketch.names.fresh(stack.length === 0 ? 'interrupt' : root.name, 'interrupt'),
    on: null,
    shown: [`${where}: in an interrupt`],
    body: [...written.take, ...written.drop],
  });
}

function addThread(
  now: Locking,
  stack: readonly string[],
  where: string,
  locks: readonly NamedLock[],
): void {
  const { sketch, spec } = now;
  const written = locks
    .map((lock) => taking(now, lock, null, where))
    .filter((lock) => lock !== null);
  const { name, kind } = rootOf(stack, spec);
  const body: Statement[] = [
    ...written.flatMap(({ take }) => take),
    ...written.toReversed().flatMap(({ drop }) => drop),
  ];
  const isThread = kind === 'ioctl' || kind === 'kthread';
  sketch.functions.push({
    kind: isThread ? kind : 'kthread',
    name: sketch.names.fresh(stack.length === 0 ? 'some_thread' : name, 'some_thread'),
    on: null,
    shown: [where],
    body,
  });
}

/** The table of who takes what on which CPU, where it stands alone. */
export function sketchScenario(report: LockReport, spec: LogSpec, sketch: Sketch): string | null {
  const { scenario, source } = report;
  const who = [...new Set(scenario.map((row) => row.who))];
  const interrupts = who.some((one) => !/^CPU\d/.test(one));
  const orders = who.map((one) =>
    scenario.filter((row) => row.who === one).map(({ lock }) => lock),
  );
  if (interrupts ? !isClosedByInterrupt(who, orders) : !isClosed(orders))
    return 'only the table of the report is in this log, and it shows only a part of the cycle';

  const now = locking(spec, sketch);
  const kind = spec.proposals.locks.find(
    ({ usage }) => usage !== undefined && new RegExp(usage).test(inInterrupt),
  );
  for (const { lock } of scenario)
    if (interrupts && kind !== undefined) now.kinds.set(plainClass(lock), kind);
  who.forEach((owner, index) => {
    const isInterrupt = !/^CPU\d/.test(owner);
    // Of the two CPUs of such a table the second has switched interrupts off.
    const usage = interrupts && index > 0 && !isInterrupt ? inInterrupt : inTheOpen;
    const locks = orders[index]!.map((name) => ({ name, usage, key: '' }));
    const where = `line ${lineOf(source, /lock\(/)}: ${owner}`;
    if (isInterrupt) addInterruptOf(now, locks, where, source.map(({ text }) => text).join('\n'));
    else addThread(now, [owner.toLowerCase()], where, locks);
  });
  return null;
}

function addInterruptOf(
  now: Locking,
  locks: readonly NamedLock[],
  where: string,
  text: string,
): void {
  for (const { name } of locks)
    addInterrupt(now, { name, address: '', usage: inTheOpen, at: null }, [], text, where);
}

/** Every lock that somebody takes last is held by somebody, perhaps by the same. */
const isClosed = (orders: readonly (readonly string[])[]): boolean =>
  orders.every((order) => {
    const wanted = order.at(-1);
    return orders.some((other) => other.slice(0, -1).includes(wanted ?? ''));
  });

/**
 * The interrupt takes what the CPU that it interrupts holds, or what another CPU holds that waits
 * for the interrupted one.
 */
function isClosedByInterrupt(
  who: readonly string[],
  orders: readonly (readonly string[])[],
): boolean {
  const orderOf = (wanted: (name: string) => boolean): readonly string[] =>
    orders[who.findIndex(wanted)] ?? [];
  const isCpu = (name: string): boolean => /^CPU\d/.test(name);
  const taken = orderOf((name) => !isCpu(name))[0];
  const [interrupted] = orderOf((name) => name === 'CPU0');
  if (taken === undefined || interrupted === undefined) return false;
  const other = orderOf((name) => name === 'CPU1');
  return (
    taken === interrupted || (other.slice(0, -1).includes(taken) && other.at(-1) === interrupted)
  );
}

/** A lock that sleeps under one that does not let sleep; no cycle, but a call against its rules. */
export function sketchContext(report: LockReport, spec: LogSpec, sketch: Sketch): string | null {
  const under = tooDeep(report);
  const { taken, source } = report;
  const sleeps = taken !== null && (waitTypes(taken)?.outer ?? 0) > 3;
  if (under === null || !sleeps)
    return 'no cycle: a sleep only with PREEMPT_RT, or without a lock, cannot be written as calls';
  const now = locking(spec, sketch);
  learnKind(now, taken, report.stack);
  learnSpinning(now, under, []);
  addThread(now, report.stack, `line ${source[0]!.line}`, [
    { name: under.name, usage: inTheOpen, key: '' },
    { name: taken.name, usage: taken.usage, key: '' },
  ]);
  return null;
}

/** A lock that is given back by a task that does not hold it, or kept by one that ends. */
export function sketchRelease(report: LockReport, spec: LogSpec, sketch: Sketch): string | null {
  const { kind, taken, held, stack, source } = report;
  const lock = taken ?? held;
  if (lock === null) return 'its lock is not in this log';
  const now = locking(spec, sketch);
  learnKind(now, lock, stack);
  const where = `line ${source[0]!.line}`;
  const written = taking(now, { name: lock.name, usage: lock.usage, key: '' }, stack, where);
  if (written === null) return `${lock.name}: the language has no call for it`;
  sketch.functions.push({
    kind: 'kthread',
    name: sketch.names.fresh(lock.at ?? rootOf(stack, spec).name, 'some_thread'),
    on: null,
    shown: [where],
    body: kind === 'unlock balance' ? [...written.drop] : [...written.take],
  });
  return null;
}
