/** The words of `why`, `replay`, `whatif`, `diff` and `remedy`. */
import { InvalidArgumentError, type Command } from 'commander';
import { each, engineOption, examples, limited, whole } from './arguments.ts';
import type { DiffOptions } from './debug/diff.ts';
import type { RemedyOptions } from './debug/remedy.ts';
import type { ReplayOptions } from './debug/replay.ts';
import type { WhatifOptions } from './debug/whatif.ts';
import type { WhyOptions } from './debug/why.ts';
import type { Io } from './io.ts';
import { version } from './version.ts';

const subject = 'a driver that comes with this package, or a description in JSON';
const module = ['--module <JS>', 'a module whose default export is a system of your own'] as const;

/** `--engine`, `--max-states` and `--max-bytes`. */
const searchedWithin = (command: Command): Command => limited(command.addOption(engineOption()));

/** `sealed`, or how many steps. */
function after(text: string): number | 'sealed' {
  if (text === 'sealed') return text;
  try {
    return whole(0)(text);
  } catch {
    throw new InvalidArgumentError("expected a number of steps, or 'sealed'");
  }
}

/**
 * The commands for somebody who looks for the fault in a model. What they do is loaded when it is
 * asked for.
 */
export function debugging(program: Command, io: Io, done: (code: number) => void): void {
  why(program, io, done);
  replay(program, io, done);
  whatif(program, io, done);
  diff(program, io, done);
  remedy(program, io, done);
}

function why(program: Command, io: Io, done: (code: number) => void): void {
  searchedWithin(
    program
      .command('why')
      .summary('which parts refuse the steps that would keep a promise')
      .description(
        'Explains a promise that is not kept. Lists the steps that would move its parts on at ' +
          'the end of the shortest run; which part refuses each step, in which state, what the ' +
          'step needs, and whose rule that is; then the same for the parts that refuse.',
      )
      .argument('[DRIVER|FILE]', subject)
      .option(...module)
      .option('--promise <NAME>', 'which promise (default: the first with the worst verdict)')
      .option('--after <STEPS>', "look at the state after so many steps, or at 'sealed'", after)
      .option('--json', 'print data instead of text'),
  )
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence why my-driver.json',
          'finite-fence why xe-fault-mode --promise fence-signals[1]',
          'finite-fence why my-driver.json --after sealed',
          'finite-fence why --module ./my-system.js --promise meal',
        ],
        '0 the promise is kept; 1 it is not; 2 bad input; 3 the budget ran out.',
      ),
    )
    .action(async (name: string | undefined, options: WhyOptions) => {
      done(await (await import('./debug/why.ts')).whyCommand(name, options, io, version()));
    });
}

function replay(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('replay')
    .summary('take the steps of a run again, in this system or another')
    .description(
      'Takes the runs of a verdict that check --json printed, or a list of step names, step by ' +
        'step. If a step is refused, says which part refuses it, in which state, what the step ' +
        'needs, and whose rule that is. Without --in, takes them in the system that RUN ' +
        'describes, or in the shipped driver that it names.',
    )
    .argument(
      '<RUN>',
      'JSON: a verdict, one of its promises, or { "description": {...}, "run": ["step", ...] }; - is standard input',
    )
    .option('--in <DRIVER|FILE>', 'take the run in this driver')
    .option(...module)
    .option('--promise <NAME>', 'take only the run of this promise')
    .option('--json', 'print data instead of text')
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence check my-driver.json --json > run.json',
          'finite-fence replay run.json --in my-driver.json',
          'finite-fence replay run.json --in fixed.json --promise fence-signals[1]',
        ],
        '0 every step goes through; 1 a step is refused; 2 bad input.',
      ),
    )
    .action(async (file: string, options: ReplayOptions) => {
      done(await (await import('./debug/replay.ts')).replayCommand(file, options, io, version()));
    });
}

function whatif(program: Command, io: Io, done: (code: number) => void): void {
  searchedWithin(
    program
      .command('whatif')
      .summary('the verdict if a step had no guards, or were gone')
      .description(
        'Drops the guards of a step, so that only its moves can refuse it, and searches again; ' +
          'then drops each guard alone. Or takes steps away.',
      )
      .argument('[DRIVER|FILE]', subject)
      .option(...module)
      .option('--allow <STEP>', 'drop the guards of this step (repeat for more)', each)
      .option('--forbid <STEP>', 'take this step away (repeat for more)', each)
      .option('--json', 'print data instead of text'),
  )
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence whatif my-driver.json --allow preempt_running',
          'finite-fence whatif xe-fault-mode --forbid reclaim_waits',
        ],
        '0 the changed system is finite; 1 it is not; 2 bad input; 3 the budget ran out.',
      ),
    )
    .action(async (name: string | undefined, options: WhatifOptions) => {
      done(await (await import('./debug/whatif.ts')).whatifCommand(name, options, io, version()));
    });
}

function diff(program: Command, io: Io, done: (code: number) => void): void {
  searchedWithin(
    program
      .command('diff')
      .summary('which difference of two drivers changes the verdict')
      .description(
        'Prints the differences of two descriptions and the verdict of each. Then searches A ' +
          'with each difference alone as it is in B, and finds the smallest sets of ' +
          'differences that change its verdict to that of B.',
      )
      .argument('<A>', subject)
      .argument('<B>', 'another one')
      .option('--json', 'print data instead of text'),
  )
    .addHelpText(
      'after',
      examples(
        [
          'finite-fence diff before.json after.json',
          'finite-fence diff xe-fault-mode xe-long-running',
        ],
        '0 both have the same verdict; 1 the verdicts differ; 2 bad input; 3 the budget ran out.',
      ),
    )
    .action(async (a: string, b: string, options: DiffOptions) => {
      done((await import('./debug/diff.ts')).diffCommand(a, b, options, io, version()));
    });
}

function remedy(program: Command, io: Io, done: (code: number) => void): void {
  searchedWithin(
    program
      .command('remedy')
      .summary('the smallest sets of clauses that make a driver finite')
      .description(
        'Prints the smallest sets of changes that make a driver finite. A change keeps a clause ' +
          'that the description does not keep, of any option; removes one of its hazards; ' +
          'submits jobs in order; or shares the hardware in turn. Sets are tried by size. ' +
          'Hardware that can do more to compute work is not tried.',
      )
      .argument('<DRIVER|FILE>', subject)
      .option('--most <N>', 'the most changes in a set', whole(1), 3)
      .option('--json', 'print data instead of text'),
  )
    .addHelpText(
      'after',
      examples(
        ['finite-fence remedy my-driver.json', 'finite-fence remedy amdkfd --most 2'],
        '0 a set was found, or none is needed; 1 there is no such set; 2 bad input; 3 the budget ran out.',
      ),
    )
    .action(async (name: string, options: RemedyOptions) => {
      done((await import('./debug/remedy.ts')).remedyCommand(name, options, io, version()));
    });
}
