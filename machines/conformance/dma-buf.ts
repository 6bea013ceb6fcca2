import { compose } from '../../src/system/compose.ts';
import type { Clause, Step } from '../../src/system/vocabulary.ts';
import type { Usage } from '../lifecycles/dma-resv-entry.ts';
import { fenceActors } from '../litmus/fences/actors.ts';
import { resvFences, returnedBy } from '../rows/dma-resv.ts';
import { source } from '../words/cites.ts';
import { no, undefinedAs, type Conformance, type Refused } from './conformance.ts';

const bufferC = (says: string) => source('drivers/dma-buf/dma-buf.c', says);
const fences = [1, 2] as const;
const row = resvFences(fences.length);
const own = undefinedAs('the test does this, and it is not a call');
const pruned = undefinedAs(
  'an added fence may take the place of a signaled fence; the interface does not say of which',
  source('drivers/dma-buf/dma-resv.c', 'dma_resv_add_fence'),
);
const asked = undefinedAs('the result of an export is asked in every state');

const attaches = row.steps.map(({ name }) => name).filter((name) => name.startsWith('attach_'));
const reads = row.steps.map(({ name }) => name).filter((name) => name.startsWith('export_read_'));

const pruneApart: Clause = {
  name: 'conformance/adding-does-not-prune',
  says: source(
    'drivers/dma-buf/dma-resv.c',
    'dma_resv_add_fence: any signaled fence may be replaced',
  ),
  about: 'A signaled fence loses its place in a separate step.',
  requires: Object.fromEntries(
    attaches.map((name) => [name, { e1: '!signaled', e2: '!signaled' }]),
  ) as Clause['requires'] & object,
};
/** What was exported comes back by the other ioctl: whatever is in it is written by now. */
const comesBack: Clause = {
  name: 'conformance/import-what-was-exported',
  says: bufferC('dma_buf_import_sync_file: dma_fence_unwrap_for_each'),
  about: 'A container is unwrapped, and its fences are in the reservation object already.',
  adds: [['f1'], ['f2'], ['f1', 'f2']].map((set): Step => ({
    name: `import_back_{${set.join()}}`,
    actor: 'user',
    moves: Object.fromEntries(set.map((f) => [f.replace('f', 'e'), 'dma_resv_add_fence.WRITE'])),
    when: {
      writeFile: set.map((f) => f.replace(/\d/, '[$&]')).join(),
      e1: '!signaled',
      e2: '!signaled',
    } as NonNullable<Step['when']>,
    cite: bufferC('dma_buf_import_sync_file'),
  })),
};
const oneFile: Clause = {
  name: 'conformance/one-file',
  says: bufferC('dma_buf_export_sync_file'),
  about: 'In every state the sync_file for reading is requested and closed at once.',
  forbids: reads,
};

/** Which fences a query finds pending. */
const pendingOf = (places: (part: string) => string, query: Usage): readonly string[] =>
  fences
    .filter((k) => returnedBy(query).some((usage) => places(`e${k}`) === `unsignaled.${usage}`))
    .map((k) => `f[${k}]`);

function answers(places: (part: string) => string): readonly (readonly [string, string])[] {
  const [forReading, forWriting] = [pendingOf(places, 'WRITE'), pendingOf(places, 'READ')];
  return [
    ['export_read', forReading.join() || 'signaled'],
    ['export_write', forWriting.join() || 'signaled'],
    ['export_read_write', forWriting.join() || 'signaled'],
    ['export_neither', '-EINVAL'],
    ['export_unknown_flag', '-EINVAL'],
    ['import_neither', '-EINVAL'],
    ['import_unknown_flag', '-EINVAL'],
    ['import_no_sync_file', '-EINVAL'],
    ['poll_in', forReading.length === 0 ? 'EPOLLIN' : '0'],
    ['poll_out', forWriting.length === 0 ? 'EPOLLOUT' : '0'],
  ];
}

const refusals = (name: string): readonly Refused[] => {
  if (name.startsWith('attach_')) return [pruned];
  if (name.startsWith('export_')) return [asked];
  const signals = /^signal_(\d)$/.exec(name);
  return signals === null
    ? [own]
    : [no({ [`e${signals[1]}`]: 'signaled' }), undefinedAs('the fence is in no list')];
};

/** A dma-buf through its file: a fence is imported, exported, polled for. */
export const dmaBufConformance: Conformance = {
  id: 'dma_buf',
  title: 'dma-buf with two fences: export and import of sync_files, poll',
  program: () =>
    compose({
      rows: [row],
      clauses: [pruneApart, comesBack, oneFile],
      actors: fenceActors,
      sizes: {},
    }),
  adapter: 'dma-buf-adapter.h',
  inside: {},
  unreachable: {},
  refused: Object.fromEntries(
    [...row.steps, ...comesBack.adds!].map(({ name }) => [name, refusals(name)]),
  ),
  answers,
};
