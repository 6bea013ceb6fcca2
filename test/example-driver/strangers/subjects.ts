import type { Description } from '../../../machines/description/description.ts';
import { systemOf } from '../../../machines/description/system.ts';
import { refusals } from '../../../machines/refusals/index.ts';
import { withoutRecovery, type Program } from '../../../src/system/program.ts';
import type { Adapter, Refused } from '../../../src/vitest.ts';
import { clibrary } from './fence-library.ts';
import { playing, type Subject } from './subject.ts';
import { RenderGpu, renderFaults, type RenderFault } from './render.ts';
import { TwoEngines, twoEnginesFaults, type TwoEnginesFault } from './two-engines.ts';

const program = (described: Omit<Description, 'driver'>): Program =>
  withoutRecovery(systemOf({ driver: 'stranger', foreignDevice: false, ...described }));
const answer = (done: boolean): void | Refused => (done ? undefined : 'refused');
const fenceState = (visible: boolean, signals: number): string => {
  if (signals > 1) return `signaled ${signals} times`;
  if (signals === 1) return visible ? 'signaled' : 'signaled and not visible';
  return visible ? 'visible' : 'unpublished';
};
const phases: Readonly<Record<string, string>> = { prepared: 'preparing.begun', finished: 'done' };
const phase = (of: string): string => phases[of] ?? of;

const renderAdapter = (fault: RenderFault | null): Adapter<RenderGpu> => {
  const held = (by: number | null): string => (by === null ? 'free' : `held.f[${by + 1}]`);
  return {
    setUp: () => new RenderGpu(fault),
    steps: {
      submit: (gpu, i) => answer(gpu.submit(i! - 1)),
      publish: (gpu, i) => answer(gpu.arm(i! - 1)),
      schedule: (gpu, i) => answer(gpu.schedule(i! - 1)),
      hw_dispatch: (gpu, i) => answer(gpu.dispatch(i! - 1)),
      hw_run: (gpu, i) => answer(gpu.start(i! - 1)),
      hw_done: (gpu, i) => answer(gpu.finish(i! - 1)),
      signal: (gpu, i) => answer(gpu.interrupt(i! - 1)),
    },
    states: {
      job: (gpu, i) => phase(gpu.contexts[i! - 1]!.phase),
      fence: (gpu, i) => fenceState(gpu.contexts[i! - 1]!.visible, gpu.contexts[i! - 1]!.signals),
      engine: (gpu) => held(gpu.engine),
      units: (gpu) => held(gpu.units),
      other: (gpu) => held(gpu.pipeline),
      ring: (gpu) => gpu.queue.map((c) => `f[${c + 1}]`).join(',') || 'empty',
      recovery: null,
    },
  };
};

const twoEnginesAdapter = (fault: TwoEnginesFault | null): Adapter<TwoEngines> => {
  const named = (who: string | null): string =>
    who === null ? '' : `${who.startsWith('r') ? 'f' : 'c'}[${Number(who[1]) + 1}]`;
  const held = (who: string | null): string => (who === null ? 'free' : `held.${named(who)}`);
  const ring = (names: readonly string[]): string => names.map(named).join(',') || 'empty';
  const r = (i: number): string => `r${i - 1}`;
  const c = (k: number): string => `c${k - 1}`;
  return {
    setUp: () => new TwoEngines(fault),
    steps: {
      submit: (gpu, i) => answer(gpu.submit(r(i!))),
      publish: (gpu, i) => answer(gpu.arm(r(i!))),
      schedule: (gpu, i) => answer(gpu.schedule(r(i!))),
      hw_dispatch: (gpu, i) => answer(gpu.dispatch(r(i!))),
      hw_run: (gpu, i) => answer(gpu.start(r(i!))),
      hw_done: (gpu, i) => answer(gpu.finish(r(i!))),
      signal: (gpu, i) => answer(gpu.interrupt(r(i!))),
      compute_submit: (gpu, k) => answer(gpu.submit(c(k!))),
      compute_schedule: (gpu, k) => answer(gpu.schedule(c(k!))),
      compute_dispatch: (gpu, k) => answer(gpu.dispatch(c(k!))),
      compute_run: (gpu, k) => answer(gpu.start(c(k!))),
      compute_ends: (gpu, k) => answer(gpu.finish(c(k!))),
    },
    states: {
      job: (gpu, i) => phase(gpu.phase[r(i!)]!),
      compute: (gpu, k) => gpu.phase[c(k!)]!,
      fence: (gpu, i) => fenceState(gpu.fence[r(i!)]!.visible, gpu.fence[r(i!)]!.signals),
      engine: (gpu) => held(gpu.engine.c),
      fencedEngine: (gpu) => held(gpu.engine.r),
      units: (gpu) => held(gpu.units),
      other: (gpu) => held(gpu.ports),
      ring: (gpu) => ring(gpu.queue.c),
      fencedRing: (gpu) => ring(gpu.queue.r),
      fault: null,
      recovery: null,
    },
  };
};

export const subjects = (): readonly Subject[] => [
  {
    name: 'render',
    program: program({ jobs: { fenced: 2, faulting: 0 } }),
    whose: refusals,
    faults: Object.keys(renderFaults),
    play: playing((fault) => renderAdapter(fault as RenderFault | null)),
  },
  {
    name: 'two-engines',
    program: program({ pageFaults: 'none', engines: 'two', jobs: { fenced: 2, faulting: 1 } }),
    whose: refusals,
    faults: Object.keys(twoEnginesFaults),
    play: playing((fault) => twoEnginesAdapter(fault as TwoEnginesFault | null)),
  },
  clibrary(),
];
