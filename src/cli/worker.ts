import { parentPort, workerData } from 'node:worker_threads';
import { run } from './commands.ts';
import { paintOf, type Io } from './io.ts';

/** What a worker is given. */
export type ToWorker = {
  readonly argv: readonly string[];
  /**
   * Becomes 1 when the user asks for an end. It is shared memory: a search looks at it now and
   * then.
   */
  readonly flag: Int32Array;
  readonly colours: boolean;
  readonly watched: boolean;
};

/** What a worker says: text to be written, what it does, its exit code. */
export type FromWorker =
  | { readonly out: string }
  | { readonly err: string }
  | { readonly doing: string }
  | { readonly code: number };

/** Milliseconds between two messages that say what is done. */
const pause = 100;

/** A command as the thread around this worker sees it. */
function ioOfWorker({ flag, colours, watched }: ToWorker, tell: (said: FromWorker) => void): Io {
  let last = -Infinity;
  return {
    out: (out) => tell({ out }),
    err: (err) => tell({ err }),
    paint: paintOf(colours),
    watched,
    signal: {
      get aborted() {
        return Atomics.load(flag, 0) === 1;
      },
    },
    doing: (doing) => {
      const now = performance.now();
      if (doing !== '' && now - last < pause) return;
      last = now;
      tell({ doing });
    },
  };
}

if (parentPort !== null) {
  const port = parentPort;
  const tell = (said: FromWorker): void => port.postMessage(said);
  const given = workerData as ToWorker;
  tell({ code: await run(given.argv, ioOfWorker(given, tell)) });
}
