import { hashOf } from './columns.ts';
import { matcher, type Matcher } from './print.ts';
import { labelId, labelOf, type Kind, type Label, type Tracker } from './tracker.ts';
import type { LogSpec, Print, Tell } from './vocabulary.ts';

/**
 * One number of a key: a field of the print, or, where `field` is below 0, always the same `word`.
 */
export type KeyPart = {
  readonly field: number;
  readonly word: number;
  readonly text: boolean;
  readonly hex: boolean;
};

/** A tell of the vocabulary with its names looked up: fields, kinds and events are indices. */
export type ReadyTell = {
  readonly matcher: Matcher;
  readonly tell: Tell;
  readonly kind: Kind;
  readonly event: number;
  readonly key: readonly KeyPart[];
  /** The key is two decimal numbers: those of the fields `first` and `second`. */
  readonly plain: boolean;
  readonly first: number;
  readonly second: number;
  readonly shift: number;
  /** The key is one address of 64 bits: that of the field `first`. */
  readonly pair: boolean;
  readonly known: boolean;
  readonly waits: boolean;
  /** The label, where no field of the print takes part in it. */
  readonly fixed: Label | null;
  readonly label: readonly (number | string)[];
  readonly labelFirst: number;
  readonly labelLast: number;
  readonly needs: { readonly kind: Kind; readonly key: readonly KeyPart[] } | null;
};

/** A tracepoint, and how often it was seen. */
export type Point = {
  readonly name: Buffer;
  readonly prints: readonly { readonly matcher: Matcher; readonly tells: readonly ReadyTell[] }[];
  count: number;
  /** Times that it was printed in no known way. */
  unread: number;
};

/** Every tracepoint of the vocabulary by the hash of its name. */
export const pointsOf = ({ tracepoints }: LogSpec, followed: Tracker): Map<number, Point> =>
  new Map(
    tracepoints.map(({ name, prints }) => [
      hashOf(name),
      {
        name: Buffer.from(name, 'latin1'),
        count: 0,
        unread: 0,
        prints: prints.map((print) => readyPrint(print, prints.length === 1, followed)),
      },
    ]),
  );

function readyPrint(print: Print, alone: boolean, followed: Tracker): Point['prints'][number] {
  const made = matcher(print, alone);
  return { matcher: made, tells: print.tells.map((tell) => readyTell(tell, made, followed)) };
}

function readyTell(tell: Tell, made: Matcher, followed: Tracker): ReadyTell {
  const kindOf = (name: string): Kind => followed.kinds.find((kind) => kind.name === name)!;
  const partOf = (field: string): KeyPart => keyPart(field, made, followed);
  const kind = kindOf(tell.of);
  const key = tell.key.map(partOf);
  const label = (tell.label ?? []).map((field) =>
    field.startsWith('=') ? field.slice(1) : made.fields.indexOf(field),
  );
  const fields = label.filter((field) => typeof field === 'number');
  const owner = String(label[0] ?? '');

  return {
    matcher: made,
    tell,
    kind,
    event: kind.lts.events.indexOf(tell.event),
    key,
    plain: key.length === 2 && key.every(({ field, text, hex }) => field >= 0 && !text && !hex),
    first: key[0]!.field,
    second: key[1]?.field ?? -1,
    shift: tell.shift ?? 0,
    pair: key.length === 1 && key[0]!.hex,
    known: tell.known === true,
    waits: tell.wait !== undefined,
    fixed: fields.length > 0 ? null : labelOf(followed, kind, owner, label.join(' ')),
    label,
    labelFirst: fields[0] ?? 0,
    labelLast: fields.at(-1) ?? 0,
    needs:
      tell.needs === undefined
        ? null
        : { kind: kindOf(tell.needs.of), key: tell.needs.key.map(partOf) },
  };
}

function keyPart(field: string, { fields, pieces }: Matcher, followed: Tracker): KeyPart {
  if (field.startsWith('='))
    return { field: -1, word: labelId(followed, field.slice(1)), text: false, hex: false };

  const index = fields.indexOf(field);
  const { kind } = pieces[index]!;
  return { field: index, word: 0, text: kind >= 2, hex: kind === 1 };
}
