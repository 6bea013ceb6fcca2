import { isNamed, placesOf } from '../call-trace.ts';
import type { Evidence } from '../kernel-lines.ts';
import type { Task } from '../task-stacks.ts';
import type { LogSpec, TaskWait } from '../vocabulary.ts';
import { identifier } from './identifiers.ts';
import {
  learnKind,
  locking,
  taking,
  type Locking,
  type NamedLock,
  type Taking,
} from './locking.ts';
import { queueOf, writtenAsWork } from './queues.ts';
import { insideOf, rootOf, type Inside } from './roots.ts';
import { filled, objectFor, type Proposal, type Sketch, type Statement } from './sketch.ts';

/** What a task does when its call trace is printed. */
type Stuck = {
  readonly task: Task;
  /** It is in a shrinker or a notifier, which waits. */
  readonly inside: Inside | null;
  readonly wait: TaskWait;
  /** The lock that it waits for, and who holds it. */
  readonly wanted: { readonly lock: NamedLock; readonly holder: string | null } | null;
  readonly signals: boolean;
};

type Tasks = {
  readonly evidence: Evidence;
  readonly now: Locking;
  readonly stuck: readonly Stuck[];
  /** A fence for each task that signals one. */
  readonly fences: Map<string, string>;
};

/** Threads that a search can still go through. */
const mostThreads = 8;

/** The tasks whose call traces a log prints; null where none waits for anything that is known. */
export function sketchTasks(evidence: Evidence, spec: LogSpec, sketch: Sketch): Proposal | null {
  const all = [...evidence.tasks.values()].filter(({ stack }) => stack.length > 0);
  const stuck = connected(all.flatMap((task) => stuckIn(task, evidence, spec) ?? []));
  const [first] = stuck;
  if (first === undefined) return null;
  const why = whyNot(stuck);
  if (why === null) sketchAll(stuck, evidence, spec, sketch);
  return {
    line: Math.min(...stuck.map(({ task }) => task.line)),
    title: 'tasks that wait',
    words: [
      spec.proposals.words.tasks,
      ...new Set(stuck.slice(0, 3).map(({ task }) => identifier(rootOf(task.stack, spec).name))),
    ],
    says: stuck.map((one) => sentence(one)).join('; '),
    answer: null,
    ...(why === null ? { sketch } : { why }),
  };
}

function sentence({ task, wait, wanted }: Stuck): string {
  const holder = wanted?.holder == null ? '' : `, held by ${wanted.holder}`;
  const what =
    wanted === null
      ? `in ${wait.statement.replace(/\(.*/, '')}`
      : `for ${wanted.lock.name}${holder}`;
  return `${task.name} waits ${what}`;
}

function whyNot(stuck: readonly Stuck[]): string | null {
  const waitsFor = (...kinds: readonly TaskWait['is'][]): boolean =>
    stuck.some(({ wait }) => kinds.includes(wait.is));
  const isWritten = new Set(stuck.map(({ task }) => task.name));
  const isHeld = stuck.some(({ wanted }) => isWritten.has(wanted?.holder ?? ''));
  if (waitsFor('own work') || isHeld) return null;
  if (!waitsFor('fence', 'memory')) {
    const holder = stuck.find(({ wanted }) => wanted?.holder != null)?.wanted?.holder;
    return holder == null
      ? 'the log does not show who holds what the tasks wait for'
      : `the log does not show what ${holder} does, who holds the lock`;
  }
  return stuck.some(({ signals }) => signals)
    ? null
    : 'the log does not show who signals the fence that the tasks wait for';
}

