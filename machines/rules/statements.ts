import type { RuleId } from './index.ts';

/**
 * One statement of the kernel's documents on fences and page faults: the words by which it is
 * found, the rules that stand for it, and what of it is not modelled.
 */
export type Statement = {
  /** Enough of the document's own sentence to find it. */
  readonly says: string;
  readonly rules: readonly RuleId[];
  /** What is not modelled and why; absent where the rules stand for all of it. */
  readonly not?: string;
};

export type Section = {
  readonly title: string;
  readonly file: string;
  /** Where it can be read. */
  readonly address: string;
  readonly statements: readonly Statement[];
};

const is = (says: string, rules: readonly RuleId[], not?: string): Statement =>
  not === undefined ? { says, rules } : { says, rules, not };

const knowledge = 'Who knows what is not modelled: only who can act.';
const text = 'Documentation/driver-api/dma-buf.rst';
const address = 'https://docs.kernel.org/driver-api/dma-buf.html';

/** The sections that this specification is about, statement by statement, in their own order. */
export const sections: readonly Section[] = inFiles([
  {
    title: 'The contract between drivers',
    file: 'drivers/dma-buf/dma-fence.c',
    address: `${address}#dma-fence-cross-driver-contract`,
    statements: [
      is('Fences must complete in a reasonable time.', ['CDC-1', 'F-6']),
      is('must be backed up by timeout and gpu hang recovery code', ['CDC-1']),
      is(
        'Minimally that code must prevent further command submission and force complete all in-flight fences',
        ['CDC-1'],
      ),
      is(
        'Ideally the driver supports gpu recovery which only affects the offending userspace context',
        [],
        'Whom recovery affects is a quality, not a question of hanging.',
      ),
      is(
        'Drivers may have different ideas of what completion within a reasonable time means.',
        ['CDC-1'],
        'There is no time in the model: a wait ends or it does not.',
      ),
      is(
        'Drivers should not try to second guess timeout handling of fences from other drivers.',
        [],
        'There is no time in the model.',
      ),
      is('drivers should annotate all code required to reach dma_fence_signal()', ['L-5']),
      is('Drivers are allowed to call dma_fence_wait() while holding dma_resv_lock().', ['CDC-6']),
      is('This means any code required for fence completion cannot acquire a', ['CDC-2', 'F-7']),
      is(
        'Note that this also pulls in the entire established locking hierarchy around dma_resv_lock()',
        ['L-1'],
      ),
      is('Drivers are allowed to call dma_fence_wait() from their', ['CDC-3']),
      is(
        'This means any code required for fence completion cannot allocate memory with GFP_KERNEL.',
        ['CDC-3', 'F-8'],
      ),
      is(
        'This means any code required for fence completion cannot allocate memory with GFP_NOFS or GFP_NOIO.',
        ['CDC-4'],
      ),
      is('Only GFP_ATOMIC is permissible, which might fail.', ['F-8']),
      is('Note that only GPU drivers have a reasonable excuse', ['CDC-5']),
      is('No driver outside of drivers/gpu should ever call dma_fence_wait() in such contexts.', [
        'CDC-5',
      ]),
    ],
  },
  {
    title: 'Indefinite DMA fences',
    file: text,
    address: `${address}#indefinite-dma-fences`,
    statements: [
      is(
        'At various times struct dma_fence with an indefinite time until dma_fence_wait() finishes have been proposed.',
        ['I-1', 'I-2'],
      ),
      is(
        "Future fences, used in HWC1 to signal when a buffer isn't used by the display any longer",
        ['I-1', 'F-10'],
      ),
      is("The time this fence completes is entirely under userspace's control.", ['I-1']),
      is('Proxy fences, proposed to handle', ['I-1', 'F-10']),
      is('Userspace fences or gpu futexes, fine-grained locking within a command buffer', ['I-1']),
      is(
        'Long-running compute command buffers, while still using traditional end of batch DMA fences',
        ['I-2'],
      ),
      is(
        'Common to all these schemes is that userspace controls the dependencies of these fences and controls when they fire.',
        ['I-1'],
      ),
      is(
        'Mixing indefinite fences with normal in-kernel DMA fences does not work, even when a fallback timeout is included',
        ['I-1', 'CDC-1'],
      ),
      is('Only the kernel knows about all DMA fence dependencies', [], knowledge),
      is('Only userspace knows about all dependencies in indefinite fences', [], knowledge),
      is(
        'Furthermore the kernel has to be able to hold up userspace command submission for memory management needs',
        ['I-3'],
      ),
      is('which means we must support indefinite fences being dependent upon DMA fences', ['I-3']),
      is('there is the potential for deadlocks', ['I-3']),
      is(
        'This means that the kernel might accidentally create deadlocks through memory management dependencies which userspace is unaware of',
        ['I-3', 'CDC-1'],
      ),
      is(
        'In such a mixed fencing architecture there is no single entity with knowledge of all dependencies.',
        [],
        knowledge,
      ),
      is(
        'Therefore preventing such deadlocks from within the kernel is not possible.',
        ['I-1'],
        'That no other kernel could prevent it is not something that a model of this kernel can show.',
      ),
      is(
        'The only solution to avoid dependencies loops is by not allowing indefinite fences in the kernel.',
        ['I-1'],
      ),
      is(
        'No future fences, proxy fences or userspace fences imported as DMA fences, with or without a timeout.',
        ['I-1', 'F-10'],
      ),
      is(
        'No DMA fences that signal end of batchbuffer for command submission where userspace is allowed to use userspace fencing or long running compute workloads.',
        ['I-2'],
      ),
      is('This also means no implicit fencing for shared buffers in these cases.', ['I-2', 'P2']),
    ],
  },
  {
    title: 'Recoverable hardware page faults',
    file: text,
    address: `${address}#recoverable-hardware-page-faults-implications`,
    statements: [
      is(
        'Modern hardware supports recoverable page faults, which has a lot of implications for DMA fences.',
        ['P1'],
      ),
      is(
        "First, a pending page fault obviously holds up the work that's running on the accelerator",
        ['P1', 'G-3'],
      ),
      is('a memory allocation is usually required to resolve the fault', ['P1']),
      is('But memory allocations are not allowed to gate completion of DMA fences', ['CDC-3']),
      is(
        'which means any workload using recoverable page faults cannot use DMA fences for synchronization',
        ['P2'],
      ),
      is('Synchronization fences controlled by userspace must be used instead.', ['I-3']),
      is(
        'On GPUs this poses a problem, because current desktop compositor protocols on Linux rely on DMA fences',
        [],
        'What compositors do is not modelled: userspace owes nothing.',
      ),
      is('Specifically this means implicit synchronization will not be possible.', ['P2']),
      is('The exception is when page faults are only used as migration hints', ['P3']),
      is(
        'For now this means recoverable page faults on GPUs are limited to pure compute workloads.',
        ['P2'],
      ),
      is(
        'Furthermore GPUs usually have shared resources between the 3D rendering and compute side',
        ['P5'],
      ),
      is(
        'If both a 3D job with a DMA fence and a compute workload using recoverable page faults are pending they could deadlock',
        ['P1', 'P5'],
      ),
      is(
        'The 3D workload might need to wait for the compute job to finish and release hardware resources first.',
        ['P5'],
      ),
      is(
        'The compute workload might be stuck in a page fault, because the memory allocation is waiting for the DMA fence of the 3D workload to complete.',
        ['P1', 'CDC-3'],
      ),
      is('There are a few options to prevent this problem, one of which drivers need to ensure', [
        'O-1',
        'O-2',
        'O-3',
        'O-4',
        'O-5',
      ]),
      is(
        'Compute workloads can always be preempted, even when a page fault is pending and not yet repaired.',
        ['O-1'],
      ),
      is('Not all hardware supports this.', ['O-1']),
      is(
        'DMA fence workloads and workloads which need page fault handling have independent hardware resources',
        ['O-2'],
      ),
      is('dedicated engines and minimal compute unit reservations for DMA fence workloads', [
        'O-2',
      ]),
      is(
        'The reservation approach could be further refined by only reserving the hardware resources for DMA fence workloads when they are in-flight.',
        ['O-3'],
      ),
      is('This must cover the time from when the DMA fence is visible to other threads', ['O-3']),
      is('all workloads must be flushed from the GPU when switching between jobs', ['O-4']),
      is(
        'This means all DMA fences must complete before a compute job with page fault handling can be inserted into the scheduler queue.',
        ['O-4'],
      ),
      is(
        'And vice versa, before a DMA fence can be made visible anywhere in the system, all compute workloads must be preempted',
        ['O-4'],
      ),
      is('Only a fairly theoretical option would be to untangle these dependencies', ['O-5']),
      is(
        'either through separate memory blocks or runtime tracking of the full dependency graph of all DMA fences',
        ['O-5'],
      ),
      is(
        'This results very wide impact on the kernel, since resolving the page on the CPU side can itself involve a page fault.',
        ['O-5'],
      ),
      is(
        'It is much more feasible and robust to limit the impact of handling hardware page faults to the specific driver.',
        [],
        'This is advice on effort, not a question of hanging.',
      ),
      is(
        'Note that workloads that run on independent hardware like copy engines or other GPUs do not have any impact.',
        ['P7'],
      ),
      is(
        'This allows us to keep using DMA fences internally in the kernel even for resolving hardware page faults',
        ['P7'],
      ),
      is('In some ways this page fault problem is a special case of the', ['I-3']),
      is(
        'Infinite fences from compute workloads are allowed to depend on DMA fences, but not the other way around.',
        ['I-3'],
      ),
      is(
        'some other CPU thread in userspace might hit a page fault which holds up a userspace fence',
        ['I-3'],
      ),
    ],
  },
]);

/** A statement with its file is a citation like any other, and is looked up in kernel trees as those are. */
function inFiles(all: readonly Section[]): readonly Section[] {
  return all.map((section) => ({
    ...section,
    statements: section.statements.map((statement) => ({ ...statement, file: section.file })),
  }));
}
