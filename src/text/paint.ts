import type { Paint as LogPaint } from '../logs/summary-text.ts';

/** Words in colours, or as they are; `isColorSupported` says which. */
export type Paint = LogPaint & { readonly isColorSupported: boolean };

const asItIs = (text: string): string => text;

/** No colours: for files, and for pages, which have their own. */
export const plainPaint: Paint = {
  isColorSupported: false,
  bold: asItIs,
  dim: asItIs,
  red: asItIs,
  green: asItIs,
  yellow: asItIs,
};
