/** Follows a file that another process writes. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Milliseconds between two looks. */
const beat = 50;
/** Pieces of 64 KiB that one look reads: whoever writes faster must not keep timers from running. */
const most = 64;
/** Characters after which a line without an end is given as it is. */
const longest = 1 << 16;

/** How far a file is followed. */
export type Limit = {
  /** Bytes: what lies behind them is not read. */
  readonly bytes: number;
  /** Called once, when the file is longer. */
  readonly onPassed: () => void;
};

/**
 * Gives every line of a file as it comes, without its end. `end` gives what is left, a last line
 * without an end too, and looks no more.
 */
export function follow(
  path: string,
  onLine: (line: string) => void,
  limit: Limit = { bytes: Infinity, onPassed: () => {} },
): { readonly end: () => void } {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(1 << 16);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let read = 0;
  let passed = false;
  const look = (pieces: number): void => {
    if (!passed && fstatSync(file).size > limit.bytes) {
      passed = true;
      limit.onPassed();
    }
    for (let piece = 0; piece < pieces; piece++) {
      const count = readSync(file, buffer, 0, Math.min(buffer.length, limit.bytes - read), null);
      if (count === 0) return;
      read += count;
      const lines = (rest + decoder.write(buffer.subarray(0, count))).split('\n');
      rest = lines.pop()!;
      if (rest.length > longest) {
        lines.push(rest);
        rest = '';
      }
      for (const line of lines) onLine(line);
    }
  };

  const timer = setInterval(() => look(most), beat);
  return {
    end() {
      clearInterval(timer);
      look(Infinity);
      closeSync(file);
      if (rest !== '') onLine(rest);
    },
  };
}
