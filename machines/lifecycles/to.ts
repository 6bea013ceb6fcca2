/** An edge of a lifecycle: where it leads, what happens, and the file and symbol of the kernel that do it. */
export type Edge<Target extends string = string> = {
  readonly target: Target;
  readonly description: string;
  readonly meta: { readonly source: string };
};

/**
 * An edge to `target`.
 * @param source file and symbol: `'drivers/dma-buf/dma-fence.c: dma_fence_signal'`
 */
export const to = <const Target extends string>(target: Target, description: string, source: string): Edge<Target> => ({
  target,
  description,
  meta: { source },
});

/** Sources in one file of the kernel: `inFile('mm/hmm.c')('hmm_range_fault')` is `'mm/hmm.c: hmm_range_fault'`. */
export const inFile =
  (path: string) =>
  (symbol: string): string =>
    `${path}: ${symbol}`;
