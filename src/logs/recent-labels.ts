import { isAt, literal, type Literal } from './literal.ts';
import type { Kind, Label } from './tracker.ts';

/**
 * The last label of each line of work, by the first number of its key, with the bytes that it was
 * printed as: they are mostly the same again.
 */
export type RecentLabels = (
  { readonly kind: Kind; readonly texts: Literal; readonly label: Label } | undefined
)[];

const places = 256;

/** No labels yet. */
export const recentLabels = (): RecentLabels => Array.from({ length: places });

/** The label that was last printed by exactly the bytes [from, to); null where there is none. */
export function recentLabel(
  recent: RecentLabels,
  kind: Kind,
  first: number,
  view: DataView,
  from: number,
  to: number,
): Label | null {
  const hit = recent[first & (places - 1)];
  return hit !== undefined &&
    hit.kind === kind &&
    hit.texts.bytes.length === to - from &&
    isAt(hit.texts, view, from, to)
    ? hit.label
    : null;
}

/** Keeps a label as the latest of its line of work. */
export function keepLabel(
  recent: RecentLabels,
  kind: Kind,
  first: number,
  texts: string,
  label: Label,
): void {
  recent[first & (places - 1)] = { kind, texts: literal(texts), label };
}
