import { compose } from '../../src/system/compose.ts';
import type { Clause } from '../../src/system/vocabulary.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { swSyncRow, type Point } from '../rows/sw-sync.ts';
import { source } from '../words/cites.ts';
import { no, undefinedAs, type Conformance, type Refused } from './conformance.ts';

const fences: readonly Point[] = [
  { timeline: 1, point: 1 },
  { timeline: 1, point: 2 },
  { timeline: 2, point: 1 },
];
const ks = fences.map((_, at) => at + 1);
const row = swSyncRow(fences, 2);
const elsewhere = undefinedAs('the descriptor is closed, or the point is made already');

const atOnce: Clause = {
  name: 'conformance/taken-at-once',
  says: source('drivers/dma-buf/sync_file.c', 'sync_file_merge'),
  about: 'A merge leaves signaled fences out, and the model has no timestamps.',
  requires: Object.fromEntries(
    ks.map((k) => [`take_f${k}`, Object.fromEntries(ks.map((each) => [`f${each}`, '!signaled']))]),
  ) as Clause['requires'] & object,
};

/** What a poll and SYNC_IOC_FILE_INFO answer of each fence that there is. */
function answers(places: (part: string) => string): readonly (readonly [string, string])[] {
  return ks.flatMap((k) => {
    const place = places(`f${k}`);
    if (place === 'unpublished') return [];
    const failed = places(`enoent${k}`) === 'warned';
    const signaled = place === 'signaled';
    return [
      [`poll f${k}`, signaled ? 'EPOLLIN' : '0'],
      [`SYNC_IOC_FILE_INFO f${k}`, failed ? '-ENOENT' : String(Number(signaled))],
    ] as const;
  });
}

const steps = (prefix: RegExp, refused: readonly Refused[]) =>
  Object.fromEntries(
    row.steps.filter(({ name }) => prefix.test(name)).map(({ name }) => [name, refused]),
  );

/** Two timelines of sw_sync, three points, their sync_files, and one that they are merged into. */
export const swSyncConformance: Conformance = {
  id: 'sw_sync',
  title: 'sw_sync and sync_file by their ioctls: two timelines, three points, merges',
  program: () => compose({ rows: [row], clauses: [atOnce], actors: fenceActors, sizes: {} }),
  adapter: 'sw-sync-adapter.h',
  since: '6.12',
  inside: {
    ...Object.fromEntries(
      ks.map((k) => [`expire_f${k}`, 'sync_pt_create: a point that is reached already']),
    ),
    ...Object.fromEntries(ks.map((k) => [`drop_f${k}`, 'sw_sync_debugfs_release'])),
  },
  unreachable: {},
  refused: {
    ...steps(/^create_/, [elsewhere]),
    ...steps(/^inc_/, [elsewhere]),
    ...steps(/^close_/, [elsewhere]),
    ...Object.fromEntries(
      ks.map((k) => [
        `take_f${k}`,
        [no({ [`f${k}`]: 'signaled', merged: 'none' }), undefinedAs('another merge')],
      ]),
    ),
  },
  answers,
};
