import type { PathFile, TestPath } from '../path.ts';
import { own, parsed, refusedOn, type Adapter, type Forbidden } from './adapter.ts';

/** Where an implementation left a path. */
export type Failure = {
  /** From 1; 0: before the first step. */
  readonly number: number;
  readonly step: string | null;
  /**
   * `refused`: a step of the path. `allowed`: what must be refused. `state`: a part is elsewhere.
   * `threw`: the adapter or the implementation. `hangs`: no answer.
   */
  readonly kind: 'refused' | 'allowed' | 'state' | 'threw' | 'hangs';
  readonly text: string;
};

/** What became of one path. */
export type Result = {
  readonly path: TestPath;
  readonly name: string;
  readonly failure: Failure | null;
  /** Steps that were taken. */
  readonly steps: number;
  /** How often something was tried that must be refused. */
  readonly tried: number;
  readonly ms: number;
};

/** How a path is played; `now` gives milliseconds. */
export type Playing = {
  /** Milliseconds that one call of the adapter may take. */
  readonly patience?: number;
  /**
   * Whether what must be refused is tried after every step where it must be, or only after the
   * first.
   */
  readonly tries?: 'always' | 'once';
  readonly now?: () => number;
};

/** Ends the playing of a path with what went wrong. */
class Stop extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.text);
    this.failure = failure;
  }
}

/** A path that is being played. */
type Game<D> = {
  readonly file: PathFile;
  readonly path: TestPath;
  readonly adapter: Adapter<D>;
  readonly patience: number;
  readonly tries: 'always' | 'once';
  readonly forbidden: readonly Forbidden[];
  /** Where every part has to be. */
  readonly place: Map<string, string>;
  /** The step that is taken or tried, for what is said of a failure. */
  number: number;
  step: string | null;
  taken: number;
  tried: number;
};

/**
 * Plays a path with an implementation: takes every step, tries what must be refused on the way, and
 * checks after each step where all parts are.
 */
export async function play<D>(
  file: PathFile,
  path: TestPath,
  adapter: Adapter<D>,
  { patience = 5_000, tries = 'always', now = () => 0 }: Playing = {},
): Promise<Result> {
  const began = now();
  const game: Game<D> = {
    file,
    path,
    adapter,
    patience,
    tries,
    forbidden: refusedOn(file, path),
    place: new Map(Object.entries(file.systems[path.system]!.initial)),
    number: 0,
    step: null,
    taken: 0,
    tried: 0,
  };
  let made: { readonly driver: D } | null = null;
  let failure = await stopOf(async () => {
    const described = file.systems[path.system]!.described;
    made = { driver: await ask(game, 'setUp', () => adapter.setUp(path, described)) };
    await takeAll(game, made.driver);
  });
  const { driver } = (made ?? {}) as { readonly driver?: D };
  if (made !== null) {
    const after = await stopOf(() => ask(game, 'tearDown', () => adapter.tearDown?.(driver!)));
    failure ??= after;
  }
  const { taken: steps, tried } = game;
  return { path, name: titleOf(path), failure, steps, tried, ms: now() - began };
}

/** The failure that stops something; null where none does. */
async function stopOf(what: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await what();
    return null;
  } catch (error) {
    if (error instanceof Stop) return error.failure;
    throw error;
  }
}

/** Ends the playing at the step at hand. */
function fail<D>({ number, step }: Game<D>, kind: Failure['kind'], text: string): never {
  throw new Stop({ number, step, kind, text });
}

/** Every step of the path, with all that must be refused and all that must be seen. */
async function takeAll<D>(game: Game<D>, driver: D): Promise<void> {
  await look(game, driver, 'before the first step');
  await refuseAll(game, driver);
  for (const { number, step, parts } of game.path.steps) {
    [game.number, game.step] = [number, step];
    if (!(await call(game, driver, step)))
      fail(game, 'refused', `step ${number}: ${step} is possible here and the driver refuses it`);
    game.taken = number;
    for (const [part, { to }] of Object.entries(parts)) game.place.set(part, to);
    await look(game, driver, `after step ${number}, ${step}`);
    await refuseAll(game, driver);
  }
}

