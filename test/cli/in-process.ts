import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/commands.ts';
import { ioOf } from '../../src/cli/io.ts';

export type Said = { readonly code: number; readonly out: string; readonly err: string };

/** The command line without a process: what it says and its exit code. */
export async function cli(...argv: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const io = ioOf({
    stdout: {
      isTTY: false,
      write: (text: string) => {
        out += text;
        return true;
      },
    },
    stderr: {
      isTTY: false,
      write: (text: string) => {
        err += text;
        return true;
      },
    },
    env: {},
  } as never);
  const code = await run(argv, io);
  return { code, out, err };
}

const folder = mkdtempSync(join(tmpdir(), 'finite-fence-'));
let files = 0;

/** A file with this in it; anything but text becomes JSON. */
export function file(content: unknown, name = `${++files}.json`): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content),
  );
  return path;
}

/** Columns of each line that is wider than 80, without colours. */
export const tooWide = (text: string): string[] =>
  text.split('\n').filter((line) => [...line.replace(/\u001b\[\d+m/g, '')].length > 80);
