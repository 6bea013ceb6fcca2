import { columns, commOf, hashOf, readColumns, taskOf, type Columns } from './columns.ts';
import { labelCache, startsWith, type LabelReader } from './label-cache.ts';
import { lanesOf } from './lanes.ts';
import { namesOf, type Names } from './names.ts';
import { cycleThrough, drop, need, needs, type Needs } from './needs.ts';
import { find } from './objects.ts';
import { observe } from './observe.ts';
import { match, matchTexts, values, type Values } from './print.ts';
import { quickLine, type Quick } from './quick-lines.ts';
import { keepLabel, recentLabel, recentLabels } from './recent-labels.ts';
import { pointsOf, type KeyPart, type Point, type ReadyTell } from './tells.ts';
import {
  labelId,
  loseTrack,
  nameOf,
  newObject,
  report,
  startAnew,
  tracker,
  type Kind,
  type Label,
  type Tracker,
  type TrackerOptions,
} from './tracker.ts';
import type { LogSpec } from './vocabulary.ts';
import { begin, end, waits, type ObjectKey, type Waits } from './waits.ts';

/** Reads lines of events, whoever printed them, and follows the objects that they speak of. */
export type EventLines = {
  readonly tracker: Tracker;
  readonly waits: Waits;
  readonly needs: Needs;
  readonly points: ReadonlyMap<number, Point>;
  /** One line; false where it is no event at all. */
  readonly take: (bytes: Buffer, from: number, to: number, line: number) => boolean;
  /** One event that came as data. */
  readonly event: (event: DataEvent) => void;
  /** The last line was an event of ours, but not as it is printed: broken by a mailer, perhaps. */
  readonly torn: () => boolean;
  /** Events were lost on this CPU: `n`, or an unknown number. */
  readonly lost: (events: number) => void;
  readonly seen: Seen;
};

/**
 * An event with its fields by name. Times are nanoseconds; a CPU below 0 is none: only time orders
 * it.
 */
type DataEvent = {
  readonly name: string;
  readonly fields: (name: string) => string | undefined;
  readonly cpu: number;
  readonly time: number;
  readonly task: number;
  readonly comm: string;
  readonly line: number;
};

type Seen = {
  ours: number;
  others: number;
  unread: number;
  lost: number;
  losses: number;
  spliced: number;
  first: number;
  last: number;
  ticks: boolean;
  cpus: Set<number>;
};

/** The CPUs whose clock is watched; more are taken together. */
const mostCpus = 4096;

/** In `task`: the line at hand names it, and nobody has looked yet. */
const inTheLine = -2;

/** Everything that is known while lines are read. */
type Reading = {
  readonly spec: LogSpec;
  readonly followed: Tracker;
  readonly waiting: Waits;
  readonly needed: Needs;
  readonly points: ReadonlyMap<number, Point>;
  readonly listed: readonly Point[];
  readonly known: Names;
  readonly seen: Seen;
  readonly labels: LabelReader;
  readonly quick: Quick;
  // The line at hand.
  readonly now: Columns;
  readonly found: Values;
  readonly key: ObjectKey;
  bytes: Buffer;
  view: DataView;
  lineFrom: number;
  task: number;
  comm: string;
  torn: boolean;
};

/** A reader of events, before the first line. */
export function eventLines(spec: LogSpec, options: TrackerOptions): EventLines {
  const reading = begun(spec, options);
  const { followed, seen } = reading;
  return {
    tracker: followed,
    waits: reading.waiting,
    needs: reading.needed,
    points: reading.points,
    seen,
    lost: (events) => {
      seen.losses++;
      seen.lost += events;
      loseTrack(followed);
    },
    torn: () => {
      const was = reading.torn;
      if (was) seen.unread--;
      reading.torn = false;
      return was;
    },
    take: (from, start, to, line) => takeLine(reading, from, start, to, line),
    event: (event) => takeEvent(reading, event),
  };
}

function begun(spec: LogSpec, options: TrackerOptions): Reading {
  const followed = tracker(spec.objects, spec.rules, options);
  const needed = needs();
  followed.onEnd = (slot) => drop(needed, slot);
  const points = pointsOf(spec, followed);
  const listed = [...points.values()];
  const seen: Seen = {
    ours: 0,
    others: 0,
    unread: 0,
    lost: 0,
    losses: 0,
    spliced: 0,
    first: NaN,
    last: NaN,
    ticks: false,
    cpus: new Set(),
  };
  const now = columns();
  const reading: Reading = {
    spec,
    followed,
    waiting: waits(),
    needed,
    points,
    listed,
    known: namesOf(listed.map(({ name }) => `${name.toString('latin1')}: `)),
    seen,
    labels: labelCache(followed),
    quick: {
      followed,
      ...lanesOf(listed),
      recent: recentLabels(),
      clocks: new Float64Array(mostCpus).fill(-Infinity),
      seen,
      now,
      wait: (what, kind, a, b) => waitFor(reading, what, setKey(reading.key, kind, a, b, 0)),
    },
    now,
    found: values(),
    key: { kind: 0, a: 0, b: 0, c: 0 },
    bytes: Buffer.alloc(0),
    view: new DataView(new ArrayBuffer(0)),
    lineFrom: 0,
    task: -1,
    comm: '',
    torn: false,
  };
  followed.at.text = () => reading.bytes.toString('utf8', reading.lineFrom, now.to);
  return reading;
}

