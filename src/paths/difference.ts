import { fire, type Program } from '../system/program.ts';
import { stepsByName } from './carry.ts';

/**
 * The shortest run that one of two systems with like step names allows and the other refuses, or
 * after which a part stands elsewhere; its last step shows the difference. Null where both do the
 * same. Runs of the second system are tried.
 * @param most pairs of states to look at before giving up
 */
export function firstDifference(one: Program, other: Program, most = 200_000): string[] | null {
  const steps = stepsByName(one);
  const there = new Map(other.parts.map(({ name }, part) => [name, part]));
  const shared = one.parts.flatMap(({ name }, part) =>
    there.has(name) ? [[part, there.get(name)!] as const] : [],
  );
  const place = (program: Program, part: number, state: readonly number[]): string =>
    program.tables[program.parts[part]!.table]!.states[state[part]!]!;
  type Pair = {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly by: string;
    readonly from: Pair | null;
  };
  const runTo = (pair: Pair | null): string[] => {
    const run: string[] = [];
    for (let at = pair; at !== null && at.from !== null; at = at.from) run.push(at.by);
    return run.reverse();
  };
  const queue: Pair[] = [{ a: one.initial, b: other.initial, by: '', from: null }];
  const seen = new Set([`${one.initial.join()} ${other.initial.join()}`]);
  for (const pair of queue) {
    for (const step of other.steps) {
      const b = fire(other, step, pair.b);
      if (b === null) continue;
      const same = steps.get(step.name);
      const a = same === undefined ? null : fire(one, same, pair.a);
      if (a === null || shared.some(([p, q]) => place(one, p, a) !== place(other, q, b)))
        return [...runTo(pair), step.name];
      const key = `${a.join()} ${b.join()}`;
      if (seen.has(key)) continue;
      if (seen.size >= most) return null;
      seen.add(key);
      queue.push({ a, b, by: step.name, from: pair });
    }
    for (const step of one.steps) {
      if (stepsByName(other).has(step.name)) continue;
      if (fire(one, step, pair.a) !== null) return runTo(pair);
    }
  }
  return null;
}
