import type { Place, ReportSpec } from './vocabulary.ts';

// A frame as kernels print it, as decode_stacktrace.sh rewrites it, and as crash prints it.
const framePattern = new RegExp(
  String.raw`(\? +)?([A-Za-z_][\w.]*)(?:\+0x[0-9a-f]+\/0x[0-9a-f]+|` +
    String.raw` \([\w./+-]+\.[chS]:\d+[^)]*\))|` +
    String.raw`#\d+ \[[0-9a-f]+\] ([A-Za-z_][\w.]*)(?:\+0x[0-9a-f]+)? at [0-9a-f]+`,
  'g',
);

/** Functions of a call trace, innermost first; guesses (`? f`) only where there is nothing else. */
export function frames(text: string): string[] {
  const all = [...text.matchAll(framePattern)];
  const sure = all.filter(([, guess]) => guess === undefined);
  return (sure.length > 0 ? sure : all).map(([, , name, other]) => (name ?? other)!);
}

/**
 * A function by the name that the tables know: without what compilers add, and without the prefix
 * of a package outside the tree.
 */
export function knownName(frame: string, { renamed }: Pick<ReportSpec, 'renamed'>): string {
  const name = frame.replace(/\.(?:isra|constprop|part|cold|llvm).*$/, '');
  const other = renamed.find(({ from }) => name.startsWith(from));
  return other === undefined ? name : other.to + name.slice(other.from.length);
}

/** `'lock_*'` is every name that begins so, `'*_init'` every one that ends so. */
export function isNamed(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
    if (pattern.startsWith('*')) return name.endsWith(pattern.slice(1));
    return name === pattern || name.startsWith(`${pattern}.`);
  });
}

/** The functions of a call trace without those that only take, hand on or report. */
export const significant = (stack: readonly string[], { plumbing }: ReportSpec): string[] =>
  stack.filter((frame) => !isNamed(frame, plumbing));

/** A place that a frame of a call trace stands for; `index` counts frames from the innermost. */
export type PlaceInTrace = {
  readonly place: Place;
  readonly frame: string;
  readonly index: number;
};

/** Where a task is, from its call trace, innermost first. */
export function placesOf(stack: readonly string[], spec: ReportSpec): PlaceInTrace[] {
  return stack.flatMap((frame, index) => {
    const name = knownName(frame, spec);
    return spec.places
      .filter(({ functions }) => functions.includes(name))
      .map(({ place }) => ({ place, frame, index }));
  });
}
