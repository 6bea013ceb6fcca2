/** Tasks that wait, one thing at a time each: who, for what, since when. */
export type Wait = {
  readonly task: number;
  readonly comm: string;
  kind: number;
  a: number;
  b: number;
  c: number;
  time: number;
  line: number;
  waits: boolean;
};
/** The waits of all tasks: those that are open, the longest that are over, how many there were. */
export type Waits = {
  /** Every task that has waited, whether it does now or not. */
  readonly open: Map<number, Wait>;
  readonly longest: (Wait & { readonly until: number })[];
  count: number;
};

/** Tasks that are remembered, at most. */
const most = 65_536;
const kept = 10;

/** Nobody has waited yet. */
export const waits = (): Waits => ({ open: new Map(), longest: [], count: 0 });

/** Which object: its kind, and the three numbers of its key. */
export type ObjectKey = { kind: number; a: number; b: number; c: number };

/** A task begins to wait. `comm` is only asked for where the task is new. */
export function begin(
  waits: Waits,
  task: number,
  comm: () => string,
  { kind, a, b, c }: ObjectKey,
  { time, line }: { readonly time: number; readonly line: number },
): void {
  waits.count++;
  let wait = waits.open.get(task);
  if (wait === undefined) {
    if (waits.open.size >= most) {
      const [oldest] = waits.open.keys();
      waits.open.delete(oldest!);
    }
    wait = { task, comm: comm(), kind, a, b, c, time, line, waits: true };
    waits.open.set(task, wait);
    return;
  }
  wait.kind = kind;
  wait.a = a;
  wait.b = b;
  wait.c = c;
  wait.time = time;
  wait.line = line;
  wait.waits = true;
}

/** A task has waited, and goes on. */
export function end(
  waits: Waits,
  task: number,
  { kind, a, b, c }: ObjectKey,
  { time }: { readonly time: number },
): void {
  const wait = waits.open.get(task);
  if (wait === undefined || !wait.waits) return;
  wait.waits = false;
  // It ends another wait than began: what lay between is missing.
  if (wait.a !== a || wait.b !== b || wait.c !== c || wait.kind !== kind || time < wait.time)
    return;
  const { longest } = waits;
  if (longest.length === kept && time - wait.time <= longest.at(-1)!.until - longest.at(-1)!.time)
    return;
  longest.push({ ...wait, until: time });
  longest.sort((one, other) => other.until - other.time - (one.until - one.time));
  if (longest.length > kept) longest.pop();
}

/** The tasks that still wait, the longest first. */
export const waiting = ({ open }: Waits): Wait[] =>
  [...open.values()].filter((wait) => wait.waits).sort((one, other) => one.time - other.time);
