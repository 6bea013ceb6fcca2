/**
 * What the kernel's text itself says of a driver that takes several of the six options at once.
 *
 * Written from the text alone: the section "Recoverable Hardware Page Faults Implications" of
 * Documentation/driver-api/dma-buf.rst (read in 6.12.117), "Indefinite DMA Fences" of the same
 * file, and the two DOC comments of drivers/dma-buf/dma-fence.c. Nothing of the specification was
 * read, only the words that README defines. So the two can disagree, and a difference means
 * something.
 *
 * The setting is README's default: one job with a dma_fence, one compute job, page faults on
 * demand, shared hardware, one engine, first in first out, anybody may wait in reclaim.
 */
export type Option =
  | 'preempt'
  | 'reserve-static'
  | 'reserve-in-flight'
  | 'flush'
  | 'separate-memory'
  | 'track-dependencies';

export type Hazard =
  | 'signal-path-reclaims'
  | 'recovery-allocates'
  | 'preempt-fence-allocates'
  | 'faulting-job-has-fence'
  | 'faulting-job-implicit-sync'
  | 'fence-awaits-user-fence'
  | 'repair-on-busy-engine'
  | 'reserve-under-repair-lock'
  | 'cpu-fault-in-repair'
  | 'pool-falls-back';

type Capability = 'preempt-running' | 'preempt-faulted';

export interface Description {
  readonly options: readonly Option[];
  readonly compute: 'finite' | 'long-running';
  readonly hardwareCan: readonly Capability[];
  readonly hazards: readonly Hazard[];
  /** Whether a job with a fence may hang the hardware for ever, so that only recovery ends it. */
  readonly hardwareHangs?: boolean;
}

export type Verdict = 'finite' | 'unbounded' | 'indefinite' | 'deadlock';

/**
 * How the answer comes from the text. `said`: a sentence says it. `follows`: sentences that stand
 * there give it together. `reading`: the text can be read so, and a careful person may read it in
 * another way; a difference here is a finding about the text before it is a fault of the model.
 */
type Sure = 'said' | 'follows' | 'reading';

export interface Expected {
  /** One: the text decides. Several: it leaves these open. All four: the text does not say. */
  readonly verdicts: readonly Verdict[];
  readonly sure: Sure;
  /** The sentences that the answer rests on, in the order of the argument. */
  readonly because: readonly Sentence[];
}

/** From the best to the worst. */
export const VERDICTS: readonly Verdict[] = ['finite', 'unbounded', 'indefinite', 'deadlock'];

const DMA_BUF = 'Documentation/driver-api/dma-buf.rst';
const DMA_FENCE = 'drivers/dma-buf/dma-fence.c';

