import { expect, test } from 'vitest';
import { Ended, withPulse } from '../../src/check/pulse.ts';
import { answer, explicit, type Report } from '../../src/check/verdict.ts';
import type { Budget } from '../../src/explore/graph.ts';
import { search } from '../../src/explore/search.ts';
import { furthest } from '../../src/judge/furthest.ts';
import { assess } from '../../src/check/assess.ts';
import { randomSystem } from '../random-system.ts';

const budget = { states: 5000 };
const programs = Array.from({ length: 120 }, (_, seed) => randomSystem(seed, 1500));

/** What is wrong with a report of an ended question, beside the one of the whole question. */
function wrong(ended: Report, whole: Report): string[] {
  const complaints: string[] = [];
  if (ended.stopped !== 'cancelled') complaints.push(`stopped is ${ended.stopped}`);
  if (ended.states !== whole.states || ended.edges !== whole.edges) complaints.push('numbers');
  ended.promises.forEach((finding, p) => {
    const full = whole.promises[p]!;
    if (finding.promise !== full.promise || finding.pending !== full.pending)
      complaints.push(`${finding.promise} is not ${full.promise}`);
    if (finding.verdict === 'incomplete') return;
    if (finding.verdict !== full.verdict)
      complaints.push(`${finding.promise}: ${finding.verdict}, not ${full.verdict}`);
    const run = finding.run.map(({ step }) => step).join();
    if (
      !full.run
        .map(({ step }) => step)
        .join()
        .startsWith(run)
    )
      complaints.push(`run ${run}`);
    if (finding.sealed !== full.sealed) complaints.push('sealed');
    if (
      finding.waits === null &&
      finding.verdict === 'deadlock' &&
      finding.run.length !== finding.sealed
    )
      complaints.push('a run beyond the sealed state without who waits');
    if (finding.verdict === 'unbounded' && finding.loop.join() !== full.loop.join())
      complaints.push('a fair run without its loop');
  });
  return complaints;
}

test('a question that is ended at any of its pulses says nothing that the whole one does not', () => {
  let ends = 0;
  const seen = new Map<string, number>();
  for (const program of programs) {
    const graph = search(program, budget);
    if (graph.stopped !== null) continue;
    const whole = answer(graph);
    for (let left = 0; ; left++) {
      let pulses = left;
      let ended = false;
      const pulse = (begins?: string): void => {
        if (begins !== undefined || pulses-- > 0) return;
        ended = true;
        throw new Ended('ended');
      };
      const report = answer({ ...graph, pulse });
      if (!ended) {
        expect(report).toEqual(whole);
        break;
      }
      ends++;
      expect(wrong(report, whole)).toEqual([]);
      for (const { verdict, waits } of report.promises) {
        const what = verdict === 'deadlock' && waits === null ? 'deadlock, cut' : verdict;
        seen.set(what, (seen.get(what) ?? 0) + 1);
      }
    }
  }
  expect(ends).toBeGreaterThan(300);
  for (const what of ['incomplete', 'deadlock', 'deadlock, cut', 'indefinite', 'finite'])
    expect(seen.get(what), what).toBeGreaterThan(10);
});

test('questions name themselves in the progress, and end when an end is asked for', () => {
  const told = new Set<string>();
  for (const program of programs) {
    const means: Budget = { ...budget, progress: ({ asking }) => told.add(asking ?? 'states') };
    explicit(program, means).answer();
  }
  expect([...told].sort()).toEqual([
    'asking where promises can be kept',
    'looking for fair loops',
    'looking for runs to deadlocks',
    'states',
  ]);
});

test('when an end is asked for, a question has a moment left, and no more', () => {
  const real = performance.now.bind(performance);
  let later = 0;
  performance.now = () => real() + later;
  try {
    const signal = { aborted: false };
    const graph = withPulse(search(programs[0]!, budget), { ...budget, signal });
    later = 1e6;
    expect(() => graph.pulse!()).not.toThrow();
    signal.aborted = true;
    expect(() => graph.pulse!()).not.toThrow();
    later += 250;
    expect(() => graph.pulse!()).not.toThrow();
    later += 100;
    expect(() => graph.pulse!('a question')).not.toThrow();
    expect(() => graph.pulse!()).toThrow(Ended);
    // The moment is one for all questions of a command.
    expect(() => withPulse(graph, { ...budget, signal }).pulse!()).toThrow(Ended);
  } finally {
    performance.now = real;
  }
});

test('a system that was searched before is told with the numbers of the search that went furthest', () => {
  let told = 0;
  for (const program of programs.slice(0, 60)) {
    const signal = { aborted: false };
    const { means, of } = furthest({ ...budget, signal });
    const whole = assess(program, means, []);
    expect(of(program, whole)).toBe(whole);
    signal.aborted = true;
    const early = assess(program, means, []);
    expect(early.report.stopped).toBe('cancelled');
    expect(early.report.states).toBe(1);
    if (whole.report.stopped !== null || whole.report.states < 2) continue;
    const { report, engine } = of(program, early);
    expect([report.states, report.edges]).toEqual([whole.report.states, whole.report.edges]);
    expect(engine.states).toBe(String(whole.report.states));
    expect(report.stopped).toBe('cancelled');
    told++;
  }
  expect(told).toBeGreaterThan(30);
});
