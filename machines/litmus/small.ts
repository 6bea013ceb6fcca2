import { setup } from 'xstate';
import { vocabulary, type Clause } from '../../src/system/vocabulary.ts';
import type { Spec } from '../../src/system/compose.ts';
import { from } from '../words/cites.ts';
import { futureFences, resvHoldersMayWait } from '../words/sentences.ts';
import { dmaFence } from '../lifecycles/dma-fence.ts';
import { slot } from '../lifecycles/slot.ts';
import { litmuses } from './litmus.ts';

const aie2Ctx = from('drivers/accel/amdxdna/aie2_ctx.c');
const xeHwEngineGroup = from('drivers/gpu/drm/xe/xe_hw_engine_group.c');

const actors = {
  user: { fair: 'none' },
  waiter: { fair: 'weak' },
  signaler: { fair: 'weak' },
  lock: {
    fair: 'strong',
    because: 'a mutex hands itself to its first waiter (kernel/locking/mutex.c: MUTEX_FLAG_HANDOFF)',
  },
} as const;

/** A thread that waits for a fence under a lock. */
const waiter = setup({ types: { events: {} as { type: 'lock' } | { type: 'woken' } } }).createMachine({
  id: 'waiter',
  initial: 'outside',
  states: {
    outside: {
      description: 'Has no lock.',
      meta: { source: 'drivers/dma-buf/dma-fence.c: DOC: fence cross-driver contract' },
      on: {
        lock: {
          target: 'waiting',
          description: 'Takes the lock and begins to wait.',
          meta: { source: 'drivers/dma-buf/dma-fence.c: dma_fence_wait_timeout' },
        },
      },
    },
    waiting: {
      description: 'Waits for the fence and holds the lock.',
      meta: { source: 'drivers/dma-buf/dma-fence.c: dma_fence_wait_timeout' },
      on: {
        woken: {
          target: 'outside',
          description: 'The fence is signaled; the lock is given back.',
          meta: { source: 'drivers/dma-buf/dma-fence.c: dma_fence_default_wait_cb' },
        },
      },
    },
  },
});

/** A lock under which fences are waited for, and, with the clause, taken on the way to the signal. */
function underLock(title: string, says: Clause['says']): { readonly spec: Spec; readonly takes: Clause } {
  const lock = slot('lock', ['waiter', 'signaler'], says.file, 'One thread holds the lock.');
  const v = vocabulary({
    fence: { of: dmaFence },
    waiter: { of: waiter, title: 'thread that waits' },
    lock: { of: lock, title },
  });
  const steps = v.steps(
    v.step('publish', 'user', { moves: { fence: 'publish' } }),
    v.step('lock', 'lock', {
      moves: { waiter: 'lock', lock: 'take.waiter' },
      when: { fence: 'visible' },
      atomic: 'the lock',
    }),
    v.step('wait_ends', 'waiter', {
      moves: { waiter: 'woken', lock: 'give.waiter' },
      when: { fence: 'signaled' },
      atomic: 'the lock',
    }),
    v.step('signal', 'signaler', { moves: { fence: 'dma_fence_signal' }, atomic: 'the fence lock' }),
    v.step('free', 'user', { moves: { fence: 'dma_fence_init' }, when: { waiter: 'outside' } }),
  );
  const row = v.row({
    name: 'wait-under-lock',
    steps,
    promises: [
      { name: 'fence-signals', pending: { fence: 'visible' } },
      { name: 'wait-ends', pending: { waiter: 'waiting' } },
    ],
  });
  return {
    spec: { rows: [row], clauses: [], actors, sizes: {} },
    takes: v.about(steps).clause({ name: 'signal-takes-lock', says, requires: { signal: { lock: 'free' } } }),
  };
}
const resv = underLock('dma_resv', resvHoldersMayWait);
const notifier = underLock(
  'what is held around a notifier',
  aie2Ctx('aie2_sched_notify: mmput() in the completion path; the notifier waits for the job'),
);

