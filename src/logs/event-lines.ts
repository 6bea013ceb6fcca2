import { columns, commOf, hashOf, readColumns, taskOf, type Columns } from './columns.ts';
import { begin, end, waits, type Waits } from './waits.ts';
import { cycleThrough, drop, need, needs, type Needs } from './needs.ts';
import { find } from './objects.ts';
import { match, matcher, values, type Matcher } from './print.ts';
import { labelId, loseTrack, nameOf, objectOf, observe, report, tracker, type Kind, type Tracker, type TrackerOptions } from './tracker.ts';
import type { LogSpec, Tell } from './vocabulary.ts';

type Part = { readonly field: number; readonly word: number; readonly text: boolean; readonly hex: boolean };
type Ready = { readonly tell: Tell; readonly kind: Kind; readonly event: number; readonly key: readonly Part[]; readonly pair: boolean; readonly label: readonly (number | string)[]; readonly needs: { readonly kind: Kind; readonly key: readonly Part[] } | null };
type Point = { readonly name: Buffer; readonly prints: readonly { readonly matcher: Matcher; readonly tells: readonly Ready[] }[]; count: number; unread: number };

/** Reads lines of events, whoever printed them, and follows the objects that they speak of. */
export type EventLines = {
  readonly tracker: Tracker;
  readonly waits: Waits;
  readonly needs: Needs;
  readonly points: ReadonlyMap<number, Point>;
  /** One line; false where it is no event at all. */
  readonly take: (bytes: Buffer, from: number, to: number, line: number) => boolean;
  /** One event that did not come as text in columns. */
  readonly event: (name: string, text: Buffer, cpu: number, time: number, task: number, comm: string, line: number) => void;
  /** Events were lost on this CPU: `n`, or an unknown number. */
  readonly lost: (events: number) => void;
  readonly seen: { ours: number; others: number; unread: number; lost: number; losses: number; spliced: number; first: number; last: number; ticks: boolean; cpus: Set<number> };
};

/** The CPUs whose clock is watched; more are taken together. */
const mostCpus = 4096;

