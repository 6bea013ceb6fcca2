import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cli, file, tooWide } from './in-process.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe("a system of somebody's own", () => {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-own-'));
  const root = join(import.meta.dirname, '../..');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/finite-fence'));
  symlinkSync(join(root, 'node_modules/xstate'), join(folder, 'node_modules/xstate'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const rows = `
    import { createMachine } from 'xstate';
    import { compose, vocabulary } from 'finite-fence';
    const lock = createMachine({
      id: 'lock',
      initial: 'free',
      states: { free: { on: { take: 'held' } }, held: { on: { give: 'free' } } },
    });
    const thread = createMachine({
      id: 'thread',
      initial: 'out',
      states: {
        out: { on: { lock: 'one' } },
        one: { on: { lock: 'two' } },
        two: { on: { unlock: 'out' } },
      },
    });
    const v = vocabulary({ a: { of: thread }, b: { of: thread }, m: { of: lock }, n: { of: lock } });
    const steps = v.steps(
      { name: 'a_m', actor: 'first', moves: { a: 'lock', m: 'take' }, when: { a: 'out' } },
      {
        name: 'a_n',
        actor: 'first',
        moves: { a: 'lock', n: 'take' },
        when: { a: 'one' },
        cite: { file: 'mine.c', says: 'n behind m' },
      },
      { name: 'a_ends', actor: 'first', moves: { a: 'unlock', m: 'give', n: 'give' } },
      { name: 'b_n', actor: 'second', moves: { b: 'lock', n: 'take' }, when: { b: 'out' } },
      { name: 'b_m', actor: 'second', moves: { b: 'lock', m: 'take' }, when: { b: 'one' } },
      { name: 'b_ends', actor: 'second', moves: { b: 'unlock', m: 'give', n: 'give' } },
    );
    const promises = [{ name: 'a-ends', pending: { a: 'one' } }];
    const actors = { first: { fair: 'weak' }, second: { fair: 'weak' } };
    const spec = { rows: [v.row({ name: 'locks', steps, promises })], actors, sizes: {} };
  `;
  const own = (text: string, name: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const ask = (...argv: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'dist/src/cli/main.js'), ...argv],
      { cwd: folder, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  const spec = own(`${rows} export default spec;`, 'spec.mjs');

  it('is checked, asked why, replayed and changed', () => {
    const checked = ask('check', '--module', spec);
    expect([checked.status, checked.stderr, tooWide(checked.stdout)]).toEqual([1, '', []]);
    expect(flat(checked.stdout)).toMatch(
      new RegExp(
        String.raw`^spec\.mjs: deadlock Broken: a-ends\..*a → n \(held\) → b \(one\) → m \(held\) ` +
          String.raw`→ a .*"?n behind m"?.*Searched: 6 states, 8 steps between them\.`,
      ),
    );
    expect(flat(ask('why', '--module', spec, '--promise', 'a-ends').stdout)).toContain(
      "a_n (first) refused by n (held), see 2: it needs n to take 'take' [row locks] mine.c: n behind m",
    );
    own(ask('check', '--module', spec, '--json').stdout, 'run.json');
    expect(ask('replay', 'run.json', '--module', spec)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('a-ends: 2 steps: goes through') as string,
    });
    expect(ask('whatif', '--module', spec, '--forbid', 'b_n').stdout).toMatch(
      /verdict +deadlock +finite/,
    );
  });

  it('is a program that was composed, or a description, too', () => {
    expect(
      ask('check', '--module', own(`${rows} export default compose(spec);`, 'program.mjs')).status,
    ).toBe(1);
    expect(
      ask(
        'check',
        '--module',
        own("export default { driver: 'mine', options: ['preempt'] };", 'described.mjs'),
      ).stdout,
    ).toMatch(/^mine: finite\n/);
    expect(ask('check', '--module', spec, '--format', 'sarif').stdout).toContain(
      '"uri": "spec.mjs"',
    );
  });

  it.each([
    ['nothing there', null, 'none.mjs: there is no such file'],
    [
      'no default',
      'export const system = 1;',
      new RegExp(
        String.raw`it has no default export \(only system\), expected a system that compose\(\) made, ` +
          String.raw`or its rows, actors and sizes, or a description of a driver$`,
      ),
    ],
    ['a number', 'export default 7;', /its default export is a number, expected a system/],
    [
      'something else',
      'export default { a: 1, b: 2 };',
      /its default export has a, b, expected a system/,
    ],
    ['not JavaScript', 'export default {', /it cannot be loaded: Unexpected/],
    [
      'it throws',
      "throw new Error('not today\\nnor tomorrow');",
      /it cannot be loaded: not today$/,
    ],
    [
      'a description that is wrong',
      "export default { driver: 'x', options: ['flsh'] };",
      /options\[0\]: unknown option 'flsh'; did you mean 'flush'/,
    ],
    [
      'a wrong name in a row',
      `${rows} const wrong = { name: 'x', actor: 'nobody', moves: { a: 'lock' } };
        export default { ...spec, rows: [v.row({ name: 'r', steps: [wrong], promises })] };`,
      /unknown actor 'nobody'/,
    ],
    [
      'changed by hand',
      `${rows} const made = compose(spec); export default { ...made, initial: made.initial.map(() => 1) };`,
      /does not match its digest .*: it was changed by hand/,
    ],
    [
      'nothing to ask',
      `${rows} export default { ...spec, rows: [v.row({ name: 'r', steps })] };`,
      /has no promise and no invariant/,
    ],
  ])('%s', (_, text, message) => {
    const name = text === null ? 'none.mjs' : own(text, 'bad.mjs');
    const { status, stdout, stderr } = ask('check', '--module', name);
    expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      status: 2,
      stdout: '',
      lines: 1,
    });
    if (typeof message === 'string') expect(stderr).toBe(`finite-fence: ${message}\n`);
    else expect(stderr.trimEnd()).toMatch(message);
  });
});

