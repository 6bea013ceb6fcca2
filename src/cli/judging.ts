import { InvalidArgumentError, Option, type Command } from 'commander';
import { each, engineOption, examples, limited, printed, whole } from './arguments.ts';
import type { CheckOptions } from './check/check.ts';
import { skewByDefault } from './choices.ts';
import type { Io } from './io.ts';
import type { LitmusOptions } from './litmus/litmus.ts';
import type { LogOptions } from './log.ts';
import type { ThreadOptions } from './threads/litmus-files.ts';
import type { VerifyOptions } from './verify/verify.ts';
import { version } from './version.ts';

/** The commands that judge something. What they do is loaded when it is asked for. */
export function judging(program: Command, io: Io, done: (code: number) => void): void {
  check(program, io, done);
  verify(program, io, done);
  log(program, io, done);
  table(program, io, done);
  litmus(program, io, done);
}

function check(program: Command, io: Io, done: (code: number) => void): void {
  const command = printed(program.command('check'))
    .summary('search driver descriptions for hangs')
    .description(
      'Searches each described driver for a hanging dma_fence. If one can hang, prints the ' +
        'shortest run that leads there, who then waits for whom, and the sentence of the ' +
        "kernel's documents that forbids it. Without a FILE, checks the drivers that come with " +
        'this package.',
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
    .option('--baseline <FILE>', 'earlier output of --json: fail only if a verdict has changed')
    .addOption(engineOption())
    .option('--site <URL>', 'also print the address in the playground of the site at URL')
    .option(
      '--verbose',
      'print every run in full, what is kept and why, and steps that never fire',
    );
  limited(kept(command))
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
          'finite-fence check my-driver.json --site http://localhost:8000/',
          'finite-fence check my-driver.json --certificate my-driver.cert',
          'finite-fence check my-driver.json --checkpoint kept',
          'finite-fence check my-driver.json --checkpoint kept --resume',
        ],
        '0 every verdict is finite, or the one that its description expects; 1 another ' +
          'verdict, or a changed one with --baseline; 2 bad input; 3 incomplete.',
      ),
    )
    .action(async (files: string[], options: CheckOptions) => {
      done(await (await import('./check/check.ts')).checkCommand(files, options, io, version()));
    });
}

/** What `check` leaves on the disk. */
const kept = (command: Command): Command =>
  command
    .option(
      '--certificate <FILE>',
      'write proofs of all verdicts, which `finite-fence verify` checks',
    )
    .option(
      '--checkpoint <DIR>',
      'keep long searches in a folder, state by state, so that they can go on later',
    )
    .addOption(
      new Option('--checkpoint-every <SECONDS>', 'how often a search is kept')
        .argParser(seconds)
        .default(60),
    )
    .option('--resume', 'go on from what --checkpoint kept');

/** A number of seconds; parts of one, too. */
function seconds(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= 0.01 && value <= 1e6))
    throw new InvalidArgumentError('expected a number of seconds from 0.01');
  return value;
}

const aboutVerify =
  "Checks the proofs in a file that 'finite-fence check --certificate' wrote. It searches nothing, " +
  'and shares no code with what searches. With a DESCRIPTION, also checks that the proofs are of ' +
  'the systems that it means, in every alternative, and that none is missing.';

function verify(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('verify')
    .summary('check the proofs that check --certificate wrote')
    .description(aboutVerify)
    .argument('<FILE>', 'a certificate; - is standard input')
    .argument('[DESCRIPTION...]', 'what was given to check')
    .option(
      '--module <JS>',
      'a module whose default export is a system of your own (repeat for more)',
      each,
    )
    .option('--json', 'print data instead of text')
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence check my-driver.json --certificate my-driver.cert',
          'finite-fence verify my-driver.cert my-driver.json',
          'finite-fence verify my-driver.cert',
        ],
        '0 every verdict is proved; 1 a proof does not hold; 2 the file is not a certificate, is damaged, or ' +
          'is of another system.',
      ),
    )
    .action(async (file: string, descriptions: string[], options: VerifyOptions) => {
      const { verifyCommand } = await import('./verify/verify.ts');
      done(await verifyCommand(file, descriptions, options, io));
    });
}

const aboutLogs =
  'Reads traces and kernel logs, and reports what breaks a rule of fences or locks: the line, ' +
  "the object's history, the states that it may have been in, and the citation. The format of a " +
  'FILE is recognised from its content: the text of trace, trace_pipe, trace-cmd report, ' +
  'systrace or perf script; JSON of Chrome or Perfetto; dmesg. A log may begin in the middle and ' +
  'lack events. What it does not show is never called a violation.';

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
    .argument('<FILE...>', 'logs, compressed by gzip or not; - is standard input')
    .option('--json', 'print data instead of text: one object, or a list for several')
    .option('--html <FILE>', 'write a page with a timeline')
    .option('--chrome-trace <FILE>', 'write a trace that ui.perfetto.dev opens')
    .option(
      '--complete',
      'the log lacks no event: what only a missing event would explain is a violation too',
    )
    .option(
      '--propose',
      'write a report of the log down as a file of threads, for `finite-fence litmus`',
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
        '0 no rule is broken, or a file is proposed; 1 a rule is broken; 2 the format of a file is ' +
          'unknown, or nothing can be proposed; 3 there is trouble that cannot be judged.',
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
      'Checks every option of the document with all its clauses, without each clause, and ' +
        'with weaker readings of it, in a dozen scenarios.',
    )
    .option('--json', 'print data instead of text')
    .addHelpText(
      'after',
      examples(
        ['finite-fence table', 'finite-fence table --json > table.json'],
        '0 every option keeps its promises with one job of each kind; 1 an option does not; 3 incomplete.',
      ),
    )
    .action(async (options: { readonly json?: true }) => {
      done(await (await import('./table/table-command.ts')).tableCommand(options, io, version()));
    });
}

const aboutLitmus =
  'A FILE.litmus holds the calls of a few threads as text. Searches it for a thread or fence that ' +
  'can hang, and prints the shortest run, who then waits for whom, what forbids it, and what ' +
  'lockdep would report. A twin has two sides, before and after a fix; both are searched. Without ' +
  'a file, asks each litmus test of the gallery whose name contains PATTERN (* matches any text), ' +
  'or if there is none, each file of threads of this package whose name contains it.';

function litmus(program: Command, io: Io, done: (code: number) => void): void {
  const command = printed(program.command('litmus'))
    .summary('search threads that are written as text; ask the gallery')
    .description(aboutLitmus)
    .argument(
      '[FILE|PATTERN...]',
      'files of threads (- is standard input), or part of a name, such as PREEMPT',
    );
  limited(command)
    .option('--before', 'only the side before the fix')
    .option('--after', 'only the side after the fix')
    .option('--lockdep', 'print only what lockdep would report')
    .option('--calls', 'list the calls that a file may use')
    .option('--verbose', 'print everything in full')
    .option('--list', 'print only the names; of files of threads with the rules that they name')
    .option(
      '--write-expected',
      'print only what was found, as the expected block of a test of the gallery',
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
          'finite-fence litmus --list etnaviv',
          'finite-fence litmus MY-NEW+test --write-expected',
          'finite-fence litmus --format junit > litmus.xml',
        ],
        '0 every answer is as expected; 1 one is not; 2 bad input, or no test has such a name; 3 incomplete.',
      ),
    )
    .action(async (words: string[], options: LitmusOptions & ThreadOptions) => {
      done((await import('./litmus/litmus.ts')).litmusAsked(words, options, io, version()));
    });
}
