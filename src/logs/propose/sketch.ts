import type { Identifiers } from './identifiers.ts';

/** A statement, and where the log shows it. */
export type Statement = { readonly text: string; readonly where: string };

/** An object of the file; `initial` is the words behind its name. */
export type SketchedObject = {
  readonly type: string;
  readonly name: string;
  initial: string;
  /** What the log calls it. */
  readonly called: string;
};

/** A thread or callback of the file: its kind, its name, its statements. */
export type SketchedFunction = {
  readonly kind: string;
  readonly name: string;
  /** The queue of a work. */
  readonly on: string | null;
  /** Which part of the log shows it. */
  readonly shown: string[];
  readonly body: Statement[];
};

/** A file of threads in the making. */
export type Sketch = {
  readonly names: Identifiers;
  readonly objects: Map<string, SketchedObject>;
  readonly functions: SketchedFunction[];
  /** What the log shows and the file does not: one line each. */
  readonly leftOut: string[];
  /** Something that the cycle needs is left out. */
  isPart: boolean;
  /** What one part of the log uses as one type of object and another part as another type. */
  mixed: string | null;
};

/** A file that is ready to be written, or why there is none. */
export type Proposal = {
  readonly line: number;
  readonly title: string;
  /** Words of its name. */
  readonly words: readonly string[];
  readonly says: string;
  /** What the lock checker has to say of the file, as a line of it. */
  readonly answer: string | null;
} & ({ readonly sketch: Sketch } | { readonly why: string });

/** An empty file. */
export const sketch = (names: Identifiers): Sketch => ({
  names,
  objects: new Map(),
  functions: [],
  leftOut: [],
  isPart: false,
  mixed: null,
});

/** Why nothing is proposed for a report whose lines contradict each other, or null. */
export const contradiction = ({ mixed }: Sketch): string | null =>
  mixed === null ? null : `${mixed} is used as two types of objects; is a line of the report lost?`;

/** The object with a key; made where there is none yet. */
export function objectFor(
  sketch: Sketch,
  key: string,
  made: {
    readonly type: string;
    readonly name: string;
    readonly initial?: string;
    readonly called: string;
  },
): SketchedObject {
  const { objects, names } = sketch;
  const known = objects.get(key);
  if (known !== undefined) {
    if (known.type !== made.type) sketch.mixed ??= known.called;
    return known;
  }
  const object: SketchedObject = {
    type: made.type,
    name: names.fresh(made.name, 'lock'),
    initial: made.initial ?? '',
    called: made.called,
  };
  objects.set(key, object);
  return object;
}

/** A statement of the vocabulary with the name of its object. */
export const filled = (text: string, name: string): string => text.replaceAll('@', name);
