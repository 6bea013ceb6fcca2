import { expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { systemOf } from '../../machines/description/system.ts';
import { explicit } from '../../src/check/verdict.ts';
import { auto } from '../../src/symbolic/auto.ts';
import { begin, limitsOf, searchedBy, symbolic } from '../../src/symbolic/engine.ts';
import { withoutRecovery } from '../../src/system/program.ts';

const small = withoutRecovery(gallery[0]!.system());
const large = withoutRecovery(
  systemOf({ driver: 'two of each', jobs: { fenced: 2, faulting: 2 } }),
);
const budget = { states: 1e6 };

test('what runs out is named, and nothing is called finite', () => {
  const reasons = {
    bytes: symbolic(large, { ...budget, bytes: 100_000 }),
    time: symbolic(large, { ...budget, deadline: performance.now() - 1 }),
    cancelled: symbolic(large, { ...budget, signal: { aborted: true } }),
  };
  for (const [reason, searched] of Object.entries(reasons)) {
    const report = searched.answer();
    expect(report.stopped).toBe(reason);
    expect(report.verdict).toBe('incomplete');
    expect(report.promises.length).toBe(large.promises.length);
    expect(report.promises.every(({ verdict }) => verdict === 'incomplete')).toBe(true);
  }
});

test('a question that runs out leaves what was found before it', () => {
  const kept = withoutRecovery(
    systemOf({ driver: 'kept', options: ['preempt'], jobs: { fenced: 2, faulting: 1 } }),
  );
  const begun = begin(kept, limitsOf(budget));
  if (typeof begun === 'string') throw new Error(begun);
  const searched = searchedBy(begun, 'a test');
  const whole = searched.answer();
  expect(whole.stopped).toBeNull();
  expect(whole.verdict).toBe('finite');

  // The time is over: what is in the cache is still known, a question under another fairness is not.
  begun.session.d.limits.deadline = 0;
  const less = searched.answer({ fair: () => 'weak' });
  expect(less.stopped).toBe('time');
  expect(less.states).toBe(whole.states);
  expect(less.promises.map(({ pending }) => pending)).toEqual(
    whole.promises.map(({ pending }) => pending),
  );
  expect(less.promises.some(({ verdict }) => verdict === 'incomplete')).toBe(true);
  const known = less.promises.filter(({ verdict }) => verdict !== 'incomplete');
  const weakly = explicit(kept, budget).answer({ plain: true, fair: () => 'weak' });
  for (const { promise, verdict } of known)
    expect(weakly.promises.find((other) => other.promise === promise)!.verdict).toBe(verdict);
});

test('auto takes single states for few and diagrams for many, and says why', () => {
  const few = auto(small, budget);
  expect(few.engine.name).toBe('explicit');
  const many = auto(large, budget);
  expect(many.engine.name).toBe('symbolic');
  expect(many.engine.why).toContain('more than');
  expect(many.engine.states).toBe(String(many.states));
  expect(many.answer()).toEqual(explicit(large, budget).answer());
});

test('auto keeps to a limit of states that is lower than where diagrams begin', () => {
  const cut = auto(large, { states: 500 });
  expect(cut.stopped).toBe('states');
  expect(cut.answer().verdict).not.toBe('finite');
});

test('auto that is interrupted on diagrams says what single states had shown, and how far it is', () => {
  const signal = { aborted: false };
  const seen: number[] = [];
  const searched = auto(large, {
    ...budget,
    signal,
    progress: ({ nodes }) => {
      if (nodes === undefined) return;
      seen.push(nodes);
      signal.aborted = true;
    },
  });
  const report = searched.answer();
  expect(seen.length).toBeGreaterThan(0);
  expect(report.stopped).toBe('cancelled');
  expect(report.states).toBeGreaterThanOrEqual(10_000);
  // Without a way out two of each hang, and ten thousand states are enough to see it.
  const whole = auto(large, budget).answer();
  expect(whole.verdict).toBe('deadlock');
  expect(['deadlock', 'incomplete']).toContain(report.verdict);
});
