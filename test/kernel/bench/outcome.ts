/**
 * All that is asked of one kernel: the suites as shipped, the kernel's own, seeded bugs, mistakes
 * of the mock GPU.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { conformance, type Conformance } from '../../../machines/conformance/index.ts';
import { asShipped, notToItsEnd, usual } from './as-shipped.ts';
import { boot, type Boot } from './boot.ts';
import type { Case } from './ktap.ts';
import { byHand } from './by-hand.ts';
import { primingFiles } from './priming.ts';
import { build, configure, furnish, placeOf, type Place } from './build.ts';
import { kept } from './kept.ts';
import { home, type Source } from './linux.ts';
import { monitorFiles } from './monitor.ts';
import type { Seen } from './matrix.ts';
import { seededOn, type Asking } from './seeded.ts';
import { nameOf, type Suite } from './suites.ts';
import { exported, type Exported } from './sides.ts';
import { judged, sourcesOf, unasked, type Judged } from './threads.ts';
import type { Shown } from './trace-matrix.ts';
import { caseOf, reused, traced, tracedSeeds, tracedSuites } from './traces.ts';
import { say, threadLine, timed } from './words.ts';

/** What is asked, of which series of kernels. */
export type Options = Asking & {
  readonly only: string;
  readonly series: readonly string[];
  /** Part of the names of files of threads; null: none is played. */
  readonly threads: string | null;
  readonly own: boolean;
  readonly write: boolean;
};

/** All that one kernel has shown. */
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
  /** What traces of seeds show, where that was asked. */
  readonly shown: readonly Shown[];
  /** Seeds that this kernel has no place for. */
  readonly misfits: readonly string[];
};

/** The filter of all suites that are made here. */
export const everything = 'finite_*';
const logs = join(home, 'logs');

/** Whether a kernel has what a suite calls; only the numbers of the release count. */
const has = ({ version }: Source, { since }: { readonly since?: string }): boolean => {
  if (since === undefined) return true;
  const [a = 0, b = 0] = version.split('.').map(Number);
  const [c = 0, d = 0] = since.split('.').map(Number);
  return a > c || (a === c && b >= d);
};

/**
 * DRM's and TTM's suites, and the selftests of dma-buf without the one that never ends on one
 * processor.
 */
async function ownSuites(image: string, { name, version }: Source): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const filter of ['drm*', 'ttm*']) {
    const log = join(logs, `${name}-${filter.slice(0, 3)}.log`);
    const booted = await boot(image, { filter, log, seconds: 240 });
    cases.push(...booted.cases, ...notToItsEnd(booted, filter));
  }
  // They spin, so never in virtual time.
  const self = await boot(image, {
    filter: 'none*',
    log: join(logs, `${name}-selftests.log`),
    virtual: false,
    seconds: 240,
    selftests: '!race_signal_callback',
  });
  const failures = self.lines.filter((line) =>
    /dma-buf: .*(failed|FAIL)|\*ERROR\*|failed with error/.test(line),
  );
  const ran = self.lines.filter((line) => /dma-buf: Running \w+\/?\w*/.test(line)).length;
  const ok = self.code === 0 && failures.length === 0 && ran > 0;
  cases.push(...notToItsEnd(self, 'dma-buf selftests'), {
    suite: 'dma-buf selftests',
    name: `${ran} of ${version}`,
    ok,
    skipped: false,
    said: failures,
  });
  return cases;
}

/** What goes against a rule of an interface: the kernel warns in each case, and bears it. */
async function misused(image: string, source: Source): Promise<readonly Case[]> {
  const told: Case[] = [];
  for (const { name: suite } of byHand.filter((each) => each.warns && has(source, each))) {
    const log = join(logs, `${source.name}-${suite}.log`);
    const booted = await boot(image, { filter: suite, log });
    const { cases, noise } = booted;
    const warnings = noise.filter((line) => line.startsWith('WARNING: ')).length;
    const ok = warnings >= cases.length && cases.length > 0;
    const name = `${warnings} warnings in ${cases.length} cases`;
    told.push(...cases, ...notToItsEnd(booted, suite), {
      suite,
      name,
      ok,
      skipped: false,
      said: [],
    });
  }
  for (const { suite, name, ok } of told) say(`${ok ? 'ok' : 'not ok'} - ${suite}: ${name}`);
  return told;
}

/**
 * Traces of the kernel as shipped, in which nothing may be broken, and of seeds that show in one.
 */
