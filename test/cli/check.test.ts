import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alternatives } from '../../machines/description/alternatives.ts';
import { story, type Described } from '../../machines/description/description.ts';
import { replay, verdicts } from '../../src/check/finding.ts';
import { systemOf } from '../../machines/description/system.ts';
import type { VerdictJson } from '../../src/judge/verdict-json.ts';
import { cli, file, tooWide, moduleWithLoop } from './in-process.ts';

const driver = 'x';
const bad = { driver, options: ['preempt'], without: ['preempt/while-faulted'] };
const good = { driver, options: ['preempt'] };
const json = async (
  content: unknown,
  ...more: readonly string[]
): Promise<{ code: number; data: VerdictJson }> => {
  const { code, out } = await cli('check', file(content), '--json', ...more);
  return { code, data: JSON.parse(out) as VerdictJson };
};

describe('exit codes', () => {
  it.each([
    ['the story alone hangs', { driver }, 1],
    ['an option in full', good, 0],
    ['a clause left out', bad, 1],
    ['a clause left out, as expected', { ...bad, expect: 'deadlock' }, 0],
    ['finite where deadlock was expected', { ...good, expect: 'deadlock' }, 1],
    ['a deadlock where unbounded was expected', { ...bad, expect: 'unbounded' }, 1],
  ])('%s', async (_, content, code) => {
    expect((await cli('check', file(content))).code).toBe(code);
  });

  it('3 where the budget ran out, and never finite', async () => {
    for (const limit of [
      ['--max-states', '200'],
      ['--max-bytes', '10k'],
    ]) {
      const { code, data } = await json(good, ...limit);
      expect(code).toBe(3);
      expect(data.verdict).toBe('incomplete');
      expect(data.stopped).toBe(limit[0] === '--max-states' ? 'states' : 'bytes');
      expect(data.promises.map(({ verdict }) => verdict)).not.toContain('finite');
    }
    const { out } = await cli('check', file(good), '--max-states', '200');
    expect(out).toMatch(
      /^x: incomplete\n {2}The search ended early, at its limit of states: 2\d\d states/,
    );
  });

  it('1 for a deadlock that was found before the budget ran out', async () => {
    const { code, data } = await json({ driver }, '--max-states', '360');
    expect([data.stopped, data.verdict, code]).toEqual(['states', 'deadlock', 1]);
  });

  it('a problem counts for more than an answer that is missing', async () => {
    expect((await cli('check', file(good), file({ driver }), '--max-states', '372')).code).toBe(1);
  });
});

