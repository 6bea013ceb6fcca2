import { eventLines, type EventLines } from './event-lines.ts';
import { kernelLines, type KernelLines } from './kernel-lines.ts';
import { lineCutter } from './lines.ts';
import type { Source } from './source.ts';
import type { TrackerOptions } from './tracker.ts';
import type { LogSpec } from './vocabulary.ts';

/** What was read of one log. */
export type LogRead = {
  readonly name: string;
  readonly events: EventLines;
  readonly kernel: KernelLines;
  readonly lines: number;
  readonly bytes: number;
  /** Lines that are neither events nor part of a report. */
  readonly foreign: number;
};

export type ReadOptions = TrackerOptions & { readonly progress?: (bytes: number, lines: number) => void };

export const byDefault: TrackerOptions = { skew: 2000, complete: false, keep: 65_536, most: 1 << 20 };

/** Reads a log to its end, whatever it is. */
export async function readLog(source: Source, spec: LogSpec, options: ReadOptions): Promise<LogRead> {
  const events = eventLines(spec, options);
  const kernel = kernelLines(spec);
  let lines = 0;
  let bytes = 0;
  let foreign = 0;
  const cutter = lineCutter((line, from, to) => {
    lines++;
    if (events.take(line, from, to, lines)) return;
    if (!kernel.take(line.toString('utf8', from, Math.min(to, from + 2000)), lines)) foreign++;
  });
  for await (const piece of source.pieces) {
    bytes += piece.length;
    cutter.piece(piece);
    options.progress?.(bytes, lines);
  }
  cutter.end();
  kernel.end();
  return { name: source.name, events, kernel, lines, bytes, foreign };
}