async function tracesOf(
  image: string,
  seeded: string | null,
  whole: Boot,
): Promise<readonly Case[]> {
  const tracedCases: Case[] = [];
  // 6.1 has no suite of a scheduler: there is nothing to trace then.
  const ran = (filter: string): boolean =>
    whole.cases.some(({ suite }) => suite === filter.split('.')[0]);
  for (const filter of tracedSuites.filter(ran)) {
    const except = (reused.suites as readonly string[]).includes(filter) ? reused.law : null;
    tracedCases.push(caseOf(await traced(image, filter, logs), null, except));
  }
  if (seeded !== null)
    for (const { n, suite, law } of tracedSeeds) {
      const one = caseOf(await traced(seeded, suite, logs, [`ff_seed=${n}`]), law);
      tracedCases.push({ ...one, suite: `${one.suite} with seed ${n}` });
    }
  for (const { suite, name, ok } of tracedCases) say(`${ok ? 'ok' : 'not ok'} - ${suite}: ${name}`);
  return tracedCases;
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

/** All sides of the files of threads, two boots at a time. */
async function threadsOn(
  image: string,
  { played }: Exported,
  part: string,
): Promise<readonly Judged[]> {
  const todo = played.filter(({ name, file }) => `${name} ${file}`.includes(part));
  const results: Judged[] = [];
  let lost = 0;
  const worker = async (): Promise<void> => {
    for (let one = todo.shift(); one !== undefined; one = todo.shift()) {
      const log = join(logs, `${one.name}.log`);
      const result = lost > usual.patience ? unasked(one) : await judged(image, one, log);
      lost += result.lost;
      results.push(result);
      say(threadLine(result));
    }
  };
  await Promise.all([worker(), worker()]);
  return results.toSorted((a, b) => a.played.name.localeCompare(b.played.name));
}

/** The tree, the configuration and the image as shipped. */
async function builtOf(
  source: Source,
  suites: readonly Suite[],
  mine: readonly Conformance[],
): Promise<{ readonly place: Place; readonly image: string; readonly sides: Exported }> {
  const place = placeOf(source);
  const files = suites
    .filter(({ id }) => mine.some((conforming) => conforming.id === id))
    .flatMap(({ id, header, source: text }) => [
      [`${id}.gen.h`, header] as const,
      [`${id}.c`, text] as const,
    ]);
  const sides = await timed('files of threads', () => kept('sides', exported));
  const monitor = monitorFiles(source);
  furnish(place, new Map([...files, ...sourcesOf(sides.played), ...monitor, ...primingFiles()]));
  await timed(`Linux ${source.version}, configure`, () => configure(place));
  const image = await timed(`Linux ${source.version}, build`, () => build(place, false));
  return { place, image, sides };
}

/** Asks one kernel everything, from its configuration on. */
export async function runOn(
  source: Source,
  suites: readonly Suite[],
  options: Options,
): Promise<Outcome> {
  mkdirSync(logs, { recursive: true });
  const mine = conformance.filter((conforming) => has(source, conforming));
  const { place, image, sides } = await builtOf(source, suites, mine);
  const called = `Linux ${source.version}`;
  const hand = byHand.filter((suite) => suite.warns !== true && has(source, suite));
  const wanted = [...mine.map(nameOf), ...hand.map(({ name }) => name)];
  const { version } = source;
  const log = join(logs, `${source.name}.log`);
  const whole = await timed(`${called}, boot`, () =>
    asShipped({ image, version, only: options.only, wanted, log }),
  );
  const ran = new Set(whole.cases.map(({ suite }) => suite));
  const missing = options.only === everything ? wanted.filter((name) => !ran.has(name)) : [];
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
      : await timed(`${called}, files of threads`, () => threadsOn(image, sides, part));
  const withMock = mine.some(({ prefix }) => prefix !== undefined);
  const { seen, misfits, seeded, shown } = await seededOn(place, image, options, withMock);
  const traces =
    options.own && monitorFiles(source).size > 0
      ? await timed(`${called}, traces`, () => tracesOf(image, seeded, whole))
      : [];
  return {
    source,
    boot: whole,
    missing,
    own: options.own ? [...own, ...traces, lockingSelftest(whole)] : [],
    seen,
    threads,
    shown,
    misfits: misfits.map(({ seed, why }) => `${seed.n}: ${why}`),
  };
}