/** A job that is promised before it is submitted. */
const future = setup({
  types: { events: {} as { type: 'submit' } | { type: 'end' } | { type: 'free' } },
}).createMachine({
  id: 'future_job',
  initial: 'promised',
  states: {
    promised: {
      description: 'Userspace says that it will submit it.',
      meta: { source: 'Documentation/driver-api/dma-buf.rst: Indefinite DMA Fences' },
      on: {
        submit: {
          target: 'submitted',
          description: 'It is there.',
          meta: { source: 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_find_fence' },
        },
      },
    },
    submitted: {
      description: 'It runs.',
      meta: { source: 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_find_fence' },
      on: {
        end: {
          target: 'ended',
          description: 'It has ended.',
          meta: { source: 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_replace_fence' },
        },
      },
    },
    ended: {
      description: 'Its fence is signaled.',
      meta: { source: 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_replace_fence' },
      on: {
        free: {
          target: 'promised',
          description: 'The next one is promised.',
          meta: { source: 'drivers/gpu/drm/drm_syncobj.c: drm_syncobj_replace_fence' },
        },
      },
    },
  },
});
const f = vocabulary({ fence: { of: dmaFence }, job: { of: future, title: 'job' } });
const futureSteps = f.steps(
  f.step('publish', 'user', { moves: { fence: 'publish' }, when: { job: '!ended' } }),
  f.step('submit', 'user', { moves: { job: 'submit' } }),
  f.step('signal', 'signaler', { moves: { fence: 'dma_fence_signal', job: 'end' }, atomic: 'the fence lock' }),
  f.step('free', 'user', { moves: { fence: 'dma_fence_init', job: 'free' }, atomic: 'the reference count' }),
);
const futureFence: Spec = {
  rows: [
    f.row({
      name: 'future-fence',
      steps: futureSteps,
      promises: [{ name: 'fence-signals', pending: { fence: 'visible' } }],
    }),
  ],
  clauses: [],
  actors,
  sizes: {},
};
const noFuture = f.about(futureSteps).clause({
  name: 'no-future-fence',
  says: futureFences,
  requires: { publish: { job: 'submitted' } },
});

const group = 'drivers/gpu/drm/xe/xe_hw_engine_group.c: xe_hw_engine_group_suspend_faulting_lr_jobs';
/** The mode of an engine group while a submit path switches it. */
const mode = setup({
  types: { events: {} as { type: 'begin' } | { type: 'switched' } | { type: 'failed' } | { type: 'back' } },
}).createMachine({
  id: 'group_mode',
  initial: 'long_running',
  states: {
    long_running: {
      description: 'Page-faulting work runs.',
      meta: { source: group },
      on: {
        begin: {
          target: 'switching',
          description: 'A submit path with a dma_fence has every queue suspended.',
          meta: { source: group },
        },
      },
    },
    switching: {
      description: 'Waits until they are.',
      meta: { source: group },
      on: {
        switched: { target: 'dma_fence', description: 'All are suspended.', meta: { source: group } },
        failed: {
          target: 'long_running',
          description: 'One could not be suspended in time: the submit fails.',
          meta: { source: group },
        },
      },
    },
    dma_fence: {
      description: 'Work with dma_fences runs.',
      meta: { source: group },
      on: {
        back: {
          target: 'long_running',
          description: 'The worker goes back.',
          meta: { source: 'drivers/gpu/drm/xe/xe_hw_engine_group.c: hw_engine_group_resume_lr_jobs_func' },
        },
      },
    },
  },
});
const pair = (id: string, one: string, other: string, there: string, back: string, what: string) =>
  setup({ types: { events: {} as { type: string } } }).createMachine({
    id,
    initial: one,
    states: {
      [one]: {
        description: `${what}: ${one}.`,
        meta: { source: group },
        on: { [there]: { target: other, description: `${what} is ${other}.`, meta: { source: group } } },
      },
      [other]: {
        description: `${what}: ${other}.`,
        meta: { source: group },
        on: { [back]: { target: one, description: `${what} is ${one}.`, meta: { source: group } } },
      },
    },
  } as never);
const queue = pair('queue', 'resumed', 'suspended', 'suspend', 'resume', 'A queue of page-faulting work');
const work = pair('resume_work', 'idle', 'queued', 'queue', 'run', 'The worker that resumes');
const g = vocabulary({
  mode: { of: mode, title: 'engine group' },
  queue: { of: queue as never, title: 'queue' },
  work: { of: work as never, title: 'resume worker' },
});
const switchSteps = g.steps(
  g.step('begin', 'user', { moves: { mode: 'begin' }, also: { queue: 'suspend' } as never, atomic: 'mode_sem' }),
  g.step('switched', 'waiter', { moves: { mode: 'switched' }, also: { work: 'queue' } as never, atomic: 'mode_sem' }),
  g.step('failed', 'user', { moves: { mode: 'failed' }, atomic: 'mode_sem' }),
  g.step('resume', 'lock', {
    moves: { work: 'run' } as never,
    also: { queue: 'resume', mode: 'back' } as never,
    when: { mode: '!switching' },
    atomic: 'mode_sem',
  }),
);
const switching: Spec = {
  rows: [
    g.row({
      name: 'engine-group',
      steps: switchSteps,
      promises: [{ name: 'queue-resumes', pending: { queue: 'suspended' } as never }],
    }),
  ],
  clauses: [],
  actors,
  sizes: {},
};
const resumesOnError = g.about(switchSteps).clause({
  name: 'resumes-on-error',
  says: xeHwEngineGroup('xe_hw_engine_group_switch_mode: where suspending fails, nothing queues resume_work'),
  also: { failed: { work: 'queue' } as never },
});

/** Questions small enough to be read whole: rows of their own. */
export const smallLitmuses = litmuses(
  {
    name: 'RESV',
    cites: ['CDC-6'],
    twin: 'RESV+signal-takes-lock',
    about: 'A thread waits for a fence while it holds the dma_resv of a buffer.',
    asks: resv.spec,
    expect: { verdict: 'finite', states: 5, edges: 6 },
  },
  {
    name: 'RESV+signal-takes-lock',
    cites: ['CDC-2', 'CDC-6'],
    twin: 'RESV',
    about: 'The thread that signals a fence takes the dma_resv under which another thread waits for that fence.',
    asks: { ...resv.spec, clauses: [resv.takes] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'wait-ends': 'deadlock' },
      cycle: 'fence → lock → fence',
      states: 4,
      edges: 4,
      length: 2,
    },
  },
  {
    name: 'NOTIFIER',
    cites: ['CDC-4', 'L-1'],
    twin: 'NOTIFIER+completion-takes-lock',
    about: 'A notifier waits for a job that uses the pages.',
    asks: notifier.spec,
    expect: { verdict: 'finite', states: 5, edges: 6 },
  },
  {
    name: 'NOTIFIER+completion-takes-lock',
    cites: ['CDC-4', 'L-1'],
    twin: 'NOTIFIER',
    about:
      'The completion of a job drops the last reference of the address space, which takes a lock that is held ' +
      'around the notifier.',
    asks: { ...notifier.spec, clauses: [notifier.takes] },
    expect: {
      verdict: 'deadlock',
      promises: { 'fence-signals': 'deadlock', 'wait-ends': 'deadlock' },
      cycle: 'fence → lock → fence',
      states: 4,
      edges: 4,
      length: 2,
    },
  },
  {
    name: 'FUTURE-FENCE',
    cites: ['I-1', 'F-10'],
    twin: 'FUTURE-FENCE+submitted-first',
    about: 'A fence is visible for a job that userspace has not submitted yet.',
    asks: futureFence,
    expect: {
      verdict: 'indefinite',
      promises: { 'fence-signals': 'indefinite' },
      cycle: 'fence → job → user',
      states: 5,
      edges: 6,
      length: 1,
    },
  },
  {
    name: 'FUTURE-FENCE+submitted-first',
    cites: ['I-1', 'F-10'],
    twin: 'FUTURE-FENCE',
    about: 'A fence is made visible only after its job was submitted.',
    asks: { ...futureFence, clauses: [noFuture] },
    expect: { verdict: 'finite', states: 4, edges: 4 },
  },
  {
    name: 'ENGINE-GROUP',
    cites: ['O-4'],
    twin: 'ENGINE-GROUP+resumes-on-error',
    about:
      'Suspending the queues of an engine group fails half way. They stay suspended, and nobody queues the ' +
      'worker that resumes them until somebody submits again.',
    asks: switching,
    expect: {
      verdict: 'indefinite',
      promises: { 'queue-resumes': 'indefinite' },
      cycle: 'queue → work → mode → user',
      states: 4,
      edges: 5,
      length: 2,
    },
  },
  {
    name: 'ENGINE-GROUP+resumes-on-error',
    cites: ['O-4'],
    twin: 'ENGINE-GROUP',
    about: 'If suspending the queues of an engine group fails, the error path queues the worker that resumes them.',
    asks: { ...switching, clauses: [resumesOnError] },
    expect: { verdict: 'finite', states: 5, edges: 8 },
  },
);
