import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { executionActors } from '../../../machines/litmus/execution/actors.ts';
import {
  engineGroup,
  groupJobParts,
  groupJobs,
  groupLaws,
} from '../../../machines/rows/engine-group.ts';
import { preemptFences, preemptLaws } from '../../../machines/rows/preempt-fence.ts';
import { check } from '../../../src/check/verdict.ts';
import { search } from '../../../src/explore/search.ts';
import { compose } from '../../../src/system/compose.ts';
import { stateName, type Program } from '../../../src/system/program.ts';
import { vocabulary, type Clause } from '../../../src/system/vocabulary.ts';
import { bench, type Bench } from '../fences/replay.ts';
import { suites } from './list.ts';

const w = vocabulary(groupJobParts);
const about = w.about([...engineGroup.steps, ...groupJobs.steps] as { readonly name: string }[]);
const says = { file: 'IGT lib/xe/xe_spin.c', says: 'a spinner runs until the CPU ends it' };
const lrSpins = about.clause({
  name: 'igt/lr-spins',
  says,
  forbids: ['lr_ends'],
  adds: [{ name: 'spin_end', actor: 'user', moves: { 'lr[k]': 'end' } }],
});
const fencedSpins = about.clause({
  name: 'igt/fenced-spins',
  says,
  forbids: ['job_signals'],
  adds: [
    {
      name: 'spin_end',
      actor: 'user',
      moves: { 'fence[i]': 'dma_fence_signal' },
      also: { 'groupFence[i]': 'done' },
    },
  ],
});
const laws = Object.values(groupLaws);
const group = (clauses: readonly Clause[], sizes: Readonly<Record<string, number>> = {}): Program =>
  compose({
    rows: [engineGroup, groupJobs],
    clauses,
    actors: executionActors,
    sizes: { fenced: 1, faulting: 1, ...sizes },
  });
const preempting = (): Bench =>
  bench(
    compose({
      rows: [preemptFences],
      clauses: Object.values(preemptLaws),
      actors: executionActors,
      sizes: {},
    }),
  );

/** Whether some reachable state has all these parts there. */
function reaches(program: Program, at: Readonly<Record<string, readonly string[]>>): boolean {
  const graph = search(program, { states: 200_000 });
  expect(graph.stopped).toBe(null);
  const parts = Object.entries(at).map(([name, states]) => ({
    part: program.parts.findIndex((one) => one.name === name),
    states,
  }));
  for (let state = 0; state < graph.size; state++) {
    const locals = graph.locals(state, []);
    if (parts.every(({ part, states }) => states.includes(stateName(program, part, locals[part]!))))
      return true;
  }
  return false;
}
/** The same without one step. */
const less = (program: Program, of: string): Program => ({
  ...program,
  steps: program.steps.filter((step) => step.of !== of),
});
/** An exec with a dma_fence, from call to push, in LR mode. */
const switching = [
  'exec[1]',
  'get_mode_down_read[1]',
  'get_mode_differs[1]',
  'get_mode_down_write[1]',
  'suspend_queues[1]',
  'suspend_answered[1]',
  'switch_to_dma_fence[1]',
  'push[1]',
  'put[1]',
];
const goingBack = [
  'resume_work_runs',
  'worker_down_read',
  'worker_differs',
  'worker_down_write',
  'switch_to_lr',
  'resume_queues',
  'worker_put',
];
const preempted = ['preempt_work', 'queue_suspended', 'preempt_signals'];
const bound = ['rebind_runs', 'rebind_locks', 'rebind_repins', 'rebind_waited', 'rebinds'];