/** How a task waits: by the innermost function that is known to wait. */
function stuckIn(task: Task, evidence: Evidence, spec: LogSpec): Stuck | null {
  const { waits, locks, signals } = spec.proposals;
  const isLock = (frame: string): boolean =>
    locks.some(({ modes }) => modes.some(({ functions = [] }) => isNamed(frame, functions)));
  for (const frame of task.stack) {
    const wait = isLock(frame)
      ? ({ functions: [], is: 'lock', statement: '' } as const)
      : waits.find(({ functions }) => isNamed(frame, functions));
    if (wait === undefined) continue;
    const places = placesOf(task.stack, spec.reports).map(({ place }) => place);
    return {
      task,
      inside: insideOf(task.stack, spec),
      wait,
      wanted: wait.is === 'lock' ? wantedBy(task, evidence) : null,
      signals: places.some((place) => signals.includes(place)),
    };
  }
  return null;
}

/**
 * The last of the listed locks is the one that it waits for; else the kernel says who likely owns
 * it.
 */
function wantedBy(task: Task, { tasks }: Evidence): Stuck['wanted'] {
  const last = task.locks.at(-1);
  if (last !== undefined) {
    const holder = [...tasks.values()].find(
      (other) => other !== task && held(other).some(({ address }) => address === last.address),
    );
    const own = task.locks.slice(0, -1).some(({ address }) => address === last.address);
    return {
      lock: { name: last.name, usage: '', key: last.address },
      holder: own ? task.name : (holder?.name ?? null),
    };
  }
  const { owner } = task;
  if (owner === null)
    return { lock: { name: 'a lock', usage: '', key: `of ${task.name}` }, holder: null };
  const isKnown = owner.name !== 'unknown';
  return {
    lock: { name: owner.what, usage: '', key: `of ${isKnown ? owner.name : task.name}` },
    holder: isKnown ? owner.name : null,
  };
}

const held = ({ locks }: Task): Task['locks'] => locks;

/**
 * Tasks that wait for a lock of which nobody is seen to be the holder say nothing; nor do too many.
 */
function connected(stuck: readonly Stuck[]): Stuck[] {
  const holders = new Set(stuck.map(({ wanted }) => wanted?.holder));
  return stuck
    .filter(
      ({ wait, wanted, task, signals }) =>
        wait.is !== 'lock' || wanted?.holder != null || holders.has(task.name) || signals,
    )
    .slice(0, mostThreads);
}

function sketchAll(
  stuck: readonly Stuck[],
  evidence: Evidence,
  spec: LogSpec,
  sketch: Sketch,
): void {
  const now = locking(spec, sketch);
  const fences = new Map<string, string>();
  const tasks: Tasks = { evidence, now, stuck, fences };
  const { fence } = spec.proposals;
  for (const { task, signals } of stuck) {
    if (!signals) continue;
    const made = {
      type: fence.type,
      name: fence.name,
      initial: fence.initial,
      called: `signaled by ${task.name}`,
    };
    fences.set(task.name, objectFor(sketch, `fence of ${task.name}`, made).name);
  }
  for (const { task, wanted } of stuck)
    if (wanted !== null) learnKind(now, wanted.lock, task.stack);
  const isWritten = new Set(stuck.map(({ task }) => task.name));
  for (const stuckTask of stuck) {
    const { task, wanted } = stuckTask;
    if (wanted !== null && !isWritten.has(wanted.holder ?? '')) {
      sketch.isPart = true;
      sketch.leftOut.push(
        `the holder of what ${task.name} waits for: add the function that holds it`,
      );
    }
    sketchTask(tasks, stuckTask);
  }
}

