import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { without } from '../peers.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'finite-fence-going-out-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

type Action = {
  readonly inputs: Readonly<
    Record<string, { readonly required?: boolean; readonly default?: string }>
  >;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly shell: string;
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
};
const action = parse(read('action.yml')) as Action;
const [step] = action.runs.steps as [Action['runs']['steps'][number]];

const [spec, job] = parseAllDocuments(read('templates/finite-fence.yml')).map(
  (document) => document.toJS() as Record<string, never>,
) as unknown as [
  { readonly spec: { readonly inputs: Readonly<Record<string, object>> } },
  Readonly<Record<string, { readonly script: readonly string[] }>>,
];

mkdirSync(join(folder, 'docs/deep'), { recursive: true });
const good = { driver: 'good', options: ['preempt'], expect: 'finite' };
writeFileSync(join(folder, 'docs/good.json'), JSON.stringify(good));
writeFileSync(join(folder, 'docs/bad one.json'), JSON.stringify({ driver: 'bad' }));
writeFileSync(join(folder, 'docs/broken.json'), '{ "driver": ');
const two = (name: string, expected: string): string =>
  `K ${name}\n{ struct mutex a; struct mutex b; }\nioctl x() { mutex_lock(&a); mutex_lock(&b); mutex_unlock(&b); ` +
  'mutex_unlock(&a); }\nioctl y() { mutex_lock(&b); mutex_lock(&a); mutex_unlock(&a); mutex_unlock(&b); }\n' +
  `expect ${expected};\n`;
writeFileSync(join(folder, 'docs/deep/two.litmus'), two('TWO', 'deadlock'));
writeFileSync(join(folder, 'docs/hopes.litmus'), two('HOPES', 'finite'));

/** A script of a step, run by bash as the runner does, with this command line. */
function ran(
  script: string,
  files: string,
  args = '',
): { code: number | null; out: string; output: string } {
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GITHUB_OUTPUT: output,
      FF_FILES: files,
      FF_ARGS: args,
      FF_RUN: `${process.execPath} --import ${join(root, 'node_modules/tsx/dist/esm/index.mjs')} ${join(root, 'src/cli/main.ts')}`,
    },
  });
  return { code: status, out: stdout + stderr, output: readFileSync(output, 'utf8') };
}

describe('action.yml', () => {
  test('its step takes every input by the environment, and none by its text', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps.length).toBe(1);
    expect(step.shell).toBe('bash');
    expect(step.run).not.toContain('${{');
    for (const name of Object.keys(action.inputs))
      expect(Object.values(step.env).join(' ')).toContain(`inputs.${name}`);
  });

  test('it checks what the patterns name, writes annotations and counts', () => {
    const all = ran(step.run, 'docs/good.json\ndocs/deep/*.litmus\n');
    expect(all).toMatchObject({ code: 0, output: 'files=2\n' });

    const bad = ran(step.run, 'docs/bad*.json\n');
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/^::error /m);
    expect(bad.output).toBe('files=1\n');

    const threads = ran(step.run, 'docs/*.litmus');
    expect(threads.code).toBe(1);
    expect(threads.out).toMatch(
      /^::error file=docs\/hopes.litmus,line=\d+,[^]*HOPES: [^]*deadlock/m,
    );
  });

  test('bad input outweighs a problem, and files that are not there are bad input', () => {
    expect(ran(step.run, 'docs/broken.json\ndocs/deep/*.litmus').code).toBe(2);
    const none = ran(step.run, 'nowhere/*.json');
    expect(none.code).toBe(2);
    expect(none.out).toContain("no file matches 'nowhere/*.json'");
    expect(ran(step.run, 'docs/good.json', '--max-states 10').code).toBe(3);
  });
});

describe('the component of GitLab', () => {
  const text = read('templates/finite-fence.yml');
  const { script } = job['finite-fence']!;

  test('it says every input that it uses, and no other', () => {
    const used = [...text.matchAll(/\$\[\[ inputs\.(\w+) \]\]/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(spec.spec.inputs).sort());
  });

  test('its script is that of the action, and writes test reports', () => {
    const shared = step.run.slice(0, step.run.indexOf('[ "${#descriptions[@]}"'));
    expect(shared.length).toBeGreaterThan(500);
    expect(script[0]).toContain(shared);

    const { code } = ran(script[0]!, 'docs/good.json\ndocs/bad*.json\ndocs/deep/*.litmus');
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'finite-fence-check.xml'), 'utf8')).toMatch(
      /<testsuites?[^]*failures="1"/,
    );
    expect(readFileSync(join(folder, 'finite-fence-litmus.xml'), 'utf8')).toMatch(/failures="0"/);
  });
});

test('every hook of pre-commit runs a command that there is, on files that it reads', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Readonly<
    Record<string, string>
  >[];
  expect(hooks.length).toBe(2);
  for (const { id, name, entry, language, files } of hooks) {
    for (const one of [id, name, entry, language, files]) expect(one).toBeTypeOf('string');
    const [, command] = /^finite-fence (check|litmus)$/.exec(entry!)!;
    expect(id).toBe(`finite-fence-${command!}`);
  }
  expect('my.fence.json').toMatch(new RegExp(hooks[0]!['files']!));
  expect('package.json').not.toMatch(new RegExp(hooks[0]!['files']!));
});

test.skipIf(without('pre-commit'))('pre-commit takes the hooks', () => {
  const { status, stdout, stderr } = spawnSync(
    'pre-commit',
    ['validate-manifest', join(root, '.pre-commit-hooks.yaml')],
    { encoding: 'utf8', env: { ...process.env, HOME: folder } },
  );
  expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
});

test('a schema is at the address that it names: a file of the package', () => {
  const { name, files } = JSON.parse(read('package.json')) as { name: string; files: string[] };
  for (const file of ['docs/driver.schema.json', 'docs/paths.schema.json']) {
    const { $id } = JSON.parse(read(file)) as { $id: string };
    expect($id).toBe(`https://unpkg.com/${name}/${file}`);
    expect(files).toContain(file);
  }
});