const tests: Record<string, Record<string, () => void>> = {
  xe_exec_mix_modes: {
    'exec-simple-batch-store-lr': () => {
      const it = bench(group(laws));
      it.do('lr_exec[1]', 'lr_runs[1]');
      expect(it.at('lr[1]')).toBe('running');
      it.do('lr_ends[1]');
      expect(it.at('lr[1]')).toBe('ended');
    },
    'exec-simple-batch-store-dma-fence': () => {
      const it = bench(group(laws));
      it.do(...switching);
      expect([it.at('mode'), it.at('fence[1]'), it.at('queue[1]')]).toEqual([
        'dma_fence',
        'visible',
        'suspended',
      ]);
      it.do('job_signals[1]');
      expect(it.at('fence[1]')).toBe('signaled');
    },
    'exec-spinner-interrupted-lr': () => {
      const it = bench(group([...laws, lrSpins]));
      it.do('lr_exec[1]', 'lr_runs[1]');
      for (let n = 0; n < 4; n++) {
        if (n > 0) it.drain('resume_work_runs', 'worker_down_read', 'worker_same', 'worker_put');
        it.do(...switching, 'job_signals[1]');
        // The LR job was preempted and its user fence is still not written.
        expect(it.at('lr[1]')).toBe('pushed');
        it.do(...goingBack, 'lr_runs[1]');
      }
      it.do('spin_end[1]');
      expect(it.at('lr[1]')).toBe('ended');
      // In every interleaving: fences signal whatever the spinner does, and it ends by the CPU alone.
      const program = group([...laws, lrSpins], { fenced: 2 });
      expect(
        check(
          program,
          { states: 200_000 },
          { plain: true, promises: ['fence-signals', 'exec-ends'] },
        ).verdict,
      ).toBe('finite');
      expect(reaches(program, { 'lr[1]': ['ended'] })).toBe(true);
      expect(reaches(less(program, 'spin_end'), { 'lr[1]': ['ended'] })).toBe(false);
      expect(
        reaches(less(program, 'spin_end'), {
          'lr[1]': ['pushed'],
          'fence[1]': ['signaled'],
          'fence[2]': ['signaled'],
        }),
      ).toBe(true);
    },
    'exec-spinner-interrupted-dma-fence': () => {
      const it = bench(group([...laws, fencedSpins]));
      it.do(...switching, 'lr_exec[1]');
      it.do(...goingBack.slice(0, 4));
      expect(it.can('switch_to_lr')).toBe(false);
      expect(it.at('lr[1]')).toBe('pushed');
      it.do('spin_end[1]', ...goingBack.slice(4), 'lr_runs[1]', 'lr_ends[1]');
      expect(it.at('lr[1]')).toBe('ended');
      const early = { 'fence[1]': ['visible'], 'lr[1]': ['running', 'faulted', 'ended'] };
      // The job was there before, or its user fence is not written while the spinner runs.
      // The test destroys no queue while its job is under way.
      const kept = less(group([...laws, fencedSpins]), 'destroy_in_flight');
      expect(reaches(kept, { ...early, 'lr[1]': ['running', 'faulted'] })).toBe(false);
      expect(
        reaches(
          group([
            ...laws.filter((one) => one !== groupLaws['fences-before-fault-job']),
            fencedSpins,
          ]),
          { ...early, 'lr[1]': ['running', 'faulted'] },
        ),
      ).toBe(true);
    },
    'exec-multi-queue-spinner-interrupted-lr': () => {
      const program = group([...laws, lrSpins], { faulting: 2 });
      expect(
        check(
          program,
          { states: 200_000 },
          { plain: true, promises: ['fence-signals', 'exec-ends'] },
        ).verdict,
      ).toBe('finite');
      expect(
        reaches(program, { 'lr[1]': ['pushed'], 'lr[2]': ['pushed'], 'fence[1]': ['signaled'] }),
      ).toBe(true);
      expect(reaches(less(program, 'spin_end'), { 'lr[2]': ['ended'] })).toBe(false);
      const kept = less(program, 'destroy_in_flight');
      expect(reaches(kept, { 'lr[1]': ['running'], 'fence[1]': ['visible'] })).toBe(false);
      expect(
        reaches(program, { 'lr[1]': ['ended'], 'lr[2]': ['ended'], 'fence[1]': ['signaled'] }),
      ).toBe(true);
    },
  },
  xe_exec_compute_mode: {
    'preempt-fence-early': () => {
      const it = preempting();
      it.do(
        'client_wants',
        'client_preempts',
        ...preempted,
        'client_has',
        'client_frees',
        ...bound,
        'rebind_arms',
        'rebind_unlocks',
      );
      // Armed again before a job has run since.
      expect([it.at('pfence'), it.at('lrQueue')]).toEqual(['armed', 'resumed']);
      it.do('client_wants', 'client_preempts', 'preempt_work');
      expect(it.can('queue_suspended')).toBe(false);
      it.do(
        'queue_runs',
        'queue_suspended',
        'preempt_signals',
        'client_has',
        'client_frees',
        ...bound,
        'rebind_arms',
        'rebind_unlocks',
        'queue_runs',
      );
      expect(it.at('lrQueue')).toBe('running');
    },
    'userptr-invalidate': () => {
      const it = preempting();
      it.do('userptr_invalidated');
      expect(it.can('notifier_returns')).toBe(false);
      it.do('preempt_work', 'queue_suspended');
      expect([it.at('tlb'), it.can('notifier_returns')]).toEqual(['flushed', false]);
      it.do(
        'preempt_signals',
        'notifier_returns',
        ...bound,
        'rebind_arms',
        'rebind_unlocks',
        'queue_runs',
      );
      expect([it.at('lrQueue'), it.at('tlb'), it.at('notifier')]).toEqual([
        'running',
        'cached',
        'valid',
      ]);
    },
    'userptr-invalidate-race': () => {
      const it = preempting();
      it.do(
        'userptr_invalidated',
        ...preempted,
        'notifier_returns',
        ...bound,
        'userptr_invalidated_again',
      );
      expect(it.can('rebind_arms')).toBe(false);
      it.do(
        'rebind_again',
        'notifier_returns',
        'rebind_repins',
        'rebind_waited',
        'rebinds',
        'rebind_arms',
        'rebind_unlocks',
        'queue_runs',
      );
      expect(it.at('lrQueue')).toBe('running');
    },
  },
};
for (const same of ['userptr-free', 'userptr-unmap'])
  tests['xe_exec_compute_mode']![same] = tests['xe_exec_compute_mode']!['userptr-invalidate']!;

describe.each(Object.entries(suites))('%s', (name, suite) => {
  test('every subtest is here, or listed with the reason', () => {
    const listed = suite.tests.filter(({ how }) => how !== 'not').map((one) => one.name);
    expect(listed.length).toBeGreaterThanOrEqual(5);
    expect(Object.keys(tests[name]!).sort()).toEqual([...listed].sort());
    for (const { name: of, note } of suite.tests) expect(note.length, of).toBeGreaterThan(0);
  });
  for (const [of, run] of Object.entries(tests[name]!)) test(of, run);
});

test('docs/kernel-tests-execution.md says what the list says', () => {
  const page = [
    '# Kernel tests: execution',
    '',
    'Generated from `test/kernel/execution/list.ts`; a test compares it.',
    '',
    ...Object.entries(suites).flatMap(([name, { source, tests: of }]) => [
      `## ${name}`,
      '',
      `${source}.`,
      '',
      '| test | how | note |',
      '|---|---|---|',
      ...of.map(
        (one) => `| ${one.name} | ${one.how === 'not' ? 'not expressed' : one.how} | ${one.note} |`,
      ),
      '',
    ]),
  ].join('\n');
  expect(
    readFileSync(new URL('../../../docs/kernel-tests-execution.md', import.meta.url), 'utf8'),
  ).toBe(page);
});