/** Every sentence that a clause of the oracle rests on, word for word. */
export const SENTENCES = {
  'fault-allocates': {
    file: DMA_BUF,
    says: "First, a pending page fault obviously holds up the work that's running on the accelerator and a memory allocation is usually required to resolve the fault.",
  },
  'no-gating': {
    file: DMA_BUF,
    says: 'But memory allocations are not allowed to gate completion of DMA fences, which means any workload using recoverable page faults cannot use DMA fences for synchronization.',
  },
  'no-implicit-sync': {
    file: DMA_BUF,
    says: 'Specifically this means implicit synchronization will not be possible.',
  },
  'waits-for-compute': {
    file: DMA_BUF,
    says: 'The 3D workload might need to wait for the compute job to finish and release hardware resources first.',
  },
  'compute-stuck': {
    file: DMA_BUF,
    says: 'The compute workload might be stuck in a page fault, because the memory allocation is waiting for the DMA fence of the 3D workload to complete.',
  },
  'one-is-enough': {
    file: DMA_BUF,
    says: 'There are a few options to prevent this problem, one of which drivers need to ensure:',
  },
  'always-preempted': {
    file: DMA_BUF,
    says: 'Compute workloads can always be preempted, even when a page fault is pending and not yet repaired.',
  },
  'not-all-hardware': { file: DMA_BUF, says: 'Not all hardware supports this.' },
  independent: {
    file: DMA_BUF,
    says: 'DMA fence workloads and workloads which need page fault handling have independent hardware resources to guarantee forward progress.',
  },
  'in-flight': {
    file: DMA_BUF,
    says: 'This must cover the time from when the DMA fence is visible to other threads up to moment when fence is completed through dma_fence_signal().',
  },
  'fences-first': {
    file: DMA_BUF,
    says: 'This means all DMA fences must complete before a compute job with page fault handling can be inserted into the scheduler queue.',
  },
  'compute-off-first': {
    file: DMA_BUF,
    says: 'And vice versa, before a DMA fence can be made visible anywhere in the system, all compute workloads must be preempted to guarantee all pending GPU page faults are flushed.',
  },
  untangle: {
    file: DMA_BUF,
    says: 'Only a fairly theoretical option would be to untangle these dependencies when allocating memory to repair hardware page faults, either through separate memory blocks or runtime tracking of the full dependency graph of all DMA fences.',
  },
  'cpu-fault': {
    file: DMA_BUF,
    says: 'This results very wide impact on the kernel, since resolving the page on the CPU side can itself involve a page fault.',
  },
  'independent-copy': {
    file: DMA_BUF,
    says: 'Note that workloads that run on independent hardware like copy engines or other GPUs do not have any impact.',
  },
  'not-the-other-way': {
    file: DMA_BUF,
    says: 'Infinite fences from compute workloads are allowed to depend on DMA fences, but not the other way around.',
  },
  'userspace-controls': {
    file: DMA_BUF,
    says: 'Common to all these schemes is that userspace controls the dependencies of these fences and controls when they fire.',
  },
  'potential-deadlock': {
    file: DMA_BUF,
    says: 'If the kernel also support indefinite fences in the kernel like a DMA fence, like any of the above proposal would, there is the potential for deadlocks.',
  },
  'no-long-running-fence': {
    file: DMA_BUF,
    says: 'No DMA fences that signal end of batchbuffer for command submission where userspace is allowed to use userspace fencing or long running compute workloads.',
  },
  'no-gfp-kernel': {
    file: DMA_FENCE,
    says: 'This means any code required for fence completion cannot allocate memory with GFP_KERNEL.',
  },
  'recovery-required': {
    file: DMA_FENCE,
    says: 'Fences which represent kernels and shaders submitted by userspace, which could run forever, must be backed up by timeout and gpu hang recovery code.',
  },
} as const satisfies Record<string, { file: string; says: string }>;

export type Sentence = keyof typeof SENTENCES;

/** The expected verdict of the promise that every visible dma_fence of these jobs signals. */
export function fenceSignals(of: Description): Expected {
  const parts = [fenceOfFencedJob(of)];
  if (of.hazards.includes('faulting-job-has-fence')) parts.push(fenceOfComputeJob(of));
  return parts.reduce(worseOf);
}

/**
 * The expected verdict of the promise that the submit of a job with a fence returns.
 *
 * The section never speaks of submit; it says only what must hold before a fence is visible. What
 * an option makes wait, waits there. So no answer here is `said`.
 */
export function submitEnds(description: Description): Expected {
  const waits = description.options.filter((o) => o === 'reserve-in-flight' || o === 'flush');
  if (waits.length === 0) return expect('finite', 'follows', 'one-is-enough');
  const rule: Sentence = waits.includes('flush') ? 'compute-off-first' : 'in-flight';

  // Flush says by itself that compute is preempted; a reservation is obtained however it can be.
  const mayPreempt =
    description.options.includes('preempt') || description.options.includes('flush');
  const allocates = description.hazards.includes('preempt-fence-allocates');
  const preempts = (can: Capability): boolean =>
    mayPreempt && description.hardwareCan.includes(can);

  // No fence of this job is visible yet, so an allocation that preemption makes ends.
  const why: readonly Sentence[] = allocates ? [rule, 'compute-stuck'] : [rule];
  if (!preempts('preempt-faulted') && repairNeedsSubmit(description)) {
    return expect('deadlock', 'reading', ...why, 'fault-allocates');
  }
  if (preempts('preempt-running') || description.compute === 'finite') {
    return expect('finite', 'follows', ...why, 'always-preempted');
  }
  return expect('indefinite', 'follows', ...why, 'waits-for-compute');
}