describe('--json', () => {
  it('has exactly the promised fields first, in their order', async () => {
    const { data } = await json(bad);
    const promised = [
      'schema',
      'version',
      'digest',
      'driver',
      'verdict',
      'promises',
      'states',
      'edges',
    ];
    expect(Object.keys(data).filter((key) => promised.includes(key))).toEqual(promised);
    expect([data.schema, data.driver, data.verdict]).toEqual([2, 'x', 'deadlock']);
    expect(data.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(data.promises.length).toBeGreaterThan(5);
    for (const promise of data.promises) {
      expect(Object.keys(promise)).toEqual(
        expect.arrayContaining(['name', 'verdict', 'needs', 'run', 'sealed', 'cycle', 'loop']),
      );
      expect(verdicts).toContain(promise.verdict);
    }
    const fence = data.promises.find(({ name }) => name === 'fence-signals[1]')!;
    expect(fence.cycle[0]).toBe('fence 1');
    expect(fence.cycle.at(-1)).toBe('fence 1');
    expect(fence.run.slice(0, fence.sealed!).at(-1)).toBe('reclaim_waits[1,1]');
    expect(data.remedies).toEqual([
      { what: 'keep preempt/while-faulted', change: { without: [] } },
    ]);
  });

  it('gives runs that can be replayed', async () => {
    const { data } = await json(bad);
    const program = systemOf(bad as never);
    expect(program.digest).toBe(data.digest);
    let replayed = 0;
    for (const { run, loop } of data.promises) {
      replay(program, [...run, ...loop]);
      replayed += run.length;
    }
    expect(replayed).toBeGreaterThan(20);
  });

  it('is the same, byte for byte', async () => {
    const path = file(bad);
    const [one, two] = [await cli('check', path, '--json'), await cli('check', path, '--json')];
    expect(one.out).toBe(two.out);
  });

  it('says what a finite verdict needs', async () => {
    const { data } = await json(good);
    const needs = data.promises.find(({ name }) => name === 'fence-signals[1]')!.needs;
    expect(needs).toEqual(
      expect.arrayContaining([
        'preempt/while-faulted',
        'preempt/releases-engine',
        'hardwareCan preempt-faulted',
        'signaler acts',
      ]),
    );
    expect(data.needsOf).toEqual({ fenced: 1, faulting: 1, foreignDevice: true });
  });

  it('of several is a list', async () => {
    const { out } = await cli('check', file(good), file({ ...bad, expect: 'deadlock' }), '--json');
    expect((JSON.parse(out) as VerdictJson[]).map(({ verdict }) => verdict)).toEqual([
      'finite',
      'deadlock',
    ]);
  });
});

describe('what is unknown', () => {
  it('is asked in every way, and the worst is told with what gave it', async () => {
    const { data } = await json({ ...good, compute: 'unknown', hardwareCan: 'unknown' });
    expect(data.alternatives).toHaveLength(8);
    expect(data.verdict).toBe('deadlock');
    expect(data.alternative).toEqual({ compute: 'finite', hardwareCan: ['preempt-running'] });
    const { out } = await cli(
      'check',
      file({ ...good, compute: 'unknown', hardwareCan: 'unknown' }),
    );
    expect(out.replace(/\s+/g, ' ')).toContain(
      'the first of the worst is shown: compute finite; hardwareCan [preempt-running].',
    );
  });

  it('may be every fact; the story comes first', () => {
    const facts = [
      'pageFaults',
      'compute',
      'hardware',
      'engines',
      'arbitration',
      'hardwareCan',
      'submission',
      'reclaimWaits',
      'foreignDevice',
    ];
    const ways = facts.map((fact) => alternatives({ ...good, [fact]: 'unknown' } as Described));
    expect(ways.map(({ length }) => length)).toEqual([3, 2, 2, 2, 2, 4, 2, 3, 2]);
    ways.forEach((some, at) =>
      some.forEach(({ assumed }) => expect(Object.keys(assumed)).toEqual([facts[at]])),
    );
    const everything = alternatives({
      driver,
      ...Object.fromEntries(facts.map((fact) => [fact, 'unknown'])),
    } as Described);
    expect(everything).toHaveLength(3 * 2 * 2 * 2 * 2 * 4 * 2 * 3 * 2);
    expect({ ...story, ...everything[0]!.description }).toEqual({ ...story, driver });
  });
});

describe('--baseline', () => {
  const saved = async (...contents: readonly unknown[]): Promise<string> =>
    file((await cli('check', '--json', ...contents.map((one) => file(one)))).out);

  it('passes where nothing has changed, however bad', async () => {
    expect((await cli('check', file(bad), '--baseline', await saved(bad))).code).toBe(0);
  });
  it('fails where a verdict is worse, and where it is better, and says which', async () => {
    for (const [before, now] of [
      [good, bad],
      [bad, good],
    ]) {
      const { code, err } = await cli('check', file(now), '--baseline', await saved(before));
      expect(code).toBe(1);
      expect(err).toMatch(/x: verdict: was (finite|deadlock), is (finite|deadlock)\n/);
      expect(err).toMatch(/x: fence-signals\[1\]: was (finite|deadlock), is (finite|deadlock)\n/);
    }
  });
  it('judges a driver that it does not know by itself', async () => {
    const before = await saved(good, bad);
    expect((await cli('check', file({ ...bad, driver: 'new' }), '--baseline', before)).code).toBe(
      1,
    );
    expect((await cli('check', file({ ...good, driver: 'new' }), '--baseline', before)).code).toBe(
      0,
    );
  });
  it('reads what was written to a file', async () => {
    const path = file('');
    writeFileSync(path, (await cli('check', file(good), '--json')).out);
    expect((await cli('check', file(good), '--baseline', path, '--json')).code).toBe(0);
  });
});

describe('text', () => {
  it('is 80 columns wide, whatever is told', async () => {
    const shown = [
      await cli('check', file(bad), '--verbose'),
      await cli('check', file(good), '--verbose'),
      await cli('check', '--module', moduleWithLoop()),
      await cli(
        'check',
        file({ driver, hazards: ['fence-awaits-user-fence'], options: ['preempt'] }),
      ),
      await cli('check', 'xe-long-running'),
      await cli('--help'),
      await cli('check', '--help'),
      await cli('table', '--help'),
      await cli('litmus', '--help'),
      await cli('export', '--help'),
      await cli('litmus', 'PREEMPT'),
    ];
    for (const { out } of shown) {
      expect(out.length).toBeGreaterThan(100);
      expect(tooWide(out)).toEqual([]);
    }
  });

  it('tells a deadlock: verdict, who is broken, what forbids it, the run, the cycle, what would help', async () => {
    const { out } = await cli('check', file(bad));
    expect(out).toMatch(/^x: deadlock\n {2}A dma_fence can be left hanging\./);
    const flat = out.replace(/\s+/g, ' ');
    for (const text of [
      'The same run breaks fault-answered[1]',
      'With hang recovery: only the timeout ends the wait, and the job is lost.',
      'Fences must complete in a reasonable time.',
      'memory allocations are not allowed',
      ' 9. reclaim_waits[1,1] (the page fault worker) ',
      '--- sealed: from here no run of any kind keeps fence-signals[1] ---',
      'compute job 1 (faulted)',
      'engine, held by compute job 1',
      'This alone would make it finite: keep preempt/while-faulted.',
      '422 states',
    ])
      expect(flat).toContain(text);
    expect(out.match(/The shortest run/g)).toHaveLength(1);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('f[1]');
  });

  it('tells a favour and a loop', async () => {
    expect(
      (
        await cli(
          'check',
          file({ driver, hazards: ['fence-awaits-user-fence'], options: ['preempt'] }),
        )
      ).out,
    ).toMatch(/The shortest way out, which no actor has to take: user_signals\s\(userspace\)/);
    expect((await cli('check', '--module', moduleWithLoop())).out).toMatch(
      /and then this, again and again:\n\n +\d+\. /,
    );
  });

  it('tells two like jobs once', async () => {
    const { out } = await cli('check', file({ ...bad, jobs: { fenced: 2 } }));
    expect(out.match(/The shortest run/g)).toHaveLength(1);
  });
});
