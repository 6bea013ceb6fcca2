import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { lockOrder } from '../../src/threads/lock-order.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import { describingBeside } from '../../src/cli/threads/read-threads.ts';
import { threadFiles } from './files.ts';
import { naiveKinds } from './naive-lockdep.ts';

const fixes = new URL('../../machines/litmus/fixes/', import.meta.url).pathname;

/** A lock that a handler takes, and below it one that is taken with interrupts on: each way to read. */
const inversions = ['irq', 'softirq'].flatMap((handler) =>
  [
    ['write_lock', 'write_unlock'],
    ['read_lock', 'read_unlock'],
  ].flatMap(([inside, outside]) =>
    [
      ['write_lock', 'write_unlock'],
      ['read_lock', 'read_unlock'],
    ].map(([take, give]) => {
      const name = `${handler}-${inside}-${take}`;
      const text =
        `K ${name}\n{ rwlock_t a; rwlock_t b; }\n${handler} h() { ${inside}(&b); ${outside}(&b); }\n` +
        'ioctl t() { write_lock_irqsave(&b); write_lock(&a); write_unlock(&a); write_unlock_irqrestore(&b); }\n' +
        `ioctl u() { ${take}(&a); ${give}(&a); }\n`;
      return { path: fixes, name, text };
    }),
  ),
);
const files = [
  ...inversions,
  ...threadFiles,
  ...readdirSync(fixes)
    .filter((name) => name.endsWith('.litmus'))
    .map((name) => ({ path: fixes + name, name, text: readFileSync(fixes + name, 'utf8') })),
];

test('two readings of the documents of lockdep agree on every side of every file', () => {
  let sides = 0;
  const spoken = new Map<string, number>();
  const differences = files.flatMap(({ path, name, text }) =>
    sidesOfFile(name, text, kernelCalls, describingBeside(path)).flatMap(({ side, system }) => {
      sides++;
      const places = [...system.places.values()];
      const simulated = new Set(lockOrder(system.world, places).map(({ kind }) => kind));
      const naive = naiveKinds(
        system.world,
        places.flatMap((one) => one.sightings),
      );
      for (const kind of naive) spoken.set(kind, (spoken.get(kind) ?? 0) + 1);
      const [one, other] = [[...simulated].sort().join(), [...naive].sort().join()];
      return one === other ? [] : [`${name} ${side}: simulated '${one}', naive '${other}'`];
    }),
  );
  expect(differences).toEqual([]);
  expect(sides).toBeGreaterThan(500);
  // Every kind of report is among them, so that the comparison can fail for each.
  for (const kind of ['recursive', 'circular', 'inconsistent', 'irq-inversion'])
    expect(spoken.get(kind) ?? 0, kind).toBeGreaterThan(5);
});
