import { Fence } from './fence.ts';
import type { Bug } from './bugs.ts';
import { Mutex, Stage, Unit } from './stage.ts';

export type Mode = 'preempt' | 'flush' | 'reserve';
export type Config = {
  readonly mode: Mode;
  readonly fenced: number;
  readonly compute: number;
  readonly twoEngines: boolean;
  readonly preemptsFaulted: boolean;
};

/** A job with a fence. */
export class Job {
  readonly who: string;
  status:
    'idle' | 'begun' | 'cleared' | 'queued' | 'scheduled' | 'dispatched' | 'running' | 'done' =
    'idle';
  reservation: 'none' | 'wanted' | 'held' = 'none';
  readonly fence = new Fence();
  constructor(index: number) {
    this.who = `f${index}`;
  }
  /** It is on its way to the hardware and not there yet. */
  get waits(): boolean {
    return this.status === 'queued' || this.status === 'scheduled' || this.status === 'dispatched';
  }
}

/** A compute context: its work on the hardware, and the page fault that it may have. */
export class Context {
  readonly who: string;
  readonly index: number;
  status: 'idle' | 'queued' | 'scheduled' | 'dispatched' | 'running' | 'faulted' | 'preempted' =
    'idle';
  fault: 'none' | 'received' | 'allocating' | 'copying' | 'binding' = 'none';
  /** `waiting f1`: what reclaim waits for. */
  alloc = 'none';
  readonly copy = new Transfer();
  readonly bind = new Transfer();
  /** Takes it off the queue or the hardware. */
  off = new AbortController();
  /** Lets its stopped access go on. */
  replay: (() => void) | null = null;
  constructor(index: number) {
    this.index = index;
    this.who = `c${index}`;
  }
  get busy(): boolean {
    return this.status !== 'idle' && this.status !== 'preempted';
  }
}

/** A job of the driver's own on the copy engine. */
export class Transfer {
  status: 'idle' | 'queued' | 'running' = 'idle';
  readonly fence = new Fence();
}

/** One GPU: what its threads share. */
export class Gpu {
  readonly config: Config;
  readonly stage = new Stage();
  readonly jobs: readonly Job[];
  readonly contexts: readonly Context[];
  readonly #bugs: ReadonlySet<Bug>;
  readonly engine = new Unit();
  readonly ring: string[] = [];
  /** Those of the fenced jobs: the same ones, where there is one engine. */
  readonly fencedEngine: Unit;
  readonly fencedRing: string[];
  readonly units = new Unit();
  readonly rest = new Unit();
  /** The address space: held by a repair, and by a submit when it publishes. */
  readonly vm = new Mutex();
  readonly modeLock = new Mutex();
  /** What a thread threw that nobody awaits. */
  readonly oopses: unknown[] = [];

  constructor(config: Config, bugs: readonly Bug[] = []) {
    this.config = config;
    this.#bugs = new Set(bugs);
    this.jobs = Array.from({ length: config.fenced }, (_, n) => new Job(n + 1));
    this.contexts = Array.from({ length: config.compute }, (_, n) => new Context(n + 1));
    this.fencedEngine = config.twoEngines ? new Unit() : this.engine;
    this.fencedRing = config.twoEngines ? [] : this.ring;
  }

  has(bug: Bug): boolean {
    return this.#bugs.has(bug);
  }
  /** Runs a thread beside all others. Who was taken off the hardware ends without a word. */
  spawn(thread: () => Promise<void>): void {
    thread().catch((error: unknown) => {
      if (!(error instanceof OffHardware)) this.oopses.push(error);
    });
  }
  get fencePending(): boolean {
    return this.jobs.some(({ fence }) => fence.pending);
  }
  get reserved(): boolean {
    return this.jobs.some(({ reservation }) => reservation !== 'none');
  }
}

export class OffHardware extends Error {}
