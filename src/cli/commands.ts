import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Misuse } from '../system/misuse.ts';
import { checkCommand, type CheckOptions } from './check.ts';
import { exit } from './exit.ts';
import { exportCommand, notations, type ExportOptions } from './export.ts';
import { columns, type Io } from './io.ts';
import { logCommand } from './log.ts';
import { litmusCommand, type LitmusOptions } from './litmus.ts';
import { pathsCommand } from './paths.ts';
import { bytesByDefault, statesByDefault } from './progress.ts';
import { tableCommand } from './table-command.ts';
import { version } from './version.ts';

/** `20000`, `2e6`, `512M`. */
function count(most: number, sizes: boolean) {
  return (text: string): number => {
    const [, digits, unit = ''] = /^(\d+(?:e\d+)?)([kMG]?)$/.exec(text) ?? [];
    const value = digits === undefined || (!sizes && unit !== '') ? NaN : Number(digits) * { '': 1, k: 1e3, M: 1e6, G: 1e9 }[unit as '' | 'k' | 'M' | 'G'];
    if (!(value >= 1 && value <= most)) throw new InvalidArgumentError(`expected a number from 1 to ${most}${sizes ? ', with k, M or G behind it if you like' : ''}`);
    return value;
  };
}

const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

/**
 * The command line. Never exits: gives the exit code.
 * @param argv without the program's own name
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exit.asExpected;
  const program = new Command('finite-fence')
    .description('Can this GPU driver leave a dma_fence hanging? The kernel\'s rules for GPU fences and page faults as state machines, searched exhaustively.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .configureHelp({ helpWidth: columns })
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: () => columns, getErrHelpWidth: () => columns, outputError: (text, write) => write(text.replace(/^error: /, 'finite-fence: ')) })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', examples('finite-fence check                     # the drivers that come with it', 'finite-fence check my-driver.json      # yours', 'finite-fence check my-driver.json --json > before.json', 'finite-fence table', 'finite-fence litmus', 'finite-fence export my-driver.json --to promela -o driver.pml')
      + '\nExit codes: 0 as expected; 1 a problem; 2 wrong use or bad input;\n3 the budget ran out before there was an answer.\n');

  program.command('check')
    .summary('search driver descriptions for hangs')
    .description('Says of each described driver whether a dma_fence can be left hanging; and if so, by which shortest run, who then waits for whom, and which sentence of the kernel\'s documents forbids it. Without a FILE: the drivers that come with this package.')
    .argument('[FILE...]', 'descriptions in JSON, or names of drivers that come with this package; - is standard input')
    .option('--json', 'print data instead of text: one object, or a list for several')
    .option('--baseline <FILE>', 'what --json printed earlier: fail only where a verdict has changed')
    .option('--verbose', 'tell every run in full, what is kept and why, and rules that never fire')
    .addOption(new Option('--max-states <N>', 'give up beyond so many states').argParser(count(2e9, false)).default(statesByDefault, '50,000,000'))
    .addOption(new Option('--max-bytes <N>', 'give up beyond so much memory for the search').argParser(count(2 ** 50, true)).default(bytesByDefault(), 'a quarter of what is free'))
    .addHelpText('after', examples('finite-fence check', 'finite-fence check my-driver.json', 'finite-fence check drivers/*.json --json > now.json', 'finite-fence check drivers/*.json --baseline before.json')
      + '\nExit codes: 0 every verdict is finite, or the one that its description expects;\n1 another verdict, or a changed one with --baseline; 2 bad input; 3 incomplete.\n')
    .action((files: string[], options: CheckOptions) => { code = checkCommand(files, options, io, version()); });

  logCommand(program, io, (log) => { code = log; });

  pathsCommand(program, io, (paths) => { code = paths; });

  program.command('table')
    .summary('what each documented way out rests on, clause by clause')
    .description('Asks every option of the document with all its clauses, without each of them and with weaker readings, in a dozen circumstances.')
    .option('--json', 'print data instead of text')
    .addHelpText('after', examples('finite-fence table', 'finite-fence table --json > table.json') + '\nExit codes: 0 every option keeps its promises with one job of each kind;\n1 one does not.\n')
    .action(async (options: { readonly json?: true }) => { code = await tableCommand(options, io, version()); });

  program.command('litmus')
    .summary('small closed questions with their expected answers')
    .description('Asks each litmus test whose name has PATTERN in it (* stands for anything), and compares the whole answer with the one in its file. One alone is told in full.')
    .argument('[PATTERN]', 'part of a name, such as PREEMPT or "*while-faulted"')
    .option('--json', 'print data instead of text')
    .option('--verbose', 'tell all in full')
    .addHelpText('after', examples('finite-fence litmus', 'finite-fence litmus FLUSH', 'finite-fence litmus "PREEMPT*faulted"') + '\nExit codes: 0 all as expected; 1 one is not; 2 no test has such a name.\n')
    .action((pattern: string | undefined, options: LitmusOptions) => { code = litmusCommand(pattern, options, io, version()); });

  program.command('export')
    .summary('a described driver in the language of another tool')
    .description('Writes the system of a description for SPIN (promela), Murphi or Rumur (murphi), or as data (json).')
    .argument('<FILE>', 'a description in JSON, or the name of a driver that comes with this package; - is standard input')
    .addOption(new Option('--to <NOTATION>', 'which language').choices(notations).makeOptionMandatory())
    .addOption(new Option('--question <Q>', 'promela only: count the states, or ask for fair runs, one never claim a promise').choices(['count', 'fair']).default('count'))
    .option('-o, --output <OUT>', 'write to this file')
    .option('--with-recovery', 'with the steps of hang recovery')
    .addHelpText('after', examples('finite-fence export my-driver.json --to promela -o driver.pml', 'finite-fence export my-driver.json --to murphi > driver.m', 'finite-fence export xe-fault-mode --to json | less'))
    .action((file: string, options: ExportOptions) => { code = exportCommand(file, options, io); });

  try {
    if (argv.length === 0) { io.err(program.helpInformation()); return exit.misuse; }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.asExpected : exit.misuse;
    if (error instanceof Misuse) { io.err(error.message.split('\n').map((line) => `finite-fence: ${line}\n`).join('')); return exit.misuse; }
    throw error;
  }
}
