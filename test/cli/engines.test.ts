/** The commands that look into a verdict say the same, whichever engine searches. */
import { expect, test } from 'vitest';
import { run } from '../../src/cli/commands.ts';
import { engineNames } from '../../src/cli/choices.ts';
import { ioOf } from '../../src/cli/io.ts';
import { cli, file } from './in-process.ts';

const kept = { driver: 'kept', options: ['preempt'] };
/** Lost, kept by userspace alone, and evaded by a fair run. */
const lost = file({ ...kept, driver: 'lost', without: ['preempt/while-faulted'] });
const favoured = file({ ...kept, driver: 'favoured', hazards: ['signal-path-reclaims'] });
const evaded = file({
  driver: 'evaded',
  pageFaults: 'none',
  arbitration: 'none',
  submission: 'any-order',
});
const whole = file(kept);

const commands: readonly (readonly string[])[] = [
  ...[lost, favoured, evaded, whole].map((path) => ['why', path]),
  ...[lost, favoured, whole].map((path) => ['whatif', path, '--forbid', 'reclaim_waits']),
  ...[lost, evaded].map((path) => ['remedy', path, '--most', '1']),
  ['why', lost, '--after', 'sealed'],
  ['whatif', whole, '--allow', 'preempt_faulted'],
  ['diff', whole, lost],
  ['diff', evaded, whole],
];

const named = commands.map((words) => [words.join(' ').replace(/\S*\//g, ''), words] as const);
const seen = new Set<number>();

test.each(named)('%s', async (_, words) => {
  for (const more of [[], ['--json']]) {
    const [first, ...others] = await Promise.all(
      engineNames.map((engine) => cli(...words, ...more, '--engine', engine)),
    );
    for (const other of others) expect(other).toEqual(first);
    expect(await cli(...words, ...more)).toEqual(first);
    seen.add(first!.code);
  }
});

test('good answers and bad ones were compared', () => {
  expect([...seen].sort()).toEqual([0, 1]);
});

/** More than 10,000 states, from which on `auto` takes diagrams. */
const large = { ...kept, driver: 'large', jobs: { fenced: 2, faulting: 1 } };

test('diagrams are not bounded by a number of states, and single states are', async () => {
  const words = ['whatif', file(large), '--forbid', 'reclaim_waits', '--max-states', '11000'];
  const [explicit, symbolic, auto] = await Promise.all(
    ['explicit', 'symbolic', 'auto'].map((engine) => cli(...words, '--engine', engine)),
  );
  expect(explicit!.code).toBe(3);
  expect(symbolic!.code).toBe(0);
  expect(auto).toEqual(symbolic);
});

test.each([['why'], ['whatif', '--forbid', 'reclaim_waits'], ['remedy'], ['diff', 'panthor']])(
  '%s that is interrupted says so, and ends with 3',
  async (command, ...more) => {
    for (const engine of engineNames) {
      const heard: string[] = [];
      const stream = { isTTY: false, write: (text: string) => heard.push(text) > 0 };
      const io = ioOf({ stdout: stream, stderr: stream, env: {} } as never);
      const signal = AbortSignal.abort();
      const words = [command!, file(large), ...more, '--engine', engine];
      expect(await run(words, { ...io, signal }), `${command} by ${engine}`).toBe(3);
      expect(heard.join('')).toMatch(/incomplete|interrupted/);
    }
  },
);

test.each(['why', 'whatif', 'remedy', 'diff'])(
  '%s knows no other engine: one line',
  async (command) => {
    const { code, out, err } = await cli(command, whole, '--engine', 'quantum');
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toMatch(/quantum.*auto, explicit, symbolic/);
  },
);
