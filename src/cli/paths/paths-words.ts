import { InvalidArgumentError, Option, type Command } from 'commander';
import { refusalKinds, type RefusalKind } from '../../paths/refusal-kinds.ts';
import { unknown } from '../../system/misuse.ts';
import { each, examples, whole } from '../arguments.ts';
import { covers, pathFormats, reportFormats } from '../choices.ts';
import { statesByDefault } from '../progress.ts';

/** K in cost = steps + K * paths: what it takes to set up a test, in steps. */
const perPathByDefault = 10;

type Cover = (typeof covers)[number];

export type PathsOptions = {
  readonly cover?: readonly Cover[];
  readonly to: readonly string[];
  readonly format?: string;
  readonly out?: string;
  readonly keep?: string;
  readonly check?: string;
  readonly module?: string;
  readonly refusals: RefusalKind;
  readonly perPath: number;
  readonly maxLength?: number;
  readonly extraStates: number;
  readonly maxStates: number;
};

/** `clauses,steps` as a list. What version 0.1 called rules are steps. */
function covering(text: string): Cover[] {
  return text.split(',').map((word) => {
    const name = word.trim() === 'rules' ? 'steps' : word.trim();
    const cover = covers.find((known) => known === name);
    if (cover === undefined) throw new InvalidArgumentError(unknown('criterion', name, covers));
    return cover;
  });
}

const description =
  'Writes test paths: the steps from the initial state, what must be refused or ' +
  'wait\non the way, and the sentence for each. Without a name: for all options and ' +
  'the\ndrivers that come with this package, into paths/. For one: to standard output, ' +
  'or\ninto --out.';

/** The words of `finite-fence paths`. */
export const pathsWords = (
  program: Command,
  act: (name: string | undefined, given: PathsOptions) => void | Promise<void>,
): Command =>
  program
    .command('paths')
    .summary("what a driver's tests must walk through")
    .description(description)
    .argument(
      '[DRIVER|OPTION|LITMUS]',
      'a driver, an option or a litmus test by name, or a description in JSON',
    )
    .option(
      '--cover <LIST>',
      `what the paths cover: ${covers.slice(0, 6).join(', ')},\n${covers.slice(6).join(', ')}; by default clauses,\nand for all also without, steps and transitions`,
      covering,
    )
    .option(
      '--to <WHERE>',
      'a situation: part=state,part=state (repeat for more)',
      each,
      [] as readonly string[],
    )
    .option(
      '--format <FORMAT>',
      `one of: ${pathFormats.join(', ')}; json by default.\nWith --check: ${reportFormats.join(', ')}`,
    )
    .addOption(
      new Option(
        '--refusals <KIND>',
        'what is tried on the way and must be refused or wait:\n' +
          'what the law and the clauses refuse, clauses alone, all\n' +
          'that the model refuses, or nothing but the brink',
      )
        .choices(refusalKinds)
        .default('law'),
    )
    .option('--module <JS>', 'a module whose default export is a system of your own')
    .option('--out <DIR>', 'write files there')
    .option('--keep <DIR>', 'keep what still replays there, and add only what is missing')
    .option('--check <DIR>', 'only say whether the paths there still fit')
    .option('--per-path <K>', 'what a path costs beside its steps', whole(0), perPathByDefault)
    .option('--max-length <L>', 'steps of a path at most (not for clauses and to)', whole(1))
    .option(
      '--extra-states <K>',
      'for faults: states that a driver may have beyond\nthose of the model',
      whole(0),
      0,
    )
    .option('--max-states <N>', 'give up beyond so many states', whole(1), statesByDefault)
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence paths                           # all, into paths/',
          'finite-fence paths preempt --cover clauses',
          'finite-fence paths my-driver.json --cover edges --max-length 200 --out paths',
          'finite-fence paths --module ./my-system.js --cover edges',
          'finite-fence paths flush --to "fence[1]=visible,compute[1]=faulted"',
          'finite-fence paths --check paths --format junit > paths.xml',
        ],
        '0 every target that can be covered is; 1 one is not, or with --check a path no ' +
          'longer fits; 2 bad input; 3 the budget ran out.',
      ),
    )
    .action((name: string | undefined, given: PathsOptions) => act(name, given));
