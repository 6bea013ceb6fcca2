import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const { project } = inject('packed');

/** Runs a module in the project with plain Node. */
const run = (
  name: string,
  text: string,
): { readonly out: string; readonly err: string; readonly status: number | null } => {
  writeFileSync(join(project, name), text);
  const { stdout, stderr, status } = spawnSync(process.execPath, [name], {
    cwd: project,
    encoding: 'utf8',
    timeout: 600_000,
  });
  return { out: stdout, err: stderr, status };
};

test('every entry point can be imported, and nothing happens', () => {
  const { out, err, status } = run(
    'import.mjs',
    `
    const of = (value) => Reflect.ownKeys(value).map(String).sort().join();
    const builtins = [Object, Array, Function, Map, Set, Promise, String, Number, Error, RegExp];
    const world = () => [
      of(globalThis),
      ...builtins.flatMap((builtin) => [of(builtin), of(builtin.prototype)]),
      ...process.eventNames().map(String),
      String(process.exitCode),
      JSON.stringify(process.env),
      process.cwd(),
    ].join(';');
    await import('xstate'); const { z } = await import('zod'); await import('commander');
    const settings = () => String(z.config().jitless);
    const before = world() + settings();
    const entries = ['finite-fence', 'finite-fence/machines', 'finite-fence/drivers'];
    const found = {};
    for (const entry of entries) found[entry] = Object.keys(await import(entry)).length;
    console.log(JSON.stringify({ same: before === world() + settings(), found }));`,
  );
  expect(err).toBe('');
  expect(status).toBe(0);
  const { same, found } = JSON.parse(out) as { same: boolean; found: Record<string, number> };
  expect(same).toBe(true);
  for (const [entry, names] of Object.entries(found)) expect(names, entry).toBeGreaterThan(5);
});

test('the command is there, and answers', () => {
  const command = (...words: string[]) =>
    spawnSync(join(project, 'node_modules/.bin/finite-fence'), words, {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
  const { version } = JSON.parse(
    readFileSync(join(project, 'node_modules/finite-fence/package.json'), 'utf8'),
  ) as { version: string };
  expect(command('--version').stdout.trim()).toBe(version);
  expect(command('check', 'msm').stdout).toMatch(/^msm: finite/);
  expect(command('litmus', 'PREEMPT').stdout).toMatch(/all as expected/);
  writeFileSync(join(project, 'bad.json'), '{ "driver": "bad", "options": ["premept"] }');
  const bad = command('check', 'bad.json');
  expect([bad.status, bad.stderr.split('\n').length]).toEqual([2, 2]);
});

test('a project composes its own lifecycle with ours, as docs/own-machines.md says', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/own-machines.md'), 'utf8');
  const blocks = [...page.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, text]) => text!);
  expect(blocks.length).toBeGreaterThanOrEqual(2);
  expect(
    blocks.filter((text) => text.includes("from 'xstate'") && text.includes('compose(')),
  ).toHaveLength(1);
  for (const text of blocks) {
    const said = [...text.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map((found) => found[1]!);
    expect(run('own-machines.mjs', text)).toEqual({
      out: `${said.join('\n')}\n`,
      err: '',
      status: 0,
    });
  }
});

test('a lifecycle is an XState machine: extended by provide, run by createActor', () => {
  const { out, err, status } = run(
    'provide.mjs',
    `
    import { createActor, createMachine } from 'xstate';
    import { dmaFence } from 'finite-fence/machines';
    const told = [];
    const { visible, signaled, ...states } = dmaFence.config.states;
    const withActions = {
      ...states,
      visible: { ...visible, exit: 'wakeWaiters' },
      signaled: { ...signaled, entry: 'log' },
    };
    const actions = {
      wakeWaiters: () => { told.push('woken'); },
      log: () => { told.push('signaled'); },
    };
    const extended = createMachine({ ...dmaFence.config, states: withActions }).provide({ actions });
    const actor = createActor(extended).start();
    for (const type of ['dma_fence_signal', 'publish', 'dma_fence_signal', 'dma_fence_signal']) actor.send({ type });
    const plain = createActor(dmaFence.provide({})).start().getSnapshot().value;
    console.log(JSON.stringify({ told, value: actor.getSnapshot().value, plain }));`,
  );
  expect(err).toBe('');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    told: ['woken', 'signaled'],
    value: 'signaled',
    plain: 'unpublished',
  });
});

