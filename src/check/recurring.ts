import type { Graph } from '../explore/graph.ts';
import { step, type Program } from '../system/program.ts';
import type { Fairness } from './fair.ts';

/**
 * For up to 32 promises at once, the states of `within`, one bit a promise, without many that no fair component holds, found in a few
 * passes over memory in order; what is left still holds every one. Much cheaper than components, and where all promises are kept it
 * mostly leaves nothing. Three reasons, each until it gives no more: a rule is dead if none of its edges stays among the states left,
 * or if it moves a part that the live rules never bring back; a state goes if a strongly fair actor all of whose rules are dead is
 * enabled in it; and a state goes if no live edge leads on from it or none leads to it, unless one may stay in it for ever.
 * @param worth promises with fewer states than this are left as they are
 * @returns `within`, cut down in place
 */
export function recurring(graph: Graph, within: Int32Array, fair: Fairness, worth = 2000): Int32Array {
  const { program, first, to, by, size } = graph;
  const rules = program.rules.length;
  const asked = countsOf(within).reduce((bits, states, q) => (states >= Math.max(1, worth) ? bits | (0x80000000 >>> q) : bits), 0);
  if (asked === 0) return within;
  let count = 0;
  for (let state = 0; state < size; state++) if ((within[state]! & asked) !== 0) count++;
  const list = new Int32Array(count);
  count = 0;
  for (let state = size - 1; state >= 0; state--) if ((within[state]! & asked) !== 0) list[count++] = state;
  // To which states an edge was seen to lead: in the pass before, and in this one.
  let led = within.slice();
  let leads = new Int32Array(size);

  const arcs = arcsOf(program);
  const kind = (of: Int32Array): Uint8Array => Uint8Array.from(program.rules, (_, r) => Number((of[fair.word[r]!]! & fair.bit[r]!) !== 0));
  const isStrong = kind(fair.strong);
  const isFair = kind(Int32Array.from(fair.weak, (weak, w) => weak | fair.strong[w]!));
  let live = new Int32Array(rules).fill(asked);
  const starving = new Int32Array(rules);
  for (let pass = 1; count > 0 && pass < 250; pass++) {
    const seen = new Int32Array(rules);
    let left = 0;
    let removed = 0;
    for (let at = 0; at < count; at++) {
      const state = list[at]!;
      const before = within[state]! & asked;
      const end = first[state + 1]!;
      let stay = asked; let starved = 0;
      for (let e = first[state]!; e < end; e++) {
        const rule = by[e]!;
        if (isFair[rule] === 0) continue;
        stay = 0;
        starved |= starving[rule]!;
      }
      let now = before & ~starved & (stay | led[state]! | leads[state]!);
      led[state] = 0;
      if (now !== 0) {
        let on = stay;
        for (let e = first[state]!; e < end; e++) {
          const rule = by[e]!;
          const next = to[e]!;
          const may = now & within[next]! & live[rule]!;
          if (may === 0) continue;
          on |= may;
          seen[rule]! |= may;
          leads[next]! |= may;
        }
        now &= on;
      }
      if (now !== before) { within[state] = (within[state]! & ~asked) | now; removed++; }
      if (now !== 0) list[left++] = state;
    }
    let changed = false;
    const returning = new Int32Array(rules);
    const acts = new Int32Array(program.actors.length);
    for (let bit = 0; bit < 32; bit++) {
      if ((asked & (1 << bit)) === 0) continue;
      const cycling = cyclic(arcs, Uint8Array.from(seen, (mask) => (mask >>> bit) & 1));
      for (let r = 0; r < rules; r++) returning[r]! |= cycling[r]! << bit;
    }
    for (let r = 0; r < rules; r++) {
      if (live[r] !== returning[r]) changed = true;
      acts[program.rules[r]!.actor]! |= returning[r]!;
    }
    live = returning;
    for (let r = 0; r < rules; r++) starving[r] = isStrong[r] === 1 ? asked & ~acts[program.rules[r]!.actor]! : 0;
    count = left;
    list.subarray(0, count).reverse();
    [led, leads] = [leads, led];
    if (!changed && (removed === 0 || (pass > 3 && removed < count >>> 5))) break;
  }
  return within;
}

/** How many states have each bit, the highest bit first. */
export function countsOf(masks: Int32Array): Uint32Array {
  const counts = new Uint32Array(32);
  for (let state = 0; state < masks.length; state++) for (let mask = masks[state]!; mask !== 0; mask &= mask - 1) counts[Math.clz32(mask & -mask)]!++;
  return counts;
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
