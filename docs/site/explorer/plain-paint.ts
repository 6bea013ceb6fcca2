const plain = (text: string): string => text;

/** What the command line prints, without colours: the page has its own. */
export const plainPaint = {
  isColorSupported: false,
  bold: plain,
  dim: plain,
  red: plain,
  green: plain,
  yellow: plain,
} as const;
