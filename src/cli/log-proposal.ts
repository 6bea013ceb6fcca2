import { basename } from 'node:path';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { nearestVersion, proposals } from '../logs/propose/propose.ts';
import type { Proposal } from '../logs/propose/sketch.ts';
import { fileText } from '../logs/propose/text.ts';
import type { LogRead } from '../logs/read-log.ts';
import { writeWhole } from './whole-file.ts';
import { Misuse } from '../system/misuse.ts';
import { exit, type Exit } from '../text/exit.ts';
import type { Io } from './io.ts';
import { paragraph } from '../text/layout.ts';

/** What the words of `finite-fence log --propose` say. */
export type ProposalOptions = {
  /** Where the file is written to; standard output if absent. */
  readonly output?: string;
  /** The line at which the report begins; the first that can be written down if absent. */
  readonly report?: number;
};

/**
 * `finite-fence log FILE --propose`: a report of the log as a file of threads.
 * @throws Misuse where nothing can be proposed, one line for each reason
 */
export async function propose(read: LogRead, options: ProposalOptions, io: Io): Promise<Exit> {
  const { kernelCalls } = await import('../../machines/calls/index.ts');
  const words = new Set(kernelCalls.calls.flatMap(({ name, alias = [] }) => [name, ...alias]));
  for (const { name } of [...kernelCalls.types, ...kernelCalls.kinds]) words.add(name);
  const evidence = read.kernel.evidence();
  const list = proposals(evidence, logSpec, (name) => words.has(name) || keywords.has(name));
  const proposal = chosen(read.name, list, options.report);
  const kernel = nearestVersion(evidence.version, logSpec);
  const text = fileText(proposal, { log: basename(read.name), kernel });

  if (options.output === undefined) io.out(text);
  else writeWhole(options.output, text);
  for (const note of notes(list, proposal)) io.err(`${paragraph('', note).join('\n')}\n`);
  return exit.asExpected;
}

const keywords = new Set('if else while do goto return break continue int K'.split(' '));

type Written = Extract<Proposal, { readonly sketch: unknown }>;

const isWritten = (proposal: Proposal): proposal is Written => 'sketch' in proposal;

/** @throws Misuse */
function chosen(name: string, list: readonly Proposal[], line: number | undefined): Written {
  const asked = line === undefined ? list : list.filter((proposal) => proposal.line === line);
  if (asked.length === 0 && line !== undefined && list.length > 0) {
    const lines = list.map((proposal) => proposal.line).join(', ');
    throw new Misuse(`${name}: no report begins at line ${line}; reports begin at ${lines}`);
  }
  if (asked.length === 0) {
    throw new Misuse(
      `${name}: nothing to propose: expected a lock report, a DEPT report, tasks that wait for each ` +
        'other, or a sleep in atomic context',
    );
  }
  const found = asked.find(isWritten);
  if (found !== undefined) return found;
  throw new Misuse(
    asked
      .map(
        (proposal) => `${name}: line ${proposal.line}: ${isWritten(proposal) ? '' : proposal.why}`,
      )
      .join('\n'),
  );
}

/** What else the log has, and what the file leaves out. */
function notes(list: readonly Proposal[], written: Written): string[] {
  const others = list.filter((proposal) => proposal !== written);
  const more = others.map(
    (proposal) => `${proposal.line}${isWritten(proposal) ? '' : ' (cannot)'}`,
  );
  return [
    ...(written.sketch.isPart
      ? [
          'A part of the reported cycle has no code in this log and is not in the file; its first comments say which.',
        ]
      : []),
    ...(more.length > 0
      ? [`Other reports of this log begin at: ${more.join(', ')}; --report LINE takes one of them.`]
      : []),
  ];
}
