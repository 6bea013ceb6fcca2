import type { Command } from 'commander';
import { basename, join } from 'node:path';
import { gallery } from '../../../machines/litmus/gallery.ts';
import {
  filesFor,
  litmusSubject,
  pathSubject,
  shippedSubjects,
  threadSubject,
  type Covering,
  type PathSubject,
} from '../../judge/path-suites.ts';
import { triedIn } from '../../paths/laws.ts';
import type { PathFile } from '../../paths/path.ts';
import { Misuse, unknown } from '../../system/misuse.ts';
import { reportFormats } from '../choices.ts';
import { exit, type Exit } from '../../text/exit.ts';
import { counted, several } from '../../text/layout.ts';
import { ownModule } from '../input/own-module.ts';
import { readDescription } from '../input/read-input.ts';
import { ioOf, type Io } from '../io.ts';
import { bytesByDefault, watchedBudget } from '../progress.ts';
import { reportOfPaths } from '../report/of-paths.ts';
import { inFormat } from '../report/print.ts';
import { ownThreads } from '../threads/read-threads.ts';
import { version } from '../version.ts';
import { checkPaths, indexName, readPaths } from './path-check.ts';
import { formats, type Format } from './path-formats.ts';
import {
  fileName,
  indexed,
  indexOf,
  json,
  jsonOfAll,
  piecesOf,
  texted,
  writeAll,
  type Text,
} from './path-write.ts';
import { pathsWords, type PathsOptions } from './paths-words.ts';

/** Where the paths of all go. */
const directory = 'paths';

/** `finite-fence paths`. `done` gets the exit code. */
export function pathsCommand(
  program: Command,
  io: Io = ioOf(process),
  done: (code: Exit) => void = (code) => {
    process.exitCode = code;
  },
): void {
  pathsWords(program, (name, given) => {
    const code = runPaths(name, given, io);
    if (!(code instanceof Promise)) return done(code);
    return code.then(done);
  });
}

/** What the command does; a module has to be waited for. @throws Misuse */
export function runPaths(
  name: string | undefined,
  given: PathsOptions,
  io: Io,
): Exit | Promise<Exit> {
  if (given.check !== undefined) return check(given.check, given.format ?? 'text', io);
  const { module } = given;
  if (module === undefined) return write(name, given, io);
  if (name !== undefined)
    throw new Misuse(`found both '${name}' and --module ${module}, expected one of the two`);
  return subjectIn(module).then((subject) => write(subject.name, given, io, subject));
}

/** The driver or system of somebody's own module. @throws Misuse */
async function subjectIn(module: string): Promise<PathSubject> {
  const own = await ownModule(module);
  if ('described' in own) return pathSubject(own.described);
  const name = basename(module).replace(/\.[^.]*$/, '');
  return { name, program: own.program, described: { module } };
}

/** `--check`: whether the paths of a directory still fit. */
function check(dir: string, as: string, io: Io): Exit {
  const format = reportFormats.find((known) => known === as);
  if (format === undefined)
    throw new Misuse(`--check ${dir}: ${unknown('format', as, reportFormats)}`);

  const files = readPaths(dir);
  const fits = [...files].flatMap(([name, file]) => checkPaths(join(dir, name), file));
  if (fits.length === 0) throw new Misuse(`${dir}: there is no path in it`);

  const bad = fits.filter(({ why }) => why !== null);
  if (format === 'json') io.out(json({ schema: 2, version: version(), paths: fits }));
  else if (format !== 'text') io.out(inFormat(format, reportOfPaths(fits), version()));
  else {
    for (const { why } of bad) io.out(`${why}\n`);
    io.out(
      bad.length === 0
        ? `${several(fits.length, 'path')} in ${several(files.size, 'file')}: all fit.\n`
        : `${bad.length} of ${fits.length} paths no longer fit; make them again with: ` +
            `finite-fence paths --keep ${dir} --out ${dir}\n`,
    );
  }
  return bad.length === 0 ? exit.asExpected : exit.problem;
}

/**
 * Makes the files, and puts them where they are wanted.
 * @param subject what `name` names, if it is known already
 */
