import { describe, expect, it } from 'vitest';
import { understand } from '../../machines/description/complaints.ts';
import { options, variants } from '../../machines/options/index.ts';
import { verdicts, type Verdict } from '../../src/check/finding.ts';
import { isDecided, outcomeOf, worstAnswer, type Answer } from '../../src/judge/outcome.ts';
import type { VerdictJson } from '../../src/judge/verdict-json.ts';
import { randomSystem } from '../random-system.ts';
import { cli, file } from './in-process.ts';

/** Numbers that are the same in every run: a linear congruential generator. */
function randomFrom(seed: number): <T>(of: readonly T[]) => T {
  let state = seed;
  return (of) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return of[Math.floor((state / 2 ** 31) * of.length)]!;
  };
}

const clauses = options.flatMap((option) => option.clauses.map(({ name }) => name));
const expectable = ['finite', 'unbounded', 'indefinite', 'deadlock'] as const;

/** A description of a small system that makes sense, with a verdict that it expects. */
function description(seed: number): Record<string, unknown> {
  const choose = randomFrom(seed);
  for (;;) {
    const option = choose([...options.map(({ name }) => name), null]);
    const own = clauses.filter((name) => name.startsWith(`${option}/`));
    const described = {
      driver: `random-${seed}`,
      foreignDevice: false,
      options: option === null ? [] : [option],
      without: own.filter(() => choose([true, false, false])),
      compute: choose(['finite', 'long-running']),
      arbitration: choose(['in-turn', 'none', 'unknown']),
      submission: choose(['fifo', 'any-order']),
      pageFaults: choose(['on-demand', 'none', 'hint']),
      hazards: choose([[], [], ['signal-path-reclaims'], ['recovery-allocates']]),
      expect: choose(expectable),
    };
    if (!('complaints' in understand(described))) return described;
  }
}

const rank = (verdict: Verdict): number => verdicts.indexOf(verdict);
const budgets = ['5', '40', '150', '400', '900', '2000'];

/** What `check --json` prints, and its exit code. */
async function checked(
  path: string,
  ...more: readonly string[]
): Promise<{ readonly code: number; readonly data: VerdictJson }> {
  const { code, out } = await cli('check', ...more, '--json', ...path.split(' '));
  return { code, data: JSON.parse(out) as VerdictJson };
}

/** What is wrong with the answer of a search that ended early, beside the whole one. */
function betterThanWhole(
  whole: { readonly code: number; readonly data: VerdictJson },
  early: { readonly code: number; readonly data: VerdictJson },
): string[] {
  const { verdict, stopped, decided } = early.data;
  const is = whole.data.verdict;
  if (stopped === null)
    return verdict === is && early.code === whole.code ? [] : ['another verdict'];
  return [
    ...(verdict === 'finite' ? ['finite'] : []),
    ...(decided && verdict !== is ? [`decided ${verdict}, but ${is}`] : []),
    ...(verdict !== 'incomplete' && rank(verdict) < rank(is) ? [`${verdict}, but ${is}`] : []),
    ...(early.code === 0 && !(decided && whole.code === 0)
      ? [`exit 0: ${verdict}, but ${is}`]
      : []),
    ...(early.code === 1 && whole.code !== 1 ? [`exit 1, but ${whole.code}`] : []),
  ];
}

describe('a search that ended early', () => {
  it('never gives a better verdict than the whole one: random descriptions', async () => {
    const codes = new Map<number, number>();
    for (let seed = 1; seed <= 14; seed++) {
      const path = file(description(seed));
      const whole = await checked(path);
      expect(whole.data.stopped).toBe(null);
      for (const most of budgets) {
        const cut = await checked(path, '--max-states', most);
        expect([seed, most, betterThanWhole(whole, cut)]).toEqual([seed, most, []]);
        if (cut.data.stopped !== null) codes.set(cut.code, (codes.get(cut.code) ?? 0) + 1);
      }
    }
    // All three codes come: the property is not kept by saying 3 to everything.
    expect([...codes.keys()].sort()).toEqual([0, 1, 3]);
  });

  it('never gives a better verdict than the whole one: random systems', async () => {
    let cuts = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const program = randomSystem(seed, 300);
      if (program.promises.length + program.invariants.length === 0) continue;
      const path = `--module ${file(`export default ${JSON.stringify(program)};`, `cut-${seed}.mjs`)}`;
      const whole = await checked(path);
      for (const most of ['2', '7', '30', '90']) {
        const cut = await checked(path, '--max-states', most);
        expect([seed, most, betterThanWhole(whole, cut)]).toEqual([seed, most, []]);
        if (cut.data.stopped !== null) cuts++;
      }
    }
    expect(cuts).toBeGreaterThan(60);
  });

  it('says 3 in every format, against a baseline too', async () => {
    const path = file({ driver: 'cut', options: ['preempt'], expect: 'indefinite' });
    const baseline = file(JSON.parse((await cli('check', path, '--json')).out));
    for (const format of ['text', 'json', 'junit', 'sarif', 'github']) {
      const { code, out } = await cli('check', path, '--max-states', '100', '--format', format);
      expect([format, code]).toEqual([format, 3]);
      expect(out).toMatch(/incomplete|ended early/);
    }
    const compared = await cli('check', path, '--max-states', '100', '--baseline', baseline);
    expect([compared.code, compared.err]).toEqual([3, '']);
  });

  it('V2: an indefinite verdict of a search that ended early is not as expected', async () => {
    const path = file({
      driver: 'h',
      pageFaults: 'none',
      arbitration: 'none',
      submission: 'any-order',
      jobs: { fenced: 2, faulting: 1 },
      hazards: ['signal-path-reclaims'],
      expect: 'indefinite',
    });
    const cut = await cli('check', path, '--max-states', '1000');
    expect(cut.code).toBe(3);
    expect(cut.out).toMatch(
      /^h: (incomplete|\w+ or worse; expected indefinite, which is not certain)/,
    );
    expect((await cli('check', path)).code).toBe(1);
  });

  it.each([
    ['why', ['why', 'FILE']],
    ['whatif', ['whatif', 'FILE', '--forbid', 'reclaim_waits']],
    ['diff', ['diff', 'FILE', 'msm']],
    ['remedy', ['remedy', 'FILE', '--most', '1']],
    ['paths', ['paths', 'FILE', '--cover', 'steps']],
    ['clauses', ['paths', 'FILE', '--cover', 'clauses']],
    ['litmus', ['litmus', 'PREEMPT+not-while-faulted']],
  ])('exits with 3 in %s, in text and data', async (_, words) => {
    const path = file({ driver: 'cut', options: ['preempt'] });
    const argv = words.map((word) => (word === 'FILE' ? path : word));
    const data = words[0] === 'paths' ? [] : ['--json'];
    for (const more of [[], data]) {
      const { code, out, err } = await cli(...argv, ...more, '--max-states', '60');
      expect([argv.join(' '), code]).toEqual([argv.join(' '), 3]);
      expect(out + err).toMatch(/incomplete|ended|budget/);
    }
  });
});

