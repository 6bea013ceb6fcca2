/** Boots an image in virtual time and reads what KUnit says, line by line as it comes. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { follow } from './follow.ts';

/** A case of a suite: `ok`, and what was said while it ran. */
export type Case = {
  readonly suite: string;
  readonly name: string;
  readonly ok: boolean;
  readonly skipped: boolean;
  readonly said: readonly string[];
};
/** What a kernel said while it ran, and how it ended. */
export type Boot = {
  readonly cases: readonly Case[];
  /** Suites that began and have no result line: the kernel ended or was ended in them. */
  readonly unfinished: { readonly suite: string; readonly name: string | null } | null;
  readonly code: number;
  /** It was ended, because its time was over. */
  readonly late: boolean;
  readonly seconds: number;
  /** Panic, WARNING, lockdep: what the kernel says on its own. */
  readonly noise: readonly string[];
  readonly lines: readonly string[];
  readonly log: string;
};

const noisy = new RegExp(
  String.raw`Kernel panic|BUG:|WARNING: |rv: monitor|DEBUG_(?:RWSEMS|LOCKS)_WARN_ON|` +
    String.raw`possible circular|possible recursive|inconsistent lock state|` +
    String.raw`blocked for more than|refcount_t:|list_(add|del) corruption`,
);
/** The kernel's stamp and KUnit's own indentation. */
const bare = (line: string): string => line.replace(/^\[ *\d+\.\d+\] ?/, '').replace(/\r/g, '');

/** Reads KTAP: suites at the margin, cases four columns in, parameters eight. */
export function reader(): {
  readonly line: (text: string) => void;
  readonly result: () => Pick<Boot, 'cases' | 'unfinished' | 'noise'>;
} {
  const cases: Case[] = [];
  const noise: string[] = [];
  let suite: string | null = null;
  let name: string | null = null;
  let messages: string[] = [];
  return {
    line(raw) {
      const text = bare(raw);
      const begins = /^( *)# Subtest: (\S+)/.exec(text);
      const ends = /^( *)(not )?ok \d+ (\S+)(.*)$/.exec(text);
      // KUnit's own thread waits as long as a case takes, which in virtual time may be minutes.
      if (noisy.test(text) && !text.includes('task swapper')) noise.push(text.trim());
      const hand = /^ {4}# (\w+): begins$/.exec(text);
      if (hand) [name, messages] = [hand[1]!, []];
      else if (begins && begins[1]!.length === 4) [suite, name, messages] = [begins[2]!, null, []];
      else if (begins && begins[1]!.length === 8) [name, messages] = [begins[2]!, []];
      else if (ends && ends[1]!.length === 4 && suite !== null) {
        cases.push({
          suite,
          name: ends[3]!,
          ok: ends[2] === undefined,
          skipped: /# SKIP/.test(ends[4]!),
          said: messages,
        });
        [name, messages] = [null, []];
      } else if (ends && ends[1]!.length === 0) [suite, name] = [null, null];
      else if (suite !== null) messages.push(text);
    },
    result: () => ({ cases, noise, unfinished: suite === null ? null : { suite, name } }),
  };
}

/** Whether it ended before its first suite: one that has nothing to run halts by itself. */
export const neverBegan = ({ cases, unfinished, lines }: Boot): boolean =>
  cases.length === 0 && unfinished === null && !lines.some((line) => /System halted/.test(line));

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
  readonly virtual?: boolean;
  /** Which of dma-buf's own selftests run at boot. */
  readonly selftests?: string;
  readonly onLine?: (line: string) => void;
};

/** Boots User Mode Linux, and resolves when it has ended or was ended. */
export async function boot(
  image: string,
  {
    filter,
    log,
    args = [],
    seconds = 120,
    silence = seconds,
    virtual = true,
    selftests = 'none',
    onLine,
  }: Options,
): Promise<Boot> {
  const from = performance.now();
  const line = [
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
  const read = reader();
  const lines: string[] = [];
  // A pipe that is full makes User Mode Linux drop lines: it sets its consoles to non-blocking.
  const out = openSync(log, 'w');
  const child = spawn(image, line, { stdio: ['ignore', out, out], detached: true });
  closeSync(out);
  // User Mode Linux is several processes; they are a group of their own.
  let late = false;
  const end = (): void => {
    late = true;
    process.kill(-child.pid!, 'SIGKILL');
  };
  const timer = setTimeout(end, seconds * 1000);
  const hush = setTimeout(end, silence * 1000);
  const written = follow(log, (text) => {
    hush.refresh();
    read.line(text);
    lines.push(text);
    onLine?.(bare(text));
  });
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(127));
    child.on('close', (status) => done(status ?? 137));
  });
  clearTimeout(timer);
  clearTimeout(hush);
  written.end();
  return { ...read.result(), code, late, seconds: (performance.now() - from) / 1000, lines, log };
}
