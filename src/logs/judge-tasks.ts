import { placesOf, type PlaceInTrace } from './call-trace.ts';
import type { LogFinding } from './finding.ts';
import type { Task } from './task-stacks.ts';
import type { LogRule, Place, ReportSpec } from './vocabulary.ts';

/** What a task breaks; `chain` says in words who waits for whom. */
export type TaskFinding = LogFinding & {
  readonly chain: readonly string[];
  /** Lines that look like trouble and that this finding explains. */
  readonly explains: readonly number[];
};

/** A task with what its call trace and its owner say. */
type Judged = {
  readonly task: Task;
  readonly places: readonly PlaceInTrace[];
  readonly chain: Chain;
  readonly pattern: ReportSpec['stacks'][number] | undefined;
};

/** Who waits for whom, from one task on. */
type Chain = {
  readonly says: readonly string[];
  readonly tasks: readonly Task[];
  readonly crossed: ReportSpec['crossed'][number] | undefined;
};

type Tasks = {
  readonly tasks: ReadonlyMap<string, Task>;
  readonly places: ReadonlyMap<string, readonly PlaceInTrace[]>;
  readonly spec: ReportSpec;
};

/** What tasks break whose call traces were printed, and who waits for whom. */
export function judgeTasks(
  tasks: ReadonlyMap<string, Task>,
  spec: ReportSpec,
  rules: Readonly<Record<string, LogRule>>,
): TaskFinding[] {
  const places = new Map(
    [...tasks.values()].map((task) => [task.name, placesOf(task.stack, spec)]),
  );
  const all: Tasks = { tasks, places, spec };
  const judged = [...tasks.values()].map((task) => judgeOne(task, all));
  const causes = new Map(
    judged.filter(({ pattern }) => pattern !== undefined).map((one) => [one.task.name, one]),
  );
  return judged
    .filter((one) => isFinding(one, causes))
    .map((one) => findingOf(one, judged, causes, spec, rules));
}

/**
 * A task with its places, the rule of its call trace, and the chain of waits that begins with it.
 */
function judgeOne(task: Task, context: Tasks): Judged {
  const places = context.places.get(task.name)!;
  return {
    task,
    places,
    chain: chainFrom(task, context),
    pattern: patternOf(task, places, context.spec),
  };
}

/**
 * A task hangs, or its call trace alone breaks a rule. Whoever only waits for one that does is a
 * consequence.
 */
function isFinding({ task, pattern, chain }: Judged, causes: ReadonlyMap<string, Judged>): boolean {
  if (pattern !== undefined) return true;
  if (task.seconds === null) return false;
  return !chain.tasks.some(({ name }) => name !== task.name && causes.has(name));
}

/**
 * The first pattern of places that a call trace fits. Frames count from the innermost, so what the
 * task waits in has a lower index than what it came through.
 */
function patternOf(
  { seconds }: Task,
  places: readonly PlaceInTrace[],
  { stacks }: ReportSpec,
): ReportSpec['stacks'][number] | undefined {
  const inner = (place: Place): number => places.find((one) => one.place === place)?.index ?? -1;
  const outer = (place: Place): number =>
    places.findLast((one) => one.place === place)?.index ?? -1;
  return stacks.find(({ within, via, at, hung }) => {
    if (hung === true && seconds === null) return false;
    const end = inner(at);
    const begin = outer(within);
    if (end < 0 || begin <= end) return false;
    return via === undefined || (inner(via) > end && inner(via) < begin);
  });
}

const isAt = ({ places }: Tasks, task: string, place: Place): boolean =>
  places.get(task)?.some((one) => one.place === place) ?? false;

/** Who waits for whom, from a task on, until nobody holds it, or round in a circle. */
function chainFrom(task: Task, context: Tasks): Chain {
  const says: string[] = [];
  const passed: Task[] = [task];
  let crossed: ReportSpec['crossed'][number] | undefined;
  for (let waiter: Task | undefined = task; waiter !== undefined;) {
    const holder = holderFor(waiter, context);
    if (holder === null) {
      if (isAt(context, waiter.name, 'fence wait')) says.push(`${waiter.name} waits for a fence`);
      break;
    }
    says.push(`${waiter.name} waits for ${holder.what}, held by ${holder.name}`);
    crossed ??= crossedBy(waiter.name, holder.name, context);
    if (passed.some(({ name }) => name === holder.name)) {
      says.push('and so round in a circle');
      break;
    }
    waiter = context.tasks.get(holder.name);
    if (waiter !== undefined) passed.push(waiter);
  }
  return { says, tasks: passed, crossed };
}

