/** `npm run kernel`: the real kernel as the system under test, from Debian's package to a table. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { conformance, type Conformance } from '../../../machines/conformance/index.ts';
import { seeds } from '../seeds/index.ts';
import { boot, type Boot } from './boot.ts';
import { build, configure, furnish, placeOf, seed as writeSeeds, type Place } from './build.ts';
import { debianSource, Failed, home, ownSource, packages, type Source } from './linux.ts';
import { matrix, type Seen } from './matrix.ts';
import { suiteOf, type Suite } from './suites.ts';

const help = `npm run kernel -- [--only GLOB] [--kernel 6.12|6.1] [--seeds N,N,...|all|none] [--matrix]

Builds User Mode Linux from Debian's linux-source, leads it along the paths of the
model, and seeds bugs. FINITE_FENCE_LINUX=DIR takes a kernel tree of your own.
--only GLOB    suites of KUnit, as kunit.filter_glob has them
--seeds        which seeded bugs are tried; all is what is done without it
--matrix       every suite for every seed, not only the one that should kill it
`;

type Options = {
  readonly only: string;
  readonly series: readonly string[];
  readonly seeds: readonly number[];
  readonly matrix: boolean;
};

function optionsOf(args: readonly string[]): Options | string {
  const value = (name: string): string | undefined =>
    args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
  const known = new Set(['--only', '--kernel', '--seeds', '--matrix', '--help']);
  const odd = args.find((one) => one.startsWith('--') && !known.has(one));
  if (odd !== undefined) return `${odd} is no option of npm run kernel; --help lists them.`;
  const kernel = value('--kernel');
  if (kernel !== undefined && !['6.12', '6.1'].includes(kernel))
    return `--kernel ${kernel}: expected 6.12 or 6.1.`;
  const wanted = value('--seeds') ?? 'all';
  const numbers =
    wanted === 'all'
      ? seeds.map(({ n }) => n)
      : wanted === 'none'
        ? []
        : wanted.split(',').map(Number);
  const strange = numbers.find((n) => !seeds.some((one) => one.n === n));
  if (strange !== undefined) return `--seeds ${wanted}: there is no seed ${strange}.`;
  return {
    only: value('--only') ?? 'finite_fence*',
    series: kernel === undefined ? ['6.12', '6.1'] : [kernel],
    seeds: numbers,
    matrix: args.includes('--matrix'),
  };
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
/** Of what a kernel prints, what KUnit says; the log has the rest. */
const sayKtap = (line: string): void => {
  if (
    /^ *(KTAP version|# |(not )?ok \d|1\.\.)|EXPECTATION|: after |happened|must be refused/.test(
      line,
    ) &&
    !/marked slow|# module/.test(line)
  )
    say(line);
};
async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const from = performance.now();
  process.stderr.write(`# ${name} ...\n`);
  const result = await work();
  say(`# ${name}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

/** Whether a kernel has what a suite calls; only the numbers of the release count. */
const has = ({ version }: Source, { since }: Conformance): boolean => {
  if (since === undefined) return true;
  const [a = 0, b = 0] = version.split('.').map(Number);
  const [c = 0, d = 0] = since.split('.').map(Number);
  return a > c || (a === c && b >= d);
};

type Outcome = {
  readonly source: Source;
  readonly boot: Boot;
  readonly missing: readonly string[];
  readonly seen: readonly Seen[];
  readonly misfits: readonly string[];
};

/** All suites in one boot; if the kernel ends early, each that is left in a boot of its own. */
async function asShipped(image: string, place: Place, only: string): Promise<Boot> {
  const log = join(home, 'logs', `${place.source.name}.log`);
  const first = await boot(image, { filter: only, log, onLine: sayKtap });
  if (first.unfinished === null) return first;
  const { suite, name } = first.unfinished;
  say(
    `# the kernel ended in ${suite}, ${name ?? 'before its first case'}; the whole log is ${log}`,
  );
  say(first.lines.slice(-20).join('\n'));
  const done = new Set([...first.cases.map((one) => one.suite), suite]);
  const cases = [...first.cases];
  for (const { id } of conformance) {
    const next = `finite_fence_${id}`;
    if (done.has(next)) continue;
    const one = await boot(image, {
      filter: next,
      log: log.replace(/log$/, `${id}.log`),
      onLine: say,
    });
    cases.push(...one.cases);
    if (one.unfinished !== null)
      cases.push({
        suite: next,
        name: one.unfinished.name ?? 'the first case',
        ok: false,
        skipped: false,
        said: [],
      });
  }
  cases.push({ suite, name: name ?? 'the first case', ok: false, skipped: false, said: [] });
  return { ...first, cases };
}

