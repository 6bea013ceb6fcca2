import { Command } from 'commander';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsCommand } from '../../src/cli/paths/paths.ts';

/** What the command prints. */
function run(...args: readonly string[]): string {
  let printed = '';
  const command = new Command().exitOverride();
  pathsCommand(
    command,
    {
      out: (text: string) => {
        printed += text;
      },
      err: () => undefined,
      terminal: false,
    } as never,
    () => undefined,
  );
  command.parse(['paths', ...args], { from: 'user' });
  return printed;
}

test('a format of one text a file goes to standard output', () => {
  expect(run('reserve-static', '--format', 'mermaid')).toMatch(
    /^# reserve-static clauses\n[^]*```mermaid\nsequenceDiagram\n/,
  );
});

test.each(['kunit', 'igt'])('%s: what is filled in stays when cases are made again', (format) => {
  const dir = mkdtempSync(join(tmpdir(), 'formats-'));
  const made = (end: string): string => join(dir, `reserve-static.clauses.${format}${end}`);
  try {
    const words = ['reserve-static', '--format', format, '--out', dir];
    run(...words);
    const cases = readFileSync(made('.c'), 'utf8');
    expect(cases).toContain(format === 'kunit' ? 'kunit_test_suite(' : 'igt_main');
    writeFileSync(made('.steps.c'), '/* filled in */\n');
    writeFileSync(made('.c'), '/* out of date */\n');
    run(...words);
    expect(readFileSync(made('.steps.c'), 'utf8')).toBe('/* filled in */\n');
    expect(readFileSync(made('.c'), 'utf8')).toBe(cases);
    expect(cases).not.toContain('not written yet');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a format of several texts wants a directory, and is written there', () => {
  expect(() => run('reserve-static', '--format', 'vitest')).toThrow(
    '--format vitest makes several files; give --out',
  );
  const dir = mkdtempSync(join(tmpdir(), 'formats-'));
  try {
    run('reserve-static', '--cover', 'clauses', '--format', 'vitest', '--out', dir);
    run('reserve-static', '--cover', 'clauses', '--format', 'junit', '--out', dir);
    expect(readdirSync(dir).sort()).toEqual([
      'reserve-static.clauses.adapter.ts',
      'reserve-static.clauses.json',
      'reserve-static.clauses.test.ts',
      'reserve-static.clauses.types.ts',
      'reserve-static.clauses.xml',
    ]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('an unknown format is refused with those that there are', () => {
  for (const name of ['pdf', 'constructor'])
    expect(() => run('reserve-static', '--format', name)).toThrow(
      /json, vitest, mermaid, igt, kunit, junit/,
    );
});
