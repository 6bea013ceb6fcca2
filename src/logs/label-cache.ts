import type { Values } from './print.ts';
import type { ReadyTell } from './tells.ts';
import { labelOf, type Kind, type Label, type Tracker } from './tracker.ts';

/** The label that a print names, from the bytes of its line. */
export type LabelReader = (tell: ReadyTell, bytes: Buffer, values: Values) => Label;

type Cached = { readonly bytes: Buffer; readonly kind: Kind; readonly label: Label };
const places = 1024;

/**
 * Labels by the bytes that they stand in: decoding a name for every object would cost more than
 * following it.
 */
export function labelCache(followed: Tracker): LabelReader {
  const known: (Cached | undefined)[] = Array.from({ length: places });

  return (tell, bytes, values) => {
    const { kind } = tell;
    const from = values.from[tell.labelFirst]!;
    const to = values.to[tell.labelLast]!;
    const place = placeOf(kind, bytes, from, to);
    const hit = known[place];
    if (
      hit !== undefined &&
      hit.kind === kind &&
      hit.bytes.length === to - from &&
      startsWith(bytes, from, hit.bytes)
    )
      return hit.label;

    const words = tell.label.map((field) =>
      typeof field === 'string'
        ? field
        : bytes.toString('latin1', values.from[field]!, values.to[field]!),
    );
    const label = labelOf(followed, kind, words[0] ?? '', words.join(' '));
    if (isOneStretch(tell))
      known[place] = { bytes: Buffer.from(bytes.subarray(from, to)), kind, label };
    return label;
  };
}

function placeOf(kind: Kind, bytes: Uint8Array, from: number, to: number): number {
  let hash = kind.at;
  for (let p = from; p < to; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & (places - 1);
}

/** Whether nothing but the label's own fields stands between its first and its last. */
const isOneStretch = ({ label, labelFirst, labelLast }: ReadyTell): boolean =>
  label.every((field) => typeof field === 'number') && labelLast - labelFirst === label.length - 1;

/** Whether `wanted` stands at `from`. */
export function startsWith(bytes: Uint8Array, from: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[from + i] !== wanted[i]) return false;
  return true;
}
