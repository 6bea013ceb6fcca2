import { kernelCalls } from '../../../machines/calls/index.ts';
import { judgeThreads } from '../../judge/threads.ts';
import { Misuse } from '../../system/misuse.ts';
import { exit, worstExit, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { watchedBudget, type Limits } from '../progress.ts';
import { reportOfThreads } from '../report/of-threads.ts';
import { formatOf, inFormat } from '../report/print.ts';
import type { ReportFormat } from '../choices.ts';
import { callsText } from '../../text/calls.ts';
import { describingBeside, threadText } from './read-threads.ts';
import { threadsJson } from './threads-json.ts';
import { exitOf, type ThreadResult } from '../../text/threads-exit.ts';
import { briefly, summary, threadsText } from '../../text/threads.ts';

/** What the words of `finite-fence litmus FILE` say. */
export type ThreadOptions = Limits & {
  readonly json?: true;
  readonly format?: ReportFormat;
  readonly verbose?: true;
  readonly before?: true;
  readonly after?: true;
  readonly lockdep?: true;
  readonly writeExpected?: true;
};

/**
 * `finite-fence litmus FILE.litmus...`.
 * @throws Misuse, one line for each file that cannot be read
 */
export function litmusFiles(
  files: readonly string[],
  options: ThreadOptions,
  io: Io,
  version: string,
): Exit {
  if (options.before === true && options.after === true)
    throw new Misuse('found both --before and --after, expected one of the two');
  if (options.writeExpected === true)
    throw new Misuse('--write-expected: found files of threads, expected a test of the gallery');
  const only = sideOf(options);
  const format = formatOf(options);
  const { budget, say, done } = watchedBudget(io, options);
  const results: ThreadResult[] = [];
  const wrong: string[] = [];
  for (const file of files) {
    const source = file === '-' ? 'standard input' : file;
    say(source);
    try {
      results.push({
        file: source,
        answers: judgeThreads(source, threadText(file), budget, only, describingBeside(file)),
      });
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      wrong.push(error.message);
    }
  }
  done();
  if (wrong.length > 0) throw new Misuse(wrong.join('\n'));
  if (format === 'json') io.out(`${JSON.stringify(threadsJson(results, version), null, 2)}\n`);
  else if (format === 'text') io.out(printed(results, options, io));
  else io.out(inFormat(format, reportOfThreads(results), version));
  return worstExit(results.flatMap(({ answers }) => answers.map(exitOf)));
}

function sideOf({ before, after }: ThreadOptions): 'before' | 'after' | null {
  if (before === true) return 'before';
  return after === true ? 'after' : null;
}

function printed(results: readonly ThreadResult[], options: ThreadOptions, io: Io): string {
  const full = options.verbose === true || results.length === 1;
  const parts = results.flatMap(({ answers }) =>
    answers.map((answer) =>
      full || answer.problems.length > 0
        ? threadsText(answer, io.paint, options.lockdep === true)
        : briefly(answer, io.paint),
    ),
  );
  return full ? parts.join('\n') : `${parts.join('')}${summary(results)}`;
}

/** `finite-fence litmus --calls`. */
export function listCalls(io: Io, json: boolean): Exit {
  io.out(callsText(kernelCalls, json));
  return exit.asExpected;
}
