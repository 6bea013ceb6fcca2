/** Boots an image in virtual time and reads what KUnit says, line by line as it comes. */
import { closeSync, openSync, statSync, truncateSync } from 'node:fs';

import { closed, folderForNow, start, stop, type End } from './children.ts';
import { follow } from './follow.ts';
import { bare, reader, type Ktap } from './ktap.ts';

/** What a kernel said while it ran, and how it ended. */
export type Boot = Ktap & {
  readonly code: number;
  /** What stands behind "the kernel" where it did not halt by itself. */
  readonly fate: string | null;
  /** It was ended, because its time was over or it had said nothing for long. */
  readonly late: boolean;
  /** Its time was over while it still went on: what it would have said is not known. */
  readonly cutOff: boolean;
  readonly seconds: number;
  readonly lines: readonly string[];
  readonly log: string;
};

/** Whether it ended before its first suite: one that has nothing to run halts by itself. */
export const neverBegan = ({ cases, unfinished, lines }: Boot): boolean =>
  cases.length === 0 && unfinished === null && !lines.some((line) => /System halted/.test(line));

/** What is said of a suite that had no boot, because patience was over. */
export const notAsked = 'not asked: other suites stood for too long';

/** The last twenty lines. */
export const lastOf = ({ lines }: Boot): string => lines.slice(-20).join('\n').trimEnd();

/** How an image is booted. Times are seconds of this machine. */
export type Options = {
  /** Of suites, as kunit.filter_glob has it. */
  readonly filter: string;
  readonly log: string;
  readonly args?: readonly string[];
  readonly seconds?: number;
  /** Seconds without a line after which it is taken for hung. */
  readonly silence?: number;
  /** Bytes that it may write: the longest log of a kernel as shipped has 2 MB. */
  readonly bytes?: number;
  readonly virtual?: boolean;
  /** Which of dma-buf's own selftests run at boot. */
  readonly selftests?: string;
  readonly onLine?: (line: string) => void;
};

function commandLine({
  filter,
  args = [],
  virtual = true,
  selftests = 'none',
}: Pick<Options, 'filter' | 'args' | 'virtual' | 'selftests'>): readonly string[] {
  return [
    'mem=256M',
    'console=tty',
    'stderr=1',
    ...(virtual ? ['time-travel=inf-cpu'] : []),
    // Freed memory is poisoned, so that it is seen when somebody uses it.
    'slub_debug=FZPU',
    'kunit.enable=1',
    `dmabuf_selftests.st_filter=${selftests}`,
    `kunit.filter_glob=${filter}`,
    'kunit_shutdown=halt',
    ...args,
  ];
}

/** Boots User Mode Linux, and resolves when it has ended or was ended. */
export async function boot(
  image: string,
  { log, seconds = 120, silence = seconds, bytes = 32e6, onLine, ...words }: Options,
): Promise<Boot> {
  const from = performance.now();
  const read = reader();
  const lines: string[] = [];
  // A pipe that is full makes User Mode Linux drop lines: it sets its consoles to non-blocking.
  const out = openSync(log, 'w');
  const folder = folderForNow('finite-fence-um-');
  const command = [image, ...commandLine(words), `uml_dir=${folder.path}`];
  const child = start(command, { stdio: ['ignore', out, out] });
  closeSync(out);
  let why: { readonly fate: string; readonly late: boolean; readonly cutOff: boolean } | null =
    null;
  const end = (fate: string, { late = true, cutOff = false } = {}): void => {
    why ??= { fate, late, cutOff };
    stop(child);
  };
  let heard = from;
  const hush = setTimeout(() => end(`said nothing for ${silence} s, and stood`), silence * 1000);
  const timer = setTimeout(() => {
    const quiet = (performance.now() - heard) / 1000;
    if (quiet < goesOn) end(`still went on after ${seconds} s`, { cutOff: true });
    else end(`had said nothing for ${quiet.toFixed(0)} s when its ${seconds} s were over`);
  }, seconds * 1000);
  const written = follow(
    log,
    (text) => {
      hush.refresh();
      heard = performance.now();
      read.line(text);
      lines.push(text);
      if (read.begun() > 1) end('began anew', { late: false });
      onLine?.(bare(text));
    },
    { bytes, onPassed: () => end(`wrote more than ${bytes / 1e6} MB`, { late: false }) },
  );
  const { code, signal, error } = await closed(child, seconds + 60, 137);
  clearTimeout(timer);
  clearTimeout(hush);
  written.end();
  if (statSync(log).size > bytes) truncateSync(log, bytes);
  folder.free();
  const took = (performance.now() - from) / 1000;
  const { late, cutOff } = why ?? { late: false, cutOff: false };
  const fate = why === null ? fateOf({ code, signal, error }) : (why as { fate: string }).fate;
  return { ...read.result(), code, fate, late, cutOff, seconds: took, lines, log };
}

/** Seconds without a line after which nobody says any more that a kernel goes on. */
const goesOn = 20;

/** How a kernel that nobody has ended came to its end; null: it halted. */
function fateOf({ code, signal, error }: Omit<End, 'late'>): string | null {
  if (error !== null) return `could not be started: ${error}`;
  if (signal !== null) return `was killed by ${signal}`;
  return code === 0 ? null : `ended with exit code ${code}`;
}
