import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentVerdict } from '../../src/judge/earlier-verdict.ts';
import type { VerdictJson } from '../../src/judge/verdict-json.ts';
import type { PathFile } from '../../src/paths/path.ts';
import { readPathFile } from '../../src/paths/replay.ts';
import { cli, file } from './in-process.ts';

/** Files that version 0.1 wrote. */
const folder = join(import.meta.dirname, '../data/schema-1');
const old = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const stuck = { driver: 'stuck', options: ['flush'], without: ['flush/held-until-published'] };

/**
 * The same as version 0.2 has it where its model says something else: reclaim under a repair is a
 * part of the page fault worker, no actor of its own.
 */
const asModelledNow = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, modelledNow).replaceAll(
      '"actor":"reclaim[1]"',
      '"actor":"fault_worker[1]"',
    ),
  ) as T;

/** A page fault is what hardware does; what recovery owes is asked too, and reclaim is no actor. */
function modelledNow(key: string, value: unknown): unknown {
  if (Array.isArray(value))
    return value.filter(
      (item) => item !== 'reclaim acts' && !(key === 'needs' && item === 'recovery acts'),
    );
  const step = value as { readonly actor?: string; readonly step?: string } | null;
  const isFault = step?.actor === 'user' && step.step?.startsWith('fault_raised') === true;
  return isFault ? { ...step, actor: 'hardware_event' } : value;
}

/** Every key of JSON, wherever it stands. */
function keysIn(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const below = Object.values(value).flatMap((one) => [...keysIn(one)]);
  return new Set([...(Array.isArray(value) ? [] : Object.keys(value)), ...below]);
}

describe('the files of version 0.1', () => {
  it('are there, are of schema 1, and speak of rules', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(names).toHaveLength(4);
    for (const name of names)
      expect(old(name), name).toMatchObject({ schema: 1, version: '0.1.0' });
    for (const name of ['stuck.verdict.json', 'preempt.rules.json', 'flush.clauses.json'])
      expect([name, keysIn(old(name)).has('rule')]).toEqual([name, true]);
  });
});

describe('a verdict of schema 1', () => {
  it('becomes what is printed now, but for what is new, and digests', async () => {
    const { out } = await cli('check', file(stuck), '--json');
    const now = asModelledNow(JSON.parse(out) as VerdictJson);
    const converted = asModelledNow(currentVerdict(old('stuck.verdict.json')) as VerdictJson);
    expect(converted.schema).toBe(2);
    expect(keysIn(converted).has('rule')).toBe(false);
    expect(converted.promises.map(({ name, run, waits }) => ({ name, run, waits }))).toEqual(
      now.promises.map(({ name, run, waits }) => ({ name, run, waits })),
    );
    const shared = Object.keys(converted).filter((key) => key !== 'digest' && key !== 'version');
    for (const key of shared)
      expect([key, converted[key as keyof VerdictJson]]).toEqual([
        key,
        now[key as keyof VerdictJson],
      ]);
  });

  it('is a baseline: nothing has changed, and what has is told', async () => {
    const baseline = join(folder, 'stuck.verdict.json');
    const same = await cli('check', file(stuck), '--baseline', baseline);
    expect([same.code, same.err]).toEqual([0, '']);
    const mended = await cli(
      'check',
      file({ driver: 'stuck', options: ['flush'] }),
      '--baseline',
      baseline,
    );
    expect(mended.code).toBe(1);
    expect(mended.err).toMatch(/stuck: fence-signals\[1\]: was deadlock, is finite\n/);
  });

  it('is replayed, and its digest is not compared', async () => {
    const run = join(folder, 'stuck.verdict.json');
    const { code, out } = await cli('replay', run, '--in', file(stuck));
    expect(code).toBe(0);
    expect(out).toMatch(/goes through; it is pending at the end/);
    expect(out).not.toContain('the runs were made in');
  });

  it.each([3, 0, '1', null])('but not of schema %j', async (schema) => {
    const before = file({ ...(old('stuck.verdict.json') as object), schema });
    const { code, err } = await cli('check', file(stuck), '--baseline', before);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/found schema .*, which is neither 1 nor 2/),
    ]);
    for (const line of err.split('\n')) expect(line.length - before.length).toBeLessThan(160);
  });
});

describe('a path file of schema 1', () => {
  it.each([
    ['preempt.rules.json', 'preempt', 'steps'],
    ['flush.clauses.json', 'flush', 'clauses'],
  ])('%s is the file that is made now, but for its digest', async (name, option, cover) => {
    const now = JSON.parse(
      (await cli('paths', option, '--cover', cover, '--refusals', 'clauses')).out,
    ) as PathFile;
    const converted = asModelledNow(readPathFile(old(name)));
    // Laws that are refused on the way are new in schema 2.
    const plain = ({ systems, version: _, refusals: __, paths, ...rest }: PathFile) => ({
      ...rest,
      paths: paths.map(({ refused: ___, ...path }) => path),
      systems: Object.values(systems).map(({ initial, described }) => ({ initial, described })),
    });
    expect(plain(converted)).toEqual(plain(now));
    expect(keysIn(converted).has('rule')).toBe(false);
  });

  it('is checked where it lies, and kept by what is made anew', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'finite-fence-schema-1-'));
    for (const name of ['preempt.rules.json', 'flush.clauses.json'])
      copyFileSync(join(folder, name), join(dir, name));
    expect(await cli('paths', '--check', dir)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ paths in 2 files: all fit\.\n$/) as string,
    });
    const out = join(dir, 'now');
    expect(
      (await cli('paths', 'preempt', '--cover', 'rules', '--keep', dir, '--out', out)).code,
    ).toBe(0);
    const kept = JSON.parse(readFileSync(join(out, 'preempt.steps.json'), 'utf8')) as PathFile;
    expect(kept.schema).toBe(2);
    expect(kept.paths.map(({ id }) => id)).toEqual(
      (old('preempt.rules.json') as PathFile).paths.map(({ id }) => id),
    );
  });

  it('is refused where somebody edited it', async () => {
    const edited = old('preempt.rules.json') as { paths: { steps: { rule: string }[] }[] };
    edited.paths[0]!.steps[2]!.rule = 'schedule[1]';
    const dir = mkdtempSync(join(tmpdir(), 'finite-fence-schema-1-'));
    writeFileSync(join(dir, 'preempt.rules.json'), JSON.stringify(edited));
    expect(await cli('paths', '--check', dir)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/step 3: 'schedule\[1\]' does not bear the seal/) as string,
    });
  });
});
