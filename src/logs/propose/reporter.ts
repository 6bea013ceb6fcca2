import type { Evidence } from '../kernel-lines.ts';
import { plainClass } from '../lock-finding.ts';
import type { Lock, LockReport } from '../lock-report.ts';
import type { LogSpec } from '../vocabulary.ts';
import {
  holdable,
  knownClass,
  taking,
  type Locking,
  type NamedLock,
  type Taking,
} from './locking.ts';
import { heldLine, lineOf } from './places.ts';
import { queueOf, writtenAsWork } from './queues.ts';
import { insideOf, rootOf, type Root } from './roots.ts';
import type { SketchedFunction, Statement } from './sketch.ts';

/** The task that the lock checker stopped. */
export type Reporter = {
  readonly root: Root;
  readonly stack: readonly string[];
  /** What it holds, outermost first. */
  readonly held: readonly Lock[];
  readonly taken: Lock;
  readonly where: string;
};

/** The task that a report is of, with what it holds and what it wants. */
export function reporterOf(report: LockReport, spec: LogSpec): Reporter {
  const { kind, chain, taken, held, allHeld } = report;
  const stack = chain[0] !== undefined && chain[0].stack.length > 0 ? chain[0].stack : report.stack;
  const wanted = taken ?? { name: chain[0]?.name ?? '', address: '', usage: '', at: null };
  // What a task takes twice stands in the list of what it holds.
  const list = allHeld.filter((lock) => kind === 'recursive' || !isSame(lock, wanted));
  const isListed = held === null || list.some(({ name }) => name === held.name);
  const isInside = list.some(({ name }) => knownClass(name, spec)?.inside !== undefined);
  const inside =
    isInside || (held !== null && knownClass(held.name, spec)?.inside !== undefined)
      ? insideOf(stack, spec)
      : null;
  return {
    root: inside === null ? rootOf(stack, spec) : { ...inside, isAlone: false },
    stack,
    held: isListed ? list : [...list, held],
    taken: wanted,
    where: wantedLine(report),
  };
}

/** Where the report says what the task wants. */
function wantedLine({ source, chain }: LockReport): string {
  if (chain.length > 0) return `line ${lineOf(source, /->\s*#0\s/)} (#0)`;
  return `line ${lineOf(source, / is trying to /)}`;
}

const isSame = (one: Lock, other: Lock): boolean =>
  one.name === other.name && one.address === other.address && other.address !== '';

/** A lock that the task holds, and where the log lists it. */
export type HeldLock = { readonly lock: Lock; readonly named: NamedLock; readonly where: string };

/** The locks that a task holds, each with its place in the log. */
export const heldLocks = (
  { source }: LockReport,
  { held }: Reporter,
  keyFor: (lock: Lock) => string,
): HeldLock[] =>
  held.map((lock) => ({
    lock,
    named: { name: lock.name, usage: lock.usage, key: keyFor(lock) },
    where: `line ${heldLine(source, lock.name)}${lock.at === null ? '' : `, in ${lock.at}`}`,
  }));

type Writing = {
  readonly now: Locking;
  readonly evidence: Evidence;
  readonly report: LockReport;
  readonly reporter: Reporter;
  readonly alone: Map<string, SketchedFunction>;
};

/** What the task wants: a lock, or what stands there already. */
export type Wanted =
  | { readonly lock: NamedLock; readonly stack: readonly string[] }
  | { readonly statements: readonly Statement[] };

/**
 * Writes the task down: what it holds in order, what it wants, and all given back. Where it is
 * inside a function that reclaim or a notifier calls, that is a function of its own, and what was
 * held before belongs to whoever calls it.
 */
export function bodyOf(writing: Writing, locks: readonly HeldLock[], wanted: Wanted): void {
  const { now, reporter } = writing;
  const { spec } = now;
  const entered = insideOf(reporter.stack, spec);
  const inside = locks.findLastIndex(
    ({ lock }) => entered !== null && knownClass(lock.name, spec)?.inside !== undefined,
  );
  const own = locks.slice(inside + 1);
  const taken = takenBy(writing, own, inside >= 0);
  const inner = wantedBy(writing, wanted);
  const owes = taken.some(({ mode }) => mode.owes === true);
  addThread(writing, owes, surround(taken, inner), queueIn(own, spec));
  if (inside >= 0) addCaller(writing, locks.slice(0, inside), locks[inside]!);
}

