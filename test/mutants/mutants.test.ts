import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { callsDigest, noticedAgain } from './calls.ts';
import { noticedByKernel, suites } from './kernel.ts';
import { mutationPage, retry, type Score } from './mutation.ts';
import { budget, digest, everyMutant, named, subjects } from './score.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
/** Of a table of section 13 of the facts: what was asked for, and the mutants that stand for it. */
const asked = JSON.parse(read('../data/mutants.json')) as readonly {
  readonly asked: string;
  readonly starred: boolean;
  readonly mutants: readonly string[];
}[];
const stored = JSON.parse(read('../../docs/mutation.json')) as Score & { readonly schema: number };
const survivors = stored.dropped
  .filter(({ killer }) => killer === null)
  .map(({ kind, name }) => `${kind} ${name}`);

describe('what was broken on purpose', () => {
  test('every mutant that was asked for is there, with its star', () => {
    expect(asked.length).toBe(21);
    const there = new Map(everyMutant.map((one) => [one.name, one]));
    expect(there.size).toBe(everyMutant.length);
    for (const { asked: what, starred, mutants } of asked)
      for (const name of mutants)
        expect(there.get(name)?.starred, `${what}: ${name}`).toBe(starred);
    expect(asked.filter(({ starred }) => starred).length).toBe(9);
  });
  test('every one is noticed by the litmus that is named for it; its good twin differs in that alone', () => {
    const byName = new Map(gallery.map((one) => [one.name, one]));
    for (const { name, killedBy } of everyMutant) {
      const killer = byName.get(killedBy);
      expect(killer?.expect.verdict, `${name}: ${killedBy}`).not.toBe('finite');
      expect(byName.get(killer!.twin)?.expect.verdict, `${name}: ${killer!.twin}`).toBe('finite');
    }
  });
  test('a litmus that notices an upstream bug says in its name which, and notices no other', () => {
    const starred = everyMutant.filter((one) => one.starred);
    expect(starred.length).toBeGreaterThanOrEqual(14);
    expect(new Set(starred.map(({ killedBy }) => killedBy)).size).toBe(starred.length);
    const says: Readonly<Record<string, RegExp>> = {
      'double-unpin': /double-unpin/,
      'mode_sem given back twice': /double-release/,
      'fork and close evict the parent': /fork-close/,
      'pinned-at-release': /pinned-at-release/,
      'panthor-heap-grow': /PANTHOR-HEAP-GROW/,
      'mmput-in-handler': /^MMPUT/,
      'run-job-takes-regulator-or-devfreq-mutex': /RUN-JOB.*regulator-or-devfreq-mutex/,
      'userq_mutex in the eviction worker': /USERQ.*mutex-again/,
      'NULL ops in a tracepoint': /TRACE.*ops-cleared/,
    };
    const named = asked.filter((one) => one.starred).flatMap(({ mutants }) => mutants);
    expect(Object.keys(says).sort()).toEqual([...named].sort());
    for (const name of named)
      expect(starred.find((one) => one.name === name)!.killedBy).toMatch(says[name]!);
  });
  test('the shortest runs that are stored are those that are found', () => {
    expect(stored.named.length).toBe(everyMutant.length);
    expect(
      stored.named.filter(({ run, verdict }) => run.length === 0 || verdict === 'finite'),
    ).toEqual([]);
    expect(named()).toEqual(stored.named);
  });
});

describe('what was left out of calls of threads', () => {
  const { calls } = stored as Required<Score>;
  test('docs/mutation.json is of the calls and files that there are; npm run mutants -- calls writes it', () => {
    expect(calls.digest).toBe(callsDigest());
    expect(calls.dropped.length).toBeGreaterThan(450);
    expect(calls.files).toBeGreaterThan(290);
  });
  test('no more is noticed by nobody than is known', () => {
    const unnoticed = calls.dropped.filter(
      ({ name, kind, killer }) => killer === null && !(kind === 'call' && givesOtherwise(name)),
    );
    // docs/limits.md says which they are.
    expect(unnoticed.length).toBeLessThanOrEqual(85);
    /** A call that does nothing is noticed with one of the values that it may give. */
    function givesOtherwise(name: string): boolean {
      const call = name.replace(/: .*/, ': nothing');
      return calls.dropped.some((one) => one.name.startsWith(call) && one.killer !== null);
    }
  });
  test('who noticed a changed call notices it again: one in six', () => {
    const noticed = calls.dropped.filter(({ killer }) => killer !== null);
    expect(noticed.length).toBeGreaterThan(300);
    for (const one of noticed.filter((_, at) => at % 6 === 0))
      expect(noticedAgain(one), one.name).toEqual(one.killer);
  });
});

describe('what was left out', () => {
  test('docs/mutation.json is of the systems and mutants that there are; npm run mutants writes it', () => {
    expect([stored.schema, stored.asked, stored.digest]).toEqual([1, subjects.length, digest()]);
    expect(stored.dropped.length).toBeGreaterThan(2000);
  });
  test('who noticed a clause or piece in a small system notices it again', () => {
    const small = new Map(
      subjects
        .filter(({ name }) => gallery.find((one) => one.name === name)!.expect.states <= 150)
        .map((one) => [one.name, one]),
    );
    const again = stored.dropped.filter(
      ({ killer }) => killer?.by === 'verdict' && small.has(killer.system),
    );
    expect(again.length).toBeGreaterThan(700);
    for (const one of again)
      expect(retry(small.get(one.killer!.system)!, one, budget), `${one.kind} ${one.name}`).toEqual(
        one.killer,
      );
  });
  test('what goes against a suite on the kernel does so again: one in three', () => {
    const seen = stored.dropped.filter(({ killer }) => killer?.by === 'kernel');
    expect(seen.length).toBeGreaterThan(60);
    for (const one of seen.filter((_, at) => at % 3 === 0))
      expect(noticedByKernel(one), `${one.kind} ${one.name}`).toEqual(one.killer);
  });
  test('a suite counts whose run stands in docs/kernel-bench.md: most of them', () => {
    expect(suites().length).toBeGreaterThanOrEqual(12);
    const counted = new Set(suites().map(({ id }) => id));
    for (const { killer } of stored.dropped)
      if (killer?.by === 'kernel') expect([...counted]).toContain(killer.system);
  });
  test('docs/limits.md explains what nobody notices: all of it, and nothing else', () => {
    const section =
      /\n## What nobody notices\n([\s\S]*?)(?=\n## |$)/.exec(read('../../docs/limits.md'))?.[1] ??
      '';
    const explained = [...section.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    expect(explained.filter((name, at) => explained.indexOf(name) !== at)).toEqual([]);
    expect([...explained].sort()).toEqual([...survivors].sort());
  });
  test('the page has a line for each', () => {
    const page = mutationPage(stored).split('\n');
    expect(page.filter((line) => line.startsWith('| ')).length).toBeGreaterThanOrEqual(
      stored.named.length + stored.dropped.length - survivors.length,
    );
    expect(page.filter((line) => line.startsWith('- ')).length).toBe(survivors.length);
  });
});
