import { frames } from './call-trace.ts';

/** A task whose call trace was printed, or of which something else is said. */
export type Task = {
  readonly name: string;
  /** The line at which it is first spoken of. */
  readonly line: number;
  /** It has not run for so long; null if only its stack was printed. */
  seconds: number | null;
  /** Innermost first. */
  stack: string[];
  /** Who is said to own what it waits for, and what that is. */
  owner: { readonly name: string; readonly what: string } | null;
  locks: { readonly address: string; readonly name: string; readonly at: string }[];
  /** Lines that look like trouble and speak of it. */
  readonly troubles: number[];
};

/** Tasks of a log by name, from lines as they come. */
export type TaskStacks = {
  /** Whether the line speaks of a task, or is part of a call trace of one. */
  readonly take: (text: string, line: number, caller: string | null, isTrouble: boolean) => boolean;
  /**
   * Another report begins: the call traces that follow are its own. Only those of this caller;
   * null: whoever prints them.
   */
  readonly leave: (caller: string | null) => void;
  readonly tasks: ReadonlyMap<string, Task>;
};

const hung = /INFO: task (.+?):(\d+) blocked(?: in I\/O wait)? for more than (\d+)/;
const owned = new RegExp(
  String.raw`INFO: task (.+?):(\d+)(?: <\w+>)? (?:is )?blocked on an? ([\w-]+),? (?:likely ` +
    String.raw`(?:owned|last held) by|but) ?(?:task (.+?):(\d+))?`,
);
const dumped = /^ *(?:task:)?(\S.{0,15}?) +(?:state:)?([A-Z]) +(?:stack:|running| )/;
const dumpedPid = /pid: *(\d+)|\bstack: *\d+ +(\d+) |^ *(?:task:)?\S.{0,15}? +[A-Z] +\d+ +(\d+) /;
const holding = /^\s*\d+ locks? held by (.+?)\/(\d+)/;
const heldLock = /^\s*#\d+: ([0-9a-f]+|\(\w+\)) \((.+)\)\{[^}]*\}(?:-\{\d+:\d+\})?, at: (\S+)/;
const crashTask = /^\s*PID: (\d+) +TASK: [0-9a-f]+ +CPU: \d+ +COMMAND: "(.+)"/;
const procPath = /\/proc\/(?:\d+\/task\/)?(\d+)\/stack/;
const procFrame = /^\s*\[<[0-9a-f]+>\] [A-Za-z_]/;
const traceBegins = /Call [Tt]race:/;
const traceEnds = /^\s*<\/TASK>|^---\[ end trace|Showing all locks held|sysrq: /;

const mostTasks = 1000;
const mostFrames = 200;
const mostLocks = 64;

/** Where one printer of lines is: CPUs print their traces at the same time. */
type Place = { task: Task | null; inStack: boolean };

type Reading = { readonly tasks: Map<string, Task>; readonly places: Map<string, Place> };

/** A reader of tasks, before the first line. */
export function readTasks(): TaskStacks {
  const reading: Reading = { tasks: new Map(), places: new Map() };
  return {
    tasks: reading.tasks,
    leave: (caller) => {
      if (caller === null) reading.places.clear();
      else reading.places.delete(caller);
    },
    take: (text, line, caller, isTrouble) => {
      const place = placeOf(reading, caller);
      const task = speaksOf(reading, place, text, line);
      if (task === null) return goesOn(place, text);
      if (isTrouble) task.troubles.push(line);
      return true;
    },
  };
}

function placeOf({ places }: Reading, caller: string | null): Place {
  const key = caller ?? '';
  let place = places.get(key);
  if (place === undefined) {
    if (places.size >= mostTasks) places.clear();
    places.set(key, (place = { task: null, inStack: false }));
  }
  return place;
}

function taskNamed({ tasks }: Reading, name: string, line: number): Task {
  let task = tasks.get(name);
  if (task === undefined) {
    if (tasks.size >= mostTasks) tasks.delete(tasks.keys().next().value!);
    task = { name, line, seconds: null, stack: [], owner: null, locks: [], troubles: [] };
    tasks.set(name, task);
  }
  return task;
}

/** The task that a line begins to speak of, or null. */
function speaksOf(reading: Reading, place: Place, text: string, line: number): Task | null {
  return (
    hungTask(reading, place, text, line) ??
    ownerOf(reading, place, text, line) ??
    holderOf(reading, place, text, line) ??
    dumpedTask(reading, place, text, line)
  );
}

function hungTask(reading: Reading, place: Place, text: string, line: number): Task | null {
  const found = hung.exec(text);
  if (found === null) return null;
  const task = taskNamed(reading, `${found[1]}:${found[2]}`, line);
  task.seconds = Math.max(task.seconds ?? 0, Number(found[3]));
  return enter(place, task, false);
}

function ownerOf(reading: Reading, place: Place, text: string, line: number): Task | null {
  const found = owned.exec(text);
  if (found === null) return null;
  const [, name, pid, what, owner, ownerPid] = found;
  const task = taskNamed(reading, `${name}:${pid}`, line);
  task.owner = { name: owner === undefined ? 'unknown' : `${owner}:${ownerPid}`, what: what! };
  place.task = null;
  place.inStack = false;
  return task;
}

function holderOf(reading: Reading, place: Place, text: string, line: number): Task | null {
  const found = holding.exec(text);
  if (found === null) return null;
  const task = taskNamed(reading, `${found[1]}:${found[2]}`, line);
  place.task = task;
  place.inStack = false;
  return task;
}

/** The head of a call trace: the kernel's own, /proc/PID/stack, or `bt` of crash. */
function dumpedTask(reading: Reading, place: Place, text: string, line: number): Task | null {
  const crash = crashTask.exec(text);
  if (crash !== null)
    return enter(place, taskNamed(reading, `${crash[2]}:${crash[1]}`, line), true);
  const proc = procPath.exec(text);
  if (proc !== null) return enter(place, taskNamed(reading, `task:${proc[1]}`, line), true);
  if (procFrame.test(text) && !place.inStack && place.task === null) {
    const task = enter(place, taskNamed(reading, `the task of line ${line}`, line), true);
    task.stack.push(...frames(text));
    return task;
  }
  const dump = dumped.exec(text);
  const pid = dump === null ? null : dumpedPid.exec(text);
  if (dump === null || pid === null) return null;
  const name = `${dump[1]!.replace(/^task:/, '').trim()}:${pid[1] ?? pid[2] ?? pid[3]}`;
  return enter(place, taskNamed(reading, name, line), true);
}

function enter(place: Place, task: Task, inStack: boolean): Task {
  place.task = task;
  place.inStack = inStack;
  task.stack = [];
  return task;
}

/** A line of what the task before has begun: a frame, a lock that it holds. */
function goesOn(place: Place, text: string): boolean {
  const { task } = place;
  if (task === null) return false;
  const lock = heldLock.exec(text);
  if (lock !== null) {
    const [, address, name, at] = lock;
    if (task.locks.length < mostLocks)
      task.locks.push({ address: address!, name: name!, at: at!.replace(/\+0x.*$/, '') });
    return true;
  }
  if (traceBegins.test(text)) {
    place.inStack = true;
    return true;
  }
  if (traceEnds.test(text)) {
    place.inStack = false;
    return true;
  }
  if (place.inStack && task.stack.length < mostFrames) task.stack.push(...frames(text));
  return true;
}
