import { child, onward, type Diagram, type Motion } from './diagram.ts';

/** What stands at the end of a state's path, and at the end of the path of where a step leads. */
export type Pair = readonly [from: number, to: number];

/**
 * Follows a step from all states of a set at once, in pairs of nodes: one for the states, one for
 * where the step leads. Returns a pair of ends that is not allowed; null where there is none.
 * @param stays whether (x, x) is allowed for all x below a node
 */
export function offence(
  diagram: Diagram,
  root: number,
  motion: Motion,
  allowed: (from: number, to: number) => boolean,
  stays: (node: number) => boolean,
): Pair | null {
  const { first, pairs, ends, part } = diagram;
  const { after, lowest } = motion;
  const isNew = meeting(diagram);

  const go = (k: number, node: number, to: number, held: number): Pair | null => {
    if (k < lowest && node === to && stays(node)) return null;
    if (k === 0) return allowed(node, to) ? null : [node, to];
    if (!isNew(node, to, held)) return null;
    const moved = after[k]!;
    for (let c = first[node - ends]!, last = first[node - ends + 1]!; c < last; c += 2) {
      const local = pairs[c]!;
      const target = moved === null ? local : moved[local]!;
      const next = target < 0 ? -1 : onward(motion, k, local, held);
      if (next < 0) continue;
      const below = pairs[c + 1]!;
      const there = node === to && target === local ? below : child(diagram, to, target);
      const found = go(k - 1, below, there, next);
      if (found !== null) return found;
    }
    return null;
  };
  return go(part.length - 1, root, root, 0);
}

/** Whether a pair of nodes, with the guards that hold so far, is met for the first time. */
function meeting(diagram: Diagram): (node: number, to: number, held: number) => boolean {
  // Of most nodes only one pair is met: it has a place of its own.
  const { met } = diagram;
  const round = ++diagram.rounds.count;
  const others = new Set<string>();
  return (node, to, held) => {
    const at = 3 * node;
    if (met[at] !== round) {
      met[at] = round;
      met[at + 1] = to;
      met[at + 2] = held;
      return true;
    }
    if (met[at + 1] === to && met[at + 2] === held) return false;
    const before = others.size;
    return others.add(`${node} ${to} ${held}`).size > before;
  };
}

/** Steps that may still be enabled, and the guards of each that hold so far. */
type Alive = readonly (readonly [motion: Motion, held: number])[];

/**
 * Looks at all states of a set that are asked about: in each of them one of these steps is enabled.
 * Returns the end of a state's path in which none is; null where there is no such state.
 * @param asked whether something that is asked about stands at the end of a path below a node
 */
export function disabled(
  { first, pairs, ends, part }: Diagram,
  root: number,
  steps: readonly Motion[],
  asked: (node: number) => boolean,
): number | null {
  const numbers = new Map(steps.map((motion, n) => [motion, n]));
  const met = new Set<string>();
  const go = (k: number, node: number, alive: Alive): number | null => {
    if (!asked(node)) return null;
    if (alive.some(([{ lowest }]) => k < lowest)) return null;
    if (alive.length === 0) {
      let end = node;
      while (end >= ends) {
        let c = first[end - ends]!;
        while (!asked(pairs[c + 1]!)) c += 2;
        end = pairs[c + 1]!;
      }
      return end;
    }
    const key = `${node} ${alive.map(([motion, held]) => `${numbers.get(motion)}.${held}`).join()}`;
    if (met.has(key)) return null;
    met.add(key);
    for (let c = first[node - ends]!, last = first[node - ends + 1]!; c < last; c += 2) {
      const local = pairs[c]!;
      const left = alive.flatMap(([motion, held]): Alive => {
        if ((motion.after[k]?.[local] ?? 0) < 0) return [];
        const next = onward(motion, k, local, held);
        return next < 0 ? [] : [[motion, next]];
      });
      const found = go(k - 1, pairs[c + 1]!, left);
      if (found !== null) return found;
    }
    return null;
  };
  return go(
    part.length - 1,
    root,
    steps.map((motion) => [motion, 0]),
  );
}
