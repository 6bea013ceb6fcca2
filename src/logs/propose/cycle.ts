import { isNamed } from '../call-trace.ts';
import type { Evidence } from '../kernel-lines.ts';
import { plainClass } from '../lock-finding.ts';
import type { ChainLock, Lock, LockReport } from '../lock-report.ts';
import type { LogSpec } from '../vocabulary.ts';
import {
  holdable,
  knownClass,
  learnKind,
  locking,
  taking,
  addWriters,
  type Locking,
} from './locking.ts';
import { lineOf } from './places.ts';
import { queueNamed, queueOf, writtenAsWork } from './queues.ts';
import { bodyOf, heldLocks, reporterOf, type Reporter } from './reporter.ts';
import { insideOf, rootOf, type Root } from './roots.ts';
import type { Sketch, SketchedFunction, Statement } from './sketch.ts';

/** One lock that is taken while another is held, by a call trace of its own. */
type Edge = {
  readonly held: ChainLock;
  readonly taken: ChainLock;
  readonly stack: readonly string[];
  /** Where the log shows it. */
  readonly where: string;
};

/** What is known while a cycle is written down. */
type Cycle = {
  readonly report: LockReport;
  readonly evidence: Evidence;
  readonly spec: LogSpec;
  readonly sketch: Sketch;
  readonly locking: Locking;
  readonly reporter: Reporter;
  /** Functions of works, by the class of the work. */
  readonly works: Map<string, string>;
  /** Functions of which there is one thread. */
  readonly alone: Map<string, SketchedFunction>;
};

/**
 * Every call trace of a circular report as a thread of its own. Gives why it cannot be done, or
 * null.
 */
export function sketchCycle(
  report: LockReport,
  evidence: Evidence,
  spec: LogSpec,
  sketch: Sketch,
): string | null {
  const { chain } = report;
  if (report.cut || chain.length < 2) return 'the chain is cut: the way back is not in this log';
  const unknown = chain.find(({ name }) => {
    const known = knownClass(name, spec);
    return known?.left !== undefined && known.queue === undefined;
  });
  if (unknown !== undefined)
    return (
      `${unknown.name} in its cycle is ${knownClass(unknown.name, spec)!.left}, ` +
      'for which the language has no call'
    );

  const now = locking(spec, sketch);
  for (const { name, stack } of chain) learnKind(now, { name }, stack);
  learnKind(now, chain[0]!, report.stack);
  const reporter = reporterOf(report, spec);
  const cycle: Cycle = {
    report,
    evidence,
    spec,
    sketch,
    locking: now,
    reporter,
    works: new Map(),
    alone: new Map(),
  };
  const edges = edgesOf(report);
  // Works first: who waits for one needs its name.
  for (const edge of [...edges].sort((one, other) => rank(other, spec) - rank(one, spec)))
    sketchEdge(cycle, edge);
  sketchReporter(cycle, edges);
  addWriters(now);
  return null;
}

const rank = ({ held }: Edge, spec: LogSpec): number =>
  knownClass(held.name, spec)?.queue === undefined ? 0 : 1;

function edgesOf({ chain, source }: LockReport): Edge[] {
  return chain.slice(1).map((taken, index) => ({
    held: chain[index]!,
    taken,
    stack: taken.stack,
    where: `line ${lineOf(source, new RegExp(`->\\s*#${index + 1}\\s`))} (#${index + 1})`,
  }));
}

/** One edge as a thread, unless every file has it or no code stands behind it. */
function sketchEdge(cycle: Cycle, edge: Edge): void {
  const { spec, sketch } = cycle;
  const { held, taken, stack, where } = edge;
  const known = knownClass(held.name, spec);
  const pair = `${held.name} -> ${taken.name}`;
  if (isBuiltIn(edge, spec)) {
    sketch.leftOut.push(`${where}: ${pair}: every file has it`);
    return;
  }
  const taught = stack.find((frame) => isNamed(frame, spec.proposals.contract.functions));
  if (taught !== undefined) {
    sketchThread(cycle, edge, { kind: 'kthread', name: 'others', isAlone: false }, [
      `${where}: ${taught}: ${spec.proposals.contract.says}`,
    ]);
    return;
  }
  const primed = stack.find((frame) => isNamed(frame, spec.reports.primed));
  const inside = known?.inside === undefined ? null : insideOf(stack, spec);
  if (primed !== undefined || (known?.inside !== undefined && inside === null)) {
    const by = primed === undefined ? '' : ` by ${primed}`;
    sketch.isPart = true;
    sketch.leftOut.push(
      `${where}: ${pair} was only taught${by}: if code does it, add the function that does`,
    );
    return;
  }
  const root = inside === null ? rootOf(stack, spec) : { ...inside, isAlone: false };
  if (isInReporter(cycle, edge, root)) {
    sketch.leftOut.push(`${where}: ${pair}: it is in ${root.name} below`);
    return;
  }
  sketchThread(cycle, edge, root, [where]);
}