/** All subsets of up to three options, with each of the circumstances, and at most one hazard. */
export function* descriptions(): Generator<Description> {
  for (const options of subsetsUpToThree(OPTIONS)) {
    for (const compute of ['finite', 'long-running'] as const) {
      for (const hardwareCan of CAPABILITIES) {
        yield { options, compute, hardwareCan, hazards: [] };
        for (const hazard of HAZARDS) yield { options, compute, hardwareCan, hazards: [hazard] };
      }
    }
  }
}

export const OPTIONS: readonly Option[] = [
  'preempt',
  'reserve-static',
  'reserve-in-flight',
  'flush',
  'separate-memory',
  'track-dependencies',
];

export const HAZARDS: readonly Hazard[] = [
  'signal-path-reclaims',
  'recovery-allocates',
  'preempt-fence-allocates',
  'faulting-job-has-fence',
  'faulting-job-implicit-sync',
  'fence-awaits-user-fence',
  'repair-on-busy-engine',
  'reserve-under-repair-lock',
  'cpu-fault-in-repair',
  'pool-falls-back',
];

const CAPABILITIES: readonly (readonly Capability[])[] = [
  [],
  ['preempt-running'],
  ['preempt-faulted'],
  ['preempt-running', 'preempt-faulted'],
];

/** The fence of the job that takes no page faults. */
function fenceOfFencedJob(description: Description): Expected {
  const parts = [waitForHardware(description)];

  // The options speak of repairs only: "when allocating memory to repair hardware page faults".
  // An allocation between the end of the job and the signal is no repair, so none covers it.
  if (description.hazards.includes('signal-path-reclaims')) {
    parts.push(expect('deadlock', 'said', 'no-gating', 'no-gfp-kernel'));
  }

  // Recovery is code required for completion exactly where nothing else completes the fence.
  if (description.hardwareHangs === true && description.hazards.includes('recovery-allocates')) {
    parts.push(expect('deadlock', 'follows', 'recovery-required', 'no-gfp-kernel'));
  }
  if (description.hazards.includes('faulting-job-implicit-sync'))
    parts.push(waitForComputeJob(description));

  // Userspace decides when; whether memory management closes a cycle through it depends on what
  // that thread does, which the description does not say. The options do not reach userspace.
  if (description.hazards.includes('fence-awaits-user-fence')) {
    const open: readonly Verdict[] = ['indefinite', 'deadlock'];
    const because: readonly Sentence[] = ['userspace-controls', 'potential-deadlock'];
    parts.push({ verdicts: open, sure: 'said', because });
  }
  return parts.reduce(worseOf);
}

/** A visible fence whose job waits for hardware that the compute job may hold. */
function waitForHardware(description: Description): Expected {
  const apart = keptApart(description);
  if (apart !== undefined) return apart;

  const preempts = preemptionAnswers(description);
  const repair = repairEnds(description);

  // A compute job in a fault goes off the hardware, or is repaired and runs on.
  if (!preempts('preempt-faulted') && !repair.ends) {
    const because: readonly Sentence[] = description.options.includes('preempt')
      ? ['always-preempted', 'not-all-hardware', 'waits-for-compute', 'compute-stuck']
      : ['waits-for-compute', 'compute-stuck'];
    return { verdicts: ['deadlock'], sure: repair.sure, because: [...because, ...repair.because] };
  }
  return waitForRunning(description, preempts('preempt-running'), repair);
}

