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

/**
 * A state of a machine: a sentence about it, the source that makes it so, and its edges by event.
 * @param source file and symbol
 */
export const stateNode = <const On extends object = {}>(description: string, source: string, on: On = {} as On) => ({
  description,
  meta: { source },
  on,
});

/** `to` and `stateNode` for a lifecycle whose sources are symbols of one file. */
export const citing = (path: string) => {
  const source = inFile(path);
  return {
    to: <const Target extends string>(target: Target, description: string, symbol: string): Edge<Target> =>
      to(target, description, source(symbol)),
    stateNode: <const On extends object = {}>(description: string, symbol: string, on: On = {} as On) =>
      stateNode(description, source(symbol), on),
  };
};
