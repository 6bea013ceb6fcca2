/** Words in colours, or as they are. */
export type Paint = {
  readonly isColorSupported: boolean;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
};

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