/** Reads one line; the quick way first. False where it is no event. */
function takeLine(
  reading: Reading,
  from: Buffer,
  start: number,
  to: number,
  line: number,
): boolean {
  const { now, seen } = reading;
  const { at: origin } = reading.followed;
  if (from !== reading.bytes) {
    reading.bytes = from;
    reading.view = new DataView(from.buffer, from.byteOffset, from.length);
  }
  reading.lineFrom = start;
  reading.task = inTheLine;
  origin.line = line;
  if (quickLine(reading.quick, from, reading.view, start, to)) return true;
  if (!readColumns(reading, start, to)) return false;

  clock(reading);
  const point = pointOf(reading);
  if (point === undefined) {
    seen.others++;
    return true;
  }
  if (now.ticks) seen.ticks = true;
  origin.time = now.time;
  origin.cpu = now.cpu;
  handle(reading, point);
  return true;
}

/** The tracepoint whose name stands on the line at hand; undefined where no tracepoint has it. */
function pointOf({ listed, points, now, bytes }: Reading): Point | undefined {
  if (now.known >= 0) return listed[now.known];

  const point = points.get(now.nameHash);
  if (point === undefined || point.name.length !== now.nameTo - now.nameFrom) return undefined;
  return startsWith(bytes, now.nameFrom, point.name) ? point : undefined;
}

/** Follows an event whose fields came as data. */
function takeEvent(reading: Reading, event: DataEvent): void {
  const { now, seen, spec, points } = reading;
  const { at: origin } = reading.followed;
  const { name, cpu, time, fields } = event;
  now.cpu = cpu;
  now.time = time;
  now.ticks = false;
  clock(reading);
  const point = points.get(hashOf(name));
  if (point === undefined || point.name.toString('latin1') !== name) {
    seen.others++;
    return;
  }
  reading.task = event.task;
  reading.comm = event.comm;
  reading.lineFrom = 0;
  origin.line = event.line;
  origin.time = time;
  origin.cpu = cpu;
  // Written as it would have been printed: one way to read, one way to be wrong.
  for (const { text: print } of spec.tracepoints.find((one) => one.name === name)!.prints) {
    const text = written(print, (field) =>
      (spec.aliases[field] ?? [field]).map(fields).find((value) => value !== undefined),
    );
    if (text === null) continue;

    const bytes = Buffer.from(text, 'latin1');
    reading.bytes = bytes;
    reading.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    now.from = 0;
    now.to = bytes.length;
    handle(reading, point);
    return;
  }
  point.count++;
  point.unread++;
  seen.unread++;
}

/**
 * The text of an event whose fields came as data; null where one that tells objects apart is
 * missing.
 */
function written(print: string, field: (name: string) => string | undefined): string | null {
  let lacks = false;
  const text = print.replace(/\{(\w+):([udxsw])\}/g, (_, name: string, kind: string) => {
    const value = field(name);
    const isText = kind === 's' || kind === 'w';
    if (value === undefined) {
      if (isText) return '?';
      lacks = true;
      return '';
    }
    // Addresses come as decimal numbers, some with a sign.
    if (kind === 'x' && /^-?\d{10,}$/.test(value))
      return BigInt.asUintN(64, BigInt(value)).toString(16);
    return isText || kind === 'x' ? value.replaceAll('\n', ' ') : value;
  });
  return lacks ? null : text;
}

/**
 * Follows the clocks of all CPUs. That of one never goes back: where it does, the file was put
 * together from several logs.
 */
function clock({ now, seen, quick, followed }: Reading): void {
  const { cpu, time } = now;
  const { clocks } = quick;
  if (!(seen.first <= time)) seen.first = time;
  if (!(seen.last >= time)) seen.last = time;
  const index = cpu < 0 ? 0 : cpu % mostCpus;
  const before = clocks[index]!;
  if (before === -Infinity) seen.cpus.add(cpu);
  else if (time < before && cpu >= 0) {
    seen.spliced++;
    startAnew(followed);
  }
  clocks[index] = time;
}

/** Matches the prints of a tracepoint in turn, and applies what the first that fits tells. */
function handle(reading: Reading, point: Point): void {
  const { bytes, view, now, found, seen } = reading;
  point.count++;
  for (const { matcher, tells } of point.prints) {
    if (!match(matcher, bytes, view, now, found)) continue;
    seen.ours++;
    for (let i = 0; i < tells.length; i++) apply(reading, tells[i]!);
    return;
  }
  point.unread++;
  seen.unread++;
  reading.torn = true;
}