/** A compute job that runs goes off the hardware, or ends by itself, or nobody owes its end. */
function waitForRunning(description: Description, preempted: boolean, repair: Repair): Expected {
  const offWhileFaulted = preemptionAnswers(description)('preempt-faulted');
  const because: readonly Sentence[] = offWhileFaulted ? ['always-preempted'] : repair.because;
  const sure = offWhileFaulted ? 'said' : repair.sure;

  // Both halves of "always": the option as the text has it.
  if (preempted && offWhileFaulted) return { verdicts: ['finite'], sure, because };

  // "Always" is not met, but what is missing is given by another sentence.
  const joined = weakest(sure, 'follows');
  if (preempted) {
    return { verdicts: ['finite'], sure: joined, because: ['always-preempted', ...because] };
  }
  const verdict = description.compute === 'finite' ? 'finite' : 'indefinite';
  return { verdicts: [verdict], sure: joined, because: ['waits-for-compute', ...because] };
}

/**
 * The options under which a visible fence never waits for compute work at all.
 *
 * Each of the three holds from before the fence is visible, whatever else the driver does: the
 * text gives them as a list of which one is enough, and none of its sentences takes something from
 * another. What must wait, waits before the fence is visible; that is `submitEnds`.
 */
function keptApart(description: Description): Expected | undefined {
  const alone = description.options.length === 1 && description.hazards.length === 0;
  const sure: Sure = alone ? 'said' : 'follows';
  if (description.options.includes('reserve-static')) {
    return expect('finite', sure, 'one-is-enough', 'independent');
  }
  if (description.options.includes('reserve-in-flight')) {
    return expect('finite', sure, 'one-is-enough', 'in-flight');
  }
  if (description.options.includes('flush')) {
    return expect('finite', sure, 'one-is-enough', 'fences-first', 'compute-off-first');
  }
  return undefined;
}

/**
 * Whether preemption comes for a visible fence.
 *
 * A preemption that allocates may wait for the very fence that asked for it: "memory allocations
 * are not allowed to gate completion of DMA fences", and the preemption gates it.
 */
function preemptionAnswers(of: Description): (can: Capability) => boolean {
  const taken = of.options.includes('preempt');
  const allocates = of.hazards.includes('preempt-fence-allocates');
  return (can) => taken && !allocates && of.hardwareCan.includes(can);
}

interface Repair {
  readonly ends: boolean;
  readonly sure: Sure;
  readonly because: readonly Sentence[];
}

/** Whether a page fault is answered although the fence of the other job has not signaled. */
function repairEnds(description: Description): Repair {
  // "Independent hardware like copy engines": a copy on the engine that the stuck job holds is no
  // such thing, and no separate memory frees that engine. The copy job has a dma_fence, so it is a
  // DMA fence workload, and compute that can always be preempted is preempted for it too.
  const busy = description.hazards.includes('repair-on-busy-engine');
  if (busy && !preemptionAnswers(description)('preempt-faulted')) {
    return { ends: false, sure: 'follows', because: ['independent-copy', 'fault-allocates'] };
  }
  const copies: readonly Sentence[] = busy ? ['independent-copy', 'always-preempted'] : [];
  const cpu = description.hazards.includes('cpu-fault-in-repair');
  const also: readonly Sentence[] = cpu ? [...copies, 'cpu-fault'] : copies;

  // README's clause cpu-fault-pool says that the blocks serve CPU faults of the repair too.
  if (
    description.options.includes('separate-memory') &&
    !description.hazards.includes('pool-falls-back')
  ) {
    return { ends: true, sure: busy ? 'reading' : 'follows', because: ['untangle', ...also] };
  }

  // "The full dependency graph": a CPU fault inside the repair belongs to it, or it is not full.
  if (description.options.includes('track-dependencies')) {
    const sure: Sure = busy || cpu ? 'reading' : 'follows';
    return { ends: true, sure, because: ['untangle', ...also] };
  }
  return { ends: false, sure: 'said', because: ['fault-allocates'] };
}

