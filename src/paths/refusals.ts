import { fire, type Program } from '../system/program.ts';
import { rulesByName, whyNot, type Absent } from './carry.ts';
import type { Because, Refusal } from './path.ts';

type Tried = { readonly rule: string; readonly because: Because; readonly after: number };

/**
 * What the clause alone refuses along a path: rules that the same system without it would allow in the same place. One entry for each
 * stretch of the path. What is `tried` at the brink is always among them.
 */
export function refusalsOf({ with: program, without }: { readonly with: Program; readonly without: Program }, states: readonly (readonly number[])[], absent: Absent, tried: Tried | null): Refusal[] {
  const place = new Map(program.parts.map(({ name }, part) => [name, part]));
  const comparable = without.parts.every(({ name }) => place.has(name));
  const open = new Map<string, Refusal>();
  const found: Refusal[] = [];
  states.forEach((state, at) => {
    const there = without.parts.map(({ name }) => state[place.get(name)!]!);
    const now = new Map<string, Because>();
    if (comparable) {
      for (const rule of without.rules) {
        const why = whyNot(program, rulesByName(program).get(rule.name), state, absent);
        if (why !== null && why.clause === absent.clause && fire(without, rule, there) !== null) now.set(rule.name, why);
      }
    }
    // A part may refuse because of what the clause did before: the sentence is still the clause's.
    if (tried?.after === at && !now.has(tried.rule)) now.set(tried.rule, { ...tried.because, ...absent });
    for (const [rule, entry] of open) {
      if (now.has(rule)) continue;
      const same = rulesByName(program).get(rule);
      found[found.indexOf(entry)] = { ...entry, until: at, delayed: same !== undefined && whyNot(program, same, state) === null };
      open.delete(rule);
    }
    for (const [rule, why] of now) {
      if (open.has(rule)) continue;
      const entry = { ...why, rule, after: at, until: null, delayed: false };
      open.set(rule, entry);
      found.push(entry);
    }
  });
  return found;
}