/** An answer of the adapter: it may not throw, nor take longer than the patience lasts. */
async function ask<D, T>(game: Game<D>, what: string, answer: () => T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const given = answer();
    // Most observations answer at once.
    if (typeof (given as { then?: unknown } | null | undefined)?.then !== 'function') return given;
    const { number, step, patience } = game;
    const text = `${what}: no answer in ${patience} ms`;
    const late = new Promise<never>((_, reject) => {
      const stop = new Stop({ number, step, kind: 'hangs', text });
      timer = setTimeout(() => reject(stop), patience);
    });
    return await Promise.race([given, late]);
  } catch (error) {
    if (error instanceof Stop) throw error;
    return fail(
      game,
      'threw',
      `${what}: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    clearTimeout(timer);
  }
}

/** Whether every part is where it has to be. */
async function look<D>(game: Game<D>, driver: D, when: string): Promise<void> {
  const wrong: string[] = [];
  for (const [part, wanted] of game.place) {
    const found = await misplaced(game, driver, part, wanted);
    if (found !== null) wrong.push(found);
  }
  if (wrong.length > 0) fail(game, 'state', `${when}: ${wrong.join('; ')}`);
}

/** Where a part is instead of where it has to be; null where it is there, or cannot be seen. */
async function misplaced<D>(
  game: Game<D>,
  driver: D,
  part: string,
  wanted: string,
): Promise<string | null> {
  const { of: base, numbers } = parsed(part);
  const seen = own(game.adapter.states, base);
  if (seen === null) return null;
  if (seen === undefined) return fail(game, 'threw', `the adapter has no state check for ${base}`);
  if (typeof seen === 'function') {
    const is = await ask(game, `the state of ${part}`, () => seen(driver, ...numbers));
    return is === wanted ? null : `${part} is in ${is} and should be in ${wanted}`;
  }
  const check = own(seen, wanted);
  if (check === undefined)
    return fail(game, 'threw', `the adapter has no check for ${base}: ${wanted}`);
  const is = await ask(game, `${part} in ${wanted}`, () => check(driver, ...numbers));
  return is === false ? `${part} should be in ${wanted} and is not` : null;
}

/** Whether the driver takes a step; else it refuses it. */
async function call<D>(game: Game<D>, driver: D, name: string): Promise<boolean> {
  const { of, numbers } = parsed(name);
  const does = own(game.adapter.steps, of);
  if (does === undefined) return fail(game, 'threw', `the adapter has no step ${of}`);
  return (await ask(game, name, () => does(driver, ...numbers))) !== 'refused';
}

/** Tries all that must be refused now: nothing may change by it. */
async function refuseAll<D>(game: Game<D>, driver: D): Promise<void> {
  const { forbidden, tries, taken, path } = game;
  const here = forbidden.filter(({ after, until }) =>
    tries === 'once' ? after === taken : after <= taken && taken < until,
  );
  // A law and a clause may refuse the same; a test of the kind `tries` means what it repeats.
  const each =
    path.kind === 'tries' ? here : new Map(here.map((tried) => [tried.step, tried])).values();
  for (const { step, because } of each) {
    [game.number, game.step] = [taken, step];
    game.tried++;
    if (await call(game, driver, step)) {
      const text = `${step} must be refused, or wait, because of ${because}; the driver does it`;
      fail(game, 'allowed', `after step ${taken}: ${text}`);
    }
    await look(game, driver, `after step ${taken}, when ${step} was tried and refused`);
  }
}

/** What a test of a path is called: its id, and what it is for. */
export function titleOf({ id, targets, system }: TestPath): string {
  const shown = targets.slice(0, 2).join(', ');
  return `${id} ${system}: ${shown}${targets.length > 2 ? ` and ${targets.length - 2} more` : ''}`;
}

/** Targets that paths reached the end of; a file's uncoverable ones are not counted. */
export function coverageOf(
  file: PathFile,
  results: readonly Result[],
): { readonly targets: number; readonly covered: number; readonly missed: readonly string[] } {
  const passed = new Set(
    results.filter(({ failure }) => failure === null).map(({ path }) => path.id + path.system),
  );
  const reached = file.paths.flatMap((path) =>
    path.targets.map((target) => ({ target, passed: passed.has(path.id + path.system) })),
  );
  const missed = [
    ...new Set([
      ...reached.filter((entry) => !entry.passed).map(({ target }) => target),
      ...file.coverage.uncovered.map(({ target }) => target),
    ]),
  ];
  const targets = new Set([...reached.map(({ target }) => target), ...missed]).size;
  return { targets, covered: targets - missed.length, missed };
}
