import type { Adapter, Refused } from '../../src/vitest.ts';
import type { Bug } from './bugs.ts';
import { startMinders, submitCompute } from './compute-work.ts';
import type { Fence } from './fence.ts';
import type { Found } from './fault-worker.ts';
import { Gpu, type Context, type Job, type Mode } from './gpu.ts';
import { submit, unreserve } from './submit.ts';

type Described = {
  readonly options: readonly string[];
  readonly jobs?: { readonly fenced?: number; readonly faulting?: number };
  readonly engines?: string;
  readonly hardwareCan?: readonly string[];
};
const modes: Record<string, Mode> = {
  preempt: 'preempt',
  flush: 'flush',
  'reserve-in-flight': 'reserve',
};

const answer = (done: boolean): void | Refused => (done ? undefined : 'refused');
const go = async (gpu: Gpu, point: string, word?: unknown): Promise<void | Refused> =>
  answer(await gpu.stage.letGo(point, word));
const job = (gpu: Gpu, i: number): Job => gpu.jobs[i - 1]!;
const context = (gpu: Gpu, k: number): Context => gpu.contexts[k - 1]!;
/** `f1` as paths say it: `f[1]`. */
const named = (who: string): string => who.replace(/\d+$/, '[$&]');

const fenced = (point: string) => (gpu: Gpu, i: number) => go(gpu, `f${i} ${point}`);
const compute = (point: string) => (gpu: Gpu, k: number) => go(gpu, `c${k} ${point}`);
/** A step of a context that has its name from what the context is doing. */
const while_ =
  (status: Context['status'], point: (who: string) => string) => async (gpu: Gpu, k: number) =>
    context(gpu, k).status === status ? go(gpu, point(`c${k}`)) : 'refused';
const room = (status: Context['status']) => while_(status, (who) => `make room: ${who}`);
const rest = (missing: boolean) => async (gpu: Gpu, k: number) =>
  (context(gpu, k).fault !== 'none') === missing ? go(gpu, `c${k} gets the rest`) : 'refused';
const reclaims = (gpu: Gpu, k: number, found: Found) => go(gpu, `c${k} reclaims`, found);

function fenceState({ signals, signaled, visible }: Fence): string {
  if (signals > 1) return `signaled ${signals} times`;
  if (signaled) return 'signaled';
  return visible ? 'visible' : 'unpublished';
}
const slot = (user: string | null): string => (user === null ? 'free' : `held.${named(user)}`);
const ring = (names: readonly string[]): string =>
  names.length === 0 ? 'empty' : names.map(named).join(',');

