import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const root = new URL('../..', import.meta.url).pathname;
const npm = (cwd: string, ...words: string[]): string =>
  execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

export type Packed = {
  /** What would be published. */
  readonly tarball: string;
  /** A project that has installed it, with XState, TypeScript and Vitest of the versions that are tested here. */
  readonly project: string;
};
declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed;
  }
}

/**
 * Builds afresh, so that no file of an earlier build is packed; packs; installs the tarball into a
 * project of its own.
 */
export function pack(folder: string): Packed {
  const [source, project] = [join(folder, 'source'), join(folder, 'project')];
  mkdirSync(source);
  mkdirSync(project);
  execFileSync(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(root, 'tsconfig.build.json'),
    '--outDir',
    join(source, 'dist'),
    '--incremental',
    'false',
    '--tsBuildInfoFile',
    'null',
  ]);
  // All that `files` of package.json may choose from, besides the build.
  for (const name of [
    'package.json',
    'README.md',
    'LICENSE',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs',
    'machines',
  ])
    cpSync(join(root, name), join(source, name), { recursive: true });
  npm(source, 'pack', '--ignore-scripts', '--pack-destination', folder);
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz'))!,
  );
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'somebody', private: true, type: 'module' }),
  );
  npm(
    project,
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    tarball,
    ...['xstate', '@xstate/test', 'typescript', 'vitest', '@types/node'].map(
      (name) => `${name}@${versionOf(name)}`,
    ),
  );
  return { tarball, project };
}

export default function setUp({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-package-'));
  provide('packed', pack(folder));
  return () => {
    rmSync(folder, { recursive: true });
  };
}
