// Every pair and triple of options, with and without a hazard, against the oracle of the kernel's text.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { systemOf } from '../../machines/description/system.ts';
import { worst, type Verdict } from '../../src/check/finding.ts';
import { check, type Report } from '../../src/check/verdict.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import {
  descriptions,
  fenceSignals,
  submitEnds,
  type Description,
  type Expected,
} from './oracle.ts';

type Promised = 'fence' | 'submit';
type Difference = {
  readonly described: Description;
  readonly promised: Promised;
  readonly found: Verdict;
  readonly text: Expected;
};

/** Findings about the text: docs/options-combined.md says of each why it is left to stand. */
const findings: Readonly<Record<string, (difference: Difference) => boolean>> = {
  'faults-again': ({ described: { compute, hardwareCan }, found: verdict, text }) =>
    compute === 'long-running' &&
    hardwareCan.length === 1 &&
    hardwareCan[0] === 'preempt-running' &&
    verdict === 'unbounded' &&
    text.verdicts.includes('finite'),
  'preempted-again': ({ described, promised, found: verdict }) =>
    described.hazards.includes('faulting-job-has-fence') &&
    described.compute === 'finite' &&
    promised === 'fence' &&
    verdict === 'unbounded',
  'own-fence-gates-submit': ({ described, promised, found }) =>
    described.hazards.includes('faulting-job-has-fence') &&
    promised === 'submit' &&
    found === 'deadlock' &&
    fenceSignals(described).verdicts.includes('deadlock'),
  'cpu-fault-untracked': ({ described, promised, found: verdict }) =>
    described.hazards.includes('cpu-fault-in-repair') &&
    described.options.includes('track-dependencies') &&
    !described.options.includes('separate-memory') &&
    promised === 'fence' &&
    verdict === 'deadlock',
};

let asked = 0;
const differences: Difference[] = [];

beforeAll(() => {
  const known = new Map<string, Report>();
  for (const described of descriptions()) {
    asked++;
    const program = withoutRecovery(systemOf({ driver: 'combined', ...described }));
    const report = known.get(program.digest) ?? check(program, { states: 1e5 }, { plain: true });
    known.set(program.digest, report);
    expect(report.stopped, JSON.stringify(described)).toBeNull();

    const verdictOf = (...promises: readonly string[]): Verdict =>
      worst(
        report.promises.filter(({ of }) => promises.includes(of)).map(({ verdict }) => verdict),
      );
    const answers: readonly (readonly [Promised, Verdict, Expected])[] = [
      ['fence', verdictOf('fence-signals', 'compute-fence-signals'), fenceSignals(described)],
      ['submit', verdictOf('submit-ends'), submitEnds(described)],
    ];
    for (const [promised, found, text] of answers)
      if (!text.verdicts.includes(found as never))
        differences.push({ described, promised, found, text });
  }
}, 600_000);

test('every description of the oracle is asked', () => {
  expect(asked).toBe(42 * 2 * 4 * 11);
});

test('every difference is one of the findings, and every finding is there', () => {
  const unexplained = differences.filter(
    (difference) => !Object.values(findings).some((holds) => holds(difference)),
  );
  expect(unexplained.map((one) => JSON.stringify(one))).toEqual([]);
});

test('docs/options-combined.md counts them', () => {
  const page = readFileSync(new URL('../../docs/options-combined.md', import.meta.url), 'utf8');
  for (const [name, holds] of Object.entries(findings)) {
    const count = differences.filter(holds).length;
    expect(count, name).toBeGreaterThan(0);
    expect(page).toMatch(new RegExp(`\\| \\[${name}\\]\\(#${name}\\) \\| ${count} \\|`));
  }
});

test('the pairs that once went wrong', () => {
  const verdict = (options: Description['options']): Verdict =>
    check(withoutRecovery(systemOf({ driver: 'combined', options })), { states: 1e5 }).verdict;
  expect(verdict(['reserve-in-flight', 'flush'])).toBe('finite');
  expect(verdict(['reserve-static', 'track-dependencies'])).toBe('finite');
  expect(verdict(['preempt', 'track-dependencies'])).toBe('finite');
});
