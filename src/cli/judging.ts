import { InvalidArgumentError, Option, type Command } from 'commander';
import { each, examples, limited, printed, whole } from './arguments.ts';
import type { CheckOptions } from './check/check.ts';
import { engineNames, skewByDefault } from './choices.ts';
import type { Io } from './io.ts';
import type { LitmusOptions } from './litmus/litmus.ts';
import type { LogOptions } from './log.ts';
import type { ThreadOptions } from './threads/litmus-files.ts';
import { version } from './version.ts';

/** The commands that judge something. What they do is loaded when it is asked for. */
export function judging(program: Command, io: Io, done: (code: number) => void): void {
  check(program, io, done);
  log(program, io, done);
  table(program, io, done);
  litmus(program, io, done);
}

function check(program: Command, io: Io, done: (code: number) => void): void {
  const command = printed(program.command('check'))
    .summary('search driver descriptions for hangs')
    .description(
      'Says of each described driver whether a dma_fence can be left hanging; and if so, ' +
        "by which shortest run, who then waits for whom, and which sentence of the kernel's " +
        'documents forbids it. Without a FILE: the drivers that come with this package.',
    )
    .argument(
      '[FILE...]',
      'descriptions in JSON, or names of drivers that come with this package; - is standard input',
    )
    .option(
      '--module <JS>',
      'a module whose default export is a system of your own (repeat for more)',
      each,
    )
    .option(
      '--baseline <FILE>',
      'what --json printed earlier: fail only where a verdict has changed',
    )
    .addOption(
      new Option(
        '--engine <ENGINE>',
        'search state by state, on decision diagrams, or on what pays for the system',
      )
        .choices(engineNames)
        .default('auto'),
    )
    .option('--verbose', 'tell every run in full, what is kept and why, and steps that never fire');
  limited(command)
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence check',
          'finite-fence check my-driver.json',
          'finite-fence check --module ./my-system.js',
          'finite-fence check drivers/*.json --json > now.json',
          'finite-fence check drivers/*.json --baseline before.json',
          'finite-fence check drivers/*.json --format sarif > hangs.sarif',
          'finite-fence check my-driver.json --engine symbolic',
        ],
        '0 every verdict is finite, or the one that its description expects; 1 another ' +
          'verdict, or a changed one with --baseline; 2 bad input; 3 incomplete.',
      ),
    )
    .action(async (files: string[], options: CheckOptions) => {
      done(await (await import('./check/check.ts')).checkCommand(files, options, io, version()));
    });
}

const aboutLogs =
  'Reads traces and kernel logs, and says what in them breaks which rule of fences ' +
  "and\nlocks: the line, the object's history, the states it may have been in, the " +
  'citation.\nWhat a FILE is, is seen from its content: the text of trace, trace_pipe, ' +
  'trace-cmd\nreport, systrace or perf script; JSON of Chrome or Perfetto; dmesg. A ' +
  'log may begin in\nthe middle and lack events: what it does not show is never called ' +
  'a violation.';

/** A number of nanoseconds, up to a quarter of an hour. */
function nanoseconds(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 1e12)
    throw new InvalidArgumentError('expected a number of nanoseconds');
  return value;
}

function log(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('log')
    .summary('say which rule a trace or a lock report breaks')
    .description(aboutLogs)
    .argument('<FILE...>', 'logs, packed by gzip or not; - is standard input')
    .option('--json', 'print data instead of text: one object, or a list for several')
    .option('--html <FILE>', 'write a page with a timeline')
    .option('--chrome-trace <FILE>', 'write a trace that ui.perfetto.dev opens')
    .option(
      '--complete',
      'nothing is missing from the log: what only a missing event would\nexplain is a violation too',
    )
    .option(
      '--propose',
      'write a report of the log down as a file of threads, for\n`finite-fence litmus`',
    )
    .addOption(
      new Option(
        '--report <LINE>',
        'with --propose: the report that begins at this line',
      ).argParser(whole(1)),
    )
    .option('-o, --output <FILE>', 'with --propose: write the file there')
    .addOption(
      new Option('--skew <NS>', 'how far the clocks of two CPUs may differ, in nanoseconds')
        .argParser(nanoseconds)
        .default(skewByDefault),
    )
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence log trace.txt',
          'trace-cmd report | finite-fence log - --html out.html',
          'finite-fence log dmesg.txt.gz --json',
          'finite-fence log dmesg.txt --propose | finite-fence litmus -',
        ],
        '0 nothing broken, or a file proposed; 1 a rule is broken; 2 not readable as anything known, or nothing can be ' +
          'proposed; 3 trouble that nothing here can judge.',
      ),
    )
    .action(async (files: string[], options: LogOptions) => {
      done(await (await import('./log.ts')).runLog(files, options, io));
    });
}

function table(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('table')
    .summary('what each documented way out rests on, clause by clause')
    .description(
      'Asks every option of the document with all its clauses, without each of them and ' +
        'with weaker readings, in a dozen circumstances.',
    )
    .option('--json', 'print data instead of text')
    .addHelpText(
      'after',
      examples(
        ['finite-fence table', 'finite-fence table --json > table.json'],
        '0 every option keeps its promises with one job of each kind; 1 one does not; 3 incomplete.',
      ),
    )
    .action(async (options: { readonly json?: true }) => {
      done(await (await import('./table/table-command.ts')).tableCommand(options, io, version()));
    });
}

const aboutLitmus =
  'Says of each FILE.litmus, the calls of a few threads as text, whether a thread or a fence can ' +
  'be left hanging; of a twin, of both sides: the shortest run, who then waits for whom, what ' +
  'forbids it, and what lockdep would say. Without a file: asks each litmus test of the gallery ' +
  'whose name has PATTERN in it (* stands for anything).';

function litmus(program: Command, io: Io, done: (code: number) => void): void {
  const command = printed(program.command('litmus'))
    .summary('threads as text, and small closed questions with their answers')
    .description(aboutLitmus)
    .argument(
      '[FILE|PATTERN...]',
      'files of threads, - is standard input; or part of a name, such as PREEMPT',
    );
  limited(command)
    .option('--before', 'of twins only the version before')
    .option('--after', 'of twins only the version after')
    .option('--lockdep', 'only say what lockdep would say')
    .option('--calls', 'list the calls that a file may use')
    .option('--verbose', 'tell all in full')
    .option('--list', 'only print the names')
    .option(
      '--write-expected',
      'only print what is found in the gallery, as the expected block of a test, to paste',
    )
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence litmus my-threads.litmus',
          'finite-fence litmus my-threads.litmus --before',
          'finite-fence litmus --calls',
          'finite-fence litmus',
          'finite-fence litmus "PREEMPT*faulted"',
          'finite-fence litmus MY-NEW+test --write-expected',
          'finite-fence litmus --format junit > litmus.xml',
        ],
        '0 all as expected; 1 one is not; 2 bad input, or no test has such a name; 3 incomplete.',
      ),
    )
    .action(async (words: string[], options: LitmusOptions & ThreadOptions) => {
      done((await import('./litmus/litmus.ts')).litmusAsked(words, options, io, version()));
    });
}