describe('every other command, with every budget', () => {
  const fixes = [
    '053-msm-recover-allocates-under-gpu-lock',
    '058-sched-wakes-the-wrong-scheduler',
    '070-xe-meminfo-last-put-under-bos-lock',
  ].map((name) => `machines/litmus/fixes/${name}.litmus`);
  const described = [3, 5, 8].map(description);
  const commands: readonly (readonly string[])[] = [
    ...described.flatMap((one) => [
      ['whatif', file(one), '--forbid', 'reclaim_waits'],
      ['diff', file(one), 'msm'],
      ['check', file(one), '--format', 'junit'],
      ['check', file(one), '--format', 'sarif'],
    ]),
    ...fixes.flatMap((one) => [
      ['litmus', one],
      ['check', one],
    ]),
    ['litmus', 'TRACK'],
    ['litmus', 'IMPORT-JOB+look-by-look'],
  ];

  it('says 0 or 1 only where the whole search does', async () => {
    const seen = new Map<string, Set<number>>();
    for (const argv of commands) {
      const whole = await cli(...argv);
      for (const most of ['3', '20', '60', '200']) {
        const cut = await cli(...argv, '--max-states', most);
        const named = [argv.join(' '), most];
        if (cut.code !== 3) expect([...named, cut.code]).toEqual([...named, whole.code]);
        seen.set(argv[0]!, (seen.get(argv[0]!) ?? new Set()).add(cut.code));
      }
    }
    expect([...seen.keys()]).toEqual(['whatif', 'diff', 'check', 'litmus']);
    for (const [command, codes] of seen) expect([command, codes.has(3)]).toEqual([command, true]);
  });

  it('tells which assumptions were not settled, where only their search ended early', async () => {
    const path = file({ driver: 'open', pageFaults: 'none', foreignDevice: false });
    const { code, out } = await cli('check', path, '--max-states', '150');
    const { out: json } = await cli('check', path, '--max-states', '150', '--json');
    const data = JSON.parse(json) as VerdictJson;
    expect([code, data.verdict, data.stopped]).toEqual([0, 'finite', null]);
    expect(data.needsOpen).toContain('pageFaults none');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'It may rest on more assumptions: the search without pageFaults none',
    );

    const whole = JSON.parse((await cli('check', path, '--json')).out) as VerdictJson;
    expect(whole.needsOpen).toEqual([]);
  });
});

describe('what an answer comes to', () => {
  const answers: Answer[] = verdicts.flatMap((verdict) =>
    ([null, 'states'] as const).flatMap((stopped) =>
      [false, true].map((mayBreak) => ({
        verdict,
        stopped,
        mayBreak: mayBreak && stopped !== null,
      })),
    ),
  );

  it('is as expected only where it is decided', () => {
    expect(variants.length).toBeGreaterThan(0);
    for (const answer of answers)
      for (const expected of expectable)
        if (outcomeOf(answer, expected) === 'as-expected') {
          expect(answer.verdict).toBe(expected);
          expect(isDecided(answer)).toBe(true);
        }
  });

  it('is a deadlock for certain, unless an invariant is open', () => {
    const deadlock = { verdict: 'deadlock', stopped: 'states', mayBreak: false } as const;
    expect(outcomeOf(deadlock, 'deadlock')).toBe('as-expected');
    expect(outcomeOf({ ...deadlock, mayBreak: true }, 'deadlock')).toBe('ran-out');
    expect(outcomeOf({ ...deadlock, mayBreak: true }, 'finite')).toBe('problem');
    expect(outcomeOf({ ...deadlock, verdict: 'unbounded' }, 'finite')).toBe('problem');
    expect(outcomeOf({ ...deadlock, verdict: 'unbounded' }, 'unbounded')).toBe('ran-out');
    expect(outcomeOf({ ...deadlock, verdict: 'unbounded' }, 'deadlock')).toBe('ran-out');
  });

  it('is never finite where one of several ended early', () => {
    const finite: Answer = { verdict: 'finite', stopped: null, mayBreak: false };
    const cut: Answer = { verdict: 'incomplete', stopped: 'bytes', mayBreak: true };
    expect(worstAnswer([finite, { ...cut, verdict: 'finite' }])).toEqual(cut);
    expect(worstAnswer([finite, finite])).toEqual(finite);
  });
});
