import type { Cite } from '../../src/system/vocabulary.ts';
export declare const from: (file: string) => (says: string) => Cite;
/** Documentation/driver-api/dma-buf.rst, "Recoverable Hardware Page Faults Implications" and "Indefinite DMA Fences". */
export declare const dmaBuf: (says: string) => Cite;
/** drivers/dma-buf/dma-fence.c, "DOC: fence cross-driver contract". */
export declare const contract: (says: string) => Cite;
export declare const source: (file: string, says: string) => Cite;
