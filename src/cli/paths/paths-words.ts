import { InvalidArgumentError, Option, type Command } from 'commander';
import { refusalKinds, type RefusalKind } from '../../paths/refusal-kinds.ts';
import { unknownOfMany } from '../../system/misuse.ts';
import { each, examples, whole } from '../arguments.ts';
import { covers, pathFormats, reportFormats } from '../choices.ts';
import { statesByDefault } from '../progress.ts';

/** K in cost = steps + K * paths: what it takes to set up a test, in steps. */
const perPathByDefault = 10;

type Cover = (typeof covers)[number];

/** What the words of `finite-fence paths` say. */
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
    if (cover === undefined) throw new InvalidArgumentError(wrongCriterion(name));
    return cover;
  });
}

/** The nearest one, or all: both would be more than a line. */
function wrongCriterion(name: string): string {
  const near = unknownOfMany('criterion', name, covers, '');
  return near.includes('did you mean') ? near.trim() : `expected ${covers.join(', ')}`;
}

const description =
  'Writes test paths: the steps from the initial state, what must be refused or must wait on the ' +
  'way, and the sentence that each stands on. Without a name, writes the paths of all options and ' +
  'of the drivers that come with this package into paths/. With a name, prints them, or writes ' +
  'them into --out.';

const refusalsOption = (): Option =>
  new Option(
    '--refusals <KIND>',
    'what is tried on the way and must be refused or must wait: what the law and the ' +
      'clauses refuse; what clauses refuse; all that the model refuses; or only the step ' +
      'at the brink of a clause',
  )
    .choices(refusalKinds)
    .default('law');

const coverHelp =
  `what the paths cover: ${covers.join(', ')}; by default clauses and without (for all also ` +
  'steps and transitions), and edges for a system of your own';

const pathsExamples = [
  'finite-fence paths                           # all, into paths/',
  'finite-fence paths preempt --cover clauses',
  'finite-fence paths my-driver.json --cover edges --max-length 200 --out paths',
  'finite-fence paths --module ./my-system.js --cover edges',
  'finite-fence paths my-threads.litmus:after --format igt --out paths',
  'finite-fence paths flush --to "fence[1]=visible,compute[1]=faulted"',
  'finite-fence paths --check paths --format junit > paths.xml',
];
const exitCodes =
  '0 every target that can be covered is covered; 1 a target is not, or with --check a ' +
  'path no longer fits; 2 bad input; 3 the budget ran out.';

/** The words of `finite-fence paths`. */
export const pathsWords = (
  program: Command,
  act: (name: string | undefined, given: PathsOptions) => void | Promise<void>,
): Command =>
  program
    .command('paths')
    .summary('write the paths that tests of a driver must walk through')
    .description(description)
    .argument(
      '[DRIVER|OPTION|LITMUS]',
      'a driver, an option or a litmus test by name, a description in JSON, or a file of threads',
    )
    .option('--cover <LIST>', coverHelp, covering)
    .addOption(
      new Option('--to <WHERE>', 'a situation: part=state,part=state (repeat for more)')
        .argParser(each)
        .default([] as readonly string[], 'none'),
    )
    .option(
      '--format <FORMAT>',
      `one of ${pathFormats.join(', ')} (default: json); with --check, one of ${reportFormats.join(', ')}`,
    )
    .addOption(refusalsOption())
    .option('--module <JS>', 'a module whose default export is a system of your own')
    .option('--out <DIR>', 'write the files into this directory')
    .option('--keep <DIR>', 'keep the paths there that still fit, and add only what is missing')
    .option('--check <DIR>', 'only check whether the paths in this directory still fit')
    .option(
      '--per-path <K>',
      'the cost of a path, beside one for each of its steps',
      whole(0),
      perPathByDefault,
    )
    .option('--max-length <L>', 'the most steps of a path (not for clauses and to)', whole(1))
    .option(
      '--extra-states <K>',
      'for faults: states that a driver may have beyond those of the model',
      whole(0),
      0,
    )
    .addOption(
      new Option('--max-states <N>', 'stop after so many states')
        .argParser(whole(1))
        .default(statesByDefault, '50,000,000'),
    )
    .addHelpText('after', examples(pathsExamples, exitCodes))
    .action((name: string | undefined, given: PathsOptions) => act(name, given));
