import { fire, type Program } from '../system/program.ts';
import { stepsByName } from '../system/run.ts';

/**
 * The shortest run that one of two systems with like step names allows and the other refuses, or
 * after which a part stands elsewhere; its last step shows the difference. Null where both do the
 * same. Runs of the second system are tried.
 * @param most pairs of states to look at before giving up
 */
export function firstDifference(left: Program, right: Program, most = 200_000): string[] | null {
  const steps = stepsByName(left);
  const there = new Map(right.parts.map(({ name }, part) => [name, part]));
  const shared = left.parts.flatMap(({ name }, part) =>
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
  const queue: Pair[] = [{ a: left.initial, b: right.initial, by: '', from: null }];
  const seen = new Set([`${left.initial.join()} ${right.initial.join()}`]);
  for (const pair of queue) {
    for (const step of right.steps) {
      const b = fire(right, step, pair.b);
      if (b === null) continue;
      const same = steps.get(step.name);
      const a = same === undefined ? null : fire(left, same, pair.a);
      if (a === null || shared.some(([p, q]) => place(left, p, a) !== place(right, q, b)))
        return [...runTo(pair), step.name];
      const key = `${a.join()} ${b.join()}`;
      if (seen.has(key)) continue;
      if (seen.size >= most) return null;
      seen.add(key);
      queue.push({ a, b, by: step.name, from: pair });
    }
    for (const step of left.steps) {
      if (stepsByName(right).has(step.name)) continue;
      if (fire(left, step, pair.a) !== null) return runTo(pair);
    }
  }
  return null;
}
