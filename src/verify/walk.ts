import { child, layersOf, leadsTo, type Diagram, type Motion } from './diagram.ts';
import { onward } from './motion.ts';

/**
 * Whether a step leads from a state of a set to where it must not. It is followed from all states at
 * once, in pairs of nodes: one for the states, one for where the step leads them.
 * @param allowed of what stands at the end of a state's path, and of that of where the step leads
 * @param straysBelow whether that is not allowed of a state that stays, below a node
 */
export function strays(
  diagram: Diagram,
  root: number,
  motion: Motion | null,
  allowed: (from: number, to: number) => boolean,
  straysBelow = leadsTo(diagram, root, (end) => !allowed(end, end)),
): boolean {
  if (motion === null) return false;
  const { kids, met } = diagram;
  const { after, lowest, highest } = motion;
  const round = diagram.walks.push(null);
  const others = new Set<string>();

  /** Of most nodes only one pair is met: it has a place of its own. */
  const isNew = (node: number, to: number, held: number): boolean => {
    const slot = 3 * node;
    if (met[slot] === round && met[slot + 1] === to && met[slot + 2] === held) return false;
    if (met[slot] !== round) {
      met[slot] = round;
      met[slot + 1] = to;
      met[slot + 2] = held;
      return true;
    }
    const before = others.size;
    return others.add(`${node} ${to} ${held}`).size > before;
  };
  const go = (k: number, node: number, to: number, held: number): boolean => {
    if (k < lowest && node === to) return straysBelow(node);
    if (k === 0) return !allowed(node, to);
    if (!isNew(node, to, held)) return false;
    const own = kids[node]!;
    for (let c = 0; c < own.length; c += 2) {
      const local = own[c]!;
      const target = after[k]![local] ?? local;
      const next = target < 0 ? -1 : onward(motion, k, local, held);
      if (next < 0) continue;
      const there = node === to && target === local ? own[c + 1]! : child(diagram, to, target);
      if (go(k - 1, own[c + 1]!, there, next)) return true;
    }
    return false;
  };
  if (highest === 0) return straysBelow(root);
  return layersOf(diagram, root)[highest]!.some((node) => go(highest, node, node, 0));
}

/** Steps that may still be enabled, by their places, and the guards of each that hold so far. */
type Alive = readonly (readonly [step: number, held: number])[];

/**
 * Whether there is a state in a set, of those that are asked about, in which none of these steps is
 * enabled.
 * @param asks whether what stands at the end of a state's path asks about it
 */
export function isIdle(
  diagram: Diagram,
  root: number,
  steps: readonly (Motion | null)[],
  asks: (end: number) => boolean,
): boolean {
  const asked = leadsTo(diagram, root, asks);
  const met = new Set<string>();
  const go = (k: number, node: number, alive: Alive): boolean => {
    if (!asked(node) || alive.some(([step]) => k < steps[step]!.lowest)) return false;
    if (alive.length === 0) return true;
    if (met.size === met.add(`${node} ${alive.join()}`).size) return false;
    const own = diagram.kids[node]!;
    const left = (local: number): Alive =>
      alive.flatMap(([step, held]) => {
        const isRefused = (steps[step]!.after[k]![local] ?? 0) < 0;
        const next = isRefused ? -1 : onward(steps[step]!, k, local, held);
        return next < 0 ? [] : [[step, next] as const];
      });
    return own.some((local, c) => c % 2 === 0 && go(k - 1, own[c + 1]!, left(local)));
  };
  const alive = steps.flatMap((motion, step): Alive => (motion === null ? [] : [[step, 0]]));
  return go(diagram.part.length - 1, root, alive);
}