function write(name: string | undefined, given: PathsOptions, io: Io, subject?: PathSubject): Exit {
  const as = given.format ?? 'json';
  const format = Object.hasOwn(formats, as) ? formats[as as keyof typeof formats] : undefined;
  if (format === undefined) throw new Misuse(unknown('format', as, Object.keys(formats)));

  const subjects = subjectsOf(name, subject);
  const covering = coveringOf(subjects, given);
  const { files, ranOut, left } = made(subjects, covering, given, io);
  if (files.length === 0 && ranOut) {
    io.err('finite-fence: a search ended early: a suite for faults needs all states\n');
    return exit.ranOut;
  }
  if (files.length === 0 && left.length === 0)
    throw new Misuse(`'${name}' takes no option, so it has no clause; try --cover steps`);

  const out = given.out ?? (name === undefined ? directory : null);
  if (out === null) print(files, format, as, io);
  else put(out, files, format, { all: name === undefined && left.length === 0, ranOut, io });
  return exitOfPaths(files, { ranOut, left }, out === null, io);
}

/** The exit code, after what else there is to say. */
function exitOfPaths(
  files: readonly PathFile[],
  { ranOut, left }: Pick<Made, 'ranOut' | 'left'>,
  printed: boolean,
  io: Io,
): Exit {
  for (const subject of left) io.err(`finite-fence: interrupted: no paths for ${subject}\n`);
  if (ranOut && printed)
    io.err('finite-fence: a search ended early: states that it did not reach are not covered\n');
  if (ranOut || left.length > 0) return exit.ranOut;
  return files.some(isLacking) ? exit.problem : exit.asExpected;
}

/** Whether a file lacks something that it was asked for. */
const isLacking = ({ coverage, cover }: PathFile): boolean =>
  coverage.uncovered.length > 0 || (cover === 'to' && coverage.unreachable.length > 0);

/** What is to be covered. @throws Misuse */
function coveringOf(
  subjects: readonly PathSubject[],
  { cover, to, extraStates }: PathsOptions,
): readonly Covering[] {
  const covering = cover ?? coveringByDefault(subjects, to.length > 0);
  if (covering.includes('to') !== to.length > 0)
    throw new Misuse("--cover to and --to go together: 'to' needs a situation");
  if (extraStates > 0 && !covering.some((one) => one.startsWith('fault')))
    throw new Misuse('found --extra-states without --cover faults, expected them together');
  return covering;
}

function coveringByDefault(
  subjects: readonly PathSubject[],
  situations: boolean,
): readonly Covering[] {
  if (situations) return ['to'];
  if (subjects.length > 1) return ['clauses', 'without', 'steps', 'transitions'];
  return 'program' in subjects[0]! ? ['edges'] : ['clauses', 'without'];
}

type Made = {
  readonly files: readonly PathFile[];
  readonly ranOut: boolean;
  /** Subjects that were not begun when the user asked for an end. */
  readonly left: readonly string[];
};

/** The files of everything that is asked for. */
function made(
  subjects: readonly PathSubject[],
  covering: readonly Covering[],
  { keep, perPath, maxLength, to, maxStates, refusals, extraStates }: PathsOptions,
  io: Io,
): Made {
  const earlier = keep === undefined ? null : earlierIn(keep);
  const limits = { maxStates, maxBytes: bytesByDefault() };
  const { budget, say, done } = watchedBudget(io, limits);
  const wanted = {
    version: version(),
    perPath,
    longest: maxLength,
    to,
    refusals,
    extraStates,
    kept: (of: string, cover: Covering) => earlier?.get(fileName({ name: of, cover })) ?? null,
  };

  const files: PathFile[] = [];
  const left: string[] = [];
  let ranOut = false;
  for (const subject of subjects) {
    if (io.signal?.aborted === true) {
      left.push(subject.name);
      continue;
    }
    say(`paths for ${subject.name}`);
    // Of one subject that has no clause it is said; among all it is passed over.
    const asked = subjects.length === 1;
    const covers = covering.filter(
      (cover) => !isOfClauses(cover) || mayHaveClauses(subject, asked),
    );
    const result = filesFor(subject, covers, wanted, budget);
    files.push(...result.files);
    ranOut ||= result.ranOut;
  }
  done();
  return { files, ranOut, left };
}

const isOfClauses = (cover: Covering): boolean => cover === 'clauses' || cover === 'without';

