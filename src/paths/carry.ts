import { fire, refusal, stateName, step, type Program, type Rule } from '../system/program.ts';
import type { Because, Step } from './path.ts';

/** A run by rule names in a program, as far as it goes. */
export type Carried = {
  readonly steps: readonly Omit<Step, 'seal'>[];
  /** States before each step, and after the last. */
  readonly states: readonly (readonly number[])[];
  /** Why the next step is refused; null where all were taken. */
  readonly refused: { readonly rule: string; readonly because: Because } | null;
};

/** Whose doing it is that a rule is not there. */
export type Absent = Pick<Because, 'clause' | 'cite'>;
const nobody: Absent = { clause: null, cite: null };

/** Takes the steps one by one and stops at the first that is refused. */
export function carry(program: Program, rules: readonly string[], absent: Absent = nobody, from: readonly number[] = program.initial, taken = 0): Carried {
  const byName = rulesByName(program);
  const steps: Omit<Step, 'seal'>[] = [];
  const states: (readonly number[])[] = [from];
  for (const name of rules) {
    const rule = byName.get(name);
    const state = states.at(-1)!;
    const after = rule === undefined ? null : fire(program, rule, state);
    if (rule === undefined || after === null) return { steps, states, refused: { rule: name, because: whyNot(program, rule, state, absent)! } };
    steps.push(stepOf(program, rule, state, after, taken + steps.length + 1));
    states.push(after);
  }
  return { steps, states, refused: null };
}

const indexed = new WeakMap<Program, ReadonlyMap<string, Rule>>();
export function rulesByName(program: Program): ReadonlyMap<string, Rule> {
  let found = indexed.get(program);
  if (found === undefined) indexed.set(program, (found = new Map(program.rules.map((rule) => [rule.name, rule]))));
  return found;
}

function stepOf(program: Program, rule: Rule, before: readonly number[], after: readonly number[], at: number): Omit<Step, 'seal'> {
  const parts: Record<string, { event: string; from: string; to: string }> = {};
  for (const { part, event } of [...rule.moves, ...rule.also]) {
    if (step(program, part, event, before[part]!) < 0) continue;
    parts[program.parts[part]!.name] = { event: eventName(program, part, event), from: stateName(program, part, before[part]!), to: stateName(program, part, after[part]!) };
  }
  return { step: at, rule: rule.name, actor: program.actors[rule.actor]!.name, parts, clause: rule.origin.clause, cite: rule.origin.cite };
}

const eventName = (program: Program, part: number, event: number): string => program.tables[program.parts[part]!.table]!.events[event]!;

/** Why a rule cannot fire in a state, guards first; null if it can. `rule` is undefined where the system has none of that name. */
export function whyNot(program: Program, rule: Rule | undefined, state: readonly number[], absent: Absent = nobody): Because | null {
  if (rule === undefined) return { by: 'absent', parts: {}, needs: 'a rule that this system does not have', ...absent };
  const by = refusal(program, rule, state);
  if (by === null) return null;
  const { clause, cite } = by.origin;
  const where = (part: number): [string, string] => [program.parts[part]!.name, stateName(program, part, state[part]!)];
  if ('some' in by) return { by: 'guard', parts: Object.fromEntries(by.some.map(({ part }) => where(part))), needs: by.text, clause, cite };
  const table = program.tables[program.parts[by.part]!.table]!;
  const takes = table.states.filter((_, local) => step(program, by.part, by.event, local) >= 0);
  return {
    by: 'move', parts: Object.fromEntries([where(by.part)]), clause, cite,
    needs: `${program.parts[by.part]!.name} to take ${eventName(program, by.part, by.event)}, which it does in ${takes.join(' or ') || 'no state'}`,
  };
}

/** Where every part stands. */
export const placesOf = (program: Program, state: readonly number[]): Record<string, string> =>
  Object.fromEntries(program.parts.map(({ name }, part) => [name, stateName(program, part, state[part]!)]));
