import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const { tarball, project } = inject('packed');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

test('publint finds nothing', () => {
  const { stdout, stderr, status } = spawnSync(bin('publint'), ['run', tarball, '--strict'], {
    encoding: 'utf8',
  });
  expect(stdout + stderr).toContain('All good!');
  expect(status).toBe(0);
});

test('the types of every entry resolve for Node and for bundlers', () => {
  const { stdout, status } = spawnSync(
    bin('attw'),
    [tarball, '--profile', 'esm-only', '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  expect(status).toBe(0);
  const { analysis } = JSON.parse(stdout) as {
    analysis: {
      entrypoints: Record<
        string,
        { resolutions: Record<string, { resolution?: { fileName: string } }> }
      >;
    };
  };
  expect(Object.keys(analysis.entrypoints)).toEqual([
    '.',
    './machines',
    './drivers',
    './vitest',
    './package.json',
  ]);
  for (const [name, { resolutions }] of Object.entries(analysis.entrypoints))
    for (const kind of ['node16-esm', 'bundler'])
      expect(resolutions[kind]?.resolution?.fileName, `${name} for ${kind}`).toMatch(
        /\.d\.ts$|package\.json$/,
      );
});

const packedFiles = (): string[] =>
  execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((name) => name.replace(/^package\//, ''));

test('what is packed is the build, the threads, the schemas and the papers', () => {
  const files = packedFiles();
  expect(files.length).toBeGreaterThan(300);
  expect(files).toEqual(
    expect.arrayContaining([
      'package.json',
      'README.md',
      'LICENSE',
      'CONTRIBUTING.md',
      'docs/architecture.md',
      'docs/driver.schema.json',
      'docs/paths.schema.json',
      'dist/src/cli/main.js',
    ]),
  );
  expect(
    files.filter(
      (name) =>
        !new RegExp(
          String.raw`^(?:package\.json|README\.md|LICENSE|CONTRIBUTING\.md|CHANGELOG\.md|` +
            String.raw`machines\/litmus\/[\w./-]+\.(?:litmus|json)|` +
            String.raw`docs\/[\w.-]+\.md|docs\/pictures\/[\w.-]+\.svg|docs\/[\w.]+\.schema\.json|` +
            String.raw`dist\/(?:src|machines)\/[\w./-]+\.(?:js|d\.ts))$`,
        ).test(name),
    ),
  ).toEqual([]);
  expect(statSync(tarball).size).toBeLessThan(1_500_000);
});

test('every file of threads is packed, with the descriptions that it names', () => {
  const threads = readdirSync(join(root, 'machines/litmus'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:litmus|json)$/.test(name))
    .map((name) => `machines/litmus/${name}`);
  expect(threads.length).toBeGreaterThan(250);

  const packed = packedFiles().filter((name) => name.startsWith('machines/'));
  expect(packed.sort()).toEqual(threads.sort());
});

test('the installed command judges packed threads beside a driver', () => {
  const folder = join(project, 'node_modules/finite-fence/machines/litmus/threads/beside');
  const command = join(project, 'node_modules/finite-fence/dist/src/cli/main.js');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [command, 'litmus', join(folder, 'lock-in-repair.litmus')],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout).toContain('deadlock');
  expect(status).toBe(0);
});
