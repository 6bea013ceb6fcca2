import { isNamed } from '../call-trace.ts';
import { plainClass } from '../lock-finding.ts';
import type { KnownClass, LockKind, LockMode, LogSpec } from '../vocabulary.ts';
import { identifier } from './identifiers.ts';
import { filled, objectFor, type Sketch, type SketchedObject, type Statement } from './sketch.ts';

/** A lock of a report, and what the log knows of it. */
export type NamedLock = {
  /** Its class, as the checker prints it. */
  readonly name: string;
  readonly usage: string;
  /** Tells it from others of its class; empty where all of a class are taken for one object. */
  readonly key: string;
};

/** What is written before and after what is done while a lock is held. */
export type Taking = {
  readonly take: readonly Statement[];
  readonly drop: readonly Statement[];
  readonly mode: LockMode;
  readonly object: SketchedObject | null;
};

/** Frames in which the call that takes a lock is looked for. */
const innermost = 8;

/** How the locks of one report are written; types are fixed by the calls that took them. */
export type Locking = {
  readonly spec: LogSpec;
  readonly sketch: Sketch;
  readonly kinds: Map<string, LockKind>;
  /** Modes in which each object is taken, by the name of the object. */
  readonly modes: Map<string, { readonly kind: LockKind; readonly modes: LockMode[] }>;
};

/** Nothing is known of the locks of a report yet. */
export const locking = (spec: LogSpec, sketch: Sketch): Locking => ({
  spec,
  sketch,
  kinds: new Map(),
  modes: new Map(),
});

/** What the vocabulary says of a class, if anything. */
export const knownClass = (name: string, { proposals }: LogSpec): KnownClass | undefined =>
  proposals.classes.find(({ names }) => isNamed(plainClass(name), names));

/** Remembers by which call a class is taken. */
export function learnKind(
  { spec, kinds }: Locking,
  { name }: Pick<NamedLock, 'name'>,
  stack: readonly string[],
): void {
  if (kinds.has(plainClass(name)) || knownClass(name, spec) !== undefined) return;
  const kind = kindBy(stack, spec);
  if (kind !== null) kinds.set(plainClass(name), kind);
}

/** By the innermost function that takes any kind of lock. */
function kindBy(stack: readonly string[], { proposals }: LogSpec): LockKind | null {
  for (const frame of stack.slice(0, innermost)) {
    const kind = proposals.locks.find(({ modes }) =>
      modes.some(({ functions }) => functions !== undefined && isNamed(frame, functions)),
    );
    if (kind !== undefined) return kind;
  }
  return null;
}

/** The same vocabulary without the ways in which nothing is held afterwards. */
export function holdable(now: Locking): Locking {
  const { proposals } = now.spec;
  const classes = proposals.classes.map((known) => ({
    ...known,
    modes: known.modes.filter(({ drop }) => drop.length > 0),
  }));
  return { ...now, spec: { ...now.spec, proposals: { ...proposals, classes } } };
}

function kindOf({ spec, kinds }: Locking, { name, usage }: NamedLock): LockKind {
  const known = kinds.get(plainClass(name));
  if (known !== undefined) return known;
  const { locks } = spec.proposals;
  return (
    locks.find(({ usage: pattern }) => pattern !== undefined && new RegExp(pattern).test(usage)) ??
    locks.at(-1)!
  );
}

/**
 * A lock that is taken at the end of a call trace, or, where `stack` is null, one of which the log
 * only says that it is held. Null where nothing can be written for it.
 */
export function taking(
  now: Locking,
  lock: NamedLock,
  stack: readonly string[] | null,
  where: string,
): Taking | null {
  const { spec, sketch } = now;
  const known = knownClass(lock.name, spec);
  if (known?.left !== undefined) return null;
  const kind = known === undefined ? kindOf(now, lock) : null;
  const mode = modeOf(known?.modes ?? kind!.modes, stack, lock.usage);
  const object =
    known === undefined ? plainObject(sketch, lock, kind!) : fixedObject(sketch, lock, known);
  if (object !== null)
    remember(now, object, kind ?? { type: object.type, modes: known!.modes }, mode);
  const statement = (text: string): Statement => ({
    text: filled(text, object?.name ?? ''),
    where,
  });
  return {
    take: mode.take.map(statement),
    drop: mode.drop.map((text) => ({ text: filled(text, object?.name ?? ''), where: '' })),
    mode,
    object,
  };
}

/**
 * By the innermost function that takes it in one of these ways; else by its usage; else the last.
 */
function modeOf(
  modes: readonly LockMode[],
  stack: readonly string[] | null,
  usage: string,
): LockMode {
  for (const frame of stack ?? []) {
    const mode = modes.find(
      ({ functions }) => functions !== undefined && isNamed(frame, functions),
    );
    if (mode !== undefined) return mode;
  }
  return (
    modes.find(({ usage: pattern }) => pattern !== undefined && new RegExp(pattern).test(usage)) ??
    modes.at(-1)!
  );
}

const plainObject = (
  sketch: Sketch,
  { name, key }: NamedLock,
  { type }: LockKind,
): SketchedObject =>
  objectFor(sketch, `${plainClass(name)} ${key}`, {
    type,
    name: identifier(plainClass(name)),
    called: name,
  });

function fixedObject(
  sketch: Sketch,
  { name, key }: NamedLock,
  { object }: KnownClass,
): SketchedObject | null {
  if (object === undefined) return null;
  return objectFor(sketch, `${plainClass(name)} ${key}`, { ...object, called: name });
}

function remember(
  { modes }: Locking,
  { name }: SketchedObject,
  kind: LockKind,
  mode: LockMode,
): void {
  const known = modes.get(name);
  if (known === undefined) modes.set(name, { kind, modes: [mode] });
  else known.modes.push(mode);
}

/**
 * Readers wait for each other only behind a writer, and the checker reports them because of it:
 * where several only read, somebody who writes is added.
 */
export function addWriters({ sketch, modes }: Locking): void {
  for (const { name } of sketch.objects.values()) {
    const used = modes.get(name);
    if (used === undefined || used.modes.length < 2) continue;
    if (!used.modes.every(({ shared }) => shared === true)) continue;
    const writer = used.kind.modes.at(-1)!;
    sketch.functions.push({
      kind: 'kthread',
      name: sketch.names.fresh(`writes_${name}`, 'writes'),
      on: null,
      shown: ['not in the report: a writer that comes between two readers'],
      body: [...writer.take, ...writer.drop].map((text) => ({
        text: filled(text, name),
        where: '',
      })),
    });
  }
}
