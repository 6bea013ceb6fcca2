import { existsSync } from 'node:fs';
import { gallery } from '../../machines/litmus/gallery.ts';
import { printLitmus } from '../litmus/print.ts';
import { runLitmus } from '../litmus/run.ts';
import { Misuse, unknown } from '../system/misuse.ts';
import type { ReportFormat } from './choices.ts';
import { exit, type Exit } from './exit.ts';
import { columns, type Io } from './io.ts';
import { watched } from './progress.ts';
import { reportOfLitmus } from './report/of-litmus.ts';
import { formatOf, inFormat } from './report/print.ts';
import { listCalls, litmusFiles, type ThreadOptions } from './threads/litmus-files.ts';

export type LitmusOptions = {
  readonly json?: true;
  readonly format?: ReportFormat;
  readonly verbose?: true;
  readonly list?: true;
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
  return litmusCommand(words[0], options, io, version);
}

/** `finite-fence litmus` of the gallery. @throws Misuse where no test has such a name. */
export function litmusCommand(
  pattern: string | undefined,
  options: LitmusOptions,
  io: Io,
  version: string,
): Exit {
  const format = formatOf(options);
  const asked =
    pattern === undefined ? gallery : gallery.filter(({ name }) => matches(pattern, name));
  if (asked.length === 0)
    throw new Misuse(
      `litmus: ${unknown(
        'test',
        pattern!,
        gallery.map(({ name }) => name),
      )}`,
    );
  if (options.list === true) {
    io.out(asked.map(({ name }) => `${name}\n`).join(''));
    return exit.asExpected;
  }
  const { show, done } = watched(io);
  const results = asked.map((litmus, at) => {
    show(`${at} of ${asked.length} litmus tests: ${litmus.name}`);
    return runLitmus(litmus);
  });
  done();
  if (format === 'json') {
    const tests = results.map(
      ({ litmus: { name, about, cites, twin, expect }, found, problems }) => ({
        name,
        about,
        cites,
        twin,
        expect,
        found,
        problems,
      }),
    );
    io.out(`${JSON.stringify({ schema: 1, version, tests }, null, 2)}\n`);
  } else if (format !== 'text') io.out(inFormat(format, reportOfLitmus(results), version));
  else
    io.out(printLitmus(results, { columns, ...(options.verbose === true ? { full: true } : {}) }));
  return results.some(({ problems }) => problems.length > 0) ? exit.problem : exit.asExpected;
}

/** A name with the pattern in it, capitals or not; `*` stands for anything. Nothing else has a meaning. */
function matches(pattern: string, name: string): boolean {
  let at = 0;
  for (const piece of pattern.toLowerCase().split('*')) {
    const found = name.toLowerCase().indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}
