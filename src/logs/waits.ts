/** Tasks that wait, one thing at a time each: who, for what, since when. */
export type Wait = { readonly task: number; readonly comm: string; readonly object: string; readonly kind: number; readonly a: number; readonly b: number; readonly c: number; readonly time: number; readonly line: number };
export type Waits = {
  readonly open: Map<number, Wait>;
  readonly longest: (Wait & { readonly until: number })[];
  count: number;
};

/** Tasks that are remembered as waiting, at most. */
const most = 65_536;
const kept = 10;

export const waits = (): Waits => ({ open: new Map(), longest: [], count: 0 });

export function begin(waits: Waits, wait: Wait): void {
  if (waits.open.size >= most) { const [oldest] = waits.open.keys(); waits.open.delete(oldest!); }
  // Moved to the end: the first is the oldest.
  waits.open.delete(wait.task);
  waits.open.set(wait.task, wait);
  waits.count++;
}

export function end(waits: Waits, task: number, time: number, same: (wait: Wait) => boolean): void {
  const wait = waits.open.get(task);
  if (wait === undefined) return;
  waits.open.delete(task);
  // It ends another wait than began: what lay between is missing.
  if (!same(wait) || time < wait.time) return;
  const { longest } = waits;
  if (longest.length === kept && time - wait.time <= longest.at(-1)!.until - longest.at(-1)!.time) return;
  longest.push({ ...wait, until: time });
  longest.sort((one, other) => (other.until - other.time) - (one.until - one.time));
  if (longest.length > kept) longest.pop();
}
