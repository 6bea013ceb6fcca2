/** One test of the kernel's own, or of IGT, and how it is asked here. */
export type KernelTest = {
  readonly name: string;
  /** `replay`: step by step; `search`: every interleaving; `not`: cannot be expressed, and why. */
  readonly how: 'replay' | 'search' | 'not';
  /** What is smaller or other than there; for `not`, why. */
  readonly note?: string;
};
export type Suite = { readonly source: string; readonly tests: readonly KernelTest[] };

const replays = (...names: readonly string[]): KernelTest[] => names.map((name) => ({ name, how: 'replay' }));
const replay = (name: string, note: string): KernelTest => ({ name, how: 'replay', note });
const searched = (name: string, note: string): KernelTest => ({ name, how: 'search', note });
export const not = (name: string, note: string): KernelTest => ({ name, how: 'not', note });

/** Every test of these suites; none is left out. */
export const suites = {
  'dma-buf-fence': {
    source: 'drivers/dma-buf/st-dma-fence.c (v6.18, v7.0, v7.1-rc: the answers differ)',
    tests: [
      ...replays('test_sanitycheck', 'test_signaling', 'test_add_callback', 'test_late_add_callback', 'test_rm_callback', 'test_late_rm_callback', 'test_status', 'test_error', 'test_wait'),
      replay('test_wait_timeout', 'No time: that the timer fires within the second wait is one order of events, that it does not is the other; both are played.'),
      replay('test_stub', 'One stub in place of 64: they are one fence.'),
      searched('test_race_signal_callback', 'Both passes, every interleaving, and the mutant that does not look again under the lock.'),
    ],
  },
  'dma-fence-chain': {
    source: 'drivers/dma-buf/st-dma-fence-chain.c',
    tests: [
      ...replays('sanitycheck', 'find_signaled', 'find_out_of_order'),
      replay('find_seqno', '5 links in place of 64.'), replay('find_gap', '5 links in place of 64.'),
      replay('signal_forward', '5 links in place of 64.'), replay('signal_backward', '5 links in place of 64.'),
      searched('find_race', '3 links in place of 4096; every interleaving of a search with signals.'),
      searched('wait_forward', '3 links in place of 4096; every order of signals.'), searched('wait_backward', '3 links in place of 4096; every order of signals.'), searched('wait_random', '3 links in place of 4096; every order of signals.'),
    ],
  },
  'dma-fence-unwrap': {
    source: 'drivers/dma-buf/st-dma-fence-unwrap.c',
    tests: replays('sanitycheck', 'unwrap_array', 'unwrap_chain', 'unwrap_chain_array', 'unwrap_merge', 'unwrap_merge_duplicate', 'unwrap_merge_seqno', 'unwrap_merge_order', 'unwrap_merge_complex', 'unwrap_merge_complex_seqno'),
  },
  'dma-resv': {
    source: 'drivers/dma-buf/st-dma-resv.c (each for KERNEL, WRITE, READ and BOOKKEEP)',
    tests: [...replays('sanitycheck', 'test_signaling', 'test_for_each'), replay('test_for_each_unlocked', 'The forced restart is a step of its own.'), ...replays('test_get_fences')],
  },
} as const satisfies Record<string, Suite>;
