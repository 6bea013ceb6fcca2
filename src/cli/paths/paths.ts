import type { Command } from 'commander';
import type { PathFile } from '../../paths/path.ts';
import { Misuse, unknown } from '../../system/misuse.ts';
import { reportFormats } from '../choices.ts';
import { exit, type Exit } from '../exit.ts';
import { ioOf, type Io } from '../io.ts';
import { checkPaths, indexName, readPaths } from './path-check.ts';
import { alternatives } from '../../../machines/description/alternatives.ts';
import {
  filesFor,
  shipped,
  subjectOf,
  type Covering,
  type Subject,
} from '../../judge/path-suites.ts';
import { triedIn } from '../../paths/laws.ts';
import { ownModule } from '../input/own-module.ts';
import { formats } from './path-formats.ts';
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
import { bytesByDefault, watchedBudget } from '../progress.ts';
import { reportOfPaths } from '../report/of-paths.ts';
import { inFormat } from '../report/print.ts';
import { version } from '../version.ts';
import { basename, join } from 'node:path';

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
  const { check, module, format } = given;
  if (check !== undefined) return checked(check, format ?? 'text', io);
  if (module === undefined) return write(name, given, io);
  if (name !== undefined)
    throw new Misuse(`found both '${name}' and --module ${module}, expected one of the two`);
  return ownModule(module).then((own) => {
    if ('described' in own) {
      const { description } = alternatives(own.described)[0]!;
      return write(own.described.driver, given, io, { name: own.described.driver, description });
    }
    const short = basename(module).replace(/\.[^.]*$/, '');
    const subject = { name: short, program: own.program, described: { module } };
    return write(short, given, io, subject);
  });
}

function checked(dir: string, as: string, io: Io): Exit {
  const format = reportFormats.find((one) => one === as);
  if (format === undefined)
    throw new Misuse(`--check ${dir}: ${unknown('format', as, reportFormats)}`);
  const files = readPaths(dir);
  const all = [...files].flatMap(([name, file]) => checkPaths(join(dir, name), file));
  if (all.length === 0) throw new Misuse(`${dir}: there is no path in it`);
  const bad = all.filter(({ why }) => why !== null);
  if (format === 'json') io.out(json({ schema: 1, version: version(), paths: all }));
  else if (format !== 'text') io.out(inFormat(format, reportOfPaths(all), version()));
  else {
    for (const { why } of bad) io.out(`${why}\n`);
    io.out(
      bad.length === 0
        ? `${all.length} paths in ${files.size} files fit.\n`
        : `${bad.length} of ${all.length} paths no longer fit; make them again with: ` +
            `finite-fence paths --keep ${dir} --out ${dir}\n`,
    );
  }
  return bad.length === 0 ? exit.asExpected : exit.problem;
}

/** @param subject what `name` names, if it is known already */
function write(name: string | undefined, given: PathsOptions, io: Io, subject?: Subject): Exit {
  const as = given.format ?? 'json';
  const format = Object.hasOwn(formats, as) ? formats[as as keyof typeof formats] : undefined;
  if (format === undefined) throw new Misuse(unknown('format', as, Object.keys(formats)));
  const asked = coversAsked(name, given, subject);
  const { files, ranOut } = makeAll(subjectsOf(name, subject), asked, given, io);
  if (files.length === 0)
    throw new Misuse(`'${name}' takes no option, so it has no clause; try --cover steps`);
  const texts = texted(files, () => new Map(files.flatMap((file) => [...format(file)])));
  const out = given.out ?? (name === undefined ? directory : null);
  if (out === null && texts.size > files.length)
    throw new Misuse(`--format ${as} makes several files; give --out`);
  if (out === null) print(files, texts, as, io);
  else writeOut(out, files, texts, name === undefined, io);
  if (ranOut) return exit.ranOut;
  const lacking = ({ coverage, cover }: PathFile): boolean =>
    coverage.uncovered.length > 0 || (cover === 'to' && coverage.unreachable.length > 0);
  return files.some(lacking) ? exit.problem : exit.asExpected;
}