async function runOn(source: Source, suites: readonly Suite[], options: Options): Promise<Outcome> {
  const place = placeOf(source);
  const mine = conformance.filter((one) => has(source, one));
  furnish(
    place,
    new Map(
      suites
        .filter(({ id }) => mine.some((one) => one.id === id))
        .map((one) => [`${one.id}.gen.h`, one.header]),
    ),
  );
  await timed(`Linux ${source.version}, configure`, () => configure(place));
  const image = await timed(`Linux ${source.version}, build`, () => build(place, false));
  const whole = await timed(`Linux ${source.version}, boot`, () =>
    asShipped(image, place, options.only),
  );
  const missing = mine
    .filter(
      ({ id }) =>
        options.only === 'finite_fence*' &&
        !whole.cases.some(({ suite }) => suite === `finite_fence_${id}`),
    )
    .map(({ id }) => id);
  if (options.seeds.length === 0) return { source, boot: whole, missing, seen: [], misfits: [] };
  const misfits = writeSeeds(place);
  const seeded = await timed(`Linux ${source.version}, build with seeded bugs`, () =>
    build(place, true),
  );
  const chosen = seeds.filter(
    ({ n }) => options.seeds.includes(n) && !misfits.some(({ seed }) => seed.n === n),
  );
  const filterOf = (one: (typeof seeds)[number]): string =>
    'survives' in one.kill || options.matrix || one.kill.cover === 'log'
      ? options.only
      : `finite_fence_${one.kill.suite}`;
  const seen = await timed(`Linux ${source.version}, ${chosen.length} seeded bugs`, () =>
    matrix(seeded, chosen, {
      logs: join(home, 'logs'),
      filterOf,
      onSeen: (one) => say(seedLine(one)),
    }),
  );
  return {
    source,
    boot: whole,
    missing,
    seen,
    misfits: misfits.map(({ seed, why }) => `${seed.n}: ${why}`),
  };
}

const inWords = ({ seed, killed, noise }: Seen): string => {
  const all = Object.entries(killed).map(([suite, cover]) => `${suite} ${cover}`);
  return all.length > 0
    ? `killed by ${all.join(', ')}`
    : noise.length > 0
      ? `told by the kernel: ${noise[0]!.slice(0, 60)}`
      : `survives${'survives' in seed.kill ? ` (${seed.kill.survives})` : ''}`;
};
function seedLine(one: Seen): string {
  const { seed, asExpected } = one;
  const want = 'survives' in seed.kill ? 'to survive' : `${seed.kill.suite} ${seed.kill.cover}`;
  return `${asExpected ? 'ok' : 'not ok'} - seed ${seed.n} ${seed.function}, ${seed.about}: ${inWords(one)}${asExpected ? '' : `; expected ${want}`}`;
}

function report(outcomes: readonly Outcome[], suites: readonly Suite[], options: Options): number {
  say('\nsuite      states  edges   steps  refused  said otherwise  undefined');
  for (const { id, states, edges, steps, refusals } of suites)
    say(
      `${id.padEnd(10)} ${String(states).padStart(6)} ${String(edges).padStart(6)} ${String(steps).padStart(7)} ${String(refusals.no).padStart(8)} ${String(refusals.other + refusals.standing).padStart(15)} ${String(refusals.undefined).padStart(10)}`,
    );
  let passed = 0;
  let failed = 0;
  for (const { source, boot: one, missing, seen, misfits } of outcomes) {
    const bad = one.cases.filter(({ ok }) => !ok);
    const odd = seen.filter(({ asExpected }) => !asExpected);
    passed += one.cases.length - bad.length + seen.length - odd.length;
    // No case at all, a suite that is not there and a word of the kernel's are failures too.
    failed +=
      bad.length +
      odd.length +
      missing.length +
      (one.cases.length === 0 ? 1 : 0) +
      (one.noise.length > 0 ? 1 : 0);
    const killed = seen.filter(
      ({ killed: by, noise }) => Object.keys(by).length > 0 || noise.length > 0,
    ).length;
    say(
      `\nLinux ${source.version}: ${one.cases.length} cases, ${bad.length} failed; seeded bugs: ${seen.length} tried, ${killed} killed, ${odd.length} not as expected, ${misfits.length} have no place here`,
    );
    for (const { suite, name } of bad) say(`  failed: ${suite} ${name}`);
    for (const id of missing) say(`  not run: finite_fence_${id}`);
    for (const line of one.noise.slice(0, 3)) say(`  the kernel says: ${line}`);
    for (const each of odd) say(`  ${seedLine(each)}`);
    if (source.own || options.matrix) for (const why of misfits) say(`  no place for seed ${why}`);
  }
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  const options = optionsOf(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`);
    return 2;
  }
  mkdirSync(join(home, 'logs'), { recursive: true });
  const own = process.env.FINITE_FENCE_LINUX;
  await timed('packages', () => packages(own === undefined ? options.series : []));
  const suites = await timed('suites', () => conformance.map(suiteOf));
  const outcomes: Outcome[] = [];
  for (const series of own === undefined ? options.series : ['']) {
    const source = await timed(own === undefined ? `unpack ${series}` : own, () =>
      own === undefined ? debianSource(series) : ownSource(own),
    );
    outcomes.push(await runOn(source, suites, options));
  }
  return report(outcomes, suites, options);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Failed)) throw error;
  process.stderr.write(
    `${error.message}\n${error.log === null ? '' : `The whole log is ${error.log}\n`}`,
  );
  process.stdout.write('\n0 passed, 1 failed\n');
  process.exitCode = 1;
}
