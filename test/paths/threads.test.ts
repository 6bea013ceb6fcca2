import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readThreads } from '../../src/judge/threads.ts';
import { suiteOf } from '../../src/judge/suite-of.ts';
import type { PathFile } from '../../src/paths/path.ts';
import { follow, stepsByName } from '../../src/system/run.ts';
import { refusal } from '../../src/system/program.ts';
import { cli } from '../cli/in-process.ts';

const text = `K TWO+a-lock-and-a-completion
{
	struct mutex a;
	struct completion c;
}
ioctl waits() {
-	mutex_lock(&a);
	wait_for_completion(&c);
+	mutex_lock(&a);
	mutex_unlock(&a);
}
kthread completes() {
	mutex_lock(&a);
	complete(&c);
	mutex_unlock(&a);
}
`;
const folder = mkdtempSync(join(tmpdir(), 'finite-fence-'));
const twin = join(folder, 'two.litmus');
writeFileSync(twin, text);

const suite = async (...argv: readonly string[]): Promise<PathFile> => {
  const { code, out, err } = await cli('paths', ...argv);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as PathFile;
};

/** Each try of a file, with the state in which it is made. */
const tries = (file: PathFile, side: string) =>
  file.paths.flatMap((path) => {
    const { program } = readThreads(`two.litmus:${side}`, text);
    const { states } = follow(
      program,
      path.steps.map(({ step }) => step),
      program.initial,
    );
    return (path.refused ?? []).flatMap(({ step, after, until }) =>
      states.slice(after, until).map((state) => ({ step, state, program })),
    );
  });

describe('paths of a file of threads', () => {
  test('a suite for edges says each step as thread, call and line', async () => {
    const file = await suite(`${twin}:before`);
    expect(file.cover).toBe('edges');
    expect(file.coverage.covered).toBe(file.coverage.targets);
    const said = file.paths.flatMap(({ steps }) => steps.map((step) => step.said));
    expect(said).toContainEqual({ thread: 'waits', call: 'mutex_lock(&a)', line: 7 });
    expect(said.every((one) => one !== undefined && one.line > 0)).toBe(true);
  });

  test('what is tried is a call in which its thread stands and has to wait', async () => {
    // Before: for the lock in either thread, and for the completion. After: only `waits` waits.
    const waits = { before: 3, after: 2 };
    for (const [side, calls] of Object.entries(waits)) {
      const all = tries(await suite(`${twin}:${side}`), side);
      expect(new Set(all.map(({ step }) => step)).size).toBe(calls);
      for (const { step, state, program } of all) {
        const found = stepsByName(program).get(step)!;
        expect(refusal(program, found, state)).not.toBeNull();
        const thread = found.moves[0]!;
        const { next, events } = program.tables[program.parts[thread.part]!.table]!;
        const takes = next[state[thread.part]! * events.length + thread.event]!;
        expect(takes).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test.each(['igt', 'kunit', 'mermaid'])('%s says the calls', async (format) => {
    const out = mkdtempSync(join(tmpdir(), 'finite-fence-'));
    const { code } = await cli('paths', `${twin}:after`, '--format', format, '--out', out);
    expect(code).toBe(0);
    const ends = { igt: '.txt', kunit: '.kunit.c', mermaid: '.md' };
    const made = readFileSync(
      join(out, `two.litmus-after.edges${ends[format as keyof typeof ends]}`),
      'utf8',
    );
    expect(made).toMatch(/waits(:|#58;) mutex_lock\((&|#38;)a\) \(9\)/);
    expect(made).toMatch(/[Mm]ust (be refused or )?wait/);
    expect(made).not.toMatch(/Try \w+_\d/);
  });

  test('paths that were written fit, and no longer when the file is changed', async () => {
    const [own, out] = [join(folder, 'changes.litmus'), mkdtempSync(join(tmpdir(), 'ff-'))];
    writeFileSync(own, text);
    await cli('paths', `${own}:before`, '--cover', 'steps', '--out', out);
    expect((await cli('paths', '--check', out)).code).toBe(0);

    writeFileSync(own, text.replace('-\tmutex_lock(&a);', '-\tmutex_trylock(&a);\n'));
    const changed = await cli('paths', '--check', out);
    expect([changed.code, changed.err.split('\n').length]).toEqual([2, 2]);
    writeFileSync(own, text.replaceAll('complete(&c)', 'complete_all(&c)'));
    expect((await cli('paths', '--check', out)).code).toBe(1);
  });

  test('a suite of the package is the command’s', async () => {
    const file = await suite(`${twin}:after`, '--cover', 'pairs');
    const made = suiteOf(readThreads('two.litmus:after', text), 'pairs');
    expect(made.paths).toEqual(file.paths.map((path) => ({ ...path, system: 'two.litmus:after' })));
    expect(made.refusals).toEqual(file.refusals);
  });

  test.each([
    [[twin], ' it is a twin: say which side, :before or :after behind its name'],
    [[`${twin}:befor`], "unknown side 'befor'; did you mean 'before'?"],
    [[`${folder}/none.litmus`], 'there is no such file'],
    [[`${twin}:after`, '--cover', 'clauses'], 'so it has no clause; try --cover steps'],
    [[`${twin}:after`, '--cover', 'fault-answers'], 'try --cover faults'],
    [[`${twin}:after`, '--to', 'waits=at_99'], "unknown state of waits 'at_99'"],
    [[`${twin}:after`, '--to', 'wait=at_9'], "unknown part 'wait'; did you mean 'waits'?"],
  ])('%j is refused in one line', async (argv, line) => {
    const { code, out, err } = await cli('paths', ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
