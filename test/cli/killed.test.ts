import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dice } from '../explore/random-program.ts';
import { file } from './in-process.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const description = file({
  driver: 'kept',
  pageFaults: 'on-demand',
  compute: 'long-running',
  hardware: 'shared',
  engines: 'two',
  hardwareCan: ['preempt-running', 'preempt-faulted'],
  submission: 'fifo',
  arbitration: 'in-turn',
  reclaimWaits: 'unbounded',
  options: ['preempt'],
  foreignDevice: false,
  jobs: { fenced: 2, faulting: 2 },
});
const argv = ['check', description, '--json'];
const folder = (): string => join(mkdtempSync(join(tmpdir(), 'finite-fence-kept-')), 'kept');

beforeAll(() => {
  expect(existsSync(main), 'npm run build comes first').toBe(true);
  const begun = performance.now();
  whole = run('--engine', 'explicit');
  took = performance.now() - begun;
}, 120_000);

/** What is said without interruption, and how long that takes. */
let whole = '';
let took = 0;

/** Runs the command, and kills it after some time; its exit code, or the signal. */
async function stopped(
  more: readonly string[],
  after: number,
  signal: NodeJS.Signals,
): Promise<{ readonly end: number | string; readonly err: string }> {
  const child = spawn(process.execPath, [main, ...argv, ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (text: Buffer) => {
    err += text.toString();
  });
  const timer = setTimeout(() => child.kill(signal), after);
  const [code, by] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  return { end: by ?? code!, err };
}

const run = (...more: readonly string[]): string =>
  spawnSync(process.execPath, [main, ...argv, ...more], { encoding: 'utf8' }).stdout;

test(
  'killed at ten moments, it says in the end what it says at once',
  { timeout: 600_000 },
  async () => {
    expect(JSON.parse(whole)).toMatchObject({ verdict: 'finite', stopped: null });
    const into = folder();
    const keep = ['--checkpoint', into, '--checkpoint-every', '0.05'];
    const roll = dice(Date.now() & 0xffff);
    let [kills, files] = [0, 0];
    for (let n = 0; n < 10; n++) {
      const after = 300 + roll(Math.max(500, 0.8 * took));
      const more = existsSync(join(into, 'checkpoint.json')) ? ['--resume'] : [];
      const { end, err } = await stopped([...keep, ...more], after, 'SIGKILL');
      if (end === 'SIGKILL') kills++;
      else expect(end, err).toBe(0);
      files = existsSync(into) ? readdirSync(into).length : 0;
    }
    expect(kills).toBeGreaterThan(4);
    expect(files).toBeGreaterThan(3);
    expect(run(...keep, '--resume')).toBe(whole);
  },
);

test('Ctrl-C keeps the search and says how to go on', { timeout: 300_000 }, async () => {
  for (let after = 1500; ; after += 700) {
    const into = folder();
    const { end, err } = await stopped(['--checkpoint', into], after, 'SIGINT');
    // Before it listens, it is killed like any process.
    if (end === 'SIGINT') continue;
    expect(end).toBe(3);
    expect(err).toContain(
      `the search is saved in ${into}; the same command with --resume continues it`,
    );
    expect(run('--checkpoint', into, '--resume')).toBe(whole);
    return;
  }
});
