import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const { project } = inject('packed');

const text = `
import { createActor, setup } from 'xstate';
import { assess, check, compose, judge, suiteOf, vocabulary, type Finding, type Verdict } from 'finite-fence';
import { defineDriver, dmaFence, fencedParts, lifecycles, rows, specOf, systemOf, type Description } from 'finite-fence/machines';
import { drivers, msm } from 'finite-fence/drivers';
import { testPaths, type Adapter } from 'finite-fence/vitest';

const mine: Description = { driver: 'mine', options: ['flush'] };
const { verdict }: { verdict: Verdict } = judge(defineDriver(mine), { states: 1000 });
const found: readonly Finding[] = check(systemOf(mine), { states: 1000 }).promises;
// @ts-expect-error: no such option
const wrong: Description = { driver: 'mine', options: ['flash'] };

const events = {} as { type: 'lock' } | { type: 'unlock' };
const worker = setup({ types: { events } }).createMachine({
  id: 'worker',
  initial: 'idle',
  states: { idle: { on: { lock: 'busy' } }, busy: { on: { unlock: 'idle' } } },
});
const v = vocabulary({ fence: { of: dmaFence }, worker: { of: worker } });
const steps = v.steps(
  { name: 'take', actor: 'me', moves: { worker: 'lock' }, when: { fence: 'visible' } },
  { name: 'signal', actor: 'me', moves: { fence: 'dma_fence_signal', worker: 'unlock' } },
);
// @ts-expect-error: a fence takes no such event
v.steps({ name: 'x', actor: 'me', moves: { fence: 'dma_fence_signaled' } });
// @ts-expect-error: a fence has no such state
v.steps({ name: 'x', actor: 'me', moves: { worker: 'lock' }, when: { fence: 'seen' } });
const program = compose({ rows: [v.row({ name: 'mine', steps })], actors: { me: { fair: 'weak' } }, sizes: {} });

// A described driver with a row of one's own, over its parts.
const w = vocabulary({ ...fencedParts, worker: { of: worker } });
const watches = w.row({
  name: 'watches',
  steps: w.steps({ name: 'watch', actor: 'me', moves: { worker: 'lock' }, when: { 'fence[i]': 'visible' } }),
});
const spec = specOf(mine);
const together = compose({ ...spec, rows: [...spec.rows, watches], actors: { ...spec.actors, me: { fair: 'weak' } } });
const steps2: number = suiteOf(together, 'edges', { name: 'together' }).size.steps;
const same: boolean = lifecycles.dmaFence === dmaFence && lifecycles['pageFault'] !== undefined;
const parts: object = rows.fencedParts;

const actor = createActor(dmaFence).start();
actor.send({ type: 'publish' });
// @ts-expect-error: no such event
actor.send({ type: 'published' });
const value: 'unpublished' | 'visible' | 'signaled' = actor.getSnapshot().value;
const adapter: Adapter<object> = { setUp: () => ({}), steps: {}, states: {} };
export { adapter, assess, drivers, found, msm, parts, program, same, steps2, testPaths, value, verdict, wrong };
`;

test.each([
  ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
  ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
] as const)('strict TypeScript finds the types, and finds mistakes, with %s', (name, options) => {
  const folder = join(project, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.ts'), text);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...options,
        strict: true,
        target: 'es2022',
        lib: ['es2023', 'es2024.string', 'dom'],
        noEmit: true,
        types: ['node'],
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
      },
      files: ['main.ts'],
    }),
  );
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/typescript/bin/tsc'), '-p', folder],
    { cwd: project, encoding: 'utf8' },
  );
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('our own declarations hold without skipLibCheck', () => {
  const folder = join(project, 'libraries');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.ts'), text);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        moduleResolution: 'nodenext',
        strict: true,
        target: 'es2022',
        lib: ['es2023', 'es2024.string', 'dom'],
        noEmit: true,
        types: ['node'],
        skipLibCheck: false,
      },
      files: ['main.ts'],
    }),
  );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/typescript/bin/tsc'), '-p', folder, '--listFiles'],
    { cwd: project, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(
    stdout.split('\n').filter((line) => /finite-fence\/dist\/.*\.d\.ts$/.test(line)).length,
  ).toBeGreaterThan(40);
  expect(
    stdout
      .split('\n')
      .filter((line) => line.includes('finite-fence/dist/') && line.includes('error TS')),
  ).toEqual([]);
});
