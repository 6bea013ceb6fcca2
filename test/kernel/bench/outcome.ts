/** All that is asked of one kernel: the suites as shipped, the kernel's own, seeded bugs, mistakes of the mock GPU. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { conformance } from '../../../machines/conformance/index.ts';
import { seeds } from '../seeds/index.ts';
import { mistakes } from '../seeds/mock-gpu.ts';
import { boot, type Boot, type Case } from './boot.ts';
import { byHand } from './by-hand.ts';
import { primingFiles } from './priming.ts';
import { build, configure, furnish, placeOf, seed as writeSeeds, type Place } from './build.ts';
import { Failed, home, type Source } from './linux.ts';
import { monitorFiles } from './monitor.ts';
import { matrix, type Seen, type Trial } from './matrix.ts';
import { nameOf, type Suite } from './suites.ts';
import { exported, type Exported } from './sides.ts';
import { judged, sourcesOf, type Judged } from './threads.ts';
import { caseOf, reused, traced, tracedSeeds, tracedSuites } from './traces.ts';
import { say, sayKtap, seedLine, threadLine, timed } from './words.ts';

export type Options = {
  readonly only: string;
  readonly series: readonly string[];
  readonly seeds: readonly number[];
  readonly mistakes: readonly number[];
  /** Part of the names of files of threads; null: none is played. */
  readonly threads: string | null;
  readonly matrix: boolean;
  readonly own: boolean;
  readonly write: boolean;
};

export type Outcome = {
  readonly source: Source;
  readonly boot: Boot;
  /** Suites that should have run and did not. */
  readonly missing: readonly string[];
  /** Of the kernel's own suites: DRM's and TTM's by KUnit, those of dma-buf at boot. */
  readonly own: readonly Case[];
  readonly seen: readonly Seen[];
  /** Files of threads, a side each. */
  readonly threads: readonly Judged[];
  /** Seeds that this kernel has no place for. */
  readonly misfits: readonly string[];
};

export const everything = 'finite_*';
const logs = join(home, 'logs');

/** Whether a kernel has what a suite calls; only the numbers of the release count. */
const has = ({ version }: Source, { since }: { readonly since?: string }): boolean => {
  if (since === undefined) return true;
  const [a = 0, b = 0] = version.split('.').map(Number);
  const [c = 0, d = 0] = since.split('.').map(Number);
  return a > c || (a === c && b >= d);
};

const broken = (suite: string, name: string | null): Case => ({
  suite,
  name: name ?? 'steps',
  ok: false,
  skipped: false,
  said: [],
});

/** All suites in one boot; if the kernel ends early, each that is left in a boot of its own. */
async function asShipped(image: string, place: Place, only: string): Promise<Boot> {
  const log = join(logs, `${place.source.name}.log`);
  const first = await boot(image, { filter: only, log, onLine: sayKtap, seconds: 300 });
  const last = first.lines.slice(-20).join('\n');
  const ended = first.late ? 'did not end within 300 s, and stood' : 'ended';
  if (first.cases.length === 0 && first.unfinished === null && first.code !== 0)
    throw new Failed(
      `Linux ${place.source.version} ${ended} before its first suite; its last lines:\n${last}`,
      log,
    );
  if (first.unfinished === null) return first;
  const { suite, name } = first.unfinished;
  say(`# the kernel ${ended} in ${suite}, ${name ?? 'before its first case'}; its last lines:`);
  say(`${last}\n# the whole log is ${log}; the other suites have a boot each`);
  const done = new Set([...first.cases.map((one) => one.suite), suite]);
  const cases = [...first.cases, broken(suite, name)];
  for (const each of conformance.filter((one) => has(place.source, one))) {
    const next = nameOf(each);
    if (done.has(next)) continue;
    const more = log.replace(/log$/, `${each.id}.log`);
    const one = await boot(image, { filter: next, log: more, onLine: sayKtap });
    cases.push(...one.cases);
    if (one.unfinished !== null) cases.push(broken(next, one.unfinished.name));
  }
  return { ...first, cases };
}

