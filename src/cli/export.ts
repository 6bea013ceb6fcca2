import { writeWhole } from './whole-file.ts';
import { alternatives } from '../../machines/description/alternatives.ts';
import { systemOf } from '../../machines/description/system.ts';
import { bpftraceScript } from '../../machines/exports/bpftrace.ts';
import { lockdepPriming } from '../../machines/exports/lockdep-priming.ts';
import { automatonDot, monitorOf, observed, verified } from '../../machines/exports/rv.ts';
import { observedFence } from '../../machines/lifecycles/observed-fence.ts';
import { reviewRules } from '../../machines/exports/review-rules.ts';
import { toMurphi } from '../export/murphi.ts';
import { toPromela } from '../export/promela.ts';
import { kernelTest, threadFile } from '../judge/threads.ts';
import { tabulate } from '../lts/tabulate.ts';
import { Misuse } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import type { notations } from './choices.ts';
import { exit, type Exit } from '../text/exit.ts';
import type { Io } from './io.ts';
import { ownThreads, threadText } from './threads/read-threads.ts';
import { describedBy } from './input/read-input.ts';

/** What the words of `finite-fence export` say. */
export type ExportOptions = {
  readonly to: (typeof notations)[number];
  readonly question: 'count' | 'fair';
  readonly output?: string;
  readonly withRecovery?: true;
};

/** `finite-fence export`. Nothing is written before all of it is there. @throws Misuse */
export function exportCommand(file: string | undefined, options: ExportOptions, io: Io): Exit {
  const ofRules = allRules[options.to];
  if (ofRules !== undefined) {
    if (file !== undefined)
      throw new Misuse(`--to ${options.to} is about all rules: leave out '${file}'`);
    return put(ofRules(), options, io);
  }
  if (file === undefined)
    throw new Misuse(`--to ${options.to}: expected a description, a driver or a file of threads`);
  if (options.to === 'rv') return put(monitor(file, options), options, io);
  if (options.to === 'kunit') return put(kunit(file), options, io);
  const threads = ownThreads(file);
  if (threads !== null && options.to === 'lockdep-priming')
    throw new Misuse(
      `${file}: --to lockdep-priming is made of a description; threads of C prime lockdep themselves, with --to kunit`,
    );
  if (threads !== null) return put(written(threads.program, options), options, io);
  const described = describedBy(file);
  const open = alternatives(described);
  if (open.length > 1) {
    const facts = Object.keys(open[0]!.assumed);
    throw new Misuse(
      `${file}: ${facts.join(', ')} ${facts.length === 1 ? 'is' : 'are'} "unknown": ` +
        'only a system without unknown facts can be exported; say which value to take',
    );
  }
  const [{ description }] = open as [(typeof open)[number]];
  if (options.to === 'lockdep-priming')
    return put(lockdepPriming(description, systemOf(description)), options, io);
  return put(written(systemOf(description), options), options, io);
}

/** What is made of all rules of the kernel, and of no description. */
const allRules: Partial<Record<ExportOptions['to'], () => string>> = {
  'review-rules': reviewRules,
  bpftrace: bpftraceScript,
};

function put(text: string, options: ExportOptions, io: Io): Exit {
  if (options.output === undefined) io.out(text);
  else writeWhole(options.output, text);
  return exit.asExpected;
}

/** States that are searched for the run to a hang. */
const kunitBudget = { states: 1_000_000 };

function kunit(file: string): string {
  const threads = threadFile(file);
  if (threads === null)
    throw new Misuse(`${file}: found no file of threads, expected NAME.litmus for --to kunit`);
  return kernelTest(file, threadText(threads.file), kunitBudget);
}

/** The automaton, or with OUT.c as output the monitor around it. */
function monitor(name: string, { output }: ExportOptions): string {
  const object = observed[name];
  if (object === undefined) {
    const names = Object.keys(observed).join(', ');
    throw new Misuse(`${name}: found no object that a monitor follows, expected ${names}`);
  }
  const automaton = verified(tabulate(observedFence), object);
  return output?.endsWith('.c') === true ? monitorOf(automaton, object) : automatonDot(automaton);
}

function written(whole: Program, { to, question, withRecovery }: ExportOptions): string {
  const program = withRecovery === true ? whole : withoutRecovery(whole);
  if (to === 'promela') return toPromela(program, { question });
  if (to === 'murphi') return toMurphi(program);
  return `${JSON.stringify(program, null, 1)}\n`;
}
