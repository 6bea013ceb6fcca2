import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { systemOf } from '../../machines/description/system.ts';
import type { Description } from '../../machines/description/description.ts';
import { play, type Result } from '../../src/paths/formats/play.ts';
import type { PathFile } from '../../src/paths/path.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { testPaths } from '../../src/vitest.ts';
import { adapterFor } from './adapter.ts';
import { bugs, type Bug } from './bugs.ts';
import { randomWalk } from './random-walk.ts';
import { described, runsWithout, suiteOfClause, suitesOf, twoContexts } from './suites.ts';

const suites = described.map((description) => ({ description, files: suitesOf(description) }));
const two = {
  description: twoContexts,
  files: [suiteOfClause(twoContexts, 'flush/preempt-before-visible')],
};
const allSuites = [...suites, two];

// The driver as it is: one test a path.
for (const { files } of allSuites) for (const file of files) testPaths(file, adapterFor());

/** The suites that a bug is looked for with. */
const suitesFor = (bug: Bug) =>
  allSuites.filter(({ description }) => description.options![0]!.startsWith(bugs[bug].mode));
const totalSteps = (files: readonly PathFile[]): number =>
  files.reduce((sum, { size }) => sum + size.steps, 0);

async function foundBy(
  files: readonly PathFile[],
  bug: Bug,
): Promise<{ readonly file: PathFile; readonly result: Result } | null> {
  for (const file of files) {
    for (const path of file.paths) {
      const result = await play(file, path, adapterFor([bug]), { patience: 2_000 });
      if (result.failure !== null) return { file, result };
    }
  }
  return null;
}

const seeds = Array.from({ length: 10 }, (_, n) => n + 1);
const programs = new Map<Description, Program>();
function programOf(description: Description): Program {
  let found = programs.get(description);
  if (found === undefined)
    programs.set(description, (found = withoutRecovery(systemOf(description))));
  return found;
}
const walks = new Map<string, ReturnType<typeof randomWalk>>();
function walkOf(
  description: Description,
  steps: number,
  seed: number,
  tries: boolean,
): ReturnType<typeof randomWalk> {
  const key = `${description.driver} ${seed} ${String(tries)}`;
  let found = walks.get(key);
  if (found === undefined)
    walks.set(key, (found = randomWalk(programOf(description), description, steps, seed, tries)));
  return found;
}
/** In how many of the seeds a random walk of as many steps as the suites finds a bug; null: the driver without one. */
async function foundAtRandom(
  { description, files }: (typeof allSuites)[number],
  bug: Bug | null,
  tries: boolean,
): Promise<number> {
  let foundCount = 0;
  for (const seed of seeds) {
    const { file, path } = walkOf(description, totalSteps(files), seed, tries);
    const { failure } = await play(file, path, adapterFor(bug === null ? [] : [bug]), {
      patience: 2_000,
    });
    if (failure !== null && bug === null) throw new Error(failure.text);
    if (failure !== null) foundCount++;
  }
  return foundCount;
}

test('the driver is made without the model', () => {
  for (const file of [
    'stage',
    'fence',
    'gpu',
    'submit',
    'fenced-work',
    'compute-work',
    'fault-worker',
    'bugs',
  ]) {
    const text = readFileSync(new URL(`./${file}.ts`, import.meta.url), 'utf8');
    expect(
      [...text.matchAll(/from '([^']+)'/g)]
        .map(([, from]) => from!)
        .filter((from) => !from.startsWith('./')),
      file,
    ).toEqual([]);
    expect(text.length).toBeGreaterThan(300);
  }
});

test('the driver does all that random walks do, and refuses what they must not do', async () => {
  for (const suite of allSuites) {
    expect(totalSteps(suite.files)).toBeGreaterThan(40);
    for (const tries of [false, true]) expect(await foundAtRandom(suite, null, tries)).toBe(0);
  }
});

test('bugs against laws of the core are found only where laws are tried', async () => {
  const bug: Bug = 'the fence is signaled while its job runs';
  const description = described[0]!;
  expect(await foundBy(suitesOf(description, 'clauses'), bug)).toBeNull();
  const found = await foundBy(suitesOf(description, 'law'), bug);
  expect(found?.result.failure?.kind).toBe('allowed');
  expect(found?.result.failure?.text).toContain('finished fence once parent is signalled');
});

test('a bug that a clause hides is found by the runs without that clause', async () => {
  const bug: Bug = 'jobs are dispatched on busy compute units';
  const broken: Bug = 'preemption keeps compute units';
  const description = described[0]!;
  // With all clauses no state shows it: units are free wherever a job is scheduled.
  expect(await foundBy(suitesOf(description, 'law'), bug)).toBeNull();
  const { file, paths } = runsWithout(description, 'preempt/releases-compute-units');
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    const kept = await play(file, path, adapterFor([broken]), { patience: 2_000 });
    expect(kept.failure).toBeNull();
  }
  const found = await Promise.all(
    paths.map((path) => play(file, path, adapterFor([broken, bug]), { patience: 2_000 })),
  );
  expect(found.some(({ failure }) => failure?.kind === 'allowed')).toBe(true);
});

test('the suites find every seeded bug', async () => {
  const names = (Object.keys(bugs) as Bug[]).filter((bug) => !('hidden' in bugs[bug]));
  expect(names.length).toBeGreaterThanOrEqual(20);
  const rows: string[][] = [
    ['bug', 'breaks', 'found by', 'step', 'how', 'random', 'random and refusals'],
  ];
  const missed: Bug[] = [];
  for (const bug of names) {
    const tried = suitesFor(bug);
    expect(tried.length, bug).toBeGreaterThan(0);
    const failures = await foundBy(
      tried.flatMap(({ files }) => files),
      bug,
    );
    if (failures === null) missed.push(bug);
    // The system of the path that found it, so that a random walk has the same chance.
    const suite =
      tried.find(({ files }) => failures !== null && files.includes(failures.file)) ?? tried[0]!;
    const random = await foundAtRandom(suite, bug, false);
    const refusing = await foundAtRandom(suite, bug, true);
    const { failure, path } = failures?.result ?? {};
    rows.push([
      bug,
      bugs[bug].breaks,
      failures === null
        ? '-'
        : `${failures.file.name.replace('example-', '')} ${failures.file.cover} ${path!.id}`,
      String(failure?.number ?? '-'),
      failure?.kind ?? '-',
      `${random}/${seeds.length}`,
      `${refusing}/${seeds.length}`,
    ]);
  }
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  process.stdout.write(
    `${rows
      .map((row) =>
        row
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd(),
      )
      .join('\n')}\n`,
  );
  expect(missed).toEqual([]);
});
