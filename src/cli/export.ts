import { writeFileSync } from 'node:fs';
import { alternatives } from '../../machines/description/alternatives.ts';
import { systemOf } from '../../machines/description/system.ts';
import { automatonDot, monitorOf, observed } from '../../machines/exports/rv.ts';
import { observedFence } from '../../machines/lifecycles/observed-fence.ts';
import { toMurphi } from '../export/murphi.ts';
import { toPromela } from '../export/promela.ts';
import { kernelTest, threadFile } from '../judge/threads.ts';
import { tabulate } from '../lts/tabulate.ts';
import { Misuse } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import type { notations } from './choices.ts';
import { exit, type Exit } from './exit.ts';
import type { Io } from './io.ts';
import { ownThreads, readThreads } from './threads/read-threads.ts';
import { describedBy } from './input/read-input.ts';

export type ExportOptions = {
  readonly to: (typeof notations)[number];
  readonly question: 'count' | 'fair';
  readonly output?: string;
  readonly withRecovery?: true;
};

/** `finite-fence export`. Nothing is written before all of it is there. @throws Misuse */
export function exportCommand(file: string, options: ExportOptions, io: Io): Exit {
  if (options.to === 'rv') return monitor(file, options, io);
  if (options.to === 'kunit') return place(kunit(file), options.output, io);
  const threads = ownThreads(file);
  if (threads !== null) return put(threads.program, options, io);
  const described = describedBy(file);
  const open = alternatives(described);
  if (open.length > 1) {
    const facts = Object.keys(open[0]!.assumed);
    throw new Misuse(
      `${file}: ${facts.join(', ')} ${facts.length === 1 ? 'is' : 'are'} "unknown": ` +
        'only a system in which all is settled can be exported; say what is to be taken',
    );
  }
  return put(systemOf(open[0]!.description), options, io);
}

function put(whole: Program, options: ExportOptions, io: Io): Exit {
  const text = written(options.withRecovery === true ? whole : withoutRecovery(whole), options);
  return place(text, options.output, io);
}

function place(text: string, output: string | undefined, io: Io): Exit {
  if (output === undefined) {
    io.out(text);
    return exit.asExpected;
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    throw new Misuse(`${output}: it cannot be written: ${(error as Error).message}`);
  }
  return exit.asExpected;
}

/** States that are searched for the run to a hang. */
const kunitBudget = { states: 1_000_000 };

function kunit(file: string): string {
  const threads = threadFile(file);
  if (threads === null)
    throw new Misuse(`${file}: found no file of threads, expected NAME.litmus for --to kunit`);
  return kernelTest(file, readThreads(threads.file), kunitBudget);
}

/** The automaton, or with OUT.c as output the monitor around it. */
function monitor(name: string, { output }: ExportOptions, io: Io): Exit {
  const object = observed[name];
  if (object === undefined)
    throw new Misuse(
      `${name}: found no object that a monitor follows, expected ${Object.keys(observed).join(', ')}`,
    );
  const automaton = tabulate(observedFence);
  const c = output?.endsWith('.c') === true;
  return place(c ? monitorOf(automaton, object) : automatonDot(automaton), output, io);
}

function written(program: Program, { to, question }: ExportOptions): string {
  switch (to) {
    case 'promela':
      return toPromela(program, { question });
    case 'murphi':
      return toMurphi(program);
    default:
      return `${JSON.stringify(program, null, 1)}\n`;
  }
}
