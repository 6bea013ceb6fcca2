import type { Budget } from '../explore/graph.ts';
import { sealed, step, type Conjunct, type Move, type Origin, type Program, type Rule } from '../system/program.ts';
import type { System, Turned } from './ablate.ts';
import { worst, type Verdict } from './finding.ts';
import { check } from './verdict.ts';

const nobody: Origin = { row: null, clause: null, cite: null };

/** How many single steps a rule falls into: one a move, and one for all that only goes along. */
export const stepsOf = (rule: Rule): number => rule.moves.length + (rule.also.length > 0 ? 1 : 0);

/**
 * The same system with the rule `of` taken apart: it begins where it could happen as a whole, and then makes its moves one after the other,
 * in this `order`, with steps of others in between. What only goes along is its last move, before reordering. A new part a binding knows
 * how far it is. Who acts fairly is one thread: it does nothing else meanwhile. Who need not act at all need not begin, but goes on.
 */
export function split(program: Program, of: string, order: readonly number[]): Program {
  const tables = [...program.tables];
  const parts = [...program.parts];
  const initial = [...program.initial];
  const actors = [...program.actors];
  const goesOn = (actor: number): number => {
    if (actors[actor]!.fair !== 'none') return actor;
    const name = `${actors[actor]!.name}, under way`;
    const at = actors.findIndex((one) => one.name === name);
    return at >= 0 ? at : actors.push({ ...actors[actor]!, name, of: name, fair: 'weak' }) - 1;
  };
  const busy = new Map<number, number[]>();
  const table = tables.push({
    lifecycle: 'under_way', states: ['not under way', ...order.slice(1).map((_, n) => `${n + 1} done`)], events: order.map((_, n) => `step ${n + 1}`),
    next: order.flatMap((_, at) => order.map((__, event) => (event === at ? (at + 1) % order.length : -1))), phrases: order.map(() => null),
  }) - 1;
  const taken = program.rules.flatMap((rule): { readonly rule: Rule; readonly own: boolean }[] => {
    if (rule.of !== of) return [{ rule, own: false }];
    const part = parts.push({ name: `under way: ${rule.name}`, title: `${rule.name} under way`, table, family: null, index: null }) - 1;
    initial.push(0);
    busy.set(rule.actor, [...(busy.get(rule.actor) ?? []), part]);
    return order.map((piece, n) => ({
      own: true,
      rule: {
        ...rule, name: `${rule.name}.${n + 1}`, of: `${of}.${n + 1}`, atomic: null, actor: n === 0 ? rule.actor : goesOn(rule.actor),
        when: n === 0 ? [...rule.when, ...rule.moves.map((move) => accepts(program, move))] : [],
        moves: [{ part, event: n, origin: nobody }, ...(piece < rule.moves.length ? [rule.moves[piece]!] : [])],
        also: piece < rule.moves.length ? [] : rule.also,
      },
    }));
  });
  const rules = taken.map(({ rule, own }): Rule => {
    const others = actors[rule.actor]!.fair === 'none' ? [] : busy.get(rule.actor) ?? [];
    const idle = others.filter((part) => !own || rule.moves[0]!.part !== part).map((part): Conjunct => ({ some: [{ part, in: [0] }], text: `${parts[part]!.name} in not under way`, origin: nobody }));
    return { ...rule, when: [...rule.when, ...idle] };
  });
  return sealed({ ...program, tables, parts, actors, initial, rules });
}

function accepts(program: Program, move: Move): Conjunct {
  const { name, table } = program.parts[move.part]!;
  const { states, events } = program.tables[table]!;
  return { some: [{ part: move.part, in: states.flatMap((_, local) => (step(program, move.part, move.event, local) >= 0 ? [local] : [])) }], text: `${name} takes ${events[move.event]!}`, origin: move.origin };
}

/** Every order of `count` steps up to three; of more, each step first and each step last. */
export function ordersOf(count: number): number[][] {
  const all = Array.from({ length: count }, (_, n) => n);
  if (count <= 3) return permutations(all);
  const found = all.flatMap((one) => { const rest = all.filter((other) => other !== one); return [[one, ...rest], [...rest, one]]; });
  return found.filter((order, at) => found.findIndex((other) => other.join() === order.join()) === at);
}

const permutations = (all: readonly number[]): number[][] =>
  (all.length < 2 ? [[...all]] : all.flatMap((one) => permutations(all.filter((other) => other !== one)).map((rest) => [one, ...rest])));

/** A rule of several moves, and what turns when they are not one step. */
export type Cut = {
  /** As written. */
  readonly rule: string;
  /** What makes it one step, as written; null: nothing is said to. */
  readonly atomic: string | null;
  /** In how many ways it was taken apart, all systems together. */
  readonly cuts: number;
  /** The first that turns a verdict, with the order of its moves; null: it need not be one step. */
  readonly turned: (Turned & { readonly order: readonly string[] }) | null;
};

/** Takes every rule of several moves apart in every order, in one system after another until a verdict turns. */
export function cut(systems: readonly System[], budget: Budget): Cut[] {
  const found = new Map<string, { atomic: string | null; cuts: number; turned: Cut['turned'] }>();
  for (const { name, program } of systems) {
    let whole: Readonly<Record<string, Verdict>> | null = null;
    const firsts = new Map<string, Rule>();
    for (const rule of program.rules) if (!firsts.has(rule.of)) firsts.set(rule.of, rule);
    for (const [of, rule] of firsts) {
      if (stepsOf(rule) < 2) continue;
      let one = found.get(of);
      if (one === undefined) found.set(of, (one = { atomic: rule.atomic, cuts: 0, turned: null }));
      for (const order of ordersOf(stepsOf(rule))) {
        if (one.turned !== null) break;
        one.cuts++;
        whole ??= verdictsOf(program, budget);
        const now = verdictsOf(split(program, of, order), budget);
        const promise = Object.keys(whole).find((owed) => whole![owed] !== now[owed]);
        if (promise !== undefined) one.turned = { system: name, promise, from: whole[promise]!, to: now[promise]!, order: order.map((piece) => (piece < rule.moves.length ? program.parts[rule.moves[piece]!.part]!.name : 'what goes along')) };
      }
    }
  }
  return [...found].map(([rule, rest]) => ({ rule, ...rest }));
}

function verdictsOf(program: Program, budget: Budget): Record<string, Verdict> {
  const verdicts: Record<string, Verdict> = {};
  for (const { of, verdict } of check(program, budget, { plain: true }).promises) verdicts[of] = worst([verdicts[of] ?? 'finite', verdict]);
  return verdicts;
}
