import { describe, expect, test } from 'vitest';
import type { Description } from '../../machines/description/description.ts';
import {
  hazardIds,
  optionIds,
  type HazardId,
  type OptionId,
} from '../../machines/description/ids.ts';
import { besideSpecOf, systemOf } from '../../machines/description/system.ts';
import { understand } from '../../machines/description/complaints.ts';
import { hazards } from '../../machines/hazards/index.ts';
import { kernelCalls } from '../../machines/calls/index.ts';
import { aloneVerdict, quickQuestions } from '../../src/judge/hanging.ts';
import { quickVerdict } from '../../src/judge/quick-verdict.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';

const most = { states: 3_000_000 };

/**
 * What is expected of each hazard, written from the contract before any verdict was seen. `fences`:
 * what a described driver says whose hardware does not hang; `hangs`: where it may hang for ever.
 * `alone`: the same driver where nobody else waits in reclaim, or under a reservation. No way out
 * of dma-buf.rst helps: they are about compute work that holds hardware, and here the thread of the
 * fence itself is stuck.
 */
const expected: Partial<Record<HazardId, { fences: string; hangs: string; alone: string | null }>> =
  {
    'signal-path-takes-resv': { fences: 'deadlock', hangs: 'deadlock', alone: 'finite' },
    'run-job-takes-lock': { fences: 'deadlock', hangs: 'deadlock', alone: 'finite' },
    'run-job-reclaims': { fences: 'deadlock', hangs: 'deadlock', alone: 'finite' },
    'reclaims-between-arm-and-push': { fences: 'deadlock', hangs: 'deadlock', alone: 'finite' },
    'signal-path-reclaims': { fences: 'deadlock', hangs: 'deadlock', alone: 'finite' },
    'recovery-allocates': { fences: 'finite', hangs: 'deadlock', alone: 'finite' },
    'recovery-takes-submit-lock': { fences: 'finite', hangs: 'deadlock', alone: null },
    'recovery-flushes-waiter': { fences: 'finite', hangs: 'deadlock', alone: null },
    'completion-puts-last-mm': { fences: 'deadlock', hangs: 'deadlock', alone: null },
    'notifier-takes-resv': { fences: 'deadlock', hangs: 'deadlock', alone: null },
    'work-flushes-itself': { fences: 'deadlock', hangs: 'deadlock', alone: null },
    'workqueue-without-mem-reclaim': { fences: 'deadlock', hangs: 'deadlock', alone: 'finite' },
  };
const names = Object.keys(expected) as HazardId[];
const usesOf = (name: HazardId): Pick<Description, 'uses'> =>
  hazards.find((one) => one.name === name)!.ofUses === undefined ? {} : { uses: ['userptr'] };

/** A use beside each option is another question (and a large one): there the driver takes no page faults. */
const withOption = (name: HazardId, option: OptionId | null): Description => ({
  driver: `${name} ${option ?? ''}`,
  ...(option === null || 'uses' in usesOf(name) ? {} : { options: [option] }),
  ...('uses' in usesOf(name) || option === null ? { pageFaults: 'none' } : {}),
  ...(option === 'reserve-static' ? { hardware: 'shared' } : {}),
  ...usesOf(name),
  hazards: [name],
});
const cells = names.flatMap((name) =>
  ([null, ...('uses' in usesOf(name) ? [] : optionIds)] as (OptionId | null)[]).map(
    (option) => [name, option ?? 'no page faults', withOption(name, option)] as const,
  ),
);

test('every hazard that is a fragment is in the table', () => {
  const fragments = hazards.filter(({ threads }) => threads !== undefined).map(({ name }) => name);
  expect([...names].sort()).toEqual([...fragments].sort());
  expect(fragments.every((name) => (hazardIds as readonly string[]).includes(name))).toBe(true);
  expect(cells.length).toBeGreaterThan(55);
});

describe('each hazard beside each option is as the contract says', () => {
  test.each(cells)('%s, %s', (name, _, description) => {
    expect(understand(description)).toHaveProperty('described');
    const program = systemOf(description);
    const first = quickVerdict(withoutRecovery(program), most);
    const all = quickQuestions(description, withoutRecovery(program), most).answer;
    expect([first.verdict, all.verdict, all.stopped]).toEqual([
      expected[name]!.fences,
      expected[name]!.hangs,
      null,
    ]);
  });
});

describe('by itself, where nobody else waits', () => {
  test.each(names)('%s', (name) => {
    const description: Description = {
      ...withOption(name, null),
      reclaimWaits: 'none',
      foreignDevice: false,
    };
    const program = withoutRecovery(systemOf(description));
    const { answer } = quickQuestions(description, program, most);
    expect(answer.verdict).toBe('deadlock');
    expect(aloneVerdict(description, answer, most)).toBe(expected[name]!.alone);
  });
});

describe('the version after, beside each option, is finite: the hazard is what hangs', () => {
  const fragments = cells.filter(([, , { hazards: said }]) => said !== undefined);
  test.each(fragments)('%s, %s', (name, _, { hazards: __, ...description }) => {
    const { file, text } = hazards.find((one) => one.name === name)!.threads!;
    const sides = sidesOfFile(file, text, kernelCalls, (___, hangs) =>
      besideSpecOf(description, hangs),
    );
    expect(judgeSide(sides[1]!, most).verdict).toBe('finite');
  });
});

describe('a description may say of which kernel it is', () => {
  test('what that kernel lacks is refused in one line', () => {
    const line = '\'engine-group\' is there since Linux 6.12, and "kernel" is "6.1"';
    const old = { driver: 'd', kernel: '6.1', uses: ['engine-group'] };
    expect(understand(old)).toEqual({ complaints: [{ path: ['uses', 0], line }] });
    expect(understand({ ...old, kernel: '6.12' })).toHaveProperty('described');
  });
  test('an unknown kernel is refused in one line', () => {
    const { complaints } = understand({ driver: 'd', kernel: '6.13' }) as unknown as {
      complaints: { line: string }[];
    };
    expect(complaints.map(({ line }) => line).join()).toMatch(/^unknown word '6.13'; did you mean/);
  });
});

describe('a hazard that meets nobody is refused in one line', () => {
  test.each([
    [
      { driver: 'd', hazards: ['completion-puts-last-mm'] },
      "'completion-puts-last-mm' meets nobody without a notifier: \"uses\" lacks 'userptr' or 'svm'",
    ],
    [
      { driver: 'd', jobs: { fenced: 0 }, hazards: ['run-job-reclaims'] },
      '\'run-job-reclaims\' is about jobs with a fence, and "jobs.fenced" is 0',
    ],
  ])('%o', (description, line) => {
    expect(understand(description)).toEqual({ complaints: [{ path: ['hazards', 0], line }] });
  });
});