/** Whether a subject takes an option; of a system that is no described driver, nobody knows. */
const mayHaveClauses = (subject: PathSubject, asked: boolean): boolean =>
  'program' in subject ? asked : (subject.description.options ?? []).length > 0;

function subjectsOf(
  name: string | undefined,
  subject: PathSubject | undefined,
): readonly PathSubject[] {
  if (subject !== undefined) return [subject];
  return name === undefined ? shippedSubjects() : [subjectNamed(name)];
}

/**
 * An option, a shipped driver, a litmus test, a description or threads in a file.
 * @throws Misuse
 */
function subjectNamed(name: string): PathSubject {
  const known = shippedSubjects();
  const found = known.find((subject) => subject.name === name) ?? litmusSubject(name);
  if (found !== null) return found;

  const threads = ownThreads(name);
  if (threads !== null) return threadSubject(threads);
  const isWord = !/[./]/.test(name);
  if (isWord) {
    const names = [...known, ...gallery].map((subject) => subject.name);
    throw new Misuse(unknown('driver, option or litmus test', name, names));
  }
  return pathSubject(readDescription(name));
}

/** The path files of a directory, by the names that this version gives them. */
function earlierIn(dir: string): ReadonlyMap<string, PathFile> {
  const files = [...readPaths(dir)];
  // A file under its own name counts for more than one that version 0.1 wrote.
  const converted = files.map(([, file]) => [fileName(file), file] as const);
  return new Map([...converted, ...files]);
}

/** To standard output. @throws Misuse where a format makes several files */
function print(files: readonly PathFile[], format: Format, as: string, io: Io): void {
  const texts = texted(files, () => new Map(files.flatMap((file) => [...format(file)])));
  if (texts.size > files.length) throw new Misuse(`--format ${as} makes several files; give --out`);

  const pieces =
    as === 'json' ? jsonOfAll(files) : [...texts.values()].flatMap((text) => [...piecesOf(text)]);
  for (const piece of pieces) io.out(piece);
}

/** Into a directory, with an index where all are there. */
function put(
  out: string,
  files: readonly PathFile[],
  format: Format,
  {
    all: isWhole,
    ranOut,
    io,
  }: { readonly all: boolean; readonly ranOut: boolean; readonly io: Io },
): void {
  const texts = texted(
    files,
    () => new Map<string, Text>(files.flatMap((file) => [...format(file)])),
  );
  // An index names files of JSON: a format without them leaves those that are there alone.
  const withIndex = isWhole && files.every((file) => texts.has(fileName(file)));
  if (withIndex) texts.set(indexName, json(indexOf(files, version())));
  writeAll(out, texts, withIndex ? indexed(out) : []);
  for (const file of files) io.out(`${summary(file)}\n`);
  if (ranOut) io.out('A search ended early: states that it did not reach are not covered.\n');
}

/**
 * `preempt steps: 1 path, 98 steps (cost 108, at least 108: none is cheaper); 35 of 35 covered, 2
 * unreachable, 120 refusals tried`
 */
function summary(file: PathFile): string {
  const { name, cover, size, coverage } = file;
  const { paths, steps, cost, bound, shortestEach } = size;
  const tried = triedIn(file);
  const parts = [
    `${name} ${cover}: ${several(paths, 'path')}, ${several(steps, 'step')} (cost ${cost}${boundText(cost, bound)})`,
    `${coverage.covered} of ${coverage.coverable} covered, ${coverage.unreachable.length} unreachable` +
      (tried === 0 ? '' : `, ${tried} refusals tried`),
  ];
  const beside = Object.entries(size.beside ?? {}).map(
    ([criterion, other]) =>
      `${criterion} ${counted(other.paths)} of ${several(other.steps, 'step')}`,
  );
  if (beside.length > 0) parts.push(`beside it: ${beside.join(', ')}`);
  else if (shortestEach !== null)
    parts.push(
      `a shortest path each: ${counted(shortestEach.paths)} of ${several(shortestEach.steps, 'step')}`,
    );
  return parts.join('; ');
}

/** How near the cost is to a bound that no suite can go below. */
function boundText(cost: number, bound: number | null): string {
  if (bound === null) return '';
  const above =
    cost === bound ? 'none is cheaper' : `${(100 * (cost / bound - 1)).toFixed(1)} % above`;
  return `, at least ${bound}: ${above}`;
}
