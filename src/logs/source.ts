import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
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

/**
 * Bytes that are read at once from a file that lies there: few enough to stay in the processor's
 * cache.
 */
const atOnce = 256 * 1024;

/**
 * A file into the same memory again and again: fresh memory for every piece would cost more than
 * reading it.
 */
function* again(file: string): Generator<Buffer> {
  const memory = Buffer.allocUnsafeSlow(atOnce);
  const from = openSync(file, 'r');
  try {
    for (let bytes = readSync(from, memory); bytes > 0; bytes = readSync(from, memory))
      yield bytes === atOnce ? memory : memory.subarray(0, bytes);
  } finally {
    closeSync(from);
  }
}

/**
 * A file, or standard input for `-`. Whether it is packed by gzip or zstd is seen from the first
 * bytes.
 * @throws Misuse when it cannot be read.
 */
export function source(file: string, stdin: AsyncIterable<Buffer> = process.stdin): Source {
  const name = file === '-' ? 'standard input' : file;
  const size = file === '-' ? null : sizeOf(file, name);
  const state: State = { taken: 0, broken: null };
  const pieces = unpacked(counted(bytesOf(file, size, stdin), state), state);
  return {
    name,
    size,
    taken: () => state.taken,
    pieces: named(pieces, name),
    broken: () => state.broken,
  };
}

/** Bytes taken so far, and why the file ended before its end. */
type State = { taken: number; broken: string | null };

/** Null where it is no file on a disk. @throws Misuse */
function sizeOf(file: string, name: string): number | null {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new Misuse(`${name}: it is a directory, expected a file`);
    return stat.isFile() ? stat.size : null;
  } catch (error) {
    throw failure(name, error);
  }
}

function bytesOf(
  file: string,
  size: number | null,
  stdin: AsyncIterable<Buffer>,
): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (file === '-') return stdin;
  // Only what says how long it is: a pipe may keep one waiting.
  return size !== null && size > 0
    ? again(file)
    : (createReadStream(file, { highWaterMark: piece }) as AsyncIterable<Buffer>);
}

async function* counted(
  raw: AsyncIterable<Buffer> | Iterable<Buffer>,
  state: State,
): AsyncGenerator<Buffer> {
  for await (const bytes of raw) {
    state.taken += bytes.length;
    yield bytes;
  }
}

/** The same bytes, or what they were before they were packed. */
async function* unpacked(bytes: AsyncGenerator<Buffer>, state: State): AsyncGenerator<Buffer> {
  const first = await bytes.next();
  if (first.done === true) return;
  const whole = startingWith(first.value, bytes);
  const unpacker = unpackerFor(first.value);
  if (unpacker === null) {
    yield* whole;
    return;
  }
  feed(unpacker, whole).catch((error: unknown) => unpacker.destroy(error as Error));
  try {
    for await (const out of unpacker) yield out as Buffer;
  } catch (error) {
    // What came out before is good; the rest of a torn file is not.
    state.broken = `the packed data is torn: ${(error as Error).message}`;
  }
}

/** By the first bytes: gzip, and zstd where this Node can unpack it; null for everything else. */
function unpackerFor(first: Buffer): Transform | null {
  const magic = first.subarray(0, 4).toString('hex');
  if (magic.startsWith('1f8b')) return zlib.createGunzip({ chunkSize: piece });
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform };
  return magic === '28b52ffd' && createZstdDecompress !== undefined ? createZstdDecompress() : null;
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** Waits where the unpacker is full. */
async function feed(unpacker: Transform, bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const packed of bytes) {
    if (unpacker.write(Buffer.from(packed))) continue;
    await new Promise<void>((done) => {
      unpacker.once('drain', done);
      unpacker.once('close', done);
    });
  }
  unpacker.end();
}

/** The same pieces; what fails says whose they are. */
async function* named(pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    throw failure(name, error);
  }
}

function failure(name: string, error: unknown): Error {
  if (error instanceof Misuse) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new Misuse(`${name}: ${because[code ?? ''] ?? message}`);
}
