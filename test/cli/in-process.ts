import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../src/check/verdict.ts';
import { run } from '../../src/cli/commands.ts';
import { ioOf, type Io } from '../../src/cli/io.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { randomSystem } from '../random-system.ts';

export type Said = { readonly code: number; readonly out: string; readonly err: string };

/** Where a command may write, and what it has written so far. */
export function captured(): { readonly io: Io; readonly written: { out: string; err: string } } {
  const written = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => ({
    isTTY: false,
    write: (text: string) => {
      written[stream] += text;
      return true;
    },
  });
  return { io: ioOf({ stdout: into('out'), stderr: into('err'), env: {} } as never), written };
}

/** The command line without a process: what it says and its exit code. */
export async function cli(...argv: readonly string[]): Promise<Said> {
  const { io, written } = captured();
  const code = await run(argv, io);
  return { code, ...written };
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

/**
 * A module with a system of a few states. It has a fair run, a loop of several steps, on which a
 * promise is never kept.
 */
export function moduleWithLoop(): string {
  for (let seed = 1; seed < 500; seed++) {
    const program = randomSystem(seed, 300);
    const [worst] = check(withoutRecovery(program), { states: 300 }).promises.filter(
      ({ verdict }) => verdict !== 'finite',
    );
    if (worst?.verdict === 'unbounded' && worst.loop.length > 1)
      return file(`export default ${JSON.stringify(program)};`, `loop-${seed}.mjs`);
  }
  throw new Error('no random system has a loop');
}
