import type { Cite } from '../../src/system/vocabulary.ts';

export const from =
  (file: string) =>
  (says: string): Cite => ({ file, says });

/**
 * Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications" and
 * "Indefinite DMA Fences".
 */
export const dmaBuf = from('Documentation/driver-api/dma-buf.rst');
/** drivers/dma-buf/dma-fence.c, "DOC: fence cross-driver contract". */
export const contract = from('drivers/dma-buf/dma-fence.c');
export const source = (file: string, says: string): Cite => ({ file, says });