/** What a print tells of one object. The values of the line at hand are in `reading.found`. */
function apply(reading: Reading, tell: ReadyTell): void {
  const { followed, key } = reading;
  const { kind } = tell;
  const { store } = followed;
  // Nothing of its kind is there: most signals speak of no job.
  if (tell.known && store.liveOf[kind.at] === 0) return;
  if (!readKey(reading, tell)) return;

  const { a, b, c } = key;
  if (tell.waits) waitFor(reading, tell.tell.wait!, key);
  let slot = find(store, kind.at, a, b, c);
  if (slot < 0) {
    if (tell.known) return;
    slot = newObject(followed, kind, a, b, c, labelFor(reading, tell, a));
  }
  observe(followed, kind, slot, tell.event);
  if (tell.needs !== null) noteNeed(reading, tell, slot);
}

/** Fills `reading.key`; false where the print names no object. */
function readKey(reading: Reading, tell: ReadyTell): boolean {
  const { found: fieldValues, key: into } = reading;
  const { key, first, second } = tell;
  let a = 0;
  let b = 0;
  let c = 0;
  if (tell.plain) {
    b = fieldValues.low[second]!;
    // A second number of 0 is none yet: whoever has it shares it.
    if (b === 0) return false;
    a = (fieldValues.low[first]! + tell.shift) >>> 0;
  } else if (tell.pair) {
    a = fieldValues.high[first]!;
    b = fieldValues.low[first]!;
  } else {
    a = numberOf(reading, key[0]!);
    if (key.length > 1) b = numberOf(reading, key[1]!);
    if (key.length > 2) c = numberOf(reading, key[2]!);
  }
  setKey(into, tell.kind, a, b, c);
  return true;
}

function setKey(into: ObjectKey, kind: Kind, a: number, b: number, c: number): ObjectKey {
  into.kind = kind.at;
  into.a = a >>> 0;
  into.b = b >>> 0;
  into.c = c >>> 0;
  return into;
}

function numberOf({ found: fieldValues, followed, bytes }: Reading, part: KeyPart): number {
  const { field } = part;
  if (field < 0) return part.word;
  if (part.text)
    return labelId(
      followed,
      bytes.toString('latin1', fieldValues.from[field]!, fieldValues.to[field]!),
    );

  const low = fieldValues.low[field]!;
  return part.hex ? (low ^ Math.imul(fieldValues.high[field]!, 0x9e3779b1)) >>> 0 : low;
}

function labelFor(reading: Reading, tell: ReadyTell, first: number): Label {
  const { found: fieldValues, bytes, view, now, labels, quick } = reading;
  if (tell.fixed !== null) return tell.fixed;
  if (!fieldValues.lazy) return labels(tell, bytes, fieldValues);

  const known = recentLabel(quick.recent, tell.kind, first, view, now.from, fieldValues.textsTo);
  if (known !== null) return known;
  matchTexts(tell.matcher, bytes, view, now, fieldValues);
  const label = labels(tell, bytes, fieldValues);
  const texts = bytes.toString('latin1', now.from, fieldValues.textsTo);
  keepLabel(quick.recent, tell.kind, first, texts, label);
  return label;
}

function waitFor(reading: Reading, what: 'begins' | 'ends', key: ObjectKey): void {
  const { task, bytes, now, waiting, followed } = reading;
  const who = task === inTheLine ? taskOf(bytes, now.taskFrom, now.taskTo) : task;
  if (who < 0) return;

  if (what === 'ends') {
    end(waiting, who, key, followed.at);
    return;
  }
  const whose = (): string =>
    task === inTheLine ? commOf(bytes, now.taskFrom, now.taskTo) : reading.comm;
  begin(waiting, who, whose, key, followed.at);
}

/** The object waits for another: notes it, and reports the cycle that this may close. */
function noteNeed(reading: Reading, tell: ReadyTell, slot: number): void {
  const { followed, needed } = reading;
  const { kind, key } = tell.needs!;
  const a = numberOf(reading, key[0]!);
  const b = key.length > 1 ? numberOf(reading, key[1]!) : 0;
  const { line, text } = followed.at;
  need(needed, slot, {
    from: nameOf(followed, slot),
    to: `${kind.kind.title} ${kind.kind.keys[0]} ${a} ${kind.kind.keys[1]} ${b}`,
    key: `${a}:${b}`,
    line,
  });
  const cycle = cycleThrough(needed, slot, (other) => {
    const [context, seqno] = other.split(':').map(Number);
    // Either of a job's two fences.
    return [context!, context! + 1]
      .map((first) => find(followed.store, tell.kind.at, first >>> 0, seqno!, 0))
      .filter((found) => found >= 0);
  });
  if (cycle === null) return;

  report(followed, 'F-10', () => ({
    rule: 'F-10',
    line,
    text: text(),
    object: nameOf(followed, slot),
    says: `a cycle of dependencies: ${[...cycle, cycle[0]!].map(({ from }) => from).join(' waits for ')}`,
    notes: cycle.map((edge) => `line ${edge.line}: ${edge.from} needs ${edge.to}`),
  }));
}
