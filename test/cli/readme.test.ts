import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import ts from 'typescript';
import { parse } from 'yaml';
import { understand } from '../../machines/description/complaints.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'finite-fence-readme-'));
mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
symlinkSync(root, join(folder, 'node_modules/finite-fence'));
symlinkSync(join(root, 'node_modules/xstate'), join(folder, 'node_modules/xstate'));
writeFileSync(
  join(folder, 'node_modules/.bin/finite-fence'),
  `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/src/cli/main.js" "$@"\n`,
  { mode: 0o755 },
);
afterAll(() => rmSync(folder, { recursive: true }));

type Block = {
  readonly at: string;
  readonly language: string;
  readonly file: string | null;
  readonly text: string;
};
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const blocks: Block[] = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm)].map((match) => ({
    at: `${page}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1]!,
    file: match[2] ?? null,
    text: match[3]!,
  }));
});
/** The commands of README itself: what they say is in package.json, and the whole of them is what runs this test. */
const ofPackage = /^npm (ci && npm start|test)\b/;

/** A command of the repository for other hosts: its script is there. */
const ofHosts = /^HOSTS=\S+ (bench\/\S+)/;

/** What a workflow of somebody else gives to one of the files that go out, and where it stands. */
function takenBy(text: string): readonly (readonly [file: string, words: readonly string[]])[] {
  type Named = Readonly<Record<string, unknown>>;
  const read = parse(text) as {
    readonly jobs?: Readonly<Record<string, { readonly steps: readonly Named[] }>>;
    readonly include?: readonly Named[];
    readonly repos?: readonly { readonly hooks: readonly { readonly id: string }[] }[];
  };
  const steps = Object.values(read.jobs ?? {}).flatMap((job) => job.steps);
  const ours = steps.filter(({ uses }) => String(uses).includes('/finite-fence@'));
  return [
    ...ours.map((step) => ['action.yml', Object.keys(step['with'] as Named)] as const),
    ...(read.include ?? []).map(
      (one) => ['templates/finite-fence.yml', Object.keys(one['inputs'] as Named)] as const,
    ),
    ...(read.repos ?? []).map(
      ({ hooks }) => ['.pre-commit-hooks.yaml', hooks.map(({ id }) => id)] as const,
    ),
  ];
}

const isTaken = (language: string, text: string): boolean =>
  language === 'yaml' && !text.includes('- run: ');

/** Everything that a workflow gives is known to the file that takes it. */
function expectTaken(text: string): void {
  const taken = takenBy(text);
  expect(taken.length).toBe(1);
  for (const [file, words] of taken)
    for (const word of words) {
      const name = new RegExp(`^\\s*(?:- id: )?${word}\\b`, 'm');
      expect(readFileSync(join(root, file), 'utf8'), `${file}: ${word}`).toMatch(name);
    }
}

const shell = (command: string): { readonly out: string; readonly status: number | null } => {
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['-c', command.replace(/^npx /, './node_modules/.bin/')],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { out: stdout + stderr, status };
};

/** Each line is a command that succeeds. */
function expectCommands(text: string): void {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const line of text.trim().split('\n')) {
    if (ofPackage.test(line))
      expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
    else if (ofHosts.test(line))
      expect(existsSync(join(root, ofHosts.exec(line)![1]!)), line).toBe(true);
    else expect(shell(line).status, line).toBe(0);
  }
}

/**
 * A file of threads that commands of the page read. Each side is as it expects, or it is bad input
 * that the page shows.
 */
function expectThreads(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
  const { out, status } = shell(`npx finite-fence litmus ${file} --json`);
  if (status === 2) {
    const shown = blocks.some((block) => block.language === 'console' && block.text.includes(out));
    expect(shown, `${out} is shown nowhere`).toBe(true);
    return;
  }
  const { files } = JSON.parse(out) as {
    files: { sides: { asExpected: boolean; stopped: unknown }[] }[];
  };
  const sides = /^[-+]/m.test(text) ? 2 : 1;
  expect(files[0]!.sides.map(({ asExpected, stopped }) => [asExpected, stopped])).toEqual(
    Array<unknown>(sides).fill([true, null]),
  );
}

/** Whether `found` is what is `shown`, where a line `...` stands for any lines. */
function shows(shown: readonly string[], lines: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first === '...')
    return lines.some((_, at) => shows(rest, lines.slice(at))) || rest.length === 0;
  return lines[0] === first && shows(rest, lines.slice(1));
}

/** What the type checker says of an adapter in the text, with a driver that has what it calls. */
function typeFaults(text: string): string[] {
  const file = join(root, 'test/cli/block.ts');
  const driver = `declare const EAGAIN: number; declare const paths: Parameters<typeof testPaths>[0];
    declare class MyDriver {
      constructor(described: unknown); close(): void; arm(i: number): void;
      exec(k: number): Promise<number>; fence(i: number): { state: string };
      locked: boolean; owner: number }`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.es2024.string.d.ts'],
    types: ['node'],
    allowImportingTsExtensions: true,
    paths: { 'finite-fence/vitest': [join(root, 'src/vitest.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, `${text}\n${driver}`, ts.ScriptTarget.ES2022)
      : read(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('every block of code in README and docs', () => {
  it('is found', () => {
    expect(blocks.length).toBeGreaterThan(20);
    const pages = new Set(blocks.map(({ at }) => at.split(':')[0]));
    for (const page of [
      'README',
      'docs/describing-a-driver',
      'docs/own-machines',
      'docs/debugging',
      'docs/threads',
      'docs/from-a-splat',
    ])
      expect(pages).toContain(`${page}.md`);
  });

  for (const { at: place, language, file, text } of blocks) {
    it(`${place} (${language})`, () => {
      if (language === 'json') {
        expect(understand(JSON.parse(text))).toHaveProperty('described');
        writeFileSync(join(folder, file!), text);
      } else if (language === 'sh') {
        expectCommands(text);
      } else if (language === 'litmus') {
        expectThreads(file!, text);
      } else if (language === 'js' && file !== null) {
        // A module that a command of the page reads.
        writeFileSync(join(folder, file), text);
      } else if (language === 'js') {
        writeFileSync(join(folder, 'block.mjs'), text);
        const { out, status } = shell(`"${process.execPath}" --preserve-symlinks block.mjs`);
        const promised = [...text.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(
          (found) => found[1]!,
        );
        expect({ out, status }).toEqual({ out: `${promised.join('\n')}\n`, status: 0 });
      } else if (language === 'console') {
        const runs = text
          .split(/^\$ /m)
          .slice(1)
          .map((run) => run.trimEnd().split('\n'));
        expect(runs.length).toBeGreaterThan(0);
        for (const [command, ...shown] of runs) {
          const lines = shell(command!)
            .out.trimEnd()
            .split('\n')
            .filter((line, index, all) => all.length > 1 || line !== '');
          expect(
            shows(shown, lines) ? '' : lines.join('\n'),
            `${command} does not print what ${place} shows`,
          ).toBe('');
        }
      } else if (isTaken(language, text)) {
        expectTaken(text);
      } else if (language === 'yaml') {
        const runs = [...text.matchAll(/- run: (.*)$/gm)].map((found) => found[1]!);
        expect(
          runs.filter((run) => run.startsWith('npx finite-fence')).length,
        ).toBeGreaterThanOrEqual(3);
        writeFileSync(
          join(folder, 'driver.json'),
          JSON.stringify({ driver: 'mine', options: ['preempt'] }),
        );
        expect(
          shell('npx finite-fence paths driver.json --cover clauses,transitions --out paths')
            .status,
        ).toBe(0);
        for (const run of runs) if (run !== 'npm ci') expect(shell(run).status, run).toBe(0);
      } else if (language === 'ts') {
        expect(typeFaults(text)).toEqual([]);
        expect(typeFaults(text.replace('setUp', 'setup'))).not.toEqual([]);
      } else expect.unreachable(`${place}: nobody runs a block of ${language}`);
    });
  }
});