/** DRM's and TTM's suites, and the selftests of dma-buf without the one that never ends on one processor. */
async function ownSuites(image: string, { name, version }: Source): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (const filter of ['drm*', 'ttm*']) {
    const log = join(logs, `${name}-${filter.slice(0, 3)}.log`);
    const one = await boot(image, { filter, log, seconds: 240 });
    found.push(...one.cases);
    if (one.unfinished !== null) found.push(broken(one.unfinished.suite, one.unfinished.name));
  }
  // They spin, so never in virtual time.
  const self = await boot(image, {
    filter: 'none*',
    log: join(logs, `${name}-selftests.log`),
    virtual: false,
    seconds: 240,
    selftests: '!race_signal_callback',
  });
  const said = self.lines.filter((line) =>
    /dma-buf: .*(failed|FAIL)|\*ERROR\*|failed with error/.test(line),
  );
  const ran = self.lines.filter((line) => /dma-buf: Running \w+\/?\w*/.test(line)).length;
  const ok = self.code === 0 && said.length === 0 && ran > 0;
  found.push({
    suite: 'dma-buf selftests',
    name: `${ran} of ${version}`,
    ok,
    skipped: false,
    said,
  });
  return found;
}

/** What goes against a rule of an interface: the kernel warns in each case, and bears it. */
async function misused(image: string, { name }: Source): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (const { name: filter } of byHand.filter(({ warns }) => warns)) {
    const one = await boot(image, { filter, log: join(logs, `${name}-${filter}.log`) });
    const warnings = one.noise.filter((line) => line.startsWith('WARNING: ')).length;
    const told = warnings >= one.cases.length && one.unfinished === null;
    const says = `${warnings} warnings in ${one.cases.length} cases`;
    found.push(...one.cases);
    found.push({ suite: filter, name: says, ok: told, skipped: false, said: [] });
  }
  for (const { suite, name: what, ok } of found) say(`${ok ? 'ok' : 'not ok'} - ${suite}: ${what}`);
  return found;
}

/** Traces of the kernel as shipped, in which nothing may be broken, and of seeds that show in one. */
async function tracesOf(
  image: string,
  seeded: string | null,
  whole: Boot,
): Promise<readonly Case[]> {
  const found: Case[] = [];
  // 6.1 has no suite of a scheduler: there is nothing to trace then.
  const ran = (filter: string): boolean =>
    whole.cases.some(({ suite }) => suite === filter.split('.')[0]);
  for (const filter of tracedSuites.filter(ran)) {
    const except = (reused.suites as readonly string[]).includes(filter) ? reused.law : null;
    found.push(caseOf(await traced(image, filter, logs), null, except));
  }
  if (seeded !== null)
    for (const { n, suite, law } of tracedSeeds) {
      const one = caseOf(await traced(seeded, suite, logs, [`ff_seed=${n}`]), law);
      found.push({ ...one, suite: `${one.suite} with seed ${n}` });
    }
  for (const { suite, name, ok } of found) say(`${ok ? 'ok' : 'not ok'} - ${suite}: ${name}`);
  return found;
}

/** lib/locking-selftest.c, which runs before anything else in every boot of this configuration. */
function lockingSelftest({ lines }: Boot): Case {
  const line = lines.find((one) => /testcases (passed|failed)|unexpected failures/.test(one)) ?? '';
  const count = Number(/Good, all (\d+) testcases passed/.exec(line)?.[1] ?? 0);
  // Each answer as the kernel expects it: test/threads compares the same cases with our simulation.
  const cells = lines.flatMap((one) =>
    /:[ |ok]+\|\s*$/.test(one) ? (one.match(/ ok /g) ?? []) : [],
  );
  const ok = count > 0 && cells.length === count && !lines.some((one) => /FAILED\|/.test(one));
  const name = `${line.trim()} ${cells.length} answers ok`;
  return { suite: 'lib/locking-selftest.c', name, ok, skipped: false, said: [] };
}

function trialsOf(
  options: Options,
  misfits: ReadonlySet<number>,
): { kernel: Trial[]; driver: Trial[] } {
  const suite = (id: string): string => {
    const of = conformance.find((one) => one.id === id);
    if (of !== undefined) return nameOf(of);
    return byHand.find((one) => one.id === id)?.name ?? 'finite_fence*';
  };
  const kernel = seeds
    .filter(({ n }) => options.seeds.includes(n) && !misfits.has(n))
    .map(({ n, function: fn, about, kill, monitor }): Trial => {
      const all = options.matrix || 'survives' in kill || kill.cover === 'log';
      const filter = all ? 'finite_fence*' : suite(kill.suite);
      const other = 'suite' in kill && kill.suite === 'preempt';
      return {
        what: 'seed',
        n,
        about: `${fn}: ${about}`,
        kill,
        arg: `ff_seed=${n}`,
        filter: other ? suite('preempt') : filter,
        ...(monitor === undefined ? {} : { monitor }),
      };
    });
  const driver = mistakes
    .filter(({ n }) => options.mistakes.includes(n))
    .map(({ n, about, kill }): Trial => {
      const filter = options.matrix || 'survives' in kill ? 'finite_gpu*' : suite(kill.suite);
      return { what: 'mistake', n, about, kill, arg: `ff_mistake=${n}`, filter };
    });
  return { kernel, driver };
}