/** A compute job that has a dma_fence of its own: gated by its own repair. */
function fenceOfComputeJob(description: Description): Expected {
  const repair = repairEnds(description);
  if (!repair.ends) return expect('deadlock', 'said', 'no-gating', ...repair.because);

  // Literally, its own fence must complete before it may be queued. The text never thinks of it.
  if (description.options.includes('flush')) return silent('fences-first', 'no-gating');
  if (description.compute === 'long-running') {
    return expect('indefinite', 'said', 'no-long-running-fence', 'userspace-controls');
  }

  // The ban has no exception; but what the ban is for (the allocation gates the fence) is gone.
  return expect('finite', 'reading', 'no-gating', ...repair.because);
}

/** A job with a fence that waits until the compute job has ended, not only gone off the hardware. */
function waitForComputeJob(description: Description): Expected {
  // Preempted before the fence was visible, and not queued again before the fence completes. A
  // long-running job can perhaps be ended by userspace without running; the text does not say.
  if (description.options.includes('flush')) {
    const open: readonly Verdict[] =
      description.compute === 'finite' ? ['deadlock'] : ['indefinite', 'deadlock'];
    const because: readonly Sentence[] = ['no-implicit-sync', 'fences-first', 'compute-off-first'];
    return { verdicts: open, sure: 'follows', because };
  }
  const repair = repairEnds(description);
  if (!repair.ends) {
    // A long-running job that was preempted in its fault can perhaps be ended by userspace.
    const away =
      description.compute === 'long-running' && preemptionAnswers(description)('preempt-faulted');
    const open: readonly Verdict[] = away ? ['indefinite', 'deadlock'] : ['deadlock'];
    return { verdicts: open, sure: 'said', because: ['no-implicit-sync', ...repair.because] };
  }

  // How much is reserved, and whether compute can still run beside it, the text does not say.
  if (description.options.includes('reserve-in-flight'))
    return silent('no-implicit-sync', 'in-flight');
  if (description.compute === 'long-running') {
    return expect('indefinite', 'said', 'not-the-other-way', 'userspace-controls');
  }
  return expect('finite', 'reading', 'no-implicit-sync', ...repair.because);
}

/** Whether the repair needs what a submit that waits for hardware holds, or never ends at all. */
function repairNeedsSubmit(of: Description): boolean {
  const locked = of.hazards.includes('reserve-under-repair-lock');
  return locked || of.hazards.includes('repair-on-busy-engine');
}

/** Both must signal: the worse of each pair that the text leaves open, and the weaker argument. */
function worseOf(a: Expected, b: Expected): Expected {
  const rank = (v: Verdict): number => VERDICTS.indexOf(v);
  const pairs = a.verdicts.flatMap((x) => b.verdicts.map((y) => (rank(x) > rank(y) ? x : y)));
  const verdicts = VERDICTS.filter((v) => pairs.includes(v));

  // A sure deadlock is sure whatever else is not.
  const decided = [a, b].filter((e) => e.verdicts.length === 1 && e.verdicts[0] === 'deadlock');
  const from = decided.length > 0 ? decided : [a, b];
  const sure = from.map((e) => e.sure).reduce(decided.length > 0 ? strongest : weakest);
  return { verdicts, sure, because: [...new Set(from.flatMap((e) => e.because))] };
}

const SURE: readonly Sure[] = ['said', 'follows', 'reading'];

function weakest(a: Sure, b: Sure): Sure {
  return SURE.indexOf(a) > SURE.indexOf(b) ? a : b;
}

function strongest(a: Sure, b: Sure): Sure {
  return SURE.indexOf(a) > SURE.indexOf(b) ? b : a;
}

function expect(verdict: Verdict, sure: Sure, ...because: readonly Sentence[]): Expected {
  return { verdicts: [verdict], sure, because };
}

function silent(...because: readonly Sentence[]): Expected {
  return { verdicts: VERDICTS, sure: 'reading', because };
}

function subsetsUpToThree<T>(of: readonly T[]): readonly (readonly T[])[] {
  const subsets = of.reduce<readonly (readonly T[])[]>(
    (found, one) => [...found, ...found.map((f) => [...f, one])],
    [[]],
  );
  return subsets.filter((s) => s.length <= 3);
}
