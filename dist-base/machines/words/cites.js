export const from = (file) => (says) => ({ file, says });
/** Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications" and "Indefinite DMA Fences". */
export const dmaBuf = from('Documentation/driver-api/dma-buf.rst');
/** drivers/dma-buf/dma-fence.c, "DOC: fence cross-driver contract". */
export const contract = from('drivers/dma-buf/dma-fence.c');
export const source = (file, says) => ({ file, says });
//# sourceMappingURL=cites.js.map