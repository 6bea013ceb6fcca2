import { InvalidArgumentError, type Command } from 'commander';
import type { PathFile } from '../paths/path.ts';
import { Misuse, unknown } from '../system/misuse.ts';
import { exit, type Exit } from './exit.ts';
import { ioOf, type Io } from './io.ts';
import { checkPaths, indexName, readPaths } from './path-check.ts';
import { covers, filesFor, shipped, subjectOf, type Covering } from './path-suites.ts';
import { formats } from './path-formats.ts';
import { fileName, indexed, indexOf, json, writeAll } from './path-write.ts';
import { bytesByDefault, statesByDefault, watchedBudget } from './progress.ts';
import { version } from './version.ts';
import { join } from 'node:path';

/** K in cost = steps + K * paths: what it takes to set up a test, in steps. */
export const perPathByDefault = 10;
const directory = 'paths';

type Given = {
  readonly cover?: readonly Covering[]; readonly to: readonly string[]; readonly format: string; readonly out?: string; readonly keep?: string; readonly check?: string;
  readonly perPath: number; readonly maxLength?: number; readonly maxStates: number;
};

const whole = (least: number) => (text: string): number => {
  const value = /^\d+(e\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= 2e9)) throw new InvalidArgumentError(`expected a whole number from ${least}`);
  return value;
};

function covering(text: string): Covering[] {
  return text.split(',').map((one) => one.trim()).map((one) => {
    if (!(covers as readonly string[]).includes(one)) throw new InvalidArgumentError(unknown('criterion', one, covers));
    return one as Covering;
  });
}

/** `finite-fence paths`. `done` gets the exit code. */
export function pathsCommand(program: Command, io: Io = ioOf(process), done: (code: Exit) => void = (code) => { process.exitCode = code; }): void {
  program.command('paths')
    .summary('what a driver\'s tests must walk through')
    .description('Writes test paths: steps from the beginning, what must be refused or wait on the\nway, the sentence for each. Without a name: for all options and the drivers that\ncome with this package, into paths/. For one: to standard output, or --out.')
    .argument('[DRIVER|OPTION]', 'a driver or an option by name, or a description in JSON')
    .option('--cover <LIST>', `what the paths cover: ${covers.join(', ')};\nby default clauses, and for all also rules and transitions`, covering)
    .option('--to <WHERE>', 'a situation: part=state,part=state (repeat for more)', (text: string, before: readonly string[]) => [...before, text], [] as readonly string[])
    .option('--format <FORMAT>', `one of: ${Object.keys(formats).join(', ')}`, 'json')
    .option('--out <DIR>', 'write files there')
    .option('--keep <DIR>', 'keep what still replays there, and add only what is missing')
    .option('--check <DIR>', 'only say whether the paths there still fit')
    .option('--per-path <K>', 'what a path costs beside its steps', whole(0), perPathByDefault)
    .option('--max-length <L>', 'steps of a path at most (not for clauses and to)', whole(1))
    .option('--max-states <N>', 'give up beyond so many states', whole(1), statesByDefault)
    .addHelpText('after', '\nExamples:\n  $ finite-fence paths                           # all, into paths/\n  $ finite-fence paths preempt --cover clauses\n  $ finite-fence paths my-driver.json --cover edges --max-length 200 --out paths\n  $ finite-fence paths flush --to "fence[1]=visible,compute[1]=faulted"\n  $ finite-fence paths --check paths\n\nExit codes: 0 every target that can be covered is; 1 one is not, or with --check a\npath no longer fits; 2 bad input; 3 the budget ran out.\n')
    .action((name: string | undefined, given: Given) => { done(given.check === undefined ? write(name, given, io) : checked(given.check, io)); });
}

function checked(dir: string, io: Io): Exit {
  const files = readPaths(dir);
  const count = [...files.values()].reduce((sum, { paths }) => sum + paths.length, 0);
  if (count === 0) throw new Misuse(`${dir}: there is no path in it`);
  const bad = [...files].flatMap(([name, file]) => checkPaths(join(dir, name), file));
  for (const line of bad) io.out(`${line}\n`);
  io.out(bad.length === 0 ? `${count} paths in ${files.size} files fit.\n` : `${bad.length} of ${count} paths no longer fit; make them again with: finite-fence paths --keep ${dir} --out ${dir}\n`);
  return bad.length === 0 ? exit.asExpected : exit.problem;
}

function write(name: string | undefined, given: Given, io: Io): Exit {
  const format = Object.hasOwn(formats, given.format) ? formats[given.format] : undefined;
  if (format === undefined) throw new Misuse(unknown('format', given.format, Object.keys(formats)));
  const subjects = name === undefined ? shipped() : [subjectOf(name)];
  const asked: readonly Covering[] = given.cover ?? (given.to.length > 0 ? ['to'] : name === undefined ? ['clauses', 'rules', 'transitions'] : ['clauses']);
  if (asked.includes('to') !== given.to.length > 0) throw new Misuse("--cover to and --to go together: 'to' needs a situation");
  const out = given.out ?? (name === undefined ? directory : null);
  const earlier = given.keep === undefined ? new Map<string, PathFile>() : readPaths(given.keep);
  const { budget, say, done } = watchedBudget(io, { maxStates: given.maxStates, maxBytes: bytesByDefault() });
  const files: PathFile[] = [];
  let ranOut = false;
  for (const subject of subjects) {
    say(subject.name);
    const keptClauses = (subject.description.options ?? []).length > 0;
    const made = filesFor(subject, asked.filter((cover) => cover !== 'clauses' || keptClauses), {
      perPath: given.perPath, longest: given.maxLength, to: given.to, kept: (of, cover) => earlier.get(fileName({ name: of, cover })) ?? null,
    }, budget);
    files.push(...made.files);
    ranOut ||= made.ranOut;
  }
  done();
  if (files.length === 0) throw new Misuse(`'${name}' takes no option, so it has no clause; try --cover rules`);
  const texts = new Map(files.flatMap((file) => [...format(file)]));
  if (out === null && texts.size > files.length) throw new Misuse(`--format ${given.format} makes several files; give --out`);
  if (out === null) {
    if (given.format === 'json') io.out(json(files.length === 1 ? files[0] : files)); else for (const text of texts.values()) io.out(text);
  } else {
    // An index names files of JSON: a format without them leaves those that are there alone.
    const all = name === undefined && files.every((file) => texts.has(fileName(file)));
    if (all) texts.set(indexName, json(indexOf(files, version())));
    writeAll(out, texts, all ? indexed(out) : []);
    for (const file of files) io.out(`${summary(file)}\n`);
  }
  if (ranOut) return exit.ranOut;
  return files.some(({ coverage, cover }) => coverage.uncovered.length > 0 || (cover === 'to' && coverage.unreachable.length > 0)) ? exit.problem : exit.asExpected;
}

/** `preempt rules: 1 path, 98 steps (cost 108, none costs less than 108); 35 of 35 covered, 2 unreachable` */
function summary({ name, cover, size, coverage }: PathFile): string {
  const bound = size.bound === null ? '' : `, at least ${size.bound}: ${size.cost === size.bound ? 'none is cheaper' : `${(100 * (size.cost / size.bound - 1)).toFixed(1)} % above`}`;
  const each = size.shortestEach === null ? '' : `; a shortest path each: ${size.shortestEach.paths} of ${size.shortestEach.steps} steps`;
  return `${name} ${cover}: ${size.paths} paths, ${size.steps} steps (cost ${size.cost}${bound}); ${coverage.covered} of ${coverage.coverable} covered, ${coverage.unreachable.length} unreachable${each}`;
}
