import { writeFileSync } from 'node:fs';
import { alternatives } from '../../machines/description/alternatives.ts';
import { systemOf } from '../../machines/description/system.ts';
import { toMurphi } from '../export/murphi.ts';
import { toPromela } from '../export/promela.ts';
import { Misuse } from '../system/misuse.ts';
import { withoutRecovery, type Program } from '../system/program.ts';
import type { notations } from './choices.ts';
import { exit, type Exit } from './exit.ts';
import type { Io } from './io.ts';
import { ownThreads } from './threads/read-threads.ts';
import { describedBy } from './input/read-input.ts';

export type ExportOptions = {
  readonly to: (typeof notations)[number];
  readonly question: 'count' | 'fair';
  readonly output?: string;
  readonly withRecovery?: true;
};

/** `finite-fence export`. Nothing is written before all of it is there. @throws Misuse */
export function exportCommand(file: string, options: ExportOptions, io: Io): Exit {
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
  if (options.output === undefined) {
    io.out(text);
    return exit.asExpected;
  }
  try {
    writeFileSync(options.output, text);
  } catch (error) {
    throw new Misuse(`${options.output}: it cannot be written: ${(error as Error).message}`);
  }
  return exit.asExpected;
}

function written(program: Program, { to, question }: ExportOptions): string {
  switch (to) {
    case 'promela':
      return toPromela(program, { question });
    case 'murphi':
      return toMurphi(program);
    case 'json':
      return `${JSON.stringify(program, null, 1)}\n`;
  }
}
