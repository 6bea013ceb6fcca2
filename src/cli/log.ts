import { renameSync, rmSync, writeFileSync } from 'node:fs';
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

export type LogOptions = {
  readonly json?: true;
  readonly html?: string;
  readonly chromeTrace?: string;
  readonly complete?: true;
  readonly skew: number;
};

/** Spans that a drawing can hold and a browser can draw. */
const mostDrawn = 50_000;

/** `finite-fence log`. @throws Misuse where a page or trace cannot be written. */
export async function runLog(files: readonly string[], options: LogOptions, io: Io): Promise<Exit> {
  const logs: { readonly summary: Summary; readonly spans: Spans }[] = [];
  const complaints: string[] = [];
  for (const file of files) {
    const kept = keepSpans(mostDrawn);
    try {
      const from = source(file);
      const read: LogRead = await readLog(from, logSpec, {
        ...byDefault,
        skew: options.skew,
        complete: options.complete === true,
        ...progress(from, io),
        ...(options.html !== undefined || options.chromeTrace !== undefined
          ? { prepare: kept.prepare }
          : {}),
      });
      const { list, left } = kept.spans();
      logs.push({
        summary: summarize(read, logSpec.rules),
        spans: { list: [...list, ...unfinishedSpans(read.events, mostDrawn)], left },
      });
    } catch (error) {
      // One that cannot be read does not hide what is wrong with the others.
      if (!(error instanceof Misuse)) throw error;
      complaints.push(error.message);
    } finally {
      if (io.watched) io.err('\r\u001b[K');
    }
  }
  if (options.json === true) {
    const all = logs.map(({ summary }) => ({
      schema: 'finite-fence/log-1',
      version: version(),
      ...summary,
    }));
    if (logs.length > 0)
      io.out(`${JSON.stringify(all.length === 1 && files.length === 1 ? all[0] : all, null, 2)}\n`);
  } else
    io.out(logs.map(({ summary }) => summaryText(summary, logSpec.rules, io.paint)).join('\n'));
  if (logs.length > 0 && options.html !== undefined)
    write(options.html, page(logs, logSpec.rules, version()));
  if (logs.length > 0 && options.chromeTrace !== undefined)
    write(
      options.chromeTrace,
      chromeTrace(
        logs.flatMap(({ spans }) => spans.list),
        logs[0]!.summary,
      ),
    );
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

function progress(
  from: Source,
  io: Io,
): { readonly progress?: (read: { readonly bytes: number; readonly lines: number }) => void } {
  if (!io.watched) return {};
  let shown = performance.now();
  const began = shown;
  return {
    progress: ({ lines }) => {
      const now = performance.now();
      if (now - shown < 200) return;
      shown = now;
      const done =
        from.size === null || from.size === 0
          ? ''
          : ` ${Math.floor((from.taken() / from.size) * 100)}%,`;
      io.err(
        `\r\u001b[K${from.name.slice(-30)}:${done} ${lines.toLocaleString('en')} lines, ${((lines / (now - began)) * 1e-3).toFixed(1)} M/s`,
      );
    },
  };
}