/** The example driver under test: what each step is there, and how each part is seen. */
export const adapterFor = (bugs: readonly Bug[] = []): Adapter<Gpu> => ({
  setUp: (_path, described) => {
    const { options, jobs, engines, hardwareCan } = described as Described;
    const gpu = new Gpu(
      {
        mode: modes[options[0]!]!,
        fenced: jobs?.fenced ?? 1,
        compute: jobs?.faulting ?? 1,
        twoEngines: engines === 'two',
        preemptsFaulted: hardwareCan?.includes('preempt-faulted') ?? true,
      },
      bugs,
    );
    for (const one of gpu.contexts) startMinders(gpu, one);
    return gpu;
  },
  tearDown: (gpu) => {
    if (gpu.oopses.length > 0) throw gpu.oopses[0];
  },
  steps: {
    submit: (gpu, i) => answer(submit(gpu, job(gpu, i))),
    publish: fenced('publishes'),
    schedule: fenced('gets the engine'),
    hw_dispatch: fenced('gets compute units'),
    hw_run: fenced('gets the rest'),
    hw_done: fenced('finishes'),
    signal: fenced('interrupts'),
    take_mode: fenced('takes the mode lock'),
    give_mode: fenced('gives the mode lock'),
    see_flushed: fenced('sees all flushed'),
    lock: fenced('takes the vm lock'),
    reserve: fenced('gets its reservation'),
    pass: fenced('goes on'),
    release_early: (gpu, i) => answer(unreserve(gpu, job(gpu, i))),
    compute_submit: (gpu, k) => answer(submitCompute(gpu, context(gpu, k))),
    compute_schedule: compute('gets the engine'),
    compute_dispatch: compute('gets compute units'),
    compute_run: rest(false),
    compute_refault: rest(true),
    compute_ends: (gpu, k) => go(gpu, `c${k} executes`, 'ends'),
    user_ends_compute: (gpu, k) => go(gpu, `c${k} executes`, 'ends'),
    fault_raised: (gpu, k) => go(gpu, `c${k} executes`, 'misses a page'),
    resume: compute('comes back'),
    preempt_scheduled: room('scheduled'),
    preempt_dispatched: room('dispatched'),
    preempt_running: room('running'),
    preempt_faulted: room('faulted'),
    flush_queued: room('queued'),
    flush_scheduled: room('scheduled'),
    flush_dispatched: room('dispatched'),
    flush_running: room('running'),
    flush_faulted: room('faulted'),
    hold_back: room('queued'),
    service_fault: compute('is repaired'),
    reclaim_waits: (gpu, i, k) => reclaims(gpu, k, { who: `f${i}`, fence: job(gpu, i).fence }),
    foreign_reclaim_waits: (gpu, i, k) =>
      reclaims(gpu, k, { who: `f${i}`, fence: job(gpu, i).fence }),
    reclaim_waits_for_copy: (gpu, j, k) =>
      reclaims(gpu, k, { who: `copy${j}`, fence: context(gpu, j).copy.fence }),
    reclaim_waits_for_bind: (gpu, j, k) =>
      reclaims(gpu, k, { who: `bind${j}`, fence: context(gpu, j).bind.fence }),
    reclaim_ends: (gpu, k) => reclaims(gpu, k, 'the end'),
    memory_freed: (gpu, k) => reclaims(gpu, k, 'freed'),
    copy_publish: compute('submits its copy'),
    copy_run: (gpu, k) => go(gpu, `copy c${k} runs`),
    copy_signal: (gpu, k) => go(gpu, `copy c${k} finishes`),
    bind_publish: compute('submits its mapping'),
    bind_run: (gpu, k) => go(gpu, `bind c${k} runs`),
    bind_signal: (gpu, k) => go(gpu, `bind c${k} finishes`),
    ack: compute('is answered'),
  },
  states: {
    job: (gpu, i) => {
      const { status } = job(gpu, i);
      return status === 'begun' || status === 'cleared' ? `preparing.${status}` : status;
    },
    fence: (gpu, i) => fenceState(job(gpu, i).fence),
    reservation: (gpu, i) => job(gpu, i).reservation,
    engine: (gpu) => slot(gpu.engine.user),
    fencedEngine: (gpu) => slot(gpu.fencedEngine.user),
    units: (gpu) => slot(gpu.units.user),
    other: (gpu) => slot(gpu.rest.user),
    ring: (gpu) => ring(gpu.ring),
    fencedRing: (gpu) => ring(gpu.fencedRing),
    repairLock: (gpu) => slot(gpu.vm.holder),
    modeLock: (gpu) => slot(gpu.modeLock.holder),
    compute: (gpu, k) => context(gpu, k).status,
    fault: (gpu, k) => {
      const { fault } = context(gpu, k);
      return fault === 'none' || fault === 'received' ? fault : `servicing.${fault}`;
    },
    alloc: (gpu, k) =>
      context(gpu, k).alloc.replace(/^waiting (.*)$/, (_, who: string) => `waiting.${named(who)}`),
    copy: (gpu, k) => context(gpu, k).copy.status,
    copyFence: (gpu, k) => fenceState(context(gpu, k).copy.fence),
    bind: (gpu, k) => context(gpu, k).bind.status,
    bindFence: (gpu, k) => fenceState(context(gpu, k).bind.fence),
    // Hang recovery has no part in these paths.
    recovery: null,
  },
});