function sketchTask(tasks: Tasks, stuck: Stuck): void {
  const { now, evidence, fences } = tasks;
  const { sketch, spec } = now;
  const { task, inside } = stuck;
  const outer = inside === null ? task.stack : task.stack.slice(inside.at + 1);
  const root = rootOf(outer, spec);
  const name = sketch.names.fresh(root.name, identifier(task.name) || 'task');
  const inner = waitOf(tasks, stuck, name);
  const entry = inside === null ? inner : entered(tasks, stuck, inside, inner);
  const taken = heldBy(tasks, stuck);
  const fence = fences.get(task.name);
  const signal: Statement[] =
    fence === undefined
      ? []
      : [{ text: filled(spec.proposals.fence.signal, fence), where: 'it owes the fence' }];
  const written = {
    kind: root.kind === 'ioctl' && fence !== undefined ? 'kthread' : root.kind,
    name,
    on: null,
    shown: [`line ${task.line}: ${task.name}`],
    body: [
      ...taken.flatMap(({ take }) => take),
      ...entry,
      ...taken.toReversed().flatMap(({ drop }) => drop),
      ...signal,
    ],
  };
  const isWork = root.kind === 'work' || stuck.wait.is === 'own work';
  const queue = queueOf(root.name, null, stuck.wait.is === 'own work', evidence);
  sketch.functions.push(
    isWork ? writtenAsWork(written, own(queue, stuck), evidence, spec, sketch) : written,
  );
}

const own = (queue: ReturnType<typeof queueOf>, { wait }: Stuck): ReturnType<typeof queueOf> =>
  queue === null || wait.is !== 'own work' ? queue : { ...queue, matters: true };

/** The shrinker or notifier as a function of its own; what its caller does to run it. */
function entered(
  { now }: Tasks,
  { task }: Stuck,
  inside: Inside,
  inner: readonly Statement[],
): readonly Statement[] {
  const { sketch } = now;
  const isWritten = sketch.functions.some(
    ({ kind, name }) => kind === inside.kind && name === inside.name,
  );
  if (!isWritten)
    sketch.functions.push({
      kind: inside.kind,
      name: sketch.names.fresh(inside.name, inside.kind),
      on: null,
      shown: [`line ${task.line}: ${task.name}, inside`],
      body: [...inner],
    });
  const entry = taking(
    now,
    { name: inside.known.names[0]!, usage: '', key: '' },
    task.stack.slice(inside.at),
    `line ${task.line}`,
  );
  return entry === null ? [] : [...entry.take, ...entry.drop];
}

function waitOf({ now, fences }: Tasks, { task, wait, wanted }: Stuck, name: string): Statement[] {
  const { sketch } = now;
  const where = `line ${task.line}: it waits here`;
  if (wanted !== null) {
    const lock = taking(now, wanted.lock, task.stack, where);
    return lock === null ? [] : [...lock.take, ...lock.drop];
  }
  if (wait.is === 'own work') return [{ text: filled(wait.statement, name), where }];
  if (wait.is === 'fence') {
    const [first, ...others] = [...fences.values()].map((fence) => filled(wait.statement, fence));
    if (first === undefined) return [];
    // Which fence it is, no call trace says.
    const text = others.reduce(
      (other, call) => `if (nondet())\n\t\t${call};\n\telse\n\t\t${other}`,
      first,
    );
    return [{ text, where }];
  }
  const object =
    wait.object === undefined
      ? ''
      : objectFor(sketch, `${wait.object.name} of ${task.name}`, {
          ...wait.object,
          called: `of ${task.name}`,
        }).name;
  return [{ text: filled(wait.statement, object), where }];
}

/**
 * Locks of its list but the one that it waits for, and those of which others say that it owns them.
 */
function heldBy({ now, stuck }: Tasks, { task, wanted }: Stuck): Taking[] {
  const listed = (wanted !== null ? task.locks.slice(0, -1) : task.locks).map(
    ({ name, address, at }) => ({
      lock: { name, usage: '', key: address },
      where: `held, in ${at}`,
    }),
  );
  const owned = stuck
    .filter(
      ({ wanted: other }) =>
        other !== null && other.holder === task.name && other.lock.key === `of ${task.name}`,
    )
    .map(({ wanted: other, task: waiter }) => ({
      lock: other!.lock,
      where: `held: ${waiter.name} waits for it`,
    }))
    .filter(
      ({ lock }, index, every) => every.findIndex((other) => other.lock.key === lock.key) === index,
    );
  return [...owned, ...listed]
    .map(({ lock, where }) => taking(now, lock, null, where))
    .filter((lock) => lock !== null)
    .filter(({ drop }) => drop.length > 0);
}