function isBuiltIn({ held, taken }: Edge, spec: LogSpec): boolean {
  const known = knownClass(held.name, spec);
  if (known?.queue === 'queue' && knownClass(taken.name, spec)?.queue === 'work') return true;
  return known?.builtIn?.includes(plainClass(taken.name)) === true;
}

/** The task that was stopped holds both, in this order, and is the same function. */
function isInReporter({ reporter }: Cycle, { held, taken }: Edge, root: Root): boolean {
  const names = reporter.held.map(({ name }) => plainClass(name));
  const first = names.indexOf(plainClass(held.name));
  const second = names.indexOf(plainClass(taken.name));
  return root.name === reporter.root.name && first >= 0 && second > first;
}

function sketchThread(cycle: Cycle, edge: Edge, root: Root, shown: readonly string[]): void {
  const { spec, sketch, locking: now } = cycle;
  const { held, taken, stack, where } = edge;
  const first = knownClass(held.name, spec);
  const isInside = first?.inside !== undefined;
  const before =
    isInside || first?.queue !== undefined
      ? null
      : taking(
          holdable(now),
          named(held, fenceOfRing(held, spec)),
          first === undefined ? null : stack,
          `${where}: held`,
        );
  const inner = innerOf(cycle, edge);
  if (inner === null) {
    sketch.isPart = true;
    sketch.leftOut.push(`${where}: nobody knows how ${taken.name} is written`);
    return;
  }
  const outer = isInside ? [] : outerLocks(cycle, edge);
  const body = [
    ...outer.flatMap(({ take }) => take),
    ...(before?.take ?? []),
    ...inner,
    ...(before?.drop ?? []),
    ...outer.toReversed().flatMap(({ drop }) => drop),
  ];
  const known = root.isAlone ? cycle.alone.get(root.name) : undefined;
  if (known !== undefined) {
    known.shown.push(...shown);
    known.body.push(...body);
    return;
  }
  const owes = before?.mode.owes === true;
  addFunction(cycle, edge, { ...root, kind: kindFor(root, owes) }, { shown, body, stack });
}

/** What is taken, and given back. */
function innerOf(
  { spec, sketch, locking: now, works, evidence }: Cycle,
  edge: Edge,
): Statement[] | null {
  const { taken, stack, where } = edge;
  const known = knownClass(taken.name, spec);
  const { flush, flushAll } = spec.proposals.workqueue;
  if (known?.queue === 'work') {
    const work = works.get(plainClass(taken.name));
    return work === undefined ? null : [{ text: flush.replace('@', work), where }];
  }
  if (known?.queue === 'queue') {
    const queue = queueNamed(queueNameIn(taken.name), evidence, spec, sketch);
    return [{ text: flushAll.replace('@', queue.name), where }];
  }
  const inner = taking(now, named(taken, fenceOfRing(taken, spec)), stack, where);
  return inner === null ? null : [...inner.take, ...inner.drop];
}

const onlyOne = 'There is one such thread: its parts come one after the other.';

/** Whoever is an ioctl need not begin, and then owes nothing. */
const kindFor = ({ kind }: Root, owes: boolean): string =>
  owes && kind === 'ioctl' ? 'kthread' : kind;

/** `(wq_completion)events` */
const queueNameIn = (name: string): string => name.replace(/^\(\w+\)/, '');

