/** One test of IGT, and how it is asked here. `not`: cannot be expressed, and why. */
export type KernelTest = {
  readonly name: string;
  readonly how: 'replay' | 'search' | 'not';
  readonly note: string;
};

/** Every subtest of these files; none is left out. */
export const suites: Readonly<
  Record<
    'xe_exec_mix_modes' | 'xe_exec_compute_mode',
    { readonly source: string; readonly tests: readonly KernelTest[] }
  >
> = {
  xe_exec_mix_modes: {
    source: 'IGT tests/intel/xe_exec_mix_modes.c',
    tests: [
      {
        name: 'exec-simple-batch-store-lr',
        how: 'replay',
        note: 'What is stored is not modelled: that the user fence is written is.',
      },
      {
        name: 'exec-simple-batch-store-dma-fence',
        how: 'replay',
        note: 'What is stored is not modelled: that the fence is signaled is.',
      },
      {
        name: 'exec-spinner-interrupted-lr',
        how: 'search',
        note:
          'Every interleaving, two jobs with dma_fences at a time in place of many in a row; a ' +
          'spinner is work that only userspace ends.',
      },
      {
        name: 'exec-spinner-interrupted-dma-fence',
        how: 'search',
        note: 'Every interleaving; the spinner is a fenced job that only userspace ends.',
      },
      {
        name: 'exec-multi-queue-spinner-interrupted-lr',
        how: 'search',
        note: 'Two queues in one group; that they share one context of the firmware is not modelled.',
      },
    ],
  },
  xe_exec_compute_mode: {
    source:
      'IGT tests/intel/xe_exec_compute_mode.c (once, twice, many, many-execqueues of each: ' +
      'counts alone differ, so once)',
    tests: [
      {
        name: 'basic',
        how: 'not',
        note:
          'Submission: the row knows whether the queue is on the hardware, not what runs there; ' +
          'the other subtests end with a queue that runs.',
      },
      {
        name: 'preempt-fence-early',
        how: 'replay',
        note:
          'The queue has its preempt fence before there is memory or a job; whoever needs the VM ' +
          'preempts it then. The bind ioctl itself is not in the row.',
      },
      { name: 'userptr', how: 'not', note: 'As basic.' },
      {
        name: 'userptr-free',
        how: 'replay',
        note: 'As userptr-invalidate: why pages go is not told apart.',
      },
      {
        name: 'userptr-unmap',
        how: 'replay',
        note: 'As userptr-invalidate: why pages go is not told apart.',
      },
      {
        name: 'userptr-invalidate',
        how: 'replay',
        note: 'The notifier returns only when the queue is off the hardware and its TLB flushed.',
      },
      {
        name: 'userptr-invalidate-race',
        how: 'replay',
        note: 'The second invalidation comes while the VM is bound again.',
      },
      {
        name: 'rebind',
        how: 'not',
        note: 'VM_BIND over an existing binding: bindings are not in the row, only whether all of them are there.',
      },
      { name: 'userptr-rebind', how: 'not', note: 'As rebind.' },
      {
        name: 'bindexecqueue',
        how: 'not',
        note: 'Bind queues: the row binds within the rebind worker alone.',
      },
      { name: 'bindexecqueue-userptr', how: 'not', note: 'As bindexecqueue.' },
      { name: 'bindexecqueue-rebind', how: 'not', note: 'As bindexecqueue.' },
      { name: 'bindexecqueue-userptr-rebind', how: 'not', note: 'As bindexecqueue.' },
      { name: 'bindexecqueue-userptr-invalidate', how: 'not', note: 'As bindexecqueue.' },
      { name: 'bindexecqueue-userptr-invalidate-race', how: 'not', note: 'As bindexecqueue.' },
      {
        name: 'non-blocking',
        how: 'not',
        note: 'A full ring (-EWOULDBLOCK): rings have no length here.',
      },
      { name: 'lr-mode-workload', how: 'not', note: 'Runs for seconds: no time.' },
    ],
  },
};
