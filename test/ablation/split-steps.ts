import { verdictsOf, type System, type Turned, type Verdicts } from '../../src/check/ablate.ts';
import { check } from '../../src/check/verdict.ts';
import type { Budget } from '../../src/explore/graph.ts';
import {
  accepting,
  eventName,
  noOrigin,
  sealed,
  type Actor,
  type Conjunct,
  type Move,
  type Part,
  type Program,
  type Step,
  type Table,
} from '../../src/system/program.ts';

/** How many single steps a step falls into: one a move, and one for all that only goes along. */
export const movesIn = (step: Step): number => step.moves.length + (step.also.length > 0 ? 1 : 0);

/**
 * The same system with the step `of` taken apart: it begins where it could happen as a whole, and
 * then makes its moves one after the other, in this `order`, with steps of others in between. Its
 * optional moves are its last move, before reordering. A new part for each binding knows how far it
 * is. A fair actor is one thread: it does nothing else meanwhile. An actor that need not act need
 * not begin, but goes on once it has.
 */
export function splitStep(program: Program, base: string, order: readonly number[]): Program {
  const parts = [...program.parts];
  const initial = [...program.initial];
  const actors = [...program.actors];
  const tables = [...program.tables, underWay(order)];
  /** For each actor, the parts that say how far its split steps are. */
  const busy = new Map<number, number[]>();
  const taken = program.steps.flatMap((step): Piece[] => {
    if (step.of !== base) return [{ step, own: null }];
    const part = parts.push(progressOf(step, tables.length - 1)) - 1;
    initial.push(0);
    busy.set(step.actor, [...(busy.get(step.actor) ?? []), part]);
    return order.map((piece, n) => ({
      own: part,
      step: pieceOf(
        program,
        step,
        part,
        piece,
        n,
        n === 0 ? step.actor : goesOn(actors, step.actor),
      ),
    }));
  });
  const steps = taken.map(({ step, own }): Step => {
    const others = actors[step.actor]!.fair === 'none' ? [] : (busy.get(step.actor) ?? []);
    const idle = others.filter((part) => part !== own).map((part) => notUnderWay(parts, part));
    return { ...step, when: [...step.when, ...idle] };
  });
  return sealed({ ...program, tables, parts, actors, initial, steps });
}

/**
 * A step of the split system; `own`: the part that says how far it is, if it is a piece of a step.
 */
type Piece = { readonly step: Step; readonly own: number | null };

const underWay = (order: readonly number[]): Table => ({
  lifecycle: 'under_way',
  states: ['not under way', ...order.slice(1).map((_, n) => `${n + 1} done`)],
  events: order.map((_, n) => `step ${n + 1}`),
  next: order.flatMap((_, from) =>
    order.map((__, event) => (event === from ? (from + 1) % order.length : -1)),
  ),
  phrases: order.map(() => null),
});

const progressOf = ({ name }: Step, table: number): Part => ({
  name: `under way: ${name}`,
  title: `${name} under way`,
  table,
  family: null,
  index: null,
});

/** Piece `n` of a step: its move number `piece`, or its optional moves. */
function pieceOf(
  program: Program,
  step: Step,
  part: number,
  piece: number,
  n: number,
  actor: number,
): Step {
  const isMove = piece < step.moves.length;
  return {
    ...step,
    name: `${step.name}.${n + 1}`,
    of: `${step.of}.${n + 1}`,
    atomic: null,
    actor,
    when: n === 0 ? [...step.when, ...step.moves.map((move) => accepts(program, move))] : [],
    moves: [{ part, event: n, origin: noOrigin }, ...(isMove ? [step.moves[piece]!] : [])],
    also: isMove ? [] : step.also,
  };
}

/** Who goes on with a step that was begun: an actor that need not act does so weakly fairly. */
function goesOn(actors: Actor[], actor: number): number {
  if (actors[actor]!.fair !== 'none') return actor;
  const name = `${actors[actor]!.name}, under way`;
  const known = actors.findIndex((other) => other.name === name);
  if (known >= 0) return known;
  return actors.push({ ...actors[actor]!, name, of: name, fair: 'weak' }) - 1;
}

const notUnderWay = (parts: readonly Part[], part: number): Conjunct => ({
  some: [{ part, in: [0] }],
  text: `${parts[part]!.name} in not under way`,
  origin: noOrigin,
});

const accepts = (program: Program, move: Move): Conjunct => ({
  some: [{ part: move.part, in: accepting(program, move) }],
  text: `${program.parts[move.part]!.name} takes ${eventName(program, move.part, move.event)}`,
  origin: move.origin,
});

/** Every order of `count` steps up to three; of more, each step first and each step last. */
export function ordersOf(count: number): number[][] {
  const all = Array.from({ length: count }, (_, n) => n);
  if (count <= 3) return permutations(all);
  const orders = all.flatMap((first) => {
    const rest = all.filter((other) => other !== first);
    return [
      [first, ...rest],
      [...rest, first],
    ];
  });
  return orders.filter(
    (order, at) => orders.findIndex((other) => other.join() === order.join()) === at,
  );
}

const permutations = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((one) =>
        permutations(items.filter((other) => other !== one)).map((rest) => [one, ...rest]),
      );

/** A step of several moves, and what turns when they are not one step. */
export type Cut = {
  /** As written. */
  readonly step: string;
  /** What makes it one step, as written; null: nothing is said to. */
  readonly atomic: string | null;
  /** In how many ways it was taken apart, all systems together. */
  readonly cuts: number;
  /** The first that turns a verdict, with the order of its moves; null: it need not be one step. */
  readonly turned: (Turned & { readonly order: readonly string[] }) | null;
};

/**
 * Takes every step of several moves apart in every order, in one system after another until a
 * verdict turns.
 */
export function cut(systems: readonly System[], budget: Budget): Cut[] {
  const cuts = new Map<string, { atomic: string | null; cuts: number; turned: Cut['turned'] }>();
  const verdicts = (program: Program): Verdicts =>
    verdictsOf(check(program, budget, { plain: true }));
  for (const { name: system, program } of systems) {
    let whole: Verdicts | null = null;
    const firsts = new Map<string, Step>();
    for (const step of program.steps) if (!firsts.has(step.of)) firsts.set(step.of, step);
    for (const [base, step] of firsts) {
      if (movesIn(step) < 2) continue;
      const cutting = cuts.get(base) ?? { atomic: step.atomic, cuts: 0, turned: null };
      cuts.set(base, cutting);
      for (const order of ordersOf(movesIn(step))) {
        if (cutting.turned !== null) break;
        cutting.cuts++;
        whole ??= verdicts(program);
        const now = verdicts(splitStep(program, base, order));
        const promise = Object.keys(whole).find((owed) => whole![owed] !== now[owed]);
        if (promise !== undefined)
          cutting.turned = {
            system,
            promise,
            from: whole[promise]!,
            to: now[promise]!,
            order: order.map((piece) => movedBy(program, step, piece)),
          };
      }
    }
  }
  return [...cuts].map(([step, rest]) => ({ step, ...rest }));
}

const movedBy = (program: Program, { moves }: Step, piece: number): string =>
  piece < moves.length ? program.parts[moves[piece]!.part]!.name : 'what goes along';
