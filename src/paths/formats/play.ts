import type { PathFile, TestPath } from '../path.ts';
import { own, parsed, refusedOn, type Adapter } from './adapter.ts';

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
  /** Steps taken and things tried. */ readonly steps: number;
  readonly tried: number;
  readonly ms: number;
};

export type Playing = {
  /** Milliseconds that one call of the adapter may take. */
  readonly patience?: number;
  /** Whether what must be refused is tried after every step where it must be, or only after the first. */
  readonly tries?: 'always' | 'once';
  readonly now?: () => number;
};

class Stop extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.text);
    this.failure = failure;
  }
}

/**
 * Takes a path with an implementation: every step, what must be refused on the way, and where all
 * parts are after each.
 */
export async function play<D>(
  file: PathFile,
  path: TestPath,
  adapter: Adapter<D>,
  { patience = 5_000, tries = 'always', now = () => 0 }: Playing = {},
): Promise<Result> {
  const began = now();
  let number = 0;
  let step: string | null = null;
  let taken = 0;
  let tried = 0;
  const fail = (kind: Failure['kind'], text: string): never => {
    throw new Stop({ number, step, kind, text });
  };
  const ask = async <T>(what: string, call: () => T | Promise<T>): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const answer = call();
      // Most observations answer at once.
      if (typeof (answer as { then?: unknown } | null | undefined)?.then !== 'function')
        return answer;
      return await Promise.race([
        answer,
        new Promise<never>((_, reject) => {
          timer = setTimeout(
            () =>
              reject(
                new Stop({
                  number,
                  step,
                  kind: 'hangs',
                  text: `${what}: no answer in ${patience} ms`,
                }),
              ),
            patience,
          );
        }),
      ]);
    } catch (error) {
      if (error instanceof Stop) throw error;
      return fail('threw', `${what}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  };
  const place = new Map(Object.entries(file.systems[path.system]!.initial));
  const look = async (driver: D, when: string): Promise<void> => {
    const wrong: string[] = [];
    for (const [part, wanted] of place) {
      const { of, numbers } = parsed(part);
      const seen = own(adapter.states, of);
      if (seen === null) continue;
      if (seen === undefined) {
        fail('threw', `the adapter has no state check for ${of}`);
        continue;
      }
      if (typeof seen === 'function') {
        const is = await ask(`the state of ${part}`, () => seen(driver, ...numbers));
        if (is !== wanted) wrong.push(`${part} is in ${is} and should be in ${wanted}`);
      } else {
        const check = own(seen, wanted);
        if (check === undefined) {
          fail('threw', `the adapter has no check for ${of}: ${wanted}`);
          continue;
        }
        if ((await ask(`${part} in ${wanted}`, () => check(driver, ...numbers))) === false)
          wrong.push(`${part} should be in ${wanted} and is not`);
      }
    }
    if (wrong.length > 0) fail('state', `${when}: ${wrong.join('; ')}`);
  };
  const call = async (driver: D, name: string): Promise<boolean> => {
    const { of, numbers } = parsed(name);
    const does = own(adapter.steps, of);
    if (does === undefined) return fail('threw', `the adapter has no step ${of}`);
    return (await ask(name, () => does(driver, ...numbers))) !== 'refused';
  };
  const forbidden = refusedOn(path);
  const refuse = async (driver: D): Promise<void> => {
    const now = new Map(
      forbidden
        .filter(({ after, until }) =>
          tries === 'once' ? after === taken : after <= taken && taken < until,
        )
        .map((one) => [one.step, one]),
    );
    for (const { step: name, clause } of now.values()) {
      [number, step] = [taken, name];
      tried++;
      if (await call(driver, name))
        fail(
          'allowed',
          `after step ${taken}: ${name} must be refused, or wait, because of ${clause}; the driver does it`,
        );
      await look(driver, `after step ${taken}, when ${name} was tried and refused`);
    }
  };
  let failure: Failure | null = null;
  let made: { readonly driver: D } | null = null;
  try {
    const driver = await ask('setUp', () =>
      adapter.setUp(path, file.systems[path.system]!.described),
    );
    made = { driver };
    await look(driver, 'before the first step');
    await refuse(driver);
    for (const one of path.steps) {
      [number, step] = [one.number, one.step];
      if (!(await call(driver, one.step)))
        fail(
          'refused',
          `step ${one.number}: ${one.step} is possible here and the driver refuses it`,
        );
      taken = one.number;
      for (const [part, { to }] of Object.entries(one.parts)) place.set(part, to);
      await look(driver, `after step ${one.number}, ${one.step}`);
      await refuse(driver);
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    failure = error.failure;
  }
  if (made !== null) {
    try {
      await ask('tearDown', () => adapter.tearDown?.(made.driver));
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      failure ??= error.failure;
    }
  }
  return { path, name: titleOf(path), failure, steps: taken, tried, ms: now() - began };
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
  const all = file.paths.flatMap((path) =>
    path.targets.map((target) => ({ target, passed: passed.has(path.id + path.system) })),
  );
  const missed = [
    ...new Set([
      ...all.filter((one) => !one.passed).map(({ target }) => target),
      ...file.coverage.uncovered.map(({ target }) => target),
    ]),
  ];
  const targets = new Set([...all.map(({ target }) => target), ...missed]).size;
  return { targets, covered: targets - missed.length, missed };
}