const crossedBy = (
  waiter: string,
  holder: string,
  all: Tasks,
): ReportSpec['crossed'][number] | undefined =>
  all.spec.crossed.find((pair) => isAt(all, waiter, pair.waiter) && isAt(all, holder, pair.holder));

/**
 * Who holds what a task waits for: as the kernel guesses, or from the list of all locks that are
 * held.
 */
function holderFor(
  task: Task,
  context: Tasks,
): { readonly name: string; readonly what: string } | null {
  if (task.owner !== null && task.owner.name !== 'unknown') return task.owner;
  const wanted = task.locks.at(-1);
  const locking: readonly Place[] = ['lock', 'object lock', 'memory lock'];
  if (wanted === undefined || !locking.some((place) => isAt(context, task.name, place)))
    return null;
  // It took it before, and waits for it again inside of what it called.
  if (task.locks.slice(0, -1).some(({ address }) => address === wanted.address))
    return { name: task.name, what: wanted.name };
  const holder = [...context.tasks.values()].find(
    (other) => other !== task && other.locks.some(({ address }) => address === wanted.address),
  );
  return holder === undefined ? null : { name: holder.name, what: wanted.name };
}

/** The finding of a judged task, with the tasks that only wait for it. */
function findingOf(
  own: Judged,
  judged: readonly Judged[],
  causes: ReadonlyMap<string, Judged>,
  spec: ReportSpec,
  rules: Readonly<Record<string, LogRule>>,
): TaskFinding {
  const { task, places, chain, pattern } = own;
  const stuck =
    task.seconds === null
      ? undefined
      : spec.stuck.find(({ at }) => places.some(({ place }) => place === at));
  const rule = pattern?.rule ?? chain.crossed?.rule ?? stuck?.rule ?? '';
  const consequences =
    pattern === undefined ? [] : judged.filter((other) => waitsFor(other, own, causes));
  const instead = rules[rule]?.instead;
  const explained = [task, ...consequences.map((other) => other.task), ...chain.tasks];
  return {
    rule,
    line: task.line,
    text:
      task.seconds === null
        ? `the call trace of ${task.name}`
        : `${task.name} has not run for more than ${task.seconds} s`,
    object: task.name,
    chain: chain.says,
    explains: rule === '' ? [] : explained.flatMap(({ troubles }) => troubles),
    says: saysOf(own, stuck !== undefined),
    notes: [
      ...chain.says,
      ...traceNotes(places, pattern),
      ...consequences.map((other) => `the consequence: ${other.chain.says.join('; ')}`),
      ...(instead === undefined ? [] : [`instead: ${instead}`]),
    ],
  };
}

/** It breaks no rule of its own and waits, perhaps through others, for one that does. */
const waitsFor = (other: Judged, cause: Judged, causes: ReadonlyMap<string, Judged>): boolean =>
  other !== cause && !causes.has(other.task.name) && other.chain.tasks.includes(cause.task);

function saysOf({ task, chain, pattern }: Judged, isStuck: boolean): string {
  if (pattern !== undefined) return pattern.name;
  if (chain.crossed !== undefined) return chain.crossed.name;
  if (isStuck) return `waits for a fence for more than ${task.seconds} s`;
  return chain.says[0] ?? 'waits for something that the log does not show';
}

function traceNotes(
  places: readonly PlaceInTrace[],
  pattern: ReportSpec['stacks'][number] | undefined,
): string[] {
  if (pattern === undefined) return [];
  const { within, via, at, litmus } = pattern;
  const trace = places
    .filter(({ place }) => place === within || place === via || place === at)
    .map(({ frame }) => frame)
    .reverse();
  return [
    `call trace, outermost first: ${[...new Set(trace)].join(' -> ')}`,
    ...(litmus === undefined ? [] : [`the same cycle as a litmus test: ${litmus}`]),
  ];
}
