import type { Budget } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import {
  eventName,
  fire,
  noOrigin,
  refusal,
  sealed,
  type Move,
  type Origin,
  type Program,
  type Step,
} from '../system/program.ts';
import { worst, type Verdict } from './finding.ts';
import { answer, check, type Report } from './verdict.ts';

/** A piece of a step that can be left out, as written: in all bindings of the step at once. */
export type Piece = {
  readonly kind: 'step' | 'guard' | 'move' | 'also';
  /** The step as written. */
  readonly step: string;
  /**
   * A guard's words, or `'engine give.c[1]'` of a move, of the step's first binding; empty for the
   * step itself.
   */
  readonly text: string;
  readonly origin: Origin;
};

export type Ablation = { readonly piece: Piece; readonly program: Program };

/** `program` with one piece less, for each piece. */
export const ablations = (program: Program): Ablation[] =>
  piecesOf(program).map((piece) => ({ piece, program: without(program, piece) }));

/** The name of a piece in every program that has it, the same for all members of a family. */
export const keyOf = ({ kind, step, text }: Piece): string =>
  `${kind} ${step}${text === '' ? '' : `: ${text.replace(/\[\d+\]/g, '[]')}`}`;

/** `'engine give.c[1]'` */
const moveText = (program: Program, { part, event }: Move): string =>
  `${program.parts[part]!.name} ${eventName(program, part, event)}`;

/** Every piece once. A step's only move is the step. */
export function piecesOf(program: Program): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const step of program.steps)
    for (const piece of piecesOfStep(program, step))
      if (!pieces.has(keyOf(piece))) pieces.set(keyOf(piece), piece);
  return [...pieces.values()];
}

function piecesOfStep(program: Program, step: Step): Piece[] {
  const piece = (kind: Piece['kind'], text: string, origin: Origin): Piece => ({
    kind,
    step: step.of,
    text,
    origin,
  });
  return [
    piece('step', '', step.origin),
    ...step.when.map(({ text, origin }) => piece('guard', text, origin)),
    ...(step.moves.length < 2
      ? []
      : step.moves.map((move) => piece('move', moveText(program, move), move.origin))),
    ...step.also.map((move) => piece('also', moveText(program, move), move.origin)),
  ];
}

/** The same program without `piece`, in all bindings of its step. */
export const without = (program: Program, piece: Piece): Program =>
  sealed({ ...program, steps: stepsWithout(program, piece) });

/** The steps of `program` without `piece`. */
export function stepsWithout(program: Program, piece: Piece): Step[] {
  const { kind, step: base } = piece;
  if (kind === 'step') return program.steps.filter((step) => step.of !== base);
  const key = keyOf(piece);
  const stays = (text: string): boolean =>
    keyOf({ kind, step: base, text, origin: noOrigin }) !== key;
  const steps = program.steps.map((step) =>
    step.of === base ? stepWithout(program, step, kind, stays) : step,
  );
  // Two moves of one name in one step would leave none: then the step is what was dropped.
  return steps.filter(({ moves }) => moves.length > 0);
}

function stepWithout(
  program: Program,
  step: Step,
  kind: Piece['kind'],
  stays: (text: string) => boolean,
): Step {
  const staying = (move: Move): boolean => stays(moveText(program, move));
  return {
    ...step,
    when: kind === 'guard' ? step.when.filter(({ text }) => stays(text)) : step.when,
    moves: kind === 'move' ? step.moves.filter(staying) : step.moves,
    also: kind === 'also' ? step.also.filter(staying) : step.also,
  };
}

/** Every promise as written with the worst verdict of its members. */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** A whole system with its answers, against which a piece is weighed. */
type Whole = {
  readonly program: Program;
  readonly verdicts: Verdicts;
  readonly states: readonly (readonly number[])[];
};

function whole(program: Program, budget: Budget): Whole {
  const graph = search(program, budget);
  return {
    program,
    verdicts: verdictsOf(answer(graph, { plain: true })),
    states: Array.from({ length: graph.size }, (_, state) => graph.locals(state, [])),
  };
}

/** The worst verdict of each promise as written. */
export function verdictsOf({ promises }: Pick<Report, 'promises'>): Verdicts {
  const verdicts: Record<string, Verdict> = {};
  for (const { of, verdict } of promises) verdicts[of] = worst([verdicts[of] ?? 'finite', verdict]);
  return verdicts;
}

/**
 * Whether some reachable state has other steps without the piece: if none has, the rest of the
 * system is the same too.
 */
function matters({ program, states }: Whole, less: Program, base: string): boolean {
  const before = program.steps.filter((step) => step.of === base);
  const after = less.steps.filter((step) => step.of === base);
  if (after.length < before.length)
    return states.some((state) => before.some((step) => refusal(program, step, state) === null));
  return states.some((state) =>
    before.some((step, n) => {
      const next = fire(program, step, state);
      const other = fire(less, after[n]!, state);
      if (next === null || other === null) return next !== other;
      return next.some((local, part) => local !== other[part]);
    }),
  );
}

/** What turns when a piece is left out. */
export type Turned = {
  readonly system: string;
  readonly promise: string;
  readonly from: Verdict;
  readonly to: Verdict;
};
export type Weighed = Piece & {
  /** How many systems have it. */
  readonly seen: number;
  /** The first system in which a verdict turns, and the first promise there; null if none does. */
  readonly turned: Turned | null;
  /** The first system that has other steps without it; null if it has no effect anywhere. */
  readonly changes: string | null;
};

export type System = {
  readonly name: string;
  readonly program: Program;
  /** Which of its pieces are left out; all, if absent. */
  readonly only?: (piece: Piece) => boolean;
};

/**
 * Leaves out every piece of `systems`, one at a time, and asks again: in one system after another
 * until a verdict turns.
 */
export function weigh(systems: readonly System[], budget: Budget): Weighed[] {
  const weighed = new Map<string, Weighing>();
  for (const { name, program, only } of systems) {
    let base: Whole | null = null;
    for (const piece of piecesOf(program)) {
      if (only?.(piece) === false) continue;
      const key = keyOf(piece);
      const weighing = weighed.get(key) ?? { piece, seen: 0, turned: null, changes: null };
      weighed.set(key, weighing);
      weighing.seen++;
      if (weighing.turned !== null) continue;
      base ??= whole(program, budget);
      weighIn(name, base, weighing, budget);
    }
  }
  return [...weighed.values()].map(({ piece, ...rest }) => ({ ...piece, ...rest }));
}

type Weighing = {
  readonly piece: Piece;
  seen: number;
  turned: Turned | null;
  changes: string | null;
};

/** Asks one system without the piece, unless that changes none of its steps. */
function weighIn(system: string, base: Whole, weighing: Weighing, budget: Budget): void {
  const less = without(base.program, weighing.piece);
  if (!matters(base, less, weighing.piece.step)) return;
  weighing.changes ??= system;
  const before = base.verdicts;
  const now = verdictsOf(check(less, budget, { plain: true }));
  const promise = Object.keys(before).find(
    (promiseName) => before[promiseName] !== now[promiseName],
  );
  if (promise !== undefined)
    weighing.turned = { system, promise, from: before[promise]!, to: now[promise]! };
}
