import type { Command } from 'commander';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { byDefault, readLog } from '../logs/read-log.ts';
import { source } from '../logs/source.ts';
import { exit, type Exit } from './exit.ts';
import type { Io } from './io.ts';

export type LogOptions = { readonly json?: true };

/** `finite-fence log`: wired into the program by `run`. */
export function logCommand(program: Command, io: Io, done: (code: Exit) => void): void {
  program.command('log')
    .summary('which rule did this trace or lock report break?')
    .argument('<FILE...>', 'logs, packed by gzip or not; - is standard input')
    .option('--json', 'print data instead of text')
    .action(async (files: string[], options: LogOptions) => { done(await runLog(files, options, io)); });
}

async function runLog(files: readonly string[], _options: LogOptions, io: Io): Promise<Exit> {
  let code: Exit = exit.asExpected;
  for (const file of files) {
    const read = await readLog(source(file), logSpec, byDefault);
    io.out(`${read.name}: ${read.lines} lines, ${read.events.seen.ours} events of ours, ${read.events.seen.others} others, ${read.foreign} foreign\n`);
    for (const finding of read.events.tracker.findings) { code = exit.problem; io.out(`  line ${finding.line}: ${finding.rule}: ${finding.object}: ${finding.says}\n    ${finding.text.trim()}\n`); }
    for (const finding of read.kernel.locks) { code = exit.problem; io.out(`  line ${finding.line}: ${finding.rule}: ${finding.report}: ${finding.says}\n${finding.cycle.map((e) => `      ${e.held} -> ${e.taken} ${e.isNew ? '(new) ' : ''}in ${e.by.join(' <- ')} ${e.breaks ?? ''}\n`).join('')}${(finding.notes ?? []).map((note) => `    ${note}\n`).join('')}`); }
    for (const finding of [...read.kernel.warnings, ...read.kernel.tasks()]) { code = exit.problem; io.out(`  line ${finding.line}: ${finding.rule}: ${finding.says}\n${(finding.notes ?? []).map((note) => `    ${note}\n`).join('')}`); }
    for (const finding of read.events.tracker.gaps.first) io.out(`  gap: line ${finding.line}: ${finding.rule}: ${finding.object}: ${finding.says}\n`);
  }
  return code;
}
