import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alternatives } from '../../machines/description/alternatives.ts';
import type { Described } from '../../machines/description/description.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { driverIds, optionOf } from '../../machines/description/ids.ts';
import { systemOf } from '../../machines/description/system.ts';
import { verdictOf } from '../../src/check/assess.ts';
import type { Verdict } from '../../src/check/finding.ts';
import * as each from '../../machines/drivers/each.ts';
import { exit } from '../../src/text/exit.ts';
import { worstAlternative } from '../../src/judge/judge.ts';
import type { VerdictJson } from '../../src/judge/verdict-json.ts';
import { search } from '../../src/explore/search.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { cli } from '../cli/in-process.ts';

describe('the shipped drivers', () => {
  it('are those that the words of descriptions name', () => {
    const written = Object.values(each).map(({ driver }) => driver);
    expect(written.toSorted()).toEqual(driverIds.toSorted());
  });

  it('are all named in docs/commands.md', () => {
    const commands = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
    expect(commands).toContain(`that come with this package: ${driverIds.join(', ')}.`);
  });

  it.each(drivers.map((one) => [one.driver, one] as const))(
    '%s cites a file for every choice',
    (_, { driver: __, about, cites, expect: ___, $schema: ____, ...facts }) => {
      expect(about).toBeTruthy();
      const choices = Object.keys(facts).filter(
        (field) => !['options', 'uses', 'hazards', 'without', 'variants'].includes(field),
      );
      for (const choice of [
        ...choices,
        ...(facts.options ?? []),
        ...(facts.uses ?? []),
        ...(facts.hazards ?? []),
      ])
        expect(cites, choice).toHaveProperty([choice]);
      for (const [choice, { file, says }] of Object.entries(cites!)) {
        expect(file, choice).toMatch(/^(drivers|include|Documentation|mm|kernel)\//);
        expect(says.length, choice).toBeGreaterThan(10);
        if (choice.includes('/'))
          expect([...(facts.options ?? []), ...(facts.uses ?? [])]).toContain(optionOf(choice));
      }
    },
  );

  it('have the verdicts that their files expect, and are what check alone checks', async () => {
    const { code, out, err } = await cli('check', '--json');
    expect({ code, err }).toEqual({ code: exit.asExpected, err: '' });
    const verdictJsons = JSON.parse(out) as readonly VerdictJson[];
    expect(verdictJsons.map(({ driver, verdict }) => [driver, verdict])).toEqual(
      drivers.map((one) => [one.driver, one.expect ?? 'finite']),
    );
    verdictJsons.forEach(({ promises, alternatives }, at) => {
      expect(promises.filter(({ pending }) => pending === 0)).toEqual([]);
      expect(alternatives.length > 1).toBe(Object.values(drivers[at]!).includes('unknown'));
    });
  });

  it('say which law keeps an invariant, and not only which keeps a promise', async () => {
    const { out } = await cli('check', 'xe-fault-mode');
    expect(out).toContain('engine-group/fences-before-fault-job');
    expect(out).toContain('engine-group/suspended-before-visible');
    expect(out).not.toContain('engine-group/readers-queue');
  });

  it('are as large as docs/limits.md says', () => {
    const limits = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
    const rows = [
      ...limits.matchAll(
        /^\| ([\w-]+)(?: \([^)]*\))?(, without another device)? \| ([\d,]+) \| ([\d,]+) \| [\d,]+ \|$/gm,
      ),
    ];
    expect(rows.length).toBe(10);
    for (const [, name, without, states, edges] of rows) {
      const { description } = alternatives(drivers.find(({ driver }) => driver === name)!)[0]!;
      const graph = search(
        withoutRecovery(
          systemOf(without === undefined ? description : { ...description, foreignDevice: false }),
        ),
        { states: 100_000 },
      );
      expect([
        name,
        without,
        graph.size.toLocaleString('en'),
        graph.edges.toLocaleString('en'),
      ]).toEqual([name, without, states, edges]);
    }
  });

  it('use what each of them is known for', () => {
    expect(
      Object.fromEntries(
        drivers.filter(({ uses }) => uses !== undefined).map(({ driver, uses }) => [driver, uses]),
      ),
    ).toEqual({
      'xe-fault-mode': ['engine-group'],
      'xe-long-running': ['preempt-fence'],
      'xe-dma-fence': ['dynamic-import', 'shrinker'],
      i915: ['shrinker'],
      amdkfd: ['eviction-fence'],
      amdgpu: ['dynamic-import'],
      'amdgpu-userq': ['user-queues'],
      amdxdna: ['userptr'],
      nouveau: ['svm'],
      msm: ['shrinker'],
      panfrost: ['shrinker', 'tiler-heap'],
      panthor: ['shrinker', 'tiler-heap'],
      'mlx5-odp': ['odp'],
      'mlx5-mr': ['memory-region'],
    });
  });

  it('are as good without what they use, those that are finite', () => {
    const finite = drivers.filter(
      ({ expect, uses }) => (expect ?? 'finite') === 'finite' && uses !== undefined,
    );
    expect(finite.map(({ driver }) => driver)).toEqual(['xe-fault-mode', 'msm', 'mlx5-odp']);
    // The engine group is flush: without it nothing is left that makes xe finite.
    for (const { uses: _, cites: __, ...one } of finite)
      expect(
        worst(one.driver === 'xe-fault-mode' ? { ...one, options: ['flush'] } : one),
        one.driver,
      ).toBe('finite');
    const {
      uses: _,
      cites: __,
      ...bare
    } = drivers.find(({ driver }) => driver === 'xe-fault-mode')!;
    expect(worst(bare)).toBe('deadlock');
  });

  it('heaps that grow without blocking make finite, those whose heap is what is wrong', () => {
    for (const name of ['panthor', 'panfrost']) {
      const { hazards: _, cites: __, ...one } = drivers.find(({ driver }) => driver === name)!;
      expect(worst({ ...one, arbitration: 'in-turn', submission: 'fifo' })).toBe('finite');
    }
  });

  it('that are unbounded would be finite if the hardware took turns and jobs kept their order', () => {
    const unbounded = drivers.filter((one) => one.expect === 'unbounded');
    expect(unbounded.length).toBeGreaterThan(0);
    for (const one of unbounded)
      expect(worst({ ...one, arbitration: 'in-turn', submission: 'fifo' }), one.driver).toBe(
        'finite',
      );
  });
});

const worst = (described: Described): Verdict =>
  verdictOf(worstAlternative(described, { states: 1e6 }).worst.program, { states: 1e6 });
