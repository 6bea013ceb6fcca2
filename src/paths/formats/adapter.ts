import type { PathFile, TestPath } from '../path.ts';

/** A step that the driver does not take now: it refuses, or it waits. Nothing has changed. */
export type Refused = 'refused';
type Answer<T> = T | Promise<T>;

/** Brings a step about. The numbers are those of its name: `publish[2]` calls `publish` with 2. */
export type Does<D> = (driver: D, ...numbers: number[]) => Answer<void | Refused>;
/** Where a part is: its state's name. */
export type Observes<D> = (driver: D, ...numbers: number[]) => Answer<string>;
/** Whether a part is in a state; throws or gives false if it is not. */
export type Checks<D> = (driver: D, ...numbers: number[]) => Answer<void | boolean>;

/**
 * What a set of paths needs to know of an implementation: how to bring each step about, and how to
 * see each state of each part.
 */
export type Adapter<D> = {
  /**
   * The implementation before the first step of a path; `described` is what the path's system is
   * made from.
   */
  readonly setUp: (path: TestPath, described: unknown) => Answer<D>;
  readonly tearDown?: (driver: D) => Answer<void>;
  /**
   * By step, without its numbers. It is called too for what must be refused, and then answers
   * `'refused'`.
   */
  readonly steps: Readonly<Record<string, Does<D>>>;
  /**
   * By part, without its number: one function that tells the state, or one check a state. Null:
   * this implementation cannot show it.
   */
  readonly states: Readonly<
    Record<string, Observes<D> | Readonly<Record<string, Checks<D>>> | null>
  >;
};

/** `'publish[1,2]'` is `publish` with 1 and 2. */
export function parsed(name: string): { readonly of: string; readonly numbers: readonly number[] } {
  const [, bare, numbers] = /^([^[]*)\[([\d,]+)\]$/.exec(name) ?? [];
  return bare === undefined
    ? { of: name, numbers: [] }
    : { of: bare, numbers: numbers!.split(',').map(Number) };
}

/**
 * A step that must be refused, between two steps of a path. `because`: the clause, or the sentence
 * of the law.
 */
export type Forbidden = {
  readonly step: string;
  readonly after: number;
  readonly until: number;
  readonly because: string;
};

/** What is tried on a path of a file and must be refused. */
export const refusedOn = (
  { refusals = {} }: Pick<PathFile, 'refusals'>,
  { clauses, steps, refused = [] }: TestPath,
): readonly Forbidden[] => [
  ...refused.map(({ step, after, until }) => ({
    step,
    after,
    until,
    because: lawOf(refusals[parsed(step).of]),
  })),
  ...clauses.flatMap(({ name, refusals: own, tried, brink }): Forbidden[] => [
    ...own.map(({ step, after, until }) => ({
      step,
      after,
      until: until ?? steps.length + 1,
      because: name,
    })),
    ...(tried !== null && !covers(own, tried, brink)
      ? [{ step: tried, after: brink, until: brink + 1, because: name }]
      : []),
  ]),
];

/** Whether a refusal of the path is the one that is tried at the brink. */
const covers = (
  refusals: TestPath['clauses'][number]['refusals'],
  tried: string,
  brink: number,
): boolean =>
  refusals.some(
    ({ step, after, until }) => step === tried && after <= brink && (until ?? Infinity) > brink,
  );

/** Why something must be refused, for a person. */
function lawOf(refusal: NonNullable<PathFile['refusals']>[string] | undefined): string {
  const says = refusal?.says ?? null;
  return says === null ? 'the model, which is not there yet' : `"${says.says}" (${says.file})`;
}

/**
 * What an adapter lacks for a file: steps, parts and states, each once, in the order in which paths
 * need them.
 */
function lacking<D>(
  file: PathFile,
  adapter: Adapter<D>,
): { readonly steps: readonly string[]; readonly states: readonly string[] } {
  const steps = new Set<string>();
  const states = new Set<string>();
  const need = (part: string, state: string): void => {
    const { of: base } = parsed(part);
    const seen = own(adapter.states, base);
    if (seen === undefined) states.add(base);
    else if (seen !== null && typeof seen === 'object' && own(seen, state) === undefined)
      states.add(`${base}: ${state}`);
  };
  for (const path of file.paths) {
    for (const { step } of [...path.steps, ...refusedOn(file, path)])
      if (own(adapter.steps, parsed(step).of) === undefined) steps.add(parsed(step).of);
    for (const [part, state] of Object.entries(file.systems[path.system]!.initial))
      need(part, state);
    for (const { parts } of path.steps)
      for (const [part, { to }] of Object.entries(parts)) need(part, to);
  }
  return { steps: [...steps], states: [...states] };
}

/** A property of its own: never one that every object inherits. */
export const own = <T>(from: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined;

/** One line that names everything an adapter lacks; null where it lacks nothing. */
export function complaint<D>(file: PathFile, adapter: Adapter<D>): string | null {
  const { steps, states } = lacking(file, adapter);
  const named = (what: string, names: readonly string[]): string[] =>
    names.length === 0
      ? []
      : [`${names.length} ${what}${names.length === 1 ? '' : 's'}: ${names.join(', ')}`];
  const missing = [...named('step', steps), ...named('state', states)];
  return missing.length === 0
    ? null
    : `the adapter for '${file.name}' (${file.cover}) lacks ${missing.join('; and ')}`;
}
