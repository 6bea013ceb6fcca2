/** The words of `export`, `chart` and `completion`. */
import { Argument, Option, type Command } from 'commander';
import type { ExportOptions } from './export.ts';
import { examples } from './arguments.ts';
import type { ChartOptions } from './chart.ts';
import { Misuse } from '../system/misuse.ts';
import { drawings, notations, questions, shells } from './choices.ts';
import type { Io } from './io.ts';
import { pathsWords } from './paths/paths-words.ts';

const exportWords =
  'Writes the system of a description for SPIN (promela), Murphi or Rumur (murphi), or as data ' +
  '(json). A file of threads becomes a KUnit suite (kunit). For the runtime verification of ' +
  'the kernel, dma_fence becomes an automaton for dot2k, and with -o NAME.c the monitor (rv). ' +
  'As C for the driver itself, the order of its locks, which lockdep is taught when it is ' +
  'loaded (lockdep-priming). ' +
  'Without a FILE: the rules of the kernel as Markdown for reviewers of patches ' +
  '(review-rules), or as a script that watches dma_fences on a running kernel (bpftrace).';
const exportExamples = [
  'finite-fence export my-driver.json --to promela -o driver.pml',
  'finite-fence export my-driver.json --to murphi > driver.m',
  'finite-fence export xe-fault-mode --to json | less',
  'finite-fence export my-threads.litmus:before --to kunit -o my_test.c',
  'finite-fence export dma_fence --to rv -o ff_dma_fence.dot',
  'finite-fence export dma_fence --to rv -o ff_dma_fence.c',
  'finite-fence export my-driver.json --to lockdep-priming -o my_lockdep.c',
  'finite-fence export --to review-rules -o fence-rules.md',
  'finite-fence export --to bpftrace -o fences.bt && sudo bpftrace fences.bt',
];

/**
 * The commands that make something for other tools. What they do is loaded when it is asked for.
 */
export function making(program: Command, io: Io, done: Done): void {
  pathsWords(program, async (name, given) => {
    done(await (await import('./paths/paths.ts')).runPaths(name, given, io));
  });

  exporting(program, io, done);
  charting(program, io, done);
  completing(program, io, done);
}

type Done = (code: number) => void;

function exporting(program: Command, io: Io, done: Done): void {
  program
    .command('export')
    .summary('a described driver in the language of another tool')
    .description(exportWords)
    .argument(
      '[FILE]',
      'a description in JSON, a file of threads, or the name of a driver that comes with ' +
        'this package; - is standard input',
    )
    .addOption(
      new Option('--to <NOTATION>', 'which language').choices(notations).makeOptionMandatory(),
    )
    .addOption(
      new Option(
        '--question <Q>',
        'promela only: count the states, or ask for fair runs, one never claim a promise',
      )
        .choices(questions)
        .default('count'),
    )
    .option('-o, --output <OUT>', 'write to this file')
    .option('--with-recovery', 'with the steps of hang recovery')
    .addHelpText('after', examples(exportExamples))
    .action(async (file: string | undefined, options: ExportOptions) => {
      done((await import('./export.ts')).exportCommand(file, options, io));
    });
}

function charting(program: Command, io: Io, done: Done): void {
  program
    .command('chart')
    .summary('a lifecycle or threads as a picture, or as text for Mermaid or Graphviz')
    .description(
      'Draws one lifecycle: an XState machine of this package, or one of your own. Of a file of ' +
        'threads: every thread, whose states are between its calls, and every object. Ends are ' +
        'doubled, and states that differ in their number alone are drawn once. A picture needs the ' +
        'package elkjs, which places the states.',
    )
    .argument(
      '[NAME]',
      'a lifecycle, dmaFence or dma_fence; a file of threads; with --module, what the module ' +
        'exports',
    )
    .addOption(
      new Option('--to <DRAWING>', 'as which kind of drawing').choices(drawings).default('svg'),
    )
    .option('--fold', 'draw edges that lead from three or more states to one as a single edge')
    .option('--members', 'draw each member of a family of like states, and not one for all')
    .option('--module <JS>', 'a module of your own that exports the machine')
    .option('-o, --output <OUT>', 'write to this file')
    .option('--list', 'the names of all lifecycles')
    .addHelpText(
      'after',
      examples([
        'finite-fence chart dmaFence -o dma-fence.svg',
        'finite-fence chart dmaFence --to mermaid',
        'finite-fence chart my-threads.litmus:before -o my-threads.svg',
        'finite-fence chart computeJob --fold -o compute-job.svg',
        'finite-fence chart myEngine --module ./machines.js --to dot > engine.dot',
      ]),
    )
    .action(async (name: string | undefined, options: ChartOptions & { readonly list?: true }) => {
      const { chartCommand, listLifecycles } = await import('./chart.ts');
      if (options.list === true) return done(listLifecycles(io));
      if (name === undefined)
        throw new Misuse("which lifecycle? 'finite-fence chart --list' names all");
      done(await chartCommand(name, options, io));
    });
}

function completing(program: Command, io: Io, done: Done): void {
  program
    .command('completion')
    .summary('a script that completes these commands in a shell')
    .description(
      'Prints a script for a shell. It completes commands, options, the words that an ' +
        'option takes, drivers that come with this package, and names of litmus tests.',
    )
    .addArgument(new Argument('<SHELL>', 'which shell').choices(shells))
    .addHelpText(
      'after',
      examples([
        'source <(finite-fence completion bash)',
        'finite-fence completion zsh > "${fpath[1]}/_finite-fence"',
        'finite-fence completion fish > ~/.config/fish/completions/finite-fence.fish',
      ]),
    )
    .action(async (shell: (typeof shells)[number]) => {
      (await import('./completion/script.ts')).completionCommand(program, shell, io);
      done(0);
    });
}
