import { expect } from 'vitest';
import { fenceActors } from '../../../machines/litmus/fences/actors.ts';
import { drmScheduler, schedClauses } from '../../../machines/rows/drm-sched.ts';
import { check } from '../../../src/check/verdict.ts';
import { compose } from '../../../src/system/compose.ts';
import { withoutRecovery } from '../../../src/system/program.ts';
import { bench } from './replay.ts';
import { kernelSuite } from './suite.ts';

const spec = { rows: [drmScheduler], clauses: [schedClauses.teardownCancels], actors: fenceActors };
function mockSched(jobs: number) {
  const on = bench(compose({ ...spec, sizes: { fenced: jobs } }));
  return {
    ...on,
    submit: (i: number): void => {
      on.do(`push[${i}]`);
    },
    waitScheduled: (i: number): boolean => {
      on.drain(`run_job[${i}]`);
      return on.at(`scheduled[${i}]`) === 'signaled';
    },
    waitFinished: (i: number): boolean => {
      on.drain(`finish[${i}]`, `kill_job[${i}]`);
      return on.at(`finished[${i}]`) === 'signaled';
    },
    /** drm_mock_sched_advance: the hardware completes this many jobs. */
    advance: (n: number): number => {
      let done = 0;
      while (done < n) {
        const next = on.enabled().find((name) => name.startsWith('hw_signals['));
        if (next === undefined) break;
        on.do(next);
        done++;
      }
      return done;
    },
  };
}

kernelSuite('drm_sched', {
  drm_sched_basic_submit: () => {
    const sched = mockSched(1);
    sched.submit(1);
    expect(sched.waitScheduled(1)).toBe(true);
    expect(sched.waitFinished(1)).toBe(false);
    expect(sched.advance(1)).toBe(1);
    expect(sched.waitFinished(1)).toBe(true);
  },
  drm_sched_basic_test: () => {
    const program = compose({ ...spec, sizes: { fenced: 3 } });
    const report = check(withoutRecovery(program), { states: 50_000 });
    expect(report).toMatchObject({ verdict: 'finite', stopped: null });
    expect(
      report.promises
        .filter(({ of }) => of === 'finished-signals')
        .every(({ pending }) => pending > 0),
    ).toBe(true);
    // The chain: a job is not run before the one that was pushed before it.
    const sched = mockSched(2);
    sched.submit(2);
    sched.submit(1);
    expect([sched.waitScheduled(1), sched.waitScheduled(2)]).toEqual([false, true]);
  },
  drm_sched_basic_entity_cleanup: () => {
    const report = check(withoutRecovery(compose({ ...spec, sizes: { fenced: 2 } })), {
      states: 20_000,
    });
    expect(report.verdict).toBe('finite');
    for (const step of ['kill_entity', 'kill_job', 'cancel_job'])
      expect(report.neverFired).not.toContain(step);
    const sched = mockSched(2);
    sched.submit(1);
    sched.submit(2);
    expect(sched.waitScheduled(1)).toBe(true);
    sched.do('kill_entity');
    // What is queued never runs; what is on the hardware goes on.
    expect([sched.waitFinished(1), sched.waitFinished(2)]).toEqual([false, false]);
    // A killed job is finished behind the one before it.
    sched.do('hw_signals[1]');
    expect([sched.waitFinished(1), sched.waitFinished(2)]).toEqual([true, true]);
    expect(sched.at('hw[2]')).toBe('unpublished');
    expect(
      check(
        compose({
          ...spec,
          clauses: [...spec.clauses, schedClauses.killedJobsLeft],
          sizes: { fenced: 2 },
        }),
        { states: 20_000 },
      ).verdict,
    ).toBe('deadlock');
  },
  drm_sched_basic_cancel: () => {
    const sched = mockSched(1);
    sched.submit(1);
    expect(sched.waitScheduled(1)).toBe(true);
    sched.do('kill_entity', 'drm_sched_fini');
    expect(sched.can('hw_signals[1]')).toBe(false);
    sched.do('cancel_job[1]');
    expect([sched.at('hw[1]'), sched.at('error[1]')]).toEqual(['signaled', 'ECANCELED']);
    expect(sched.waitFinished(1)).toBe(true);
  },
  drm_sched_basic_timeout: () => {
    const sched = mockSched(1);
    sched.submit(1);
    expect(sched.waitScheduled(1)).toBe(true);
    expect(sched.waitFinished(1)).toBe(false);
    expect(sched.at('job[1]')).toBe('running');
    sched.do('timedout_job[1]');
    expect(sched.at('job[1]')).toBe('timed_out');
    expect(sched.waitFinished(1)).toBe(false);
    sched.do('reset[1]');
    expect([sched.at('hw[1]'), sched.at('error[1]'), sched.waitFinished(1)]).toEqual([
      'signaled',
      'ETIME',
      true,
    ]);
  },
  drm_sched_skip_reset: () => {
    const sched = mockSched(1);
    sched.submit(1);
    expect(sched.waitScheduled(1)).toBe(true);
    sched.do('timedout_job[1]', 'no_hang[1]');
    expect([sched.at('job[1]'), sched.at('error[1]'), sched.waitFinished(1)]).toEqual([
      'running',
      'none',
      false,
    ]);
    expect(sched.advance(1)).toBe(1);
    expect(sched.waitFinished(1)).toBe(true);
  },
  drm_sched_test_credits: () => {
    const sched = mockSched(2);
    sched.submit(1);
    sched.submit(2);
    expect(sched.waitScheduled(1)).toBe(true);
    expect(sched.waitScheduled(2)).toBe(false);
    expect(sched.advance(1)).toBe(1);
    expect(sched.waitFinished(1)).toBe(true);
    expect(sched.waitScheduled(2)).toBe(true);
    expect(sched.advance(1)).toBe(1);
    expect(sched.waitFinished(2)).toBe(true);
  },
});
