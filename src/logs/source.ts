import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Misuse } from '../system/misuse.ts';

/** The bytes of a log, packed or not, in pieces. */
export type Source = {
  readonly name: string;
  /** Of the file as it lies there; null where nobody knows. */
  readonly size: number | null;
  /** Bytes taken from the file so far. */
  readonly taken: () => number;
  /** Each is valid until the next one is asked for: its memory is used again. */
  readonly pieces: AsyncIterable<Buffer>;
  /** Why it ended before its end, if it did. */
  readonly broken: () => string | null;
};

const because: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  ENOTDIR: 'a part of the path is no directory',
  EISDIR: 'it is a directory, expected a file',
};
const piece = 1024 * 1024;

/** Bytes that are read at once from a file that lies there: few enough to stay in the processor's cache. */
const atOnce = 256 * 1024;

/** A file into the same memory again and again: fresh memory for every piece would cost more than reading it. */
async function* again(file: string): AsyncGenerator<Buffer> {
  const memory = Buffer.allocUnsafeSlow(atOnce);
  const from = openSync(file, 'r');
  try {
    for (let bytes = readSync(from, memory); bytes > 0; bytes = readSync(from, memory))
      yield bytes === atOnce ? memory : memory.subarray(0, bytes);
  } finally {
    closeSync(from);
  }
}

/** `-` is standard input. Packed by gzip or not is seen from the first bytes. @throws Misuse when it cannot be read. */
export function source(file: string, stdin: AsyncIterable<Buffer> = process.stdin): Source {
  const name = file === '-' ? 'standard input' : file;
  let size: number | null = null;
  let taken = 0;
  let broken: string | null = null;
  try {
    if (file !== '-') {
      const stat = statSync(file);
      if (stat.isDirectory()) throw new Misuse(`${name}: it is a directory, expected a file`);
      size = stat.isFile() ? stat.size : null;
    }
  } catch (error) {
    throw failure(name, error);
  }
  // Only what says how long it is: others may keep one waiting.
  const raw =
    file === '-'
      ? stdin
      : size !== null && size > 0
        ? again(file)
        : createReadStream(file, { highWaterMark: piece });
  async function* pieces(): AsyncGenerator<Buffer> {
    const counted = (async function* count(): AsyncGenerator<Buffer> {
      for await (const bytes of raw) {
        taken += bytes.length;
        yield bytes;
      }
    })();
    const first = await counted.next();
    if (first.done === true) return;
    const all = (async function* whole(): AsyncGenerator<Buffer> {
      yield first.value;
      yield* counted;
    })();
    if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
      yield* all;
      return;
    }
    const gunzip = createGunzip({ chunkSize: piece });
    const fed = (async () => {
      for await (const bytes of all)
        if (!gunzip.write(Buffer.from(bytes)))
          await new Promise<void>((done) => {
            gunzip.once('drain', done);
            gunzip.once('close', done);
          });
      gunzip.end();
    })();
    fed.catch((error: unknown) => gunzip.destroy(error as Error));
    try {
      for await (const bytes of gunzip) yield bytes as Buffer;
    } catch (error) {
      // What came out before is good; the rest of a torn file is not.
      broken = `the packed data is torn: ${(error as Error).message}`;
    }
  }
  async function* safely(): AsyncGenerator<Buffer> {
    try {
      yield* pieces();
    } catch (error) {
      throw failure(name, error);
    }
  }
  return { name, size, taken: () => taken, pieces: safely(), broken: () => broken };
}

function failure(name: string, error: unknown): Error {
  if (error instanceof Misuse) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new Misuse(`${name}: ${because[code ?? ''] ?? message}`);
}