test('an inspector follows a run that the engine found', () => {
  const { out, err, status } = run(
    'inspect.mjs',
    `
    import { createActor } from 'xstate';
    import { check, withoutRecovery } from 'finite-fence';
    import { dmaFence, fencedJob, pageFault, systemOf } from 'finite-fence/machines';
    const program = withoutRecovery(systemOf({ driver: 'story' }));
    const { run } = check(program, { states: 100000 }).promises.find(({ verdict }) => verdict === 'deadlock');
    const machines = new Map([dmaFence, fencedJob, pageFault].map((machine) => [machine.id, machine]));
    const parts = program.parts
      .map(({ name, table: number }, index) => {
        const table = program.tables[number];
        return { name, index, table, machine: machines.get(table.lifecycle) };
      })
      .filter(({ machine }) => machine !== undefined);
    const seen = [];
    const inspect = (event) => { seen.push(event); };
    const actors = parts.map((part) => {
      const actor = createActor(part.machine, { id: part.name, inspect }).start();
      return { ...part, actor };
    });
    for (const { step } of run) {
      const { moves, also } = program.steps.find(({ name }) => name === step);
      for (const { part, event } of [...moves, ...also]) {
        const moving = actors.find(({ index }) => index === part);
        moving?.actor.send({ type: moving.table.events[event] });
      }
    }
    const ends = run.flatMap(({ moved }) =>
      Object.entries(moved).map(([name, [, to]]) => [name, to]));
    const last = Object.fromEntries(ends);
    const flat = (value) =>
      typeof value === 'string'
        ? value
        : Object.entries(value).map(([key, below]) => key + '.' + flat(below))[0];
    console.log(JSON.stringify({
      steps: run.length,
      kinds: [...new Set(seen.map(({ type }) => type))].sort(),
      events: seen
        .filter(({ type, event }) => type === '@xstate.event' && event.type !== 'xstate.init')
        .map(({ event, actorRef }) => actorRef.id + ' ' + event.type),
      roots: new Set(seen.map(({ rootId }) => rootId)).size,
      agree: actors.every(({ name, actor }) =>
        last[name] === undefined || flat(actor.getSnapshot().value) === last[name]),
      actors: actors.length,
    }));`,
  );
  expect(err).toBe('');
  expect(status).toBe(0);
  const printed = JSON.parse(out) as {
    steps: number;
    kinds: string[];
    events: string[];
    roots: number;
    agree: boolean;
    actors: number;
  };
  expect(printed.kinds).toEqual(
    expect.arrayContaining(['@xstate.actor', '@xstate.event', '@xstate.snapshot']),
  );
  expect(printed.events.some((one) => one.endsWith(' publish'))).toBe(true);
  expect(printed.events.length).toBeGreaterThanOrEqual(4);
  expect(printed.actors).toBeGreaterThanOrEqual(3);
  expect(printed.roots).toBe(printed.actors);
  expect(printed.agree).toBe(true);
});

test('a described driver is composed with a row of somebody, and gets test paths', () => {
  const { out, err } = run(
    'own-row.mjs',
    `
    import { createMachine } from 'xstate';
    import { compose, suiteOf, vocabulary, withoutRecovery } from 'finite-fence';
    import { fencedParts, lifecycles, rows, specOf } from 'finite-fence/machines';
    const states = { away: { on: { look: 'there' } }, there: { on: { leave: 'away' } } };
    const watcher = createMachine({ id: 'watcher', initial: 'away', states });
    const v = vocabulary({ ...fencedParts, watcher: { of: watcher } });
    const row = v.row({ name: 'watch', steps: v.steps(
      { name: 'look', actor: 'me', moves: { watcher: 'look' }, when: { 'fence[?]': 'visible' } },
      { name: 'leave', actor: 'me', moves: { watcher: 'leave' } }) });
    const spec = specOf({ driver: 'mine', options: ['preempt'], foreignDevice: false });
    const actors = { ...spec.actors, me: { fair: 'weak' } };
    const program = compose({ ...spec, rows: [...spec.rows, row], actors });
    const { size, coverage, paths } = suiteOf(program, 'transitions');
    const names = new Set(paths.flatMap(({ steps }) => steps.map(({ step }) => step)));
    let message = '';
    const wrong = { ...row, parts: { ...row.parts, fence: { of: lifecycles.pageFault, family: 'fenced' } } };
    try { compose({ ...spec, rows: [...spec.rows, wrong] }); } catch (error) { message = error.message; }
    const looks = names.has('look') && names.has('leave');
    const all = coverage.covered === coverage.coverable;
    const same = rows.fencedParts === fencedParts;
    const smaller = withoutRecovery(program).steps.length < program.steps.length;
    console.log(JSON.stringify({ looks, all, steps: size.steps > 50, message, same, smaller }));`,
  );
  expect(err).toBe('');
  const found = JSON.parse(out) as Record<string, unknown>;
  expect(found).toMatchObject({ looks: true, all: true, steps: true, same: true, smaller: true });
  expect(found.message).toMatch(
    /^row watch: part 'fence' has the lifecycle '[^']+'; in row [\w-]+ it has '[^']+'$/,
  );
});

test.each([
  ['xstate/graph', 'getShortestPaths'],
  ['@xstate/test', 'getPaths'],
] as const)('%s walks a lifecycle and a system of ours', (module, how) => {
  const { out, err } = run(
    `graph-${how}.mjs`,
    `
    import { createActor } from 'xstate';
    import { createTestModel } from '${module}';
    import { toMachine, withoutRecovery } from 'finite-fence';
    import { dmaFence, gallery } from 'finite-fence/machines';
    const own = (snapshot) => [...new Set(snapshot._nodes.flatMap((node) => node.ownEvents))];
    const events = (snapshot) => own(snapshot).filter((type) => snapshot.can({ type })).map((type) => ({ type }));
    const walk = (machine) => createTestModel(machine, { events }).getShortestPaths({ events });
    const fence = walk(dmaFence);
    const small = gallery.find(({ name }) => name === 'RESV').system();
    const system = walk(toMachine(withoutRecovery(small)));
    const last = createActor(dmaFence).start().getSnapshot().value;
    console.log(JSON.stringify({ fence: fence.length, system: system.length, last }));`,
  );
  expect(err).toBe('');
  const found = JSON.parse(out) as { fence: number; system: number; last: string };
  expect(found.fence).toBeGreaterThan(0);
  expect(found.system).toBeGreaterThan(0);
  expect(found.last).toBe('unpublished');
});
