import { describe, expect, test } from 'vitest';
import type { Description } from '../../machines/description/description.ts';
import { systemOf } from '../../machines/description/system.ts';
import { check, type Report } from '../../src/check/verdict.ts';
import { inWords } from '../../src/check/waits.ts';
import { withoutRecovery } from '../../src/system/program.ts';

/** Faults that the litmus tests once found in the model itself. */
const ask = (asks: Omit<Description, 'driver'>): Report =>
  check(withoutRecovery(systemOf({ driver: 'any', ...asks })), { states: 100_000 });

describe('what the model once said wrong', () => {
  test('a job whose faults are hints only was held up by one that it raised before', () => {
    expect(ask({ pageFaults: 'hint' }).verdict).toBe('finite');
    expect(ask({ pageFaults: 'on-demand' }).verdict).toBe('deadlock');
  });
  test('a fenced job waited for a compute job that came after it', () => {
    const untangled = ask({
      options: ['track-dependencies'],
      hazards: ['faulting-job-implicit-sync'],
    });
    expect(untangled.verdict).toBe('finite');
    expect(ask({ hardware: 'separate', hazards: ['faulting-job-implicit-sync'] }).verdict).toBe(
      'deadlock',
    );
  });
  test('an allocation that waits for the fence whose signal it is in was said to wait for nothing', () => {
    const { promises } = ask({ hardware: 'separate', hazards: ['signal-path-reclaims'] });
    expect(inWords(promises[0]!.waits!)).toBe(
      "fence 1 → completes, in kmalloc(64, GFP_KERNEL): somebody else's shrinker or notifier " +
        'waits for fence_1 (line 9) → fence 1',
    );
  });
  test('an allocation beside the repair starved while a copy or bind fence was visible', () => {
    expect(ask({ options: ['flush'], hazards: ['preempt-fence-allocates'] }).verdict).toBe(
      'finite',
    );
  });
  test('a submit with a reservation and a mode waited for a mode lock that was free', () => {
    expect(ask({ options: ['reserve-in-flight', 'flush'] }).verdict).toBe('finite');
  });
  test('the worker that refuses a fault and its own reclaim starved each other', () => {
    expect(ask({ options: ['track-dependencies', 'preempt'] }).verdict).toBe('finite');
    expect(ask({ options: ['track-dependencies', 'reserve-static'] }).verdict).toBe('finite');
  });
  test('a fault that was refused left the pages of its CPU page fault behind', () => {
    const described = { hazards: ['cpu-fault-in-repair'], jobs: { fenced: 0 } } as const;
    expect(ask(described).verdict).toBe('finite');
    expect(
      ask({
        options: ['reserve-in-flight', 'track-dependencies'],
        hazards: ['cpu-fault-in-repair'],
      }).verdict,
    ).toBe('finite');
  });
  test('compute jobs that a driver does not have overtook its jobs', () => {
    const described = {
      pageFaults: 'none',
      foreignDevice: false,
      submission: 'any-order',
    } as const;
    expect(ask(described).verdict).toBe('unbounded');
    expect(ask({ ...described, jobs: { faulting: 0 } }).verdict).toBe('finite');
  });
});