const surround = (taken: readonly Taking[], inner: readonly Statement[]): Statement[] => [
  ...taken.flatMap(({ take }) => take),
  ...inner,
  ...taken.toReversed().flatMap(({ drop }) => drop),
];

/**
 * Inside reclaim or a notifier only the locks of the cycle: others may be held by several at once.
 */
function takenBy(
  { now, report, reporter }: Writing,
  locks: readonly HeldLock[],
  isInside: boolean,
): Taking[] {
  const classes = new Set(
    [...report.chain.map(({ name }) => name), reporter.taken.name, report.held?.name ?? ''].map(
      plainClass,
    ),
  );
  return locks.flatMap(({ lock, named, where }) => {
    const known = knownClass(lock.name, now.spec);
    if (known?.inside !== undefined) return [];
    const isOfCycle = classes.has(plainClass(lock.name));
    const written =
      isInside && !isOfCycle
        ? null
        : taking(holdable(now), named, heldStack(reporter, known !== undefined), where);
    if (written === null) {
      if (known?.queue === undefined)
        now.sketch.leftOut.push(
          `${where}: ${lock.name}${known?.left === undefined ? '' : ` (${known.left})`} is held too`,
        );
      return [];
    }
    return [written];
  });
}

/** The call trace ends in another lock: only of known classes it says how they are held. */
const heldStack = ({ stack }: Reporter, isKnown: boolean): readonly string[] | null =>
  isKnown ? stack : null;

function wantedBy({ now, reporter }: Writing, wanted: Wanted): readonly Statement[] {
  if ('statements' in wanted) return wanted.statements;
  const { lock, stack } = wanted;
  const written = taking(now, lock, stack, `${reporter.where}: wanted`);
  return written === null ? [] : [...written.take, ...written.drop];
}

/** `(wq_completion)name` among what is held. */
function queueIn(locks: readonly HeldLock[], spec: LogSpec): string | null {
  const held = locks.find(({ lock }) => knownClass(lock.name, spec)?.queue === 'queue');
  return held === undefined ? null : held.lock.name.replace(/^\(\w+\)/, '');
}

function addThread(
  { now, evidence, report, reporter, alone }: Writing,
  owes: boolean,
  body: readonly Statement[],
  queue: string | null,
): void {
  const { sketch, spec } = now;
  const { root, where } = reporter;
  const whose = report.task === null ? '' : `, ${report.task}`;
  const shown = `${where}: the task that was stopped${whose}`;
  const known = root.isAlone ? alone.get(root.name) : undefined;
  if (known !== undefined) {
    known.shown.push(shown);
    known.body.push(...body);
    return;
  }
  const added: SketchedFunction = {
    kind: owes && root.kind === 'ioctl' ? 'kthread' : root.kind,
    name: sketch.names.fresh(root.name, 'some_thread'),
    on: null,
    shown: [shown, ...(root.isAlone ? ['There is one such thread.'] : [])],
    body: [...body],
  };
  sketch.functions.push(
    root.kind === 'work'
      ? writtenAsWork(added, queueOf(root.name, queue, false, evidence), evidence, spec, sketch)
      : added,
  );
}

/** Whoever reclaims or invalidates, and so runs the function. */
function addCaller(writing: Writing, locks: readonly HeldLock[], entered: HeldLock): void {
  const { now, reporter } = writing;
  const { sketch, spec } = now;
  const outer = reporter.stack.slice((insideOf(reporter.stack, spec)?.at ?? -1) + 1);
  const root = rootOf(outer, spec);
  const taken = takenBy({ ...writing, reporter: { ...reporter, stack: outer } }, locks, false);
  const entry = taking(now, entered.named, outer, entered.where);
  sketch.functions.push({
    kind: root.kind === 'work' ? 'kthread' : root.kind,
    name: sketch.names.fresh(root.name, 'caller'),
    on: null,
    shown: [`${reporter.where}: the same task, which runs ${reporter.root.name}`],
    body: surround(taken, [...(entry?.take ?? []), ...(entry?.drop ?? [])]),
  });
}
