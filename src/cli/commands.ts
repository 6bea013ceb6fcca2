import { Command, CommanderError, type Argument } from 'commander';
import { Misuse } from '../system/misuse.ts';
import { examples } from './arguments.ts';
import { debugging } from './debugging.ts';
import { exit } from '../text/exit.ts';
import type { Io } from './io.ts';
import { columns } from '../text/layout.ts';
import { judging } from './judging.ts';
import { making } from './making.ts';
import { version } from './version.ts';

/**
 * The command line as data: what is run, what is asked for help, and what completion is made of.
 */
export function commandLine(io: Io, done: (code: number) => void): Command {
  const program = new Command('finite-fence')
    .description(
      "Can this GPU driver leave a dma_fence hanging? The kernel's rules for GPU fences " +
        'and page faults as state machines, searched exhaustively.',
    )
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .configureHelp({
      helpWidth: columns,
      styleTitle: (text) => io.paint.bold(text),
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(usageOf)].join(' '),
    })
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => io.paint.isColorSupported,
      getErrHasColors: () => false,
      outputError: (text, write) => write(text.replace(/^error: /, 'finite-fence: ')),
    })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence check                     # the drivers that come with it',
          'finite-fence check my-driver.json      # yours',
          'finite-fence check my-driver.json --json > before.json',
          'finite-fence why my-driver.json        # what keeps it from going on',
          'finite-fence table',
          'finite-fence litmus',
          'finite-fence export my-driver.json --to promela -o driver.pml',
        ],
        '0 as expected; 1 a problem; 2 wrong use or bad input; 3 the budget ran out before there was an answer.',
      ),
    );
  judging(program, io, done);
  debugging(program, io, done);
  making(program, io, done);
  return program;
}

/** `<FILE>`, `[FILE...]` */
function usageOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/**
 * The command line. Never exits: gives the exit code.
 * @param argv without the program's own name
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exit.asExpected;
  const program = commandLine(io, (given) => {
    code = given;
  });
  try {
    if (argv.length === 0) {
      io.err(program.helpInformation({ error: true }));
      return exit.misuse;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exit.asExpected : exit.misuse;
    if (error instanceof Misuse) {
      for (const line of error.message.split('\n')) io.err(`finite-fence: ${line}\n`);
      return exit.misuse;
    }
    throw error;
  }
}
