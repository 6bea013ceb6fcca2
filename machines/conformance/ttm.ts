import { compose } from '../../src/system/compose.ts';
import type { Clause, Row } from '../../src/system/vocabulary.ts';
import { validateAnswer } from '../lifecycles/ttm-bo.ts';
import { memoryActors } from '../rows/memory-actors.ts';
import { pinnedBo, pinnedLaws, ttmReserve } from '../rows/pinned-bo.ts';
import { source } from '../words/cites.ts';
import { undefinedAs, type Conformance } from './conformance.ts';

const ttm = (says: string) => source('drivers/gpu/drm/ttm/ttm_bo.c', says);
const own = undefinedAs('the test does this, and it is not a call');
const gone = undefinedAs('the object is released');

/** What the call said is a place of its own, so that it is compared. */
const told: Row = {
  name: 'ttm-validate-answer',
  parts: { told: { of: validateAnswer, title: 'answer' } },
  steps: [],
};
const says = (event: string, ...steps: readonly string[]) =>
  Object.fromEntries(steps.map((step) => [step, { told: event }]));
const tells: Clause = {
  name: 'conformance/tells',
  says: ttm('ttm_bo_validate'),
  moves: {
    ...says('say_0', 'compatible_0', 'compatible_system_0', 'moved_0', 'moved_system_0'),
    ...says('say_EINVAL', 'pinned_EINVAL', 'pinned_system_EINVAL'),
    ...says('say_ENOMEM', 'all_pinned_ENOMEM', 'domain_busy_ENOMEM'),
  },
};
const twoPins: Clause = {
  name: 'conformance/two-pins',
  says: ttm('ttm_bo_pin'),
  about: 'A third pin has the same effect as the second.',
  requires: { ttm_bo_pin: { 'pins[i]': ['zero', 'pinned.one'] } } as Clause['requires'] & object,
};

const within = 'ttm_bo_validate: one call';
/** Two buffer objects, video memory with room for one, and a place for what is evicted. */
export const ttmConformance: Conformance = {
  id: 'ttm',
  title: 'TTM with two buffer objects: pin, validate, evict, release, by its mock managers',
  program: () =>
    compose({
      rows: [pinnedBo, told],
      clauses: [...Object.values(pinnedLaws), tells, twoPins],
      actors: memoryActors,
      sizes: { bos: 2 },
    }),
  adapter: 'ttm-adapter.h',
  since: '6.12',
  inside: Object.fromEntries(
    [
      'compatible_0',
      'compatible_system_0',
      'pinned_EINVAL',
      'pinned_system_EINVAL',
      'moved_0',
      'moved_system_0',
      'ttm_bo_evict_cb',
      'ttm_bo_evict',
      'all_pinned_ENOMEM',
      'domain_busy_ENOMEM',
    ].map((step) => [step, within]),
  ),
  unreachable: {},
  refused: {
    ttm_bo_pin: [
      undefinedAs('a third pin is like the second, and a released object is not pinned'),
    ],
    ttm_bo_unpin: [
      undefinedAs('the kernel warns (WARN_ON)', ttm('ttm_bo_unpin: WARN_ON_ONCE(!bo->pin_count)')),
    ],
    wants_vram: [gone],
    wants_system: [gone],
    domain_fills: [own],
    ttm_bo_put: [
      undefinedAs('the kernel warns (WARN_ON)', ttm('ttm_bo_release: WARN_ON_ONCE(bo->pin_count)')),
    ],
  },
};

const noWait: Clause = {
  name: 'conformance/no-wait-is-asked',
  says: source('include/drm/ttm/ttm_bo.h', 'ttm_bo_reserve: -EBUSY'),
  about: 'A thread that may not wait has no ticket. Another thread tries this in every state.',
  forbids: ['reserve_no_wait_EBUSY'],
};
const sleeps = 'it returns as soon as the lock is free';
const elsewhere = undefinedAs('the thread is not where it could make the call, or it would sleep');

/** Two threads that reserve two buffer objects in opposite order, each with a ticket. */
export const reserveConformance: Conformance = {
  id: 'reserve',
  title: 'ttm_bo_reserve and _slowpath by two threads, in opposite order',
  program: () =>
    compose({ rows: [ttmReserve], clauses: [noWait], actors: memoryActors, sizes: { bos: 2 } }),
  adapter: 'reserve-adapter.h',
  since: '6.12',
  inside: { reserve_0: sleeps, reserve_slowpath_0: sleeps },
  unreachable: {},
  refused: Object.fromEntries(ttmReserve.steps.map(({ name }) => [name, [elsewhere]])),
  answers: (places) =>
    [1, 2].map((k) => [`reserve_no_wait ${k}`, places(`boResv[${k}]`) === 'free' ? '0' : '-EBUSY']),
};