export function eventLines(spec: LogSpec, options: TrackerOptions): EventLines {
  const followed = tracker(spec.objects, spec.rules, options);
  const waiting = waits();
  const needed = needs();
  followed.onEnd = (slot) => drop(needed, slot);
  const points = ready(spec, followed);
  const seen: EventLines['seen'] = { ours: 0, others: 0, unread: 0, lost: 0, losses: 0, spliced: 0, first: NaN, last: NaN, ticks: false, cpus: new Set() };
  const now: Columns = columns();
  const found = values();
  const clocks = new Float64Array(mostCpus).fill(-Infinity);

  const lost = (events: number): void => { seen.losses++; seen.lost += events; loseTrack(followed); };

  const numberOf = (part: Part, bytes: Buffer): number => {
    if (part.field < 0) return part.word;
    if (part.text) return labelId(followed, bytes.toString('latin1', found.from[part.field]!, found.to[part.field]!));
    return part.hex ? (found.low[part.field]! ^ Math.imul(found.high[part.field]!, 0x9e3779b1)) >>> 0 : found.low[part.field]!;
  };

  /** The values of the line under `now` are in `found`. */
  const apply = (ready: Ready, bytes: Buffer, lineFrom: number, line: number, task: () => readonly [number, string]): void => {
    const { kind, key, tell } = ready;
    const a = ready.pair ? found.high[key[0]!.field]! : (numberOf(key[0]!, bytes) + (tell.shift ?? 0)) >>> 0;
    const b = ready.pair ? found.low[key[0]!.field]! : key.length > 1 ? numberOf(key[1]!, bytes) : 0;
    const c = key.length > 2 ? numberOf(key[2]!, bytes) : 0;
    const label = (): readonly [string, string] => {
      const words = ready.label.map((field) => (typeof field === 'string' ? field : bytes.toString('latin1', found.from[field]!, found.to[field]!)));
      return [words[0] ?? '', words.join(' ')];
    };
    const text = (): string => bytes.toString('utf8', lineFrom, now.to);
    if (tell.wait !== undefined) {
      const [number, comm] = task();
      if (number >= 0) {
        if (tell.wait === 'begins') begin(waiting, { task: number, comm, object: '', kind: kind.at, a, b, c, time: now.time, line });
        else end(waiting, number, now.time, (wait) => wait.kind === kind.at && wait.a === a && wait.b === b && wait.c === c);
      }
    }
    // A seqno of 0 is none yet: whoever has it shares it.
    if (key.length === 2 && b === 0 && !ready.pair) return;
    let slot: number;
    if (tell.known === true) {
      slot = find(followed.store, kind.at, a, b, c);
      if (slot < 0) return;
    } else slot = objectOf(followed, kind, a, b, c, label);
    observe(followed, kind, slot, ready.event, { line, time: now.time, cpu: now.cpu, text });
    if (ready.needs !== null) needing(ready, slot, bytes, line, text);
  };

  const needing = (ready: Ready, slot: number, bytes: Buffer, line: number, text: () => string): void => {
    const { kind, key } = ready.needs!;
    const [a, b] = [numberOf(key[0]!, bytes), key.length > 1 ? numberOf(key[1]!, bytes) : 0];
    need(needed, slot, { from: nameOf(followed, slot), to: `${kind.kind.title} ${kind.kind.keys[0]} ${a} ${kind.kind.keys[1]} ${b}`, key: `${a}:${b}`, line });
    const cycle = cycleThrough(needed, slot, (at) => {
      const [context, seqno] = at.split(':').map(Number);
      // Either of a job's two fences.
      return [context!, context! + 1].map((first) => find(followed.store, ready.kind.at, first >>> 0, seqno!, 0)).filter((other) => other >= 0);
    });
    if (cycle === null) return;
    report(followed, 'F-10', () => ({ rule: 'F-10', line, text: text(), object: nameOf(followed, slot), says: `a cycle of dependencies: ${[...cycle.map(({ from }) => from), cycle[0]!.from].join(' waits for ')}`, notes: cycle.map((edge) => `line ${edge.line}: ${edge.from} needs ${edge.to}`) }));
  };

  const handle = (point: Point, bytes: Buffer, lineFrom: number, line: number, task: () => readonly [number, string]): void => {
    point.count++;
    for (let i = 0; i < point.prints.length; i++) {
      const { matcher: print, tells } = point.prints[i]!;
      if (!match(print, bytes, now.from, now.to, found)) continue;
      seen.ours++;
      for (let j = 0; j < tells.length; j++) apply(tells[j]!, bytes, lineFrom, line, task);
      return;
    }
    point.unread++;
    seen.unread++;
  };

  const clock = (): void => {
    const { cpu, time } = now;
    if (!(seen.first <= time)) seen.first = time;
    if (!(seen.last >= time)) seen.last = time;
    const at = cpu < 0 ? 0 : cpu % mostCpus;
    const before = clocks[at]!;
    if (before === -Infinity) seen.cpus.add(cpu);
    // A CPU's own clock never goes back: this was put together from several logs.
    else if (time < before && cpu >= 0) { seen.spliced++; loseTrack(followed); }
    clocks[at] = time;
  };

  return {
    tracker: followed, waits: waiting, needs: needed, points, lost, seen,
    take: (bytes, from, to, line) => {
      if (!readColumns(bytes, from, to, now)) return false;
      clock();
      const point = points.get(now.nameHash);
      if (point === undefined || point.name.length !== now.nameTo - now.nameFrom || !same(point.name, bytes, now.nameFrom)) { seen.others++; return true; }
      if (now.ticks) seen.ticks = true;
      handle(point, bytes, from, line, () => {
        const task = taskOf(bytes, now.taskFrom, now.taskTo);
        return [task, task < 0 ? '' : commOf(bytes, now.taskFrom, now.taskTo)];
      });
      return true;
    },
    event: (name, text, cpu, time, task, comm, line) => {
      now.cpu = cpu; now.time = time; now.from = 0; now.to = text.length; now.ticks = false;
      clock();
      const point = points.get(hashOf(name));
      if (point === undefined || point.name.toString('latin1') !== name) { seen.others++; return; }
      handle(point, text, 0, line, () => [task, comm]);
    },
  };
}

function same(name: Buffer, bytes: Buffer, at: number): boolean {
  for (let i = 0; i < name.length; i++) if (bytes[at + i] !== name[i]) return false;
  return true;
}

function ready({ tracepoints }: LogSpec, followed: Tracker): Map<number, Point> {
  const kindOf = (name: string): Kind => followed.kinds.find((kind) => kind.name === name)!;
  return new Map(tracepoints.map(({ name, prints }) => [hashOf(name), {
    name: Buffer.from(name, 'latin1'), count: 0, unread: 0,
    prints: prints.map((print) => {
      const made = matcher(print);
      const part = (field: string): Part => {
        if (field.startsWith('=')) return { field: -1, word: labelId(followed, field.slice(1)), text: false, hex: false };
        const at = made.fields.indexOf(field);
        const { kind } = made.steps[at]!;
        return { field: at, word: 0, text: kind >= 2, hex: kind === 1 };
      };
      return {
        matcher: made,
        tells: print.tells.map((tell): Ready => {
          const kind = kindOf(tell.of);
          const key = tell.key.map(part);
          return {
            tell, kind, event: kind.lts.events.indexOf(tell.event), key, pair: key.length === 1 && key[0]!.hex,
            label: (tell.label ?? []).map((field) => (field.startsWith('=') ? field.slice(1) : made.fields.indexOf(field))),
            needs: tell.needs === undefined ? null : { kind: kindOf(tell.needs.of), key: tell.needs.key.map(part) },
          };
        }),
      };
    }),
  }]));
}