function addFunction(
  cycle: Cycle,
  { held }: Edge,
  root: Root,
  made: {
    readonly shown: readonly string[];
    readonly body: readonly Statement[];
    readonly stack: readonly string[];
  },
): void {
  const { spec, sketch, evidence, works, alone } = cycle;
  const role = knownClass(held.name, spec)?.queue;
  const added: SketchedFunction = {
    kind: root.kind,
    name: sketch.names.fresh(root.name, 'some_thread'),
    on: null,
    shown: [...made.shown, ...(root.isAlone ? [onlyOne] : [])],
    body: [...made.body],
  };
  const inQueue = role === 'queue' ? queueNameIn(held.name) : null;
  const queue = queueOf(root.name, inQueue, role !== undefined, evidence);
  sketch.functions.push(
    root.kind === 'work' ? writtenAsWork(added, queue, evidence, spec, sketch) : added,
  );
  if (role === 'work') works.set(plainClass(held.name), added.name);
  if (root.isAlone) alone.set(root.name, added);
}

/**
 * Where several signal, each has a fence of its own; who waits in the cycle waits for that of the
 * cycle.
 */
const fenceOfRing = ({ name }: ChainLock, spec: LogSpec): string =>
  knownClass(name, spec)?.modes.some(({ owes }) => owes === true) === true ? 'of the cycle' : '';

const named = ({ name, usage }: ChainLock, key: string) => ({ name, usage, key });

/**
 * What else the task of an edge held, where a list of all locks shows it: it took the held lock in
 * a function of the call trace.
 */
function outerLocks({ evidence, spec, locking: now, report }: Cycle, { held, stack }: Edge) {
  for (const { name: task, locks, line } of evidence.tasks.values()) {
    const index = locks.findIndex(
      (lock) => plainClass(lock.name) === plainClass(held.name) && isNamed(lock.at, stack),
    );
    if (index < 0) continue;
    return locks
      .slice(0, index)
      .filter(
        ({ name }) => !report.chain.some((link) => plainClass(link.name) === plainClass(name)),
      )
      .map((lock) =>
        taking(
          now,
          { name: lock.name, usage: '', key: keyOf(lock, spec) },
          null,
          `held by ${task}, line ${line}, in ${lock.at}`,
        ),
      )
      .filter((lock) => lock !== null);
  }
  return [];
}

/** One object for a lock that is no member of anything, else one for each address. */
export function keyOf({ name, address }: Pick<Lock, 'name' | 'address'>, spec: LogSpec): string {
  const known = knownClass(name, spec);
  if (known?.modes.some(({ owes }) => owes === true) === true) return 'of the task';
  const isStatic = !/->|\.|^&/.test(name);
  return isStatic ? '' : address;
}

/** The task that was stopped: what it holds, in order, and what it wants. */
function sketchReporter(cycle: Cycle, edges: readonly Edge[]): void {
  const { report, reporter, spec, sketch, locking: now, evidence } = cycle;
  const classes = new Set(report.chain.map(({ name }) => plainClass(name)));
  // The section of the cycle is that of this task, unless another thread has it.
  const section = edges.find(({ held }) => fenceOfRing(held, spec) !== '');
  const isOwn = section === undefined || isInReporter(cycle, section, rootOf(section.stack, spec));
  const keyFor = (lock: Lock): string => {
    const key = keyOf(lock, spec);
    if (key === 'of the task') return isOwn ? 'of the cycle' : key;
    return classes.has(plainClass(lock.name)) ? '' : key;
  };
  const locks = heldLocks(report, reporter, keyFor);
  const { taken, stack } = reporter;
  const wanted = { name: taken.name, usage: taken.usage, key: fenceOfRing(report.chain[0]!, spec) };
  const flushed = flushedBy(cycle);
  bodyOf(
    { now, evidence, report, reporter, alone: cycle.alone },
    locks,
    flushed ?? { lock: wanted, stack },
  );
  if (sketch.functions.length === 0) sketch.leftOut.push('no call trace shows a thread');
}

/** Where the task waits for a work or a queue. */
function flushedBy(cycle: Cycle): { readonly statements: readonly Statement[] } | null {
  const { report, reporter, spec } = cycle;
  if (knownClass(reporter.taken.name, spec)?.queue === undefined) return null;
  const [taken] = report.chain;
  const held = report.chain.at(-1)!;
  const edge: Edge = { held, taken: taken!, stack: reporter.stack, where: reporter.where };
  return { statements: innerOf(cycle, edge) ?? [] };
}
