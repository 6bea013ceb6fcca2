/**
 * A seeded bug: one mutation operator at one expression of one function. The program `edit` makes
 * copies of the kernel's files in which every seed stands behind `ff_seed == N`, so one image
 * serves all. Nothing of the kernel's text is kept here but the expression that a seed changes.
 */
type Operator =
  /** The statement that begins with `at` is left out. */
  | 'drop'
  /** It is done twice. */
  | 'twice'
  /** `text` is done before it, or after it. */
  | 'before'
  | 'after'
  /** The expression `at` is true (after it was evaluated), is false, is `text`. */
  | 'always'
  | 'never'
  | 'value';

/**
 * Which suite kills it, and the smallest cover that does. `log`: only what the kernel itself says
 * (lockdep, a WARN). `rest`: what is left after everybody was let go. `race`: two processors.
 */
export type Cover = 'steps' | 'transitions' | 'edges' | 'refusals' | 'rest' | 'log' | 'race';
/** A case of a suite by hand (bench/by-hand.ts), for what the models do not have. */
export type CaseByHand = string & {};
export type Kill =
  | { readonly suite: string; readonly cover: Cover | CaseByHand }
  | { readonly survives: string; readonly kind: Survivor };
/**
 * Why nothing kills a seed, as a second reader saw it too: what it changes can be seen by nobody; it
 * takes several processors; or no suite comes there.
 */
export type Survivor = 'equivalent' | 'several processors' | 'not asked';

export type Seed = {
  readonly n: number;
  readonly file: string;
  readonly function: string;
  readonly operator: Operator;
  readonly at: string;
  /** Which occurrence in the function, from 1; without it there must be one. */
  readonly nth?: number;
  readonly text?: string;
  readonly about: string;
  readonly kill: Kill;
  /**
   * The subject of a change to the kernel that mended a bug of this shape, as the changelog of
   * Debian's package has it.
   */
  readonly fixes?: string;
  /** What was expected at first, where a run showed something else, and why. */
  readonly first?: string;
  /** A bug of order: what the monitor of runtime verification does not allow, `event on state`. */
  readonly monitor?: string;
  /** A law that the log of tracepoints breaks, as the reader of logs names it. */
  readonly trace?: string;
  /** KCSAN has to tell of a data race in this function. */
  readonly kcsan?: string;
};

type Rest = {
  readonly nth?: number;
  readonly text?: string;
  readonly fixes?: string;
  readonly first?: string;
  readonly monitor?: string;
  readonly trace?: string;
  readonly kcsan?: string;
};
// oxlint-disable-next-line max-params -- a seed is a row of a table, and its columns are these
export type Writer = (
  n: number,
  fn: string,
  operator: Operator,
  at: string,
  about: string,
  kill: Kill,
  rest?: Rest,
) => Seed;
export const seedsOf =
  (file: string): Writer =>
  // oxlint-disable-next-line max-params -- a seed is a row of a table, and its columns are these
  (n, fn, operator, at, about, kill, rest = {}) => ({
    n,
    file,
    function: fn,
    operator,
    at,
    about,
    kill,
    ...rest,
  });

export const kills = (suite: string, cover: Cover | CaseByHand): Kill => ({ suite, cover });
export const survives = (why: string, kind: Survivor = 'not asked'): Kill => ({
  survives: why,
  kind,
});