/** All sides of the files of threads, two boots at a time. */
async function threadsOn(
  image: string,
  { played }: Exported,
  part: string,
): Promise<readonly Judged[]> {
  const todo = played.filter(({ name, file }) => `${name} ${file}`.includes(part));
  const found: Judged[] = [];
  const worker = async (): Promise<void> => {
    for (let one = todo.shift(); one !== undefined; one = todo.shift()) {
      const result = await judged(image, one, join(logs, `${one.name}.log`));
      found.push(result);
      say(threadLine(result));
    }
  };
  await Promise.all([worker(), worker()]);
  return found.toSorted((a, b) => a.played.name.localeCompare(b.played.name));
}

export async function runOn(
  source: Source,
  suites: readonly Suite[],
  options: Options,
): Promise<Outcome> {
  mkdirSync(logs, { recursive: true });
  const place = placeOf(source);
  const mine = conformance.filter((one) => has(source, one));
  const files = suites
    .filter(({ id }) => mine.some((one) => one.id === id))
    .flatMap(({ id, header, source: text }) => [
      [`${id}.gen.h`, header] as const,
      [`${id}.c`, text] as const,
    ]);
  const all = await timed('files of threads', exported);
  const monitor = monitorFiles(source);
  furnish(place, new Map([...files, ...sourcesOf(all.played), ...monitor, ...primingFiles()]));
  const called = `Linux ${source.version}`;
  await timed(`${called}, configure`, () => configure(place));
  const image = await timed(`${called}, build`, () => build(place, false));
  const whole = await timed(`${called}, boot`, () => asShipped(image, place, options.only));
  const ran = new Set(whole.cases.map((one) => one.suite));
  const hand = byHand.filter((one) => one.warns !== true && has(source, one));
  const wanted = [...mine.map(nameOf), ...hand.map(({ name }) => name)];
  const missing = options.only === everything ? wanted.filter((one) => !ran.has(one)) : [];
  const own = options.own
    ? [
        ...(await timed(`${called}, misuse`, () => misused(image, source))),
        ...(await timed(`${called}, its own suites`, () => ownSuites(image, source))),
      ]
    : [];

  const { threads: part } = options;
  const threads =
    part === null
      ? []
      : await timed(`${called}, files of threads`, () => threadsOn(image, all, part));

  const misfits = writeSeeds(place);
  const { kernel, driver } = trialsOf(options, new Set(misfits.map(({ seed }) => seed.n)));
  const tell = (one: Seen): void => say(seedLine(one));
  const seen: Seen[] = [];
  // Mistakes of the mock are a word of the image as shipped.
  if (driver.length > 0 && mine.some(({ prefix }) => prefix !== undefined))
    seen.push(
      ...(await timed(`${called}, ${driver.length} mistakes`, () =>
        matrix(image, driver, logs, tell),
      )),
    );
  if (kernel.length > 0) {
    const seeded = await timed(`${called}, build with seeded bugs`, () => build(place, true));
    seen.push(
      ...(await timed(`${called}, ${kernel.length} seeded bugs`, () =>
        matrix(seeded, kernel, logs, tell),
      )),
    );
  }
  const seededImage = join(place.objects, 'linux-seeded');
  const traces =
    options.own && monitor.size > 0
      ? await timed(`${called}, traces`, () =>
          tracesOf(image, kernel.length > 0 ? seededImage : null, whole),
        )
      : [];
  return {
    source,
    boot: whole,
    missing,
    own: options.own ? [...own, ...traces, lockingSelftest(whole)] : [],
    seen,
    threads,
    misfits: misfits.map(({ seed, why }) => `${seed.n}: ${why}`),
  };
}
