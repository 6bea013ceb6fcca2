import { compose } from '../../src/system/compose.ts';
import type { Clause } from '../../src/system/vocabulary.ts';
import { drmExecRow } from '../rows/drm-exec.ts';
import { memoryActors } from '../rows/memory-actors.ts';
import { source } from '../words/cites.ts';
import { no, undefinedAs, type Conformance, type Refused } from './conformance.ts';

const own = undefinedAs('the driver or the test does this, and it is not a call');
const elsewhere = undefinedAs(
  'the thread sleeps, or must give back what it has',
  source('include/linux/ww_mutex.h', 'ww_mutex_lock: -EDEADLK'),
);

/** A lock that the ticket has already: -EALREADY. Another of the same call's ends is a step of its own. */
const again = (name: string): readonly Refused[] => {
  const k = /_lock_(\d)$/.exec(name)?.[1];
  if (k === undefined) return [name.includes('_lock_') ? elsewhere : own];
  const other = k === '1' ? 'o2' : 'o1';
  return name.startsWith('exec')
    ? [no({ exec: 'locking', [`o${k}`]: 'held.exec', prelocked: ['none', other] }), elsewhere]
    : [no({ other: 'begun', [`o${k}`]: 'held.other' }), elsewhere];
};

const inside = Object.fromEntries(
  drmExecRow.steps
    .filter(({ name }) => /^(slow_gets|then|exec_gets|other_gets)_/.test(name))
    .map(({ name }) => [name, 'a thread that was woken runs before the test does']),
);

/** drm_exec against a thread with another ticket: contention, back-off, the retry by the contended object. */
const withoutSince: Omit<Conformance, 'since'> = {
  id: 'exec',
  title: 'drm_exec on two objects, and a thread with a ticket that is older or younger',
  program: () => compose({ rows: [drmExecRow], actors: memoryActors, sizes: {} }),
  adapter: 'exec-adapter.h',
  inside,
  unreachable: {},
  refused: Object.fromEntries(drmExecRow.steps.map(({ name }) => [name, again(name)])),
};

export const execConformance: Conformance = { ...withoutSince, since: '6.12' };

/** The same by hand, as drivers did before there was a drm_exec: a retry begins with what was contended. */
const byHand: Clause = {
  name: 'conformance/contended-first',
  says: source(
    'include/linux/ww_mutex.h',
    'ww_mutex_lock_slow: after having dropped all other w/w locks',
  ),
  forbids: ['exec_lock_1_has', 'exec_lock_2_has'],
  requires: {
    exec_lock_1_slow_path: { exec: 'retries_1' },
    exec_lock_2_slow_path: { exec: 'retries_2' },
  } as never,
};
export const ticketConformance: Conformance = {
  ...withoutSince,
  id: 'tickets',
  title: 'dma_resv_lock and _lock_slow with tickets that are older or younger, by two threads',
  program: () =>
    compose({ rows: [drmExecRow], clauses: [byHand], actors: memoryActors, sizes: {} }),
  defines: { FF_TICKETS: 'by hand' },
};
