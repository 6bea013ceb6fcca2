import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../machines/drivers/index.ts';
import { driverNames, pathFormats, skewByDefault } from '../../src/cli/choices.ts';
import { commandLine } from '../../src/cli/commands.ts';
import { wordsOf } from '../../src/cli/completion/words.ts';
import { ioOf } from '../../src/cli/io.ts';
import { formats } from '../../src/cli/paths/path-formats.ts';
import { byDefault } from '../../src/logs/read-log.ts';
import { cli, file } from './in-process.ts';

const program = commandLine(ioOf({ stdout: {}, stderr: {}, env: {} } as never), () => {});
const commands = program.commands.map((one) => one.name());
const script = async (shell: string): Promise<string> => {
  const { code, out } = await cli('completion', shell);
  expect(code).toBe(0);
  return out;
};
const there = (shell: string): boolean => spawnSync(shell, ['-c', ':']).status === 0;

it('lists apart from the code are what the code has', () => {
  expect(driverNames).toEqual(drivers.map(({ driver }) => driver));
  expect(Object.keys(formats)).toEqual(pathFormats);
  expect(skewByDefault).toBe(byDefault.skew);
});

it('every option and command has a word about it, and every file is completed', () => {
  const words = wordsOf(program);
  expect(words.length).toBe(commands.length + 1);
  for (const { name, flags } of words)
    for (const { names, about, takes } of flags) {
      expect([name, names, about.length > 3]).toEqual([name, names, true]);
      if (['--out', '--keep', '--baseline', '--module', '--output'].includes(names.at(-1)!))
        expect([name, names, takes?.also === null]).toEqual([name, names, false]);
    }
});

describe('bash', () => {
  /** What a person gets who presses TAB behind these words. */
  const tab = (source: string, ...words: readonly string[]): string[] => {
    const asked = `source "$0"; finite-fence() { printf '%s\\n' FLUSH+x PREEMPT PREEMPT+y; }
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
      declare -F _finite_fence >/dev/null && complete -p finite-fence >/dev/null && _finite_fence
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr, status } = spawnSync(
      'bash',
      ['-c', asked, file(source, 'completion.bash'), 'finite-fence', ...words],
      { encoding: 'utf8' },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    return stdout.trim().split('\n');
  };
  it.each([
    [[''], commands],
    [['che'], ['check']],
    [['check', '--fo'], ['--format']],
    [
      ['check', '--format', ''],
      ['text', 'json', 'junit', 'sarif', 'github'],
    ],
    [['check', '--format', '=', 's'], ['sarif']],
    [
      ['check', 'am'],
      ['amdkfd', 'amdgpu', 'amdgpu-userq', 'amdxdna'],
    ],
    [['check', '--max-states', ''], ['']],
    [['paths', '--cover', 'clauses,tr'], ['clauses,transitions']],
    [
      ['paths', 'reserve-'],
      ['reserve-static', 'reserve-in-flight'],
    ],
    [
      ['litmus', 'PRE'],
      ['PREEMPT', 'PREEMPT+y'],
    ],
    [['export', 'msm', '--to', 'm'], ['murphi']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['check', `${import.meta.dirname}/in-pro`], [`${import.meta.dirname}/in-process.ts`]],
    [['--v'], ['--version']],
  ])('%j', async (words, completed) => {
    expect(tab(await script('bash'), ...words)).toEqual(completed);
  });
});

/** As the shell reads it, where it is installed. */
describe.skipIf(!there('fish'))('fish', () => {
  const tab = (source: string, line: string): string[] => {
    const { stdout, stderr } = spawnSync(
      'fish',
      [
        '--no-config',
        '-c',
        `source $argv[1]; complete -C $argv[2]`,
        file(source, 'completion.fish'),
        line,
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    return stdout
      .trimEnd()
      .split('\n')
      .map((one) => one.split('\t')[0]!);
  };
  it.each([
    ['finite-fence che', ['check']],
    ['finite-fence check --format s', ['sarif']],
    ['finite-fence paths --cover clauses,ed', ['clauses,edges']],
    ['finite-fence completion ', ['bash', 'fish', 'zsh']],
  ])('%s', async (line, completed) => {
    expect(tab(await script('fish'), line)).toEqual(completed);
  });
});

describe.skipIf(!there('zsh'))('zsh', () => {
  it('reads the script, and its functions are there', async () => {
    const path = file(await script('zsh'), '_finite-fence');
    expect(spawnSync('zsh', ['-n', path], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    const { stdout, stderr } = spawnSync(
      'zsh',
      [
        '-f',
        '-c',
        `autoload -U compinit; compinit -D; source ${path}; print $_comps[finite-fence]; whence -w _finite_fence`,
      ],
      { encoding: 'utf8' },
    );
    expect({ stdout, stderr }).toEqual({
      stdout: '_finite_fence\n_finite_fence: function\n',
      stderr: '',
    });
  });
});

/** The built command says which of the heavy packages it loads. */
describe('what is loaded', () => {
  const hook = `export async function load(url, context, next) {
    const found = /node_modules\\/(xstate|zod|@noble)\\//.exec(url);
    if (found) process._rawDebug('loads ' + found[1]);
    return next(url, context);
  }`;
  const register =
    `import { register } from 'node:module'; ` +
    `register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));`;
  const loads = (...argv: readonly string[]): string[] => {
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(register)}`,
        `${import.meta.dirname}/../../dist/src/cli/main.js`,
        ...argv,
      ],
      { encoding: 'utf8' },
    );
    expect(status).toBe(0);
    return [
      ...new Set(
        stderr
          .split('\n')
          .filter((line) => line.startsWith('loads '))
          .map((line) => line.slice(6)),
      ),
    ].sort();
  };
  it.each([[['--help']], [['check', '--help']], [['--version']], [['completion', 'bash']]])(
    '%j: no heavy package',
    (argv) => {
      expect(loads(...argv)).toEqual([]);
    },
  );
  it('and the test sees what is loaded', () => {
    expect(loads('check', 'msm')).toEqual(['@noble', 'xstate', 'zod']);
  });
});
