import { nextLocal, refusal, stateName, type Program, type Step } from '../system/program.ts';
import type { Refusal } from '../system/vocabulary.ts';
import { carry } from './carry.ts';
import type { Lawful, PathFile, TestPath } from './path.ts';
import type { RefusalKind } from './refusal-kinds.ts';

/**
 * Whose refusal a step's is, by `row/step` or the step as written; what a step says of itself comes
 * first.
 */
export type Refusals = Readonly<Record<string, Refusal>>;

/**
 * A file whose paths try refusals of the kind that is asked for. Paths and their order stay as they
 * are, because a suite that takes every edge visits every state.
 *
 * - `clauses`: what clauses refuse, as the file has it.
 * - `law`: also each step that is not possible in a state that a path visits, if the refusal is the
 *   law's, or a clause's of those that are given.
 * - `all`: also those that only the model refuses.
 * - `none`: only the step at the brink of a clause, which its path consists of.
 *
 * Each step is tried once in each state of a system.
 */
export function withRefusals(
  file: PathFile,
  programs: ReadonlyMap<string, Program>,
  refusals: Refusals,
  kind: RefusalKind,
  clauses: ReadonlySet<string> = none,
): PathFile {
  if (kind === 'clauses') return file;
  if (kind === 'none') return { ...file, paths: file.paths.map(bare) };
  const whoRefuses: NonNullable<PathFile['refusals']> = {};
  const asked = new Map<string, readonly Tried[]>();
  for (const [name, program] of programs)
    asked.set(name, triedOf(program, refusals, kind, clauses));
  const tried = new Map<string, Set<string>>([...programs.keys()].map((name) => [name, new Set()]));
  const paths = file.paths.map((path) => {
    const steps = asked.get(path.system)!;
    const program = programs.get(path.system)!;
    const refused = refusedAlong(program, path, steps, tried.get(path.system)!);
    return refused.length === 0 ? path : { ...path, refused };
  });
  for (const steps of asked.values()) Object.assign(whoRefuses, saidOf(steps));
  const { paths: _, ...rest } = file;
  return Object.keys(whoRefuses).length === 0 ? file : { ...rest, refusals: whoRefuses, paths };
}

/** Why each of these steps must not happen where it is not possible, as a file says it. */
export const saidOf = (
  steps: readonly Pick<Tried, 'step' | 'whose'>[],
): NonNullable<PathFile['refusals']> =>
  Object.fromEntries(
    steps.map(({ step, whose }) => [
      step.of,
      whose.whose === 'law'
        ? { by: 'law' as const, says: { ...whose.cite } }
        : { by: 'model' as const, says: null },
    ]),
  );

/** A path that tries only what it must: the step at the brink of its clause. */
const bare = (path: TestPath): TestPath => ({
  ...path,
  clauses: path.clauses.map((shown) => ({
    ...shown,
    refusals: shown.refusals.filter(({ step }) => step === shown.tried),
  })),
});

const unsaid: Refusal = { whose: 'model', why: 'nothing says that it is the law' };

type Named = Pick<Step, 'of' | 'refusal'> & { readonly origin: Pick<Step['origin'], 'row'> };

/**
 * Whose refusal a step's is: as the step says, else by its row, else by its name; else the model's.
 */
export function whoseOf(step: Named, refusals: Refusals): Refusal {
  if (step.refusal !== undefined) return step.refusal;
  const inRow = `${step.origin.row}/${step.of}`;
  if (Object.hasOwn(refusals, inRow)) return refusals[inRow]!;
  return Object.hasOwn(refusals, step.of) ? refusals[step.of]! : unsaid;
}

/** A step that is tried where it is not possible. */
type Tried = {
  readonly step: Step;
  readonly whose: Refusal;
  /**
   * Where it is tried: wherever it is refused, or where the law or one of these clauses refuses it.
   */
  readonly by: 'any' | { readonly law: boolean; readonly clauses: ReadonlySet<string> };
};
const none: ReadonlySet<string> = new Set();

/**
 * The steps of a program that are tried where they are not possible.
 * @param clauses those that a driver says it keeps: what they refuse is the law's, whoever would do
 * it
 */
