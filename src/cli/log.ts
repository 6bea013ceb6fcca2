import { logSpec } from '../../machines/tracepoints/index.ts';
import { chromeTrace } from '../logs/chrome-trace.ts';
import { page } from '../logs/page.ts';
import { byDefault, readLog, type LogRead, type ReadOptions } from '../logs/read-log.ts';
import { source, type Source } from '../logs/source.ts';
import { keepSpans, unfinishedSpans, type Spans } from '../logs/spans.ts';
import { summaryText } from '../logs/summary-text.ts';
import { isBroken, isUnderstood, summarize, type Summary } from '../logs/summary.ts';
import { Misuse } from '../system/misuse.ts';
import { exit, type Exit } from '../text/exit.ts';
import type { Io } from './io.ts';
import { propose } from './log-proposal.ts';
import { writeWhole } from './whole-file.ts';
import { version } from './version.ts';

/** What the words of `finite-fence log` say. */
export type LogOptions = {
  readonly json?: true;
  readonly html?: string;
  readonly chromeTrace?: string;
  readonly complete?: true;
  readonly skew: number;
  readonly propose?: true;
  readonly output?: string;
  readonly report?: number;
};

/** Spans that a drawing can hold and a browser can draw. */
const mostDrawn = 50_000;

type Read = { readonly summary: Summary; readonly spans: Spans };

/** `finite-fence log`. @throws Misuse where a page or trace cannot be written. */
export async function runLog(files: readonly string[], options: LogOptions, io: Io): Promise<Exit> {
  if (options.propose === true || options.output !== undefined || options.report !== undefined)
    return proposeOf(files, options, io);
  const logs: Read[] = [];
  const complaints: string[] = [];
  for (const file of files) {
    try {
      logs.push(await readOne(file, options, io));
    } catch (error) {
      // One that cannot be read does not hide what is wrong with the others.
      if (!(error instanceof Misuse)) throw error;
      complaints.push(error.message);
    } finally {
      if (io.watched) io.err('\r\u001b[K');
    }
  }
  print(logs, files.length, options, io);
  if (logs.length > 0) writeFiles(logs, options);
  for (const complaint of complaints) io.err(`finite-fence: ${complaint}\n`);
  if (complaints.length > 0) return exit.misuse;
  if (logs.some(({ summary }) => isBroken(summary))) return exit.problem;
  return logs.every(({ summary }) => isUnderstood(summary)) ? exit.asExpected : exit.ranOut;
}

/** @throws Misuse where the options do not fit together, or nothing can be proposed */
async function proposeOf(files: readonly string[], options: LogOptions, io: Io): Promise<Exit> {
  const [file, other] = files;
  if (options.propose !== true)
    throw new Misuse('found -o or --report without --propose, expected them together');
  if (other !== undefined) throw new Misuse('--propose takes one log, found several');
  if (options.json === true || options.html !== undefined || options.chromeTrace !== undefined)
    throw new Misuse(
      '--propose prints a file of threads, and nothing as --json, --html or --chrome-trace',
    );
  const read = await readThrough(file!, options, io);
  if (io.watched) io.err('\r\u001b[K');
  return propose(read, options, io);
}

const readThrough = (file: string, options: LogOptions, io: Io): Promise<LogRead> => {
  const from = source(file);
  return readLog(from, logSpec, {
    ...byDefault,
    skew: options.skew,
    complete: options.complete === true,
    ...progress(from, io),
  });
};

async function readOne(file: string, options: LogOptions, io: Io): Promise<Read> {
  const from = source(file);
  const kept = keepSpans(mostDrawn);
  const isDrawn = options.html !== undefined || options.chromeTrace !== undefined;
  const read = await readLog(from, logSpec, {
    ...byDefault,
    skew: options.skew,
    complete: options.complete === true,
    ...progress(from, io),
    ...(isDrawn ? { prepare: kept.prepare } : {}),
  });
  const { list, left } = kept.spans();
  return {
    summary: summarize(read, logSpec.rules),
    spans: { list: [...list, ...unfinishedSpans(read.events, mostDrawn)], left },
  };
}

/** One object for one file, a list for several. */
function print(logs: readonly Read[], files: number, options: LogOptions, io: Io): void {
  if (options.json !== true) {
    io.out(logs.map(({ summary }) => summaryText(summary, logSpec.rules, io.paint)).join('\n'));
    return;
  }
  if (logs.length === 0) return;
  const list = logs.map(({ summary }) => ({
    schema: 'finite-fence/log-1',
    version: version(),
    ...summary,
  }));
  io.out(`${JSON.stringify(files === 1 ? list[0] : list, null, 2)}\n`);
}

function writeFiles(logs: readonly Read[], { html, chromeTrace: trace }: LogOptions): void {
  if (html !== undefined) writeWhole(html, page(logs, logSpec.rules, version()));
  if (trace === undefined) return;
  const spans = logs.flatMap(({ spans: { list } }) => list);
  writeWhole(trace, chromeTrace(spans, logs[0]!.summary));
}

/** Shows how far it is, five times a second, where somebody watches. */
function progress(from: Source, io: Io): Pick<ReadOptions, 'progress'> {
  if (!io.watched) return {};
  const began = performance.now();
  let shown = began;
  return {
    progress: ({ lines }) => {
      const now = performance.now();
      if (now - shown < 200) return;
      shown = now;
      const { size, name, taken } = from;
      const share = size === null || size === 0 ? '' : ` ${Math.floor((taken() / size) * 100)}%,`;
      const speed = ((lines / (now - began)) * 1e-3).toFixed(1);
      io.err(
        `\r\u001b[K${name.slice(-30)}:${share} ${lines.toLocaleString('en')} lines, ${speed} M/s`,
      );
    },
  };
}
