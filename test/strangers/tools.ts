import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Ran = { readonly out: string; readonly code: number };

/**
 * Runs a tool in `cwd`.
 * @throws where it is missing: a stranger that is not there agrees with nobody.
 */
export function run(tool: string, args: readonly string[], cwd: string): Promise<Ran> {
  return new Promise((done, fail) => {
    execFile(
      tool,
      args,
      { cwd, encoding: 'utf8', maxBuffer: 1 << 26, timeout: 600_000, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const failed = typeof error?.code === 'number' ? error.code : -1;
        const code = error === null ? 0 : failed;
        if (error !== null && (error as NodeJS.ErrnoException).code === 'ENOENT')
          fail(new Error(`${tool} is not installed; the tests need spin, rumur and gcc`));
        else if (error?.killed === true)
          fail(new Error(`${tool} ${args.join(' ')}: took more than ten minutes`));
        else done({ out: stdout + stderr, code });
      },
    );
  });
}

/** @throws with the tool's output unless it exits with 0. */
export async function must(tool: string, args: readonly string[], cwd: string): Promise<string> {
  const { out, code } = await run(tool, args, cwd);
  if (code !== 0)
    throw new Error(`${tool} ${args.join(' ')}: exit code ${code}\n${out.slice(0, 4000)}`);
  return out;
}

/** A directory of its own with one file in it, gone afterwards. */
export async function inDirectory<T>(
  file: string,
  text: string,
  use: (cwd: string) => Promise<T>,
): Promise<T> {
  const cwd = await mkdtemp(join(tmpdir(), 'stranger-'));
  try {
    await writeFile(join(cwd, file), text);
    return await use(cwd);
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** `make` for each of `list`, two at a time, answers in order. */
export async function twoAtATime<T, U>(
  list: readonly T[],
  make: (one: T, at: number) => Promise<U>,
): Promise<U[]> {
  const answers: U[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const at = next++;
      answers[at] = await make(list[at]!, at);
    }
  };
  await Promise.all([worker(), worker()]);
  return answers;
}

/**
 * tcc compiles SPIN's output thirty times as fast as gcc -O0. What it compiles counts the same states
 * and edges, but of random system 7052 it misses an acceptance cycle that gcc's finds, at any size of
 * the hash table (tcc 0.9.27, SPIN 6.5.2): so it compiles nothing that looks for cycles.
 */
export const quick: boolean = (() => {
  try {
    execFileSync('tcc', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
