import { beforeAll, describe, expect, test } from 'vitest';
import type { Described } from '../../machines/description/description.ts';
import { abilityIds, hazardIds, optionIds, useIds } from '../../machines/description/ids.ts';
import { understand } from '../../machines/description/complaints.ts';
import { isWorse, verdicts, type Verdict } from '../../src/check/finding.ts';
import { search } from '../../src/explore/search.ts';
import type { VerdictJson } from '../../src/judge/verdict-json.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import type { Asked, Told } from '../../docs/site/explorer/messages.ts';
import { randomSystem } from '../random-system.ts';
import { cli, file } from './in-process.ts';

/** Numbers that look random, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A description that can be meant: facts, at most one option, use and hazard, by chance. */
function randomDescription(seed: number): Described {
  const next = dice(seed);
  const anyOf = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
  for (;;) {
    const described = {
      driver: `random-${seed}`,
      foreignDevice: false,
      pageFaults: anyOf(['none', 'hint', 'on-demand']),
      compute: anyOf(['finite', 'long-running']),
      engines: anyOf(['one', 'two']),
      submission: anyOf(['fifo', 'any-order']),
      hardwareCan: next() < 0.5 ? [...abilityIds] : [anyOf(abilityIds)],
      options: next() < 0.6 ? [anyOf(optionIds)] : [],
      uses: next() < 0.15 ? [anyOf(useIds.filter((use) => use !== 'shrinker'))] : [],
      hazards: next() < 0.4 ? [anyOf(hazardIds)] : [],
    } as Described;
    if ('described' in understand(described)) return described;
  }
}

const whole = 300_000;
type Judged = { readonly code: number; readonly verdict: Verdict; readonly states: number };

async function judged(path: string, states: number, ...more: string[]): Promise<Judged> {
  const { code, out } = await cli('check', path, '--json', '--max-states', String(states), ...more);
  const { verdict, states: seen } = JSON.parse(out) as VerdictJson;
  return { code, verdict, states: seen };
}

/** What a cut answer may be, given the answer of the whole search. */
function neverBetter(early: Verdict, full: Verdict, code: number, where: string): void {
  if (early === full && code !== 3) return;
  expect(code, `${where}: ${early}, and ${full} as a whole`).not.toBe(0);
  expect(early, where).not.toBe('finite');
  if (early !== 'incomplete')
    expect(isWorse(early, full), `${where}: ${early}, ${full}`).toBe(false);
}

