import { describe, expect, test } from 'vitest';
import { faultQueue } from '../../../machines/rows/fault-queue.ts';
import { devicePrivate, privateLaws } from '../../../machines/rows/device-private.ts';
import {
  intervalNotifier,
  notifierJob,
  notifierLaws,
  notifierWaits,
} from '../../../machines/rows/interval-notifier.ts';
import { memoryActors } from '../../../machines/rows/memory-actors.ts';
import { compose } from '../../../src/system/compose.ts';
import { stepping } from './replay.ts';

const page = () =>
  stepping(
    compose({
      rows: [devicePrivate],
      clauses: Object.values(privateLaws),
      actors: memoryActors,
      sizes: {},
    }),
  );
const userptr = () =>
  stepping(
    compose({
      rows: [intervalNotifier, notifierJob],
      clauses: [...Object.values(notifierLaws), notifierWaits],
      actors: memoryActors,
      sizes: { importers: 1 },
    }),
  );

/** tools/testing/selftests/mm/hmm-tests.c */
describe('hmm_gup_test, private', () => {
  test.each([
    'GUP_BASIC_TEST',
    'GUP_FAST_BENCHMARK',
    'PIN_FAST_BENCHMARK with FOLL_LONGTERM',
    'PIN_LONGTERM_BENCHMARK',
  ])('%s: the page is migrated to system memory first', () => {
    const hmm = page();
    hmm.does('populate');
    expect(hmm.is('page')).toBe('device');
    hmm.does('gup');
    expect([hmm.can('gup_pins'), hmm.answers('gup')]).toEqual([false, []]);
    hmm.does('gup_migrates', 'gup_pins');
    expect([hmm.is('page'), hmm.can('populate')]).toEqual(['pinned', false]);
    // HMM_DMIRROR_SNAPSHOT: HMM_DMIRROR_PROT_WRITE, a page of system memory.
    hmm.does('range_fault', 'range_fault_ram');
    expect(hmm.is('mapping')).toBe('snapped.ram');
    hmm.does('gup_put');
    expect(hmm.is('page')).toBe('system');
  });
  test('migrate, migrate_fault: to the device, and back by a CPU access', () => {
    const hmm = page();
    hmm.does('populate', 'range_fault', 'range_fault_device', 'peer_programs', 'cpu_fault');
    expect([hmm.is('page'), hmm.is('mapping')]).toEqual(['system', 'none']);
  });
});

/** IGT amd_pci_unplug: amdgpu_hotunplug_simple, _with_cs. */
test('hot unplug: nothing new, revoke, migrate, and an access in flight goes nowhere', () => {
  const hmm = page();
  hmm.does(
    'populate',
    'range_fault',
    'range_fault_device',
    'peer_programs',
    'peer_access_starts',
    'unplug_begins',
  );
  expect(hmm.can('populate')).toBe(false);
  hmm.does('pagemap_revoked');
  expect([hmm.is('mapping'), hmm.can('unplug_ends')]).toEqual(['none', false]);
  hmm.does('evict_to_ram', 'unplug_ends');
  expect([hmm.is('page'), hmm.is('peer')]).toEqual(['system', 'nowhere']);
  hmm.does('peer_reset');
});

/** IGT xe_exec_fault_mode and xe_vm: userptr-invalidate, userptr-invalidate-race. */
describe('userptr', () => {
  test('userptr-invalidate: the next exec finds new pages', () => {
    const xe = userptr();
    xe.does(
      'mirror_begins',
      'mmu_interval_read_begin',
      'hmm_range_fault',
      'mirror_locks',
      'program',
    );
    xe.does(
      'invalidate_range_start',
      'invalidate',
      'zap',
      'tlb_flush',
      'invalidate_unlocks',
      'invalidate_returns',
      'pages_returned',
      'invalidate_range_end',
    );
    expect([xe.is('pte'), xe.can('job_starts[1]')]).toEqual(['none', false]);
    xe.does(
      'mirror_begins',
      'mmu_interval_read_begin',
      'hmm_range_fault',
      'mirror_locks',
      'program',
      'job_starts[1]',
    );
  });
  test('userptr-invalidate-race: invalidated between hmm_range_fault and the lock', () => {
    const xe = userptr();
    xe.does(
      'mirror_begins',
      'mmu_interval_read_begin',
      'hmm_range_fault',
      'invalidate_range_start',
      'invalidate',
    );
    expect(xe.can('mirror_locks')).toBe(false);
    xe.does('zap', 'tlb_flush', 'invalidate_unlocks', 'mirror_locks');
    expect(xe.answers('mirror')).toEqual(['mmu_interval_read_retry']);
    xe.does('mmu_interval_read_retry');
    expect(xe.answers('mirror')).toEqual(['mmu_interval_read_retry_EBUSY']);
  });
  test('userptr-invalidate while a job runs: the notifier waits', () => {
    const xe = userptr();
    xe.does(
      'mirror_begins',
      'mmu_interval_read_begin',
      'hmm_range_fault',
      'mirror_locks',
      'program',
      'job_starts[1]',
    );
    xe.does('invalidate_range_start', 'invalidate', 'zap', 'tlb_flush', 'invalidate_unlocks');
    expect(xe.can('invalidate_returns')).toBe(false);
    xe.does('job_ends[1]', 'invalidate_returns', 'pages_returned');
    expect(xe.is('access[1]')).toBe('idle');
  });
});

/** IGT xe_exec_fault_mode: invalid-fault, invalid-userptr-fault, invalid-va: the fault is answered all the same. */
describe('a fault that cannot be repaired', () => {
  const fault = () =>
    stepping(compose({ rows: [faultQueue], actors: memoryActors, sizes: { faults: 2 } }));
  test('invalid-fault: an address that nothing is bound to', () => {
    const xe = fault();
    xe.does('hw_fault[1]', 'enqueue[1]', 'service[1]');
    expect(xe.can('nack[1]')).toBe(true);
    xe.does('nack[1]');
    // The job is told; the fault of another goes through.
    expect([xe.is('entry[1]'), xe.is('wave[1]')]).toEqual(['none', 'ended']);
    xe.does(
      'hw_fault[2]',
      'enqueue[2]',
      'service[2]',
      'vma_is_bo[2]',
      'validate[2]',
      'bind_signaled[2]',
      'ack[2]',
    );
    expect(xe.is('wave[2]')).toBe('running');
  });
  test('invalid-userptr-fault: the pages are gone', () => {
    const xe = fault();
    xe.does('hw_fault[1]', 'enqueue[1]', 'service[1]', 'vma_is_userptr[1]');
    expect(xe.can('ack[1]')).toBe(false);
    xe.does('nack[1]');
    expect(xe.is('wave[1]')).toBe('ended');
  });
  test('invalid-va: the fault is refused, the queue is told', () => {
    const xe = fault();
    xe.does('hw_fault[1]', 'enqueue[1]', 'service[1]', 'nack[1]');
    // The user fence of the job is written with an error: -EIO, not a timeout.
    expect(xe.is('wave[1]')).toBe('ended');
    expect(xe.answers('entry[1]')).toEqual([]);
  });
});
