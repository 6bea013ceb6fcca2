import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { file } from './in-process.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const good = { driver: 'x', options: ['preempt'] };
const bad = { ...good, without: ['preempt/while-faulted'] };

/** The built command in a process of its own. */
const cli = (
  argv: readonly string[],
  {
    flags = [],
    input,
    env = {},
  }: { flags?: readonly string[]; input?: string; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [...flags, main, ...argv], {
    encoding: 'utf8',
    input,
    env: { ...process.env, ...env },
  });

beforeAll(() => {
  expect(existsSync(main), 'npm run build comes first').toBe(true);
});

describe('the built command', () => {
  it('works where code may not be generated', () => {
    const flags = ['--disallow-code-generation-from-strings'];
    const description = file(bad);
    for (const [argv, code] of [
      [['check', description], 1],
      [['check', description, '--json'], 1],
      [['check', file({ driver: 'x', option: [] })], 2],
      [['litmus', 'PREEMPT+not-while-faulted'], 0],
      [['export', description, '--to', 'murphi'], 0],
    ] as const) {
      const { status, stdout, stderr } = cli(argv, { flags });
      expect({ argv, status, trace: /EvalError|\n {4}at /.test(stderr) }).toEqual({
        argv,
        status: code,
        trace: false,
      });
      if (argv[0] === 'check') expect(stdout).toBe(cli(argv).stdout);
    }
  });

  it('reads standard input', () => {
    expect(cli(['check', '-'], { input: JSON.stringify(good) }).stdout).toMatch(/^x: finite\n/);
    expect(cli(['check', '-'], { input: '' })).toMatchObject({
      status: 2,
      stderr: 'finite-fence: standard input: it is empty, expected JSON\n',
    });
  });

  it.skipIf(!existsSync('/dev/full'))('says in one line that its output is lost', () => {
    for (const argv of [
      ['check', file(good)],
      ['litmus', 'PREEMPT+not-while-faulted'],
      ['--help'],
    ]) {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [main, ...argv], {
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      expect({ argv, status, stderr }).toEqual({
        argv,
        status: 2,
        stderr:
          'finite-fence: standard output: it cannot be written: no space is left on the device\n',
      });
    }
  });

  it('says its version', () => {
    const { version } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
    ) as { version: string };
    expect(cli(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
    expect(
      (JSON.parse(cli(['check', '--json', file(good)]).stdout) as { version: string }).version,
    ).toBe(version);
  });

  it('says nothing on standard error where nobody watches', () => {
    expect(cli(['check', file(good)]).stderr).toBe('');
  });

  it('is not upset by a reader that has seen enough', () => {
    const { stdout, stderr, status } = spawnSync(
      'bash',
      [
        '-c',
        `"${process.execPath}" "${main}" export "$1" --to json | head -c 10; exit \${PIPESTATUS[0]}`,
        'bash',
        file(good),
      ],
      { encoding: 'utf8' },
    );
    expect({ length: stdout.length, stderr, status }).toEqual({
      length: 10,
      stderr: '',
      status: 0,
    });
  });

  it('writes to a file, and nothing where it cannot', () => {
    const out = join(tmpdir(), `finite-fence-${process.pid}.pml`);
    expect(cli(['export', file(good), '--to', 'promela', '-o', out])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^\/\* System [0-9a-f]{16}/);
    rmSync(out);
    expect(cli(['export', file({ driver: '' }), '--to', 'promela', '-o', out]).status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it('says incomplete where memory runs out', () => {
    const { status, stdout, stderr } = cli([
      'check',
      file({ ...good, jobs: { fenced: 2, faulting: 2 } }),
      '--max-bytes',
      '1M',
    ]);
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
    expect(stdout).toMatch(/^x: incomplete\n {2}The search ended early, at its limit of memory: /);
    expect(stdout).not.toMatch(/\b0 steps\b/);
  });
});

/** A system that takes minutes. */
const large = { driver: 'large', options: ['preempt'], jobs: { fenced: 3, faulting: 3 } };

/** The command, which gets SIGINT after so many milliseconds. */
async function interrupted(
  argv: readonly string[],
  after: number,
): Promise<{ readonly end: number | string; readonly out: string; readonly err: string }> {
  const command = spawn(process.execPath, [main, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  command.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  command.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(command, 'close');
  setTimeout(() => command.kill('SIGINT'), after);
  const [code, by] = (await ended) as [number | null, string | null];
  return { end: by ?? code!, out, err };
}

describe('Ctrl-C', () => {
  it('prints what is known, and exits with 3', async () => {
    const argv = ['check', file(large), file(good)];
    let answer = await interrupted(argv, 3000);
    // Before it listens, it is killed like any process; and before it searches, nothing was asked.
    const isEarly = (): boolean => answer.end === 'SIGINT' || answer.out.includes('2 not asked');
    for (let after = 6000; isEarly() && after < 100_000; after *= 2)
      answer = await interrupted(argv, after);
    const { end, out, err } = answer;
    expect(end).toBe(3);
    expect(out).toMatch(
      /^large: incomplete\n {2}The search ended early, because it was interrupted/,
    );
    expect(out).toMatch(/2 drivers: 1 incomplete, 1 not asked\.\n$/);
    expect(err).toBe('finite-fence: interrupted: x was not asked\n');
  });
});

/** In a terminal made by script(1), of util-linux. */
describe('on a terminal', () => {
  const terminal = (command: string, env: Record<string, string>): string =>
    spawnSync('script', ['-qec', command, '/dev/null'], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '', TERM: 'xterm', ...env },
    }).stdout;
  const command = `"${process.execPath}" "${main}" check "${file(good)}"`;

  it('has colours, and none with NO_COLOR', () => {
    expect(terminal(command, {})).toContain('\u001b[');
    expect(terminal(command, { NO_COLOR: '1' })).not.toContain('\u001b[3');
  });
  it('says within two seconds what it does', async () => {
    for (const words of ['check', 'remedy']) {
      const text = `"${process.execPath}" "${main}" ${words} "${file({ ...large, arbitration: 'none' })}"`;
      const asked = performance.now();
      expect(cli(['check', file(good)]).status).toBe(0);
      const began = performance.now();
      const watched = spawn('script', ['-qefc', text, '/dev/null'], {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, TERM: 'xterm' },
      });
      const [first] = (await once(watched.stdout, 'data')) as [Buffer];
      const passed = performance.now() - began;
      watched.kill('SIGKILL');
      expect(first.toString()).toMatch(/large.*\(\d+ s\)/);
      // On a quiet machine it takes 1.2 seconds, and a small answer 0.9: on a busy one both take more.
      expect(passed).toBeLessThan(10_000 + 5 * (began - asked));
    }
  });
  it('has none in a pipe', () => {
    expect(
      cli(['check', file(good)], { env: { NO_COLOR: '', FORCE_COLOR: '' } }).stdout,
    ).not.toContain('\u001b');
  });
});
