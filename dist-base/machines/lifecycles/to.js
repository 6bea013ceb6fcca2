/**
 * An edge to `target`.
 * @param source file and symbol: `'drivers/dma-buf/dma-fence.c: dma_fence_signal'`
 */
export const to = (target, description, source) => ({
    target,
    description,
    meta: { source },
});
//# sourceMappingURL=to.js.map