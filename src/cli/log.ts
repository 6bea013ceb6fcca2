import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { chromeTrace } from '../logs/chrome-trace.ts';
import { page } from '../logs/page.ts';
import { byDefault, readLog, type LogRead } from '../logs/read-log.ts';
import { source, type Source } from '../logs/source.ts';
import { keepSpans, unfinishedSpans, type Spans } from '../logs/spans.ts';
import { summaryText } from '../logs/summary-text.ts';
import { isBroken, summarize, type Summary } from '../logs/summary.ts';
import { Misuse } from '../system/misuse.ts';
import { exit, type Exit } from './exit.ts';
import type { Io } from './io.ts';
import { version } from './version.ts';

export type LogOptions = { readonly json?: true; readonly html?: string; readonly chromeTrace?: string; readonly complete?: true; readonly skew: number };

/** Spans that a drawing can hold and a browser can draw. */
const mostDrawn = 50_000;

/** `finite-fence log`: wired into the program by `run`. */
export function logCommand(program: Command, io: Io, done: (code: Exit) => void): void {
  program.command('log')
    .summary('say which rule a trace or a lock report breaks')
    .description('Reads traces and kernel logs, and says what in them breaks which rule of fences and\nlocks: the line, the object\'s history, the states it may have been in, the citation.\nWhat a FILE is, is seen from its content: the text of trace, trace_pipe, trace-cmd\nreport, systrace or perf script; JSON of Chrome or Perfetto; dmesg. A log may begin in\nthe middle and lack events: what it does not show is never called a violation.')
    .argument('<FILE...>', 'logs, packed by gzip or not; - is standard input')
    .option('--json', 'print data instead of text: one object, or a list for several')
    .option('--html <FILE>', 'write a page with a timeline')
    .option('--chrome-trace <FILE>', 'write a trace that ui.perfetto.dev opens')
    .option('--complete', 'nothing is missing from the log: what only a missing event would\nexplain is a violation too')
    .addOption(new Option('--skew <NS>', 'how far the clocks of two CPUs may differ, in nanoseconds').argParser((text) => {
      const value = Number(text);
      if (!/^\d+$/.test(text) || value > 1e12) throw new InvalidArgumentError('expected a number of nanoseconds');
      return value;
    }).default(byDefault.skew))
    .addHelpText('after', '\nExamples:\n  $ finite-fence log trace.txt\n  $ trace-cmd report | finite-fence log - --html out.html\n  $ finite-fence log dmesg.txt.gz --json\n\nExit codes: 0 nothing broken; 1 a rule is broken; 2 not readable as anything known.\n')
    .action(async (files: string[], options: LogOptions) => { done(await runLog(files, options, io)); });
}

async function runLog(files: readonly string[], options: LogOptions, io: Io): Promise<Exit> {
  const logs: { readonly summary: Summary; readonly spans: Spans }[] = [];
  const complaints: string[] = [];
  for (const file of files) {
    const kept = keepSpans(mostDrawn);
    try {
      const from = source(file);
      const read: LogRead = await readLog(from, logSpec, { ...byDefault, skew: options.skew, complete: options.complete === true, ...progress(from, io), ...(options.html !== undefined || options.chromeTrace !== undefined ? { prepare: kept.prepare } : {}) });
      const { list, left } = kept.spans();
      logs.push({ summary: summarize(read, logSpec.rules), spans: { list: [...list, ...unfinishedSpans(read.events, mostDrawn)], left } });
    } catch (error) {
      // One that cannot be read does not hide what is wrong with the others.
      if (!(error instanceof Misuse)) throw error;
      complaints.push(error.message);
    } finally { if (io.watched) io.err('\r\u001b[K'); }
  }
  if (options.json === true) {
    const all = logs.map(({ summary }) => ({ schema: 'finite-fence/log-1', version: version(), ...summary }));
    if (logs.length > 0) io.out(`${JSON.stringify(all.length === 1 && files.length === 1 ? all[0] : all, null, 2)}\n`);
  } else io.out(logs.map(({ summary }) => summaryText(summary, logSpec.rules, io.paint)).join('\n'));
  if (logs.length > 0 && options.html !== undefined) write(options.html, page(logs, logSpec.rules, version()));
  if (logs.length > 0 && options.chromeTrace !== undefined) write(options.chromeTrace, chromeTrace(logs.flatMap(({ spans }) => spans.list), logs[0]!.summary));
  for (const complaint of complaints) io.err(`finite-fence: ${complaint}\n`);
  if (complaints.length > 0) return exit.misuse;
  return logs.some(({ summary }) => isBroken(summary)) ? exit.problem : exit.asExpected;
}

/** Whole or not at all. @throws Misuse */
function write(file: string, text: string): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Misuse(`${file}: cannot be written: ${(error as Error).message}`);
  }
}

function progress(from: Source, io: Io): { readonly progress?: (read: { readonly bytes: number; readonly lines: number }) => void } {
  if (!io.watched) return {};
  let shown = performance.now();
  const began = shown;
  return {
    progress: ({ lines }) => {
      const now = performance.now();
      if (now - shown < 200) return;
      shown = now;
      const done = from.size === null || from.size === 0 ? '' : ` ${Math.floor((from.taken() / from.size) * 100)}%,`;
      io.err(`\r\u001b[K${from.name.slice(-30)}:${done} ${lines.toLocaleString('en')} lines, ${((lines / (now - began)) * 1e-3).toFixed(1)} M/s`);
    },
  };
}

