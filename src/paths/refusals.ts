import { fire, type Program } from '../system/program.ts';
import { stepsByName } from '../system/run.ts';
import { whyNot, type Absent } from './carry.ts';
import type { Because, Refusal } from './path.ts';

/** The step that is tried at the brink, and why it is refused there. */
type Tried = { readonly step: string; readonly because: Because; readonly after: number };

/**
 * What the clause alone refuses along a path: steps that the same system without it would allow in
 * the same place. One entry for each stretch of the path. What is `tried` at the brink is always
 * among them.
 */
export function refusalsOf(
  { with: program, without }: { readonly with: Program; readonly without: Program },
  states: readonly (readonly number[])[],
  absent: Absent,
  tried: Tried | null,
): Refusal[] {
  const place = new Map(program.parts.map(({ name }, part) => [name, part]));
  const comparable = without.parts.every(({ name }) => place.has(name));
  const open = new Map<string, Refusal>();
  const refusals: Refusal[] = [];
  states.forEach((state, index) => {
    const there = without.parts.map(({ name }) => state[place.get(name)!]!);
    const now = new Map<string, Because>();
    if (comparable) {
      for (const step of without.steps) {
        const why = whyNot(program, stepsByName(program).get(step.name), state, absent);
        if (why !== null && why.clause === absent.clause && fire(without, step, there) !== null)
          now.set(step.name, why);
      }
    }
    // A part may refuse because of what the clause did before: the sentence is still the clause's.
    if (tried?.after === index && !now.has(tried.step))
      now.set(tried.step, { ...tried.because, ...absent });
    for (const [step, entry] of open) {
      if (now.has(step)) continue;
      const same = stepsByName(program).get(step);
      refusals[refusals.indexOf(entry)] = {
        ...entry,
        until: index,
        delayed: same !== undefined && whyNot(program, same, state) === null,
      };
      open.delete(step);
    }
    for (const [step, why] of now) {
      if (open.has(step)) continue;
      const entry = { ...why, step, after: index, until: null, delayed: false };
      open.set(step, entry);
      refusals.push(entry);
    }
  });
  return refusals;
}