describe('a cut search never passes', () => {
  test('in check, by its exit code', async () => {
    const seen = { cut: 0, decided: 0 };
    for (let seed = 1; seed <= 14; seed++) {
      const described = randomDescription(seed);
      const path = file({ ...described, expect: 'finite' });
      const full = await judged(path, whole);
      if (full.verdict === 'incomplete') continue;
      const next = dice(seed * 7919);
      const budgets = [1, full.states - 1, Math.ceil(next() * full.states)];
      for (const states of budgets.filter((some) => some > 0)) {
        const where = `seed ${seed}, ${states} of ${full.states}`;
        const early = await judged(path, states, '--engine', 'explicit');
        neverBetter(early.verdict, full.verdict, early.code, where);
        if (full.verdict === 'finite' && states < full.states) expect(early.code, where).toBe(3);
        // What is expected is no better known than the verdict: as expected, and cut, is 3 or decided.
        const asExpected = file({ ...described, expect: full.verdict });
        const agreed = await judged(asExpected, states, '--engine', 'explicit');
        if (agreed.code === 0) expect(agreed.verdict, where).toBe(full.verdict);
        if (early.code === 3) seen.cut++;
        else seen.decided++;
      }
    }
    expect(seen.cut).toBeGreaterThan(8);
    expect(seen.decided).toBeGreaterThan(2);
  });

  const criteria = ['edges', 'steps', 'transitions', 'pairs', 'faults', 'fault-answers'];

  test('in paths: a suite of a part of the states says so, exit 3', async () => {
    const codes: Record<number, number> = {};
    for (let seed = 1; seed <= 12; seed++) {
      const program: Program = randomSystem(seed, 800);
      const { size } = search(withoutRecovery(program), { states: 1e6 });
      if (size < 3) continue;
      const module = file(`export default ${JSON.stringify(program)};`, `paths-cut-${seed}.mjs`);
      const cover = criteria[seed % criteria.length]!;
      const budgets = [1, size - 1, 1 + Math.floor(dice(seed)() * (size - 1)), size];
      for (const states of new Set(budgets)) {
        const where = `seed ${seed}, ${cover}, ${states} of ${size} states`;
        const argv = [
          'paths',
          '--module',
          module,
          '--cover',
          cover,
          '--max-states',
          String(states),
        ];
        const { code, out, err } = await cli(...argv);
        codes[code] = (codes[code] ?? 0) + 1;
        const printed = out === '' ? null : (JSON.parse(out) as { coverage: { stopped?: string } });
        if (states < size) {
          expect(code, where).toBe(3);
          expect(err, where).toContain('a search ended early');
          if (cover.startsWith('fault')) expect(out, where).toBe('');
          else expect(printed!.coverage.stopped, where).toBe('states');
          const junit = await cli(...argv, '--format', 'junit');
          if (!cover.startsWith('fault')) expect(junit.out, where).toContain('type="incomplete"');
        } else {
          expect(code, where).not.toBe(3);
          expect(printed?.coverage.stopped, where).toBe(undefined);
        }
      }
    }
    expect(codes[3]).toBeGreaterThan(20);
    expect((codes[0] ?? 0) + (codes[1] ?? 0)).toBeGreaterThan(5);
  });

  test('in paths of clauses', async () => {
    for (const states of [1, 50, 400]) {
      for (const cover of ['clauses', 'without', 'steps']) {
        const { code, out } = await cli(
          'paths',
          'preempt',
          '--cover',
          cover,
          '--max-states',
          String(states),
        );
        expect(code, `${cover}, ${states}`).toBe(3);
        expect(out, `${cover}, ${states}`).toContain('"stopped"');
      }
    }
    const all = await cli('paths', 'preempt', '--cover', 'steps');
    expect(all.code).toBe(0);
    expect(all.out).not.toContain('"stopped"');
  });
});

describe("the explorer's worker", () => {
  const told: Told[] = [];
  let ask: (described: Described, states: number) => readonly VerdictJson[];

  beforeAll(async () => {
    const scope = globalThis as unknown as {
      VERSION?: string;
      postMessage?: (told: Told) => void;
      onmessage?: (event: { data: Asked }) => void;
    };
    scope.VERSION = 'test';
    scope.postMessage = (one) => void told.push(one);
    const { work } = await import('../../docs/site/explorer/worker.ts');
    work();
    ask = (described, states) => {
      told.length = 0;
      const question = { is: 'driver', described } as const;
      scope.onmessage!({ data: { id: 1, question, states, bytes: 2e9 } });
      const answers = told.flatMap((one) =>
        one.kind === 'done' && one.answer.is === 'driver' ? [one.answer.verdict] : [],
      );
      expect(told.at(-1)!.kind).toBe('done');
      return answers;
    };
  });

  test('never says better of a part than of the whole', () => {
    let cut = 0;
    for (let seed = 101; seed <= 109; seed++) {
      const described = randomDescription(seed);
      const full = ask(described, whole).at(-1)!;
      if (full.verdict === 'incomplete') continue;
      for (const states of [1, Math.max(1, full.states >> 1), Math.max(1, full.states - 1)]) {
        if (states >= full.states) continue;
        // What is told before remedies are known is no better either.
        for (const early of ask(described, states)) {
          const where = `seed ${seed}, ${states} of ${full.states}: ${early.verdict}, ${full.verdict}`;
          expect(verdicts, where).toContain(early.verdict);
          if (full.verdict === 'finite') {
            expect(early.verdict, where).not.toBe('finite');
            cut++;
          }
          if (early.verdict !== 'incomplete')
            expect(isWorse(early.verdict, full.verdict), where).toBe(false);
          if (early.verdict !== full.verdict) expect(early.stopped, where).not.toBe(null);
        }
      }
    }
    expect(cut).toBeGreaterThan(2);
  });
});