export const triedOf = (
  program: Program,
  refusals: Refusals,
  kind: 'law' | 'all',
  clauses: ReadonlySet<string> = none,
): Tried[] =>
  program.steps.flatMap((step): Tried[] => {
    const whose = whoseOf(step, refusals);
    if (whose.whose === 'untriable') return [];
    if (kind === 'all') return [{ step, whose, by: 'any' }];
    const law = whose.whose === 'law';
    const clause = [...step.when, ...step.moves].find(({ origin }) => isOf(origin.clause, clauses));
    if (!law && clause === undefined) return [];
    const cite = clause?.origin.cite ?? null;
    const said: Refusal = law || cite === null ? whose : { whose: 'law', cite };
    return [{ step, whose: said, by: { law, clauses } }];
  });

/** Whether a clause is one of these. */
const isOf = (clause: string | null, clauses: ReadonlySet<string>): boolean =>
  clause !== null && clauses.has(clause);

/** Whether a step is refused in a state, and by what is asked for. */
export function isRefused(
  program: Program,
  { step, whose, by: asked }: Tried,
  state: ArrayLike<number>,
): boolean {
  const by = refusal(program, step, state);
  if (by === null || !isThere(program, step, whose, state)) return false;
  if (asked === 'any' || isOf(by.origin.clause, asked.clauses)) return true;
  if (!asked.law || whose.whose !== 'law') return false;
  const { where } = whose;
  if (where === undefined) return true;
  const parts = 'some' in by ? by.some.map(({ part }) => part) : [by.part];
  return parts.some((part) =>
    where.some((one) => stands(program, part, stateName(program, part, state[part]!), one)),
  );
}

/** Whether those stand where they must for somebody to be able to try a step. */
function isThere(
  program: Program,
  { moves }: Step,
  whose: Refusal,
  state: ArrayLike<number>,
): boolean {
  const needed = whose.whose === 'law' ? (whose.at ?? []) : [];
  return moves.every(
    ({ part, event }) =>
      !needed.includes(baseName(program.parts[part]!.name)) ||
      nextLocal(program, part, event, state[part]!) >= 0,
  );
}

/** The name of a part without the numbers of a member. */
const baseName = (part: string): string => part.replace(/\[[\d,]+\]$/, '');

/** Whether a part is what `'lock'` or `'door=open'` names; a parent state means all below it. */
function stands(program: Program, part: number, state: string, named: string): boolean {
  const [name, at] = named.split('=') as [string, string?];
  if (baseName(program.parts[part]!.name) !== name) return false;
  return (
    at === undefined || state === at || state.startsWith(`${at}.`) || state.startsWith(`${at}{`)
  );
}

/**
 * Stretches of a path in whose states a step is refused and was not tried yet. `tried`: states and
 * steps that were.
 */
function refusedAlong(
  program: Program,
  path: TestPath,
  steps: readonly Tried[],
  tried: Set<string>,
): Lawful[] {
  const { states } = carry(
    program,
    path.steps.map(({ step }) => step),
  );
  const stretches: Lawful[] = [];
  const open = new Map<string, { -readonly [K in keyof Lawful]: Lawful[K] }>();
  states.forEach((state, index) => {
    const key = state.join();
    for (const attempt of steps) {
      const { step } = attempt;
      const before = open.get(step.name);
      if (tried.has(`${key} ${step.name}`) || !isRefused(program, attempt, state)) continue;
      tried.add(`${key} ${step.name}`);
      if (before !== undefined && before.until === index) {
        before.until = index + 1;
        continue;
      }
      const entry = { step: step.name, after: index, until: index + 1 };
      open.set(step.name, entry);
      stretches.push(entry);
    }
  });
  return stretches;
}

/**
 * How many pairs of a state and a step that is refused there a file tries, beside what its clauses
 * refuse.
 */
export const triedIn = ({ paths }: PathFile): number =>
  paths.reduce(
    (sum, { refused = [] }) =>
      refused.reduce((stretch, { after, until }) => stretch + until - after, sum),
    0,
  );
