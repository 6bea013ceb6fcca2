import { vocabulary } from '../../../src/system/vocabulary.ts';
import { from } from '../../words/cites.ts';
import { engineGroup, groupJobParts, groupJobs, groupLaws, groupSteps } from '../../rows/engine-group.ts';
import { litmuses } from './ask.ts';

const xeHwEngineGroupTypes = from('drivers/gpu/drm/xe/xe_hw_engine_group_types.h');

const v = vocabulary(groupJobParts);

/** The queue that faults runs on an engine that shares hardware with this group, and is on the list of another. */
const misPartitioned = v.about(groupSteps).clause({
  name: 'engine-group/mis-partitioned',
  says: xeHwEngineGroupTypes(
    'engines of one group cannot make progress when one is stuck on a page fault: those that ' +
      'share hardware belong to one group',
  ),
  forbids: ['suspend_queues', 'switch_to_dma_fence'],
  adds: [
    {
      name: 'suspend_nothing_here',
      actor: 'group_exec[i]',
      moves: { 'exec[i]': 'suspend' },
      when: { mode: 'lr', 'exec[i]': 'writes' },
    },
    {
      name: 'switch_without_it',
      actor: 'group_exec[i]',
      moves: { 'exec[i]': 'switched', mode: 'to_dma_fence', modeSem: 'downgrade_write' },
      when: { 'exec[i]': 'suspend_wait', 'queue[?]': '!absent' },
    },
  ],
});

/** Engines that share hardware, put into groups. */
export const groupPartitionLitmuses = litmuses({
  name: 'GROUP+mis-partitioned',
  cites: ['O-4', 'P5'],
  twin: 'GROUP',
  about:
    'An engine that shares hardware with the group belongs to another group, and its queue is not suspended ' +
    'when this group switches its mode.',
  asks: { rows: [engineGroup, groupJobs], clauses: [...Object.values(groupLaws), misPartitioned] },
  expect: {
    verdict: 'broken',
    broken: ['no-fence-beside-fault-job'],
    promises: { 'resume-ends': 'deadlock', 'fence-signals': 'deadlock' },
    states: 1897,
    edges: 6588,
    length: 9,
  },
});
