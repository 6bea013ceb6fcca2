import type { Budget } from '../explore/graph.ts';
import { search } from '../explore/search.ts';
import {
  fire,
  refusal,
  sealed,
  type Move,
  type Origin,
  type Program,
  type Step,
} from '../system/program.ts';
import { worst, type Verdict } from './finding.ts';
import { answer, check, type Report } from './verdict.ts';

/** Something of a step that can be left out, as written: in all the step's bindings at once. */
export type Piece = {
  readonly kind: 'step' | 'guard' | 'move' | 'also';
  /** The step as written. */
  readonly step: string;
  /** The guard's words, `'engine give.c[1]'` of a move, nothing of a step; of its first binding. */
  readonly text: string;
  readonly origin: Origin;
};

export type Ablation = { readonly piece: Piece; readonly program: Program };

/** `program` with one piece less, for each piece. */
export const ablations = (program: Program): Ablation[] =>
  piecesOf(program).map((piece) => ({ piece, program: without(program, piece) }));

/** What a piece is called in every program that has it: members of families are not told apart. */
export const keyOf = ({ kind, step, text }: Piece): string =>
  `${kind} ${step}${text === '' ? '' : `: ${text.replace(/\[\d+\]/g, '[]')}`}`;

const moveText = (program: Program, { part, event }: Move): string => {
  const { name, table } = program.parts[part]!;
  return `${name} ${program.tables[table]!.events[event]!}`;
};

/** Every piece once. A step's only move is the step. */
export function piecesOf(program: Program): Piece[] {
  const found = new Map<string, Piece>();
  for (const step of program.steps)
    for (const piece of piecesOfStep(program, step))
      if (!found.has(keyOf(piece))) found.set(keyOf(piece), piece);
  return [...found.values()];
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
  const { kind, step: of } = piece;
  const key = keyOf(piece);
  if (kind === 'step') return program.steps.filter((step) => step.of !== of);
  const stays = (text: string): boolean => keyOf({ kind, step: of, text, origin: nobody }) !== key;
  const steps = program.steps.map((step): Step =>
    step.of !== of
      ? step
      : {
          ...step,
          when: kind === 'guard' ? step.when.filter(({ text }) => stays(text)) : step.when,
          moves:
            kind === 'move'
              ? step.moves.filter((move) => stays(moveText(program, move)))
              : step.moves,
          also:
            kind === 'also'
              ? step.also.filter((move) => stays(moveText(program, move)))
              : step.also,
        },
  );
  // Two moves of one name in one step would leave none: then the step is what was dropped.
  return steps.filter(({ moves }) => moves.length > 0);
}
const nobody: Origin = { row: null, clause: null, cite: null };

/** Every promise as written with the worst verdict of its members. */
type Verdicts = Readonly<Record<string, Verdict>>;

/** A whole system, searched: what a piece is weighed against. */
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

function verdictsOf({ promises }: Report): Verdicts {
  const verdicts: Record<string, Verdict> = {};
  for (const { of, verdict } of promises) verdicts[of] = worst([verdicts[of] ?? 'finite', verdict]);
  return verdicts;
}

/** Whether some reachable state has other steps without the piece: if none has, the rest of the system is the same too. */
function matters({ program, states }: Whole, less: Program, of: string): boolean {
  const before = program.steps.filter((step) => step.of === of);
  const after = less.steps.filter((step) => step.of === of);
  if (after.length < before.length)
    return states.some((state) => before.some((step) => refusal(program, step, state) === null));
  return states.some((state) =>
    before.some((step, n) => {
      const one = fire(program, step, state);
      const other = fire(less, after[n]!, state);
      return one === null
        ? other !== null
        : other === null || one.some((local, part) => local !== other[part]);
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
  /** The systems that have it. */
  readonly seen: number;
  /** The first system in which a verdict turns, and the first promise there; null: in none. */
  readonly turned: Turned | null;
  /** The first system that has other steps without it; null: it does nothing anywhere. */
  readonly changes: string | null;
};

export type System = {
  readonly name: string;
  readonly program: Program;
  /** Which of its pieces are left out; all, if absent. */
  readonly only?: (piece: Piece) => boolean;
};

/** Leaves out every piece of `systems`, one at a time, and asks again: in one system after another until a verdict turns. */
export function weigh(systems: readonly System[], budget: Budget): Weighed[] {
  const found = new Map<
    string,
    { piece: Piece; seen: number; turned: Turned | null; changes: string | null }
  >();
  for (const { name, program, only } of systems) {
    let base: Whole | null = null;
    for (const piece of piecesOf(program)) {
      if (only?.(piece) === false) continue;
      const key = keyOf(piece);
      let one = found.get(key);
      if (one === undefined)
        found.set(key, (one = { piece, seen: 0, turned: null, changes: null }));
      one.seen++;
      if (one.turned !== null) continue;
      base ??= whole(program, budget);
      const less = without(program, piece);
      if (!matters(base, less, piece.step)) continue;
      one.changes ??= name;
      const now = verdictsOf(check(less, budget, { plain: true }));
      const promise = Object.keys(base.verdicts).find((of) => base!.verdicts[of] !== now[of]);
      if (promise !== undefined)
        one.turned = { system: name, promise, from: base.verdicts[promise]!, to: now[promise]! };
    }
  }
  return [...found.values()].map(({ piece, ...rest }) => ({ ...piece, ...rest }));
}
