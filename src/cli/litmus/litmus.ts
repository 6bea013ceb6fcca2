import { existsSync } from 'node:fs';
import { gallery } from '../../../machines/litmus/gallery.ts';
import type { Budget } from '../../explore/graph.ts';
import type { Litmus } from '../../litmus/litmus.ts';
import { isWorse } from '../../judge/outcome.ts';
import { printLitmus } from '../../litmus/print.ts';
import { runLitmus, type LitmusResult } from '../../litmus/run.ts';
import { Misuse, unknownOfMany } from '../../system/misuse.ts';
import type { ReportFormat } from '../choices.ts';
import { exit, worstExit, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { columns } from '../../text/layout.ts';
import { watchedBudget, type Limits } from '../progress.ts';
import { reportOfLitmus } from '../report/of-litmus.ts';
import { formatOf, inFormat } from '../report/print.ts';
import { listCalls, litmusFiles, type ThreadOptions } from '../threads/litmus-files.ts';
import { shippedFiles, type ShippedFile } from '../threads/shipped-files.ts';
import { expectedBlock } from '../../text/expected-block.ts';

/** What the words of `finite-fence litmus` say. */
export type LitmusOptions = Limits & {
  readonly json?: true;
  readonly format?: ReportFormat;
  readonly verbose?: true;
  readonly list?: true;
  readonly writeExpected?: true;
};

/** `finite-fence litmus`, of files or of the gallery. @throws Misuse */
export function litmusAsked(
  words: readonly string[],
  options: LitmusOptions & ThreadOptions & { readonly calls?: true },
  io: Io,
  version: string,
): Exit {
  if (options.calls === true) return listCalls(io, options.json === true);
  const isFile = (word: string): boolean => word === '-' || /[./\\]/.test(word) || existsSync(word);
  if (words.length > 0 && words.every(isFile)) return litmusFiles(words, options, io, version);
  if (words.length > 1)
    throw new Misuse(
      `litmus: found ${words.length} words, expected files of threads or one part of a name`,
    );
  const [pattern] = words;
  if (options.list === true) return listNames(pattern, options, io, version);
  const files = pattern === undefined || isOfGallery(pattern) ? [] : filesNamed(pattern);
  if (files.length > 0)
    return litmusFiles(
      files.map(({ path }) => path),
      options,
      io,
      version,
    );
  const ofThreads = (['before', 'after', 'lockdep'] as const).filter((name) => options[name]);
  if (ofThreads.length > 0)
    throw new Misuse(
      `--${ofThreads[0]!}: found tests of the gallery, which have no threads; expected files of threads`,
    );
  return litmusCommand(pattern, options, io, version);
}

/** The names of the gallery's tests, and the files of threads with the rules that they name. */
function listNames(
  pattern: string | undefined,
  options: LitmusOptions,
  io: Io,
  version: string,
): Exit {
  const format = formatOf(options);
  if (format !== 'text' && format !== 'json')
    throw new Misuse(`--list: found --format ${format}, expected text or json`);
  const tests = gallery.filter(({ name }) => pattern === undefined || matches(pattern, name));
  const files = filesNamed(pattern ?? '');
  if (tests.length + files.length === 0) throw noSuchTest(pattern!);
  if (format === 'json') {
    const names = tests.map(({ name }) => name);
    io.out(`${JSON.stringify({ schema: 1, version, tests: names, files }, null, 2)}\n`);
    return exit.asExpected;
  }
  for (const { name } of tests) io.out(`${name}\n`);
  for (const { path, laws } of files) io.out(`${[path, ...laws].join(' ')}\n`);
  return exit.asExpected;
}

const isOfGallery = (pattern: string): boolean =>
  gallery.some(({ name }) => matches(pattern, name));

/** Files of threads whose name or path contains the pattern. */
const filesNamed = (pattern: string): readonly ShippedFile[] =>
  shippedFiles().filter(({ path, name }) => matches(pattern, path) || matches(pattern, name));

const noSuchTest = (pattern: string): Misuse => {
  const names = [...gallery, ...shippedFiles()].map(({ name }) => name);
  return new Misuse(
    unknownOfMany('test', pattern, names, "'finite-fence litmus --list' names all"),
  );
};

/** `finite-fence litmus` of the gallery. @throws Misuse where no test has such a name. */
export function litmusCommand(
  pattern: string | undefined,
  options: LitmusOptions,
  io: Io,
  version: string,
): Exit {
  const format = formatOf(options);
  const asked = testsNamed(pattern);
  const results = run(asked, options, io);
  if (options.writeExpected === true) {
    for (const { litmus, found } of results)
      io.out(`${results.length === 1 ? '' : `// ${litmus.name}\n`}${expectedBlock(found)}`);
    return exit.asExpected;
  }

  if (format === 'json') io.out(asJson(results, version));
  else if (format === 'text') {
    const full = options.verbose === true ? { full: true } : {};
    io.out(printLitmus(results, { columns, ...full }));
  } else io.out(inFormat(format, reportOfLitmus(results), version));
  return worstExit(results.map(exitOfLitmus));
}

/** The whole answer is compared, so that a search that ended early is never as expected. */
function exitOfLitmus({ litmus, found, problems, stopped }: LitmusResult): Exit {
  if (stopped === null) return problems.length > 0 ? exit.problem : exit.asExpected;
  const isCertain = found.verdict !== 'incomplete' && isWorse(found.verdict, litmus.expect.verdict);
  return isCertain ? exit.problem : exit.ranOut;
}

function testsNamed(pattern: string | undefined): readonly Litmus[] {
  const asked =
    pattern === undefined ? gallery : gallery.filter(({ name }) => matches(pattern, name));
  if (asked.length > 0) return asked;
  throw noSuchTest(pattern!);
}

/**
 * A name with the pattern in it, capitals or not; `*` stands for anything. Nothing else has a
 * meaning.
 */
function matches(pattern: string, name: string): boolean {
  const text = name.toLowerCase();
  let from = 0;
  for (const piece of pattern.toLowerCase().split('*')) {
    const place = text.indexOf(piece, from);
    if (place < 0) return false;
    from = place + piece.length;
  }
  return true;
}

function run(asked: readonly Litmus[], limits: Limits, io: Io): LitmusResult[] {
  const { budget, say, done } = watchedBudget(io, limits);
  const results = asked.map((litmus, index) => {
    say(`${index} of ${asked.length} litmus tests: ${litmus.name}`);
    return told(runLitmus(litmus, budget satisfies Budget));
  });
  done();
  return results;
}

/**
 * Where a search ended early, that is the problem: what was counted up to there is compared with
 * nothing.
 */
const told = (result: LitmusResult): LitmusResult =>
  result.stopped === null || exitOfLitmus(result) === exit.problem
    ? result
    : { ...result, problems: ['the search ended early: not known'] };

function asJson(results: readonly LitmusResult[], version: string): string {
  const tests = results.map(
    ({ litmus: { name, about, cites, twin, expect }, found, problems, stopped }) => ({
      name,
      about,
      cites,
      twin,
      expect,
      found,
      problems,
      stopped,
    }),
  );
  return `${JSON.stringify({ schema: 2, version, tests }, null, 2)}\n`;
}
