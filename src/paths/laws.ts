import { refusal, type Program, type Step } from '../system/program.ts';
import type { Refusal } from '../system/vocabulary.ts';
import { carry } from './carry.ts';
import type { Lawful, PathFile, TestPath } from './path.ts';
import type { RefusalKind } from './refusal-kinds.ts';

/** Whose refusal a step's is, by the step as written; what a step says of itself comes first. */
export type Refusals = Readonly<Record<string, Refusal>>;

/**
 * A file whose paths try refusals of the kind that is asked for. Paths and their order stay as they
 * are, because a suite that takes every edge visits every state.
 *
 * - `clauses`: what clauses refuse, as the file has it.
 * - `law`: also each step that is not possible in a state that a path visits, if the law refuses it.
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
): PathFile {
  if (kind === 'clauses') return file;
  if (kind === 'none') return { ...file, paths: file.paths.map(bare) };
  const whoRefuses: NonNullable<PathFile['refusals']> = {};
  const asked = new Map<string, readonly Step[]>();
  for (const [name, program] of programs) asked.set(name, triedOf(program, refusals, kind));
  const tried = new Map<string, Set<string>>([...programs.keys()].map((name) => [name, new Set()]));
  const paths = file.paths.map((path) => {
    const steps = asked.get(path.system)!;
    const program = programs.get(path.system)!;
    const refused = refusedAlong(program, path, steps, tried.get(path.system)!);
    return refused.length === 0 ? path : { ...path, refused };
  });
  for (const steps of asked.values()) {
    for (const step of steps) {
      const whose = whoseOf(step, refusals);
      const law = whose.whose === 'law';
      whoRefuses[step.of] = { by: law ? 'law' : 'model', says: law ? { ...whose.cite } : null };
    }
  }
  const { paths: _, ...rest } = file;
  return Object.keys(whoRefuses).length === 0 ? file : { ...rest, refusals: whoRefuses, paths };
}

const bare = (path: TestPath): TestPath => ({
  ...path,
  clauses: path.clauses.map((shown) => ({
    ...shown,
    refusals: shown.refusals.filter(({ step }) => step === shown.tried),
  })),
});

const unsaid: Refusal = { whose: 'model', why: 'nothing says that it is the law' };

export const whoseOf = (step: Pick<Step, 'of' | 'refusal'>, refusals: Refusals): Refusal =>
  step.refusal ?? (Object.hasOwn(refusals, step.of) ? refusals[step.of]! : unsaid);

/** The steps of a program that are tried where they are not possible. */
function triedOf(program: Program, refusals: Refusals, kind: 'law' | 'all'): Step[] {
  return program.steps.filter((step) => {
    const { whose } = whoseOf(step, refusals);
    return whose === 'law' || (kind === 'all' && whose === 'model');
  });
}

/** Stretches of a path in whose states a step is refused and was not tried yet. `tried`: states and steps that were. */
function refusedAlong(
  program: Program,
  path: TestPath,
  steps: readonly Step[],
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
    for (const step of steps) {
      const before = open.get(step.name);
      if (refusal(program, step, state) === null || tried.has(`${key} ${step.name}`)) continue;
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

/** How many pairs of a state and a step that is refused there a file tries, beside what its clauses refuse. */
export const triedIn = ({ paths }: PathFile): number =>
  paths.reduce(
    (sum, { refused = [] }) =>
      refused.reduce((stretch, { after, until }) => stretch + until - after, sum),
    0,
  );