it('each command has help with examples, 80 columns wide', async () => {
  const { out } = await cli('--help');
  expect(tooWide(out)).toEqual([]);
  const commands = [
    ...out
      .slice(out.indexOf('\nCommands:'), out.indexOf('\nExamples:'))
      .matchAll(/^ {2}([a-z]+) /gm),
  ]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');
  expect(commands).toEqual([
    'check',
    'verify',
    'log',
    'table',
    'litmus',
    'why',
    'replay',
    'whatif',
    'diff',
    'remedy',
    'paths',
    'export',
    'chart',
    'completion',
  ]);
  for (const name of commands) {
    const { code, out: help } = await cli(name, '--help');
    expect([name, code, tooWide(help), /\nExamples:\n( {2}\$ .+\n)+/.test(help)]).toEqual([
      name,
      0,
      [],
      true,
    ]);
  }
});

it('a verdict of a file of threads is replayed in the side that it names', async () => {
  const twin = file(
    'K T+twin\n{ struct mutex l; struct completion c; }\nkthread a() {\n-\tmutex_lock(&l);\n' +
      '\twait_for_completion(&c);\n+\tmutex_lock(&l);\n\tmutex_unlock(&l);\n}\n' +
      'kthread b() { mutex_lock(&l); complete(&c); mutex_unlock(&l); }\n',
    'twin.litmus',
  );
  const run = file((await cli('check', `${twin}:before`, '--json')).out, 'run.json');
  expect(await cli('replay', run)).toMatchObject({
    code: 0,
    out: expect.stringContaining('goes through'),
  });
  expect((await cli('replay', run, '--in', `${twin}:after`)).code).toBe(1);

  const moved = readFileSync(run, 'utf8').replaceAll(twin, `${twin}.gone.litmus`);
  const { code, err } = await cli('replay', file(moved, 'moved.json'));
  expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
});
