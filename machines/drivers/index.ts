import type { Described } from '../description.ts';

/** The drivers that come with this package. */
export const drivers: readonly Described[] = [];
