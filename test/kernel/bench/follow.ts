/** Follows a file that another process writes. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Milliseconds between two looks. */
const beat = 50;

/**
 * Gives every line of a file as it comes, without its end. `end` gives what is left, a last line
 * without an end too, and looks no more.
 */
export function follow(path: string, onLine: (line: string) => void): { readonly end: () => void } {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(1 << 16);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const look = (): void => {
    for (;;) {
      const count = readSync(file, buffer, 0, buffer.length, null);
      if (count === 0) return;
      const pieces = (rest + decoder.write(buffer.subarray(0, count))).split('\n');
      rest = pieces.pop()!;
      for (const piece of pieces) onLine(piece);
    }
  };

  const timer = setInterval(look, beat);
  return {
    end() {
      clearInterval(timer);
      look();
      closeSync(file);
      if (rest !== '') onLine(rest);
    },
  };
}
