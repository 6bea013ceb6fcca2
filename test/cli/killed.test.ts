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
  whole = run('--engine', 'explicit');
});

/** What is said without interruption. */
let whole = '';

/** How many pieces of the search a folder has. */
const piecesIn = (into: string): number =>
  existsSync(into) ? readdirSync(into).filter((name) => /\.\d+$/.test(name)).length : 0;

/**
 * Runs the command, and kills it so many milliseconds after something is the case; its exit code, or
 * the signal.
 */
async function stopped(
  more: readonly string[],
  when: () => boolean,
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
  const looks = setInterval(() => {
    if (!when()) return;
    clearInterval(looks);
    setTimeout(() => child.kill(signal), after);
  }, 5);
  const [code, by] = (await once(child, 'close')) as [number | null, string | null];
  clearInterval(looks);
  return { end: by ?? code!, err };
}

const run = (...more: readonly string[]): string =>
  spawnSync(process.execPath, [main, ...argv, ...more], { encoding: 'utf8' }).stdout;

test('killed at ten moments, it says in the end what it says at once', async () => {
  expect(JSON.parse(whole)).toMatchObject({ verdict: 'finite', stopped: null });
  const into = folder();
  const keep = ['--checkpoint', into, '--checkpoint-every', '0.05'];
  const seed = Date.now() & 0xffff;
  const roll = dice(seed);
  let kills = 0;
  for (let n = 0; n < 10; n++) {
    const isBegun = (): boolean => existsSync(join(into, 'checkpoint.json'));
    const more = isBegun() ? ['--resume'] : [];
    // Before it has kept anything more, and after one and two further pieces; and a little later.
    const wanted = piecesIn(into) + (n % 3);
    const { end, err } = await stopped(
      [...keep, ...more],
      () => isBegun() && piecesIn(into) >= wanted,
      roll(60),
      'SIGKILL',
    );
    if (end === 'SIGKILL') kills++;
    else expect(end, err).toBe(0);
  }
  expect(kills, `seed ${seed}`).toBeGreaterThan(4);
  expect(piecesIn(into), `seed ${seed}`).toBeGreaterThan(3);
  expect(run(...keep, '--resume')).toBe(whole);
});

test('Ctrl-C keeps the search and says how to go on', async () => {
  for (let tries = 1; ; tries++) {
    const into = folder();
    const keep = ['--checkpoint', into, '--checkpoint-every', '0.05'];
    const { end, err } = await stopped(keep, () => piecesIn(into) > 0, 0, 'SIGINT');
    // On a busy machine a search may be through before it hears.
    if (end === 0 && tries < 10) continue;
    expect(end).toBe(3);
    expect(err).toContain(
      `the search is saved in ${into}; the same command with --resume continues it`,
    );
    expect(run('--checkpoint', into, '--resume')).toBe(whole);
    return;
  }
});
