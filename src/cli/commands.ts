import { Command, CommanderError, type Argument } from 'commander';
import { Misuse, unknown } from '../system/misuse.ts';
import { examples } from './arguments.ts';
import { debugging } from './debugging.ts';
import { exit } from '../text/exit.ts';
import type { Io } from './io.ts';
import { columns, several } from '../text/layout.ts';
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
      outputError: (text, write) => write(`${fitted(inOneLine(text))}\n`),
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

/** How commander says what is wrong, and how this command line does: what was found and expected. */
const rewordings: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/\s*\n\(Did you mean (.+)\?\)/, (_, near) => `; did you mean '${near}'?`],
  [
    /^option '(-\S+)[^']*' argument '(.*)' is invalid\. (.*)$/s,
    (_, name, value, wanted) => `${name}: ${misfit(value!, wanted!)}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(\S+)'\. (.*)$/s,
    (_, value, name, wanted) => `${name}: ${misfit(value!, wanted!)}`,
  ],
  [/^option '(-\S+) (.+)' argument missing$/, (_, name, value) => `${name}: expected ${value}`],
  [
    /^required option '(-\S+) (.+)' not specified$/,
    (_, name, value) => `found no ${name} ${value}, expected one; --help says which`,
  ],
  [
    /^too many arguments for '(\S+)'\. Expected (\d+) arguments? but got (\d+)\.$/,
    (_, name, most, given) =>
      `${name}: found ${several(Number(given), 'word')}, expected ${most === '0' ? 'none' : `at most ${most}`}`,
  ],
];

/** What was found in place of some words; where the expectation says both already, only that. */
function misfit(value: string, wanted: string): string {
  const [, words] = /^Allowed choices are (.+)\.$/.exec(wanted) ?? [];
  if (words === undefined && !wanted.startsWith('expected')) return wanted;
  return `found '${value}', ${words === undefined ? wanted : `expected one of ${words}`}`;
}

/** `error: unknown option '--x'`, `(Did you mean --xy?)` as one line of ours. */
function inOneLine(text: string): string {
  const said = text.replace(/^error: /, '').trimEnd();
  const reworded = rewordings.reduce(
    (line, [pattern, words]) => line.replace(pattern, words),
    said,
  );
  return `finite-fence: ${reworded}`;
}

/** Columns that one line of an error has at most. */
const widest = 160;

/** A line that is too long lists fewer words, and says how many it leaves out. */
export function fitted(line: string): string {
  const list = /\b[Tt]here are: (.+?)(?:, and (\d+) more)?((?:; [^;]*)?)$/.exec(line);
  if (line.length <= widest || list === null) return line;
  const [, words, others = '0', end] = list;
  const choices = words!.split(', ');
  for (let kept = choices.length - 1; kept > 0; kept--) {
    const more = `, and ${choices.length - kept + Number(others)} more${end}`;
    const start = line.slice(0, list.index + list[0].indexOf(': ') + 2);
    const shorter = start + choices.slice(0, kept).join(', ') + more;
    if (shorter.length <= widest) return shorter;
  }
  return line.slice(0, list.index).replace(/[;,]? *$/, '');
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
    const [first, of] = argv;
    if (first === 'help' && of !== undefined) {
      const names = program.commands.map((command) => command.name());
      if (!names.includes(of)) throw new Misuse(unknown('command', of, names));
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exit.asExpected : exit.misuse;
    if (error instanceof Misuse) {
      for (const line of error.message.split('\n')) io.err(`${fitted(`finite-fence: ${line}`)}\n`);
      return exit.misuse;
    }
    throw error;
  }
}
