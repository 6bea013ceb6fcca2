import type { Graph } from '../explore/graph.ts';
import { step, type Program } from '../system/program.ts';
import type { Fairness } from './fair.ts';

/**
 * The states of `within` without many that no fair component holds, found in a few passes over memory in order; what is left still holds every one.
 * Much cheaper than components, and where all promises are kept it mostly leaves nothing. Three reasons, each until it gives no more:
 * a rule is dead if none of its edges stays among the states left, or if it moves a part that the live rules never bring back;
 * a state goes if a strongly fair actor all of whose rules are dead is enabled in it; and a state goes if no live edge leads on from
 * it or none leads to it, unless one may stay in it for ever.
 * @param worth with fewer states than this, all are returned at once
 * @returns the states left, ascending
 */
export function recurring(graph: Graph, within: Uint8Array, fair: Fairness, worth = 2000): Int32Array {
  const { program, first, to, by, size } = graph;
  const rules = program.rules.length;
  let count = 0;
  for (let state = 0; state < size; state++) count += within[state]!;
  const list = new Int32Array(count);
  count = 0;
  for (let state = size - 1; state >= 0; state--) if (within[state] === 1) list[count++] = state;
  if (count < worth) return list.reverse();
  // 0: taken out. Else one more than the pass in which an edge was last seen to lead there.
  const mark = within.slice();

  const arcs = arcsOf(program);
  const isFair = Uint8Array.from(program.rules, (_, r) => Number(((fair.weak[fair.word[r]!]! | fair.strong[fair.word[r]!]!) & fair.bit[r]!) !== 0));
  const isStrong = Uint8Array.from(program.rules, (_, r) => Number((fair.strong[fair.word[r]!]! & fair.bit[r]!) !== 0));
  let live = new Uint8Array(rules).fill(1);
  const starving = new Uint8Array(rules);
  let descending = true;
  for (let pass = 1; count > 0 && pass < 250; pass++) {
    const seen = new Uint8Array(rules);
    const any = starving.includes(1);
    let left = 0;
    for (let at = 0; at < count; at++) {
      const state = list[at]!;
      let on = false; let stay = true; let starved = false;
      const end = first[state + 1]!;
      for (let e = first[state]!; e < end; e++) {
        const rule = by[e]!;
        if (isFair[rule] === 0) continue;
        stay = false;
        if (!any) break;
        if (starving[rule] === 1) { starved = true; break; }
      }
      if (starved || (!stay && mark[state]! < pass)) { mark[state] = 0; continue; }
      for (let e = first[state]!; e < end; e++) {
        const rule = by[e]!;
        const next = to[e]!;
        if (mark[next] === 0 || live[rule] === 0) continue;
        on = true;
        seen[rule] = 1;
        mark[next] = pass + 1;
      }
      if (!on && !stay) { mark[state] = 0; continue; }
      list[left++] = state;
    }
    const returning = cyclic(arcs, seen);
    let changed = false;
    for (let r = 0; r < rules; r++) if (live[r] !== returning[r]) changed = true;
    live = returning;
    const acts = new Uint8Array(program.actors.length);
    for (let r = 0; r < rules; r++) if (live[r] === 1) acts[program.rules[r]!.actor] = 1;
    for (let r = 0; r < rules; r++) starving[r] = isStrong[r]! & Number(acts[program.rules[r]!.actor] === 0);
    const removed = count - left;
    count = left;
    list.subarray(0, count).reverse();
    descending = !descending;
    if (!changed && (removed === 0 || (pass > 3 && removed < count >>> 5))) break;
  }
  if (descending) list.subarray(0, count).reverse();
  return list.slice(0, count);
}

/** What a rule may do to a part: three numbers each, the part, and its local state before and after. */
type Arcs = readonly (readonly (readonly [part: number, arcs: readonly (readonly [number, number])[]])[])[];

function arcsOf(program: Program): Arcs {
  return program.rules.map(({ when, moves, also }) => [...moves, ...also].flatMap((move) => {
    const { part, event } = move;
    const alone = when.filter(({ some }) => some.length === 1 && some[0]!.part === part).map(({ some }) => some[0]!.in);
    const arcs = program.tables[program.parts[part]!.table]!.states.flatMap((_, local): [number, number][] => {
      if (!alone.every((locals) => locals.includes(local))) return [];
      const after = step(program, part, event, local);
      return after >= 0 ? [[local, after]] : also.includes(move) ? [[local, local]] : [];
    });
    return [[part, arcs] as const];
  }));
}

/** The rules among `seen` that may lie on a cycle: some arc of each of their moves lies on one of the live rules' arcs. */
function cyclic(arcs: Arcs, seen: Uint8Array): Uint8Array<ArrayBuffer> {
  const live = seen.slice();
  for (;;) {
    const after = new Map<number, Map<number, Set<number>>>();
    arcs.forEach((moves, r) => {
      if (live[r] === 0) return;
      for (const [part, pairs] of moves) for (const [from, to] of pairs) {
        let of = after.get(part);
        if (of === undefined) after.set(part, (of = new Map()));
        const next = of.get(from);
        if (next === undefined) of.set(from, new Set([to])); else next.add(to);
      }
    });
    const reach = new Map<string, Set<number>>();
    const reachable = (part: number, from: number): Set<number> => {
      const key = `${part} ${from}`;
      let found = reach.get(key);
      if (found === undefined) {
        reach.set(key, (found = new Set([from])));
        for (const local of found) for (const next of after.get(part)!.get(local) ?? []) found.add(next);
      }
      return found;
    };
    let dropped = false;
    arcs.forEach((moves, r) => {
      if (live[r] === 0) return;
      if (moves.every(([part, pairs]) => pairs.some(([from, to]) => reachable(part, to).has(from)))) return;
      live[r] = 0;
      dropped = true;
    });
    if (!dropped) return live;
  }
}
