/**
 * The processes that the bench starts. Each is a group of its own, and none of them, and none of
 * their folders, is left behind by a run that is interrupted.
 */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set<ChildProcess>();
const folders = new Set<string>();
let interrupted = false;
let guarded = false;

/** Sends a signal to a process and all that it has started. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // The whole group has ended.
  }
}

/** Starts a process as the head of a group; after an interrupt, nothing is started any more. */
export function start(command: readonly string[], options: SpawnOptions): ChildProcess {
  const [file = 'true', ...args] = command;
  const child = spawn(file, args, { ...options, detached: true });
  if (guarded && running.size === 0) for (const name of signals) process.on(name, interrupt);
  running.add(child);
  const gone = (): void => {
    // What it has started ends with it: User Mode Linux is several processes.
    signal(child, 'SIGKILL');
    running.delete(child);
    if (running.size === 0 && !interrupted)
      for (const name of signals) process.off(name, interrupt);
  };
  child.on('close', gone);
  child.on('error', gone);
  if (interrupted) signal(child, 'SIGKILL');
  return child;
}

/** Milliseconds that a process has to put away what it has half made. */
const grace = 3000;

/** Ends a process and all that it has started: make removes what it has half written. */
export function stop(child: ChildProcess): void {
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), grace);
  child.on('close', () => clearTimeout(timer));
}

/** How a process ended. `code`: 127 if it could not be started, `killed` if it has none. */
export type End = {
  readonly code: number;
  readonly late: boolean;
  readonly signal: NodeJS.Signals | null;
  /** Why it could not be started. */
  readonly error: string | null;
};

/**
 * Waits until a process has ended, and ends it after some seconds.
 * @param killed the exit code that a process without one gets
 * @returns `late` if its time ran out
 */
export async function closed(child: ChildProcess, seconds: number, killed: number): Promise<End> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop(child);
  }, seconds * 1000);
  const end = await new Promise<Omit<End, 'late'>>((done) => {
    child.on('error', ({ message }) => done({ code: 127, signal: null, error: message }));
    child.on('close', (status, signal) => done({ code: status ?? killed, signal, error: null }));
  });
  clearTimeout(timer);
  // Whoever waits for this must not go on to the next thing.
  if (interrupted) await new Promise(() => {});
  return { ...end, late };
}

/** A folder for a time; `free` removes it, and so does the end of the run. */
export function folderForNow(prefix: string): { readonly path: string; readonly free: () => void } {
  const path = mkdtempSync(join(tmpdir(), prefix));
  folders.add(path);
  return {
    path,
    free() {
      rmSync(path, { recursive: true, force: true });
      folders.delete(path);
    },
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function interrupt(name: NodeJS.Signals): void {
  if (interrupted) return;
  interrupted = true;
  const left = [...running];
  for (const child of left) stop(child);
  const closes = left.map((child) => new Promise((done) => void child.on('close', done)));
  void Promise.all(closes).then(() => {
    process.stderr.write(`\nInterrupted by ${name}. The next run goes on from here.\n`);
    process.exit(128 + constants.signals[name]);
  });
}

/**
 * From here on an interrupt (Ctrl-C, SIGTERM, SIGHUP) ends all processes first, and then the bench,
 * with the exit code of a shell: 128 and the signal. Where there is no process, it ends at once.
 */
export function endOnInterrupt(): void {
  guarded = true;
  process.on('exit', () => {
    for (const child of running) signal(child, 'SIGKILL');
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  });
}
