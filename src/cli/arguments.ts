import { InvalidArgumentError, Option, type Command } from 'commander';
import { bytesByDefault, statesByDefault } from './progress.ts';
import { engineNames, reportFormats } from './choices.ts';
import { paragraph } from '../text/layout.ts';

/** A number: `20000`, `2e6`; with `sizes` also `512M`. */
function count(most: number, sizes: boolean) {
  return (text: string): number => {
    const [, digits, unit = ''] = /^(\d+(?:e\d+)?)([kMG]?)$/.exec(text) ?? [];
    const value =
      digits === undefined || (!sizes && unit !== '')
        ? NaN
        : Number(digits) * { '': 1, k: 1e3, M: 1e6, G: 1e9 }[unit as '' | 'k' | 'M' | 'G'];
    if (!(value >= 1 && value <= most))
      throw new InvalidArgumentError(
        `expected a number from 1 to ${most}${sizes ? '; k, M or G may follow it' : ''}`,
      );
    return value;
  };
}

/** A whole number of at least `least`. */
export const whole =
  (least: number) =>
  (text: string): number => {
    const value = /^\d+(e\d+)?$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= 2e9))
      throw new InvalidArgumentError(`expected a whole number from ${least}`);
    return value;
  };

/** Something that may be said more than once. */
export const each = (text: string, before: readonly string[] = []): string[] => [...before, text];

/** What stands below the options in a command's help. */
export function examples(lines: readonly string[], exits = ''): string {
  const shown = ['', 'Examples:', ...lines.map((line) => `  $ ${line}`), ''];
  const codes = exits === '' ? [] : [...paragraph('', `Exit codes: ${exits}`), ''];
  return [...shown, ...codes].join('\n');
}

/** `--max-states` and `--max-bytes`. */
export const limited = (command: Command): Command =>
  command
    .addOption(
      new Option('--max-states <N>', 'stop after so many states')
        .argParser(count(2e9, false))
        .default(statesByDefault, '50,000,000'),
    )
    .addOption(
      new Option('--max-bytes <N>', 'stop when the search takes more memory than this')
        .argParser(count(2 ** 50, true))
        .default(bytesByDefault(), 'a quarter of what is free'),
    );

/** `--engine`. */
export const engineOption = (): Option =>
  new Option(
    '--engine <ENGINE>',
    'search state by state, on decision diagrams, or by the cheaper of the two',
  )
    .choices(engineNames)
    .default('auto');

/** `--json` and `--format`. */
export const printed = (command: Command): Command =>
  command
    .option('--json', 'print data instead of text: the same as --format json')
    .addOption(
      new Option(
        '--format <FORMAT>',
        'text for a person, JSON data, JUnit test results, SARIF for code scanning, or lines for GitHub Actions',
      ).choices(reportFormats),
    );
