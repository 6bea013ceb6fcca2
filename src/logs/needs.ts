/** Who waits for whom, while both are unfinished: by slot of an object, and by name. */
export type Needs = { readonly of: Map<number, Map<string, Edge>>; edges: number };
/** One object waits for another, as the line says; `key` tells the other from all objects. */
export type Edge = {
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly line: number;
};

const most = 200_000;
const mostOfOne = 256;

/** Nobody waits for anybody yet. */
export const needs = (): Needs => ({ of: new Map(), edges: 0 });

/**
 * Notes that an object waits for another. Where there are too many, the object noted first is
 * forgotten.
 */
export function need(needs: Needs, slot: number, edge: Edge): void {
  let mine = needs.of.get(slot);
  if (mine === undefined) {
    if (needs.edges >= most) {
      const [oldest] = needs.of.keys();
      drop(needs, oldest!);
    }
    needs.of.set(slot, (mine = new Map()));
  }
  if (mine.has(edge.key) || mine.size >= mostOfOne) return;
  mine.set(edge.key, edge);
  needs.edges++;
}

/** The object has finished: it waits for nobody. */
export function drop(needs: Needs, slot: number): void {
  if (needs.edges === 0) return;
  const mine = needs.of.get(slot);
  if (mine === undefined) return;
  needs.edges -= mine.size;
  needs.of.delete(slot);
}

/**
 * The shortest cycle through `slot`, as the edges along it, or null. `slotOf` finds the waiting
 * object behind what an edge points to.
 */
export function cycleThrough(
  needs: Needs,
  slot: number,
  slotsOf: (key: string) => readonly number[],
): Edge[] | null {
  const came = new Map<number, { readonly from: number; readonly edge: Edge }>();
  for (const todo = [slot]; todo.length > 0;) {
    const state = todo.shift()!;
    for (const edge of needs.of.get(state)?.values() ?? []) {
      for (const next of slotsOf(edge.key)) {
        if (next === slot) {
          const cycle = [edge];
          for (let back = state; back !== slot; back = came.get(back)!.from)
            cycle.unshift(came.get(back)!.edge);
          return cycle;
        }
        if (came.has(next) || !needs.of.has(next)) continue;
        came.set(next, { from: state, edge });
        todo.push(next);
      }
    }
  }
  return null;
}