const subjectsOf = (name: string | undefined, subject: Subject | undefined): readonly Subject[] => {
  if (subject !== undefined) return [subject];
  return name === undefined ? shipped() : [subjectOf(name)];
};

/** The criteria that are asked for. @throws Misuse */
function coversAsked(
  name: string | undefined,
  { cover, to }: PathsOptions,
  subject: Subject | undefined,
): readonly Covering[] {
  const own = subject !== undefined && 'program' in subject;
  const byDefault: readonly Covering[] =
    name === undefined ? ['clauses', 'steps', 'transitions'] : [own ? 'edges' : 'clauses'];
  const asked = cover ?? (to.length > 0 ? (['to'] as const) : byDefault);
  if (asked.includes('to') !== to.length > 0)
    throw new Misuse("--cover to and --to go together: 'to' needs a situation");
  return asked;
}

/** The files of all subjects. */
function makeAll(
  subjects: readonly Subject[],
  asked: readonly Covering[],
  given: PathsOptions,
  io: Io,
): { readonly files: readonly PathFile[]; readonly ranOut: boolean } {
  const earlier = given.keep === undefined ? new Map<string, PathFile>() : readPaths(given.keep);
  const { budget, say, done } = watchedBudget(io, {
    maxStates: given.maxStates,
    maxBytes: bytesByDefault(),
  });
  const wanted = {
    perPath: given.perPath,
    longest: given.maxLength,
    to: given.to,
    refusals: given.refusals,
    kept: (of: string, cover: Covering) => earlier.get(fileName({ name: of, cover })) ?? null,
  };
  const files: PathFile[] = [];
  let ranOut = false;
  for (const subject of subjects) {
    say(subject.name);
    const has = (cover: Covering): boolean =>
      (cover !== 'clauses' && cover !== 'without') ||
      'program' in subject ||
      (subject.description.options ?? []).length > 0;
    const made = filesFor(subject, asked.filter(has), wanted, budget);
    files.push(...made.files);
    ranOut ||= made.ranOut;
  }
  done();
  return { files, ranOut };
}

function print(
  files: readonly PathFile[],
  texts: ReadonlyMap<string, Text>,
  as: string,
  io: Io,
): void {
  const pieces =
    as === 'json' ? jsonOfAll(files) : [...texts.values()].flatMap((text) => [...piecesOf(text)]);
  for (const piece of pieces) io.out(piece);
}

/** Files in a directory; `everything`: with an index, and without what an earlier index names. */
function writeOut(
  out: string,
  files: readonly PathFile[],
  texts: ReadonlyMap<string, Text>,
  everything: boolean,
  io: Io,
): void {
  // An index names files of JSON: a format without them leaves those that are there alone.
  const all = everything && files.every((file) => texts.has(fileName(file)));
  const index: [string, Text][] = all ? [[indexName, json(indexOf(files, version()))]] : [];
  writeAll(out, new Map([...texts, ...index]), all ? indexed(out) : []);
  for (const file of files) io.out(`${summary(file)}\n`);
}

/** `preempt steps: 1 path, 98 steps (cost 108, none costs less than 108); 35 of 35 covered, 2 unreachable; 120 refusals of law` */
function summary(file: PathFile): string {
  const { name, cover, size, coverage } = file;
  const each =
    size.shortestEach === null
      ? ''
      : `; a shortest path each: ${size.shortestEach.paths} of ${size.shortestEach.steps} steps`;
  const tried = triedIn(file);
  return (
    `${name} ${cover}: ${size.paths} paths, ${size.steps} steps (cost ${size.cost}${boundText(size)}); ` +
    `${coverage.covered} of ${coverage.coverable} covered, ${coverage.unreachable.length} unreachable` +
    `${tried === 0 ? '' : `, ${tried} refusals tried`}${each}`
  );
}

function boundText({ bound, cost }: PathFile['size']): string {
  if (bound === null) return '';
  const gap =
    cost === bound ? 'none is cheaper' : `${(100 * (cost / bound - 1)).toFixed(1)} % above`;
  return `, at least ${bound}: ${gap}`;
}
