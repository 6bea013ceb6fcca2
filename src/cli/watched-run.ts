import { Worker } from 'node:worker_threads';
import { hasColours } from './io.ts';
import { exit } from '../text/exit.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/**
 * Commands that search. They run in a worker, because a search leaves its thread no time for
 * anything else: this thread hears Ctrl-C, and says what is being done.
 */
const searching = [
  'check',
  'why',
  'whatif',
  'diff',
  'remedy',
  'table',
  'paths',
  'litmus',
  'replay',
];

/** Whether this runs from TypeScript source, from which a worker cannot be started. */
const inSource = import.meta.url.endsWith('.ts');

/** Whether a command line is of a command that searches, and a worker can be started for it. */
export const searches = (argv: readonly string[]): boolean =>
  !inSource && searching.includes(argv[0] ?? '');

/** Milliseconds before the terminal says what is being done, and between two such lines. */
const [patience, beat] = [1000, 500];

/** What a second Ctrl-C leaves with: 128 and the number of SIGINT. */
const interrupted = 130;

/** Runs a command in a worker. @returns its exit code */
export function runInWorker(argv: readonly string[]): Promise<number> {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const given: ToWorker = {
    argv,
    flag,
    colours: hasColours(process.stdout, process.env),
    watched: process.stderr.isTTY === true,
  };
  const line = statusLine(given.watched);
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: given });

  const interrupt = (): void => {
    if (Atomics.exchange(flag, 0, 1) === 1) process.exit(interrupted);
    line.set('');
    if (given.watched)
      process.stderr.write('finite-fence: ending the search; Ctrl-C again leaves at once\n');
  };
  process.on('SIGINT', interrupt);

  return new Promise<number>((resolve, reject) => {
    let code: number = exit.problem;
    worker.on('message', (message: FromWorker) => {
      if ('doing' in message) return line.set(message.doing);
      if ('code' in message) {
        code = message.code;
        return;
      }
      line.clear();
      if ('out' in message) process.stdout.write(message.out);
      else process.stderr.write(message.err);
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(code));
  }).finally(() => {
    line.end();
    process.off('SIGINT', interrupt);
  });
}

/** A line on the terminal that says what is being done, and for how long. */
function statusLine(watched: boolean): {
  readonly set: (doing: string) => void;
  readonly clear: () => void;
  readonly end: () => void;
} {
  const began = performance.now();
  let doing = '';
  let shown = false;
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001b[K');
    shown = false;
  };
  const show = (): void => {
    const passed = performance.now() - began;
    if (doing === '' || passed < patience) return;
    const text = `${doing} (${Math.floor(passed / 1000)} s)`;
    process.stderr.write(`\r\u001b[K${text.slice(0, 78)}`);
    shown = true;
  };

  const timer = watched ? setInterval(show, beat) : undefined;
  return {
    set: (text) => {
      doing = text;
      if (text === '') clear();
    },
    clear,
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}
