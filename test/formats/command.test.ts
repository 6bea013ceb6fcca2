import { Command } from 'commander';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
  expect(run('reserve-static', '--format', 'kunit')).toContain(
    'kunit_test_suite(finite_fence_reserve_static_clauses);',
  );
});

test('a format of several texts wants a directory, and is written there', () => {
  expect(() => run('reserve-static', '--format', 'vitest')).toThrow(
    '--format vitest makes several files; give --out',
  );
  const dir = mkdtempSync(join(tmpdir(), 'formats-'));
  try {
    run('reserve-static', '--format', 'vitest', '--out', dir);
    run('reserve-static', '--format', 'junit', '--out', dir);
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
