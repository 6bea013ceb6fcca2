import { closest, distance } from 'fastest-levenshtein';
import type { Call, FragmentPlace, Kind, Language, ObjectType, Operation } from './meaning.ts';
import type {
  Argument,
  CallExpression,
  Expression,
  File,
  Item,
  Place,
  Statement,
} from './syntax.ts';

/** An object of a file, with what its declaration says. */
export type Thing = {
  readonly name: string;
  readonly type: ObjectType;
  /** Its class for the validator. */
  readonly class: string;
  readonly initial: string | null;
  readonly words: ReadonlySet<string>;
  /** The object that it uses, such as its lock. */
  readonly used: string | null;
  readonly at: Place;
  /** The described part that it is, as a step refers to it: `x[1]`; null: none. */
  readonly described: string | null;
  /** It stands for whichever of these the thread means that names it; null: for itself. */
  readonly anyOf: readonly string[] | null;
};

/** What stands before names, so that they are nobody else's. */
export type Prefixes = {
  /** Of parts, actors and steps. */
  readonly names: string;
  /** Of promises and invariants. */
  readonly promises: string;
};

/**
 * Where a fragment runs: a step of the description, and the states of its first part in which it
 * may.
 */
export type Anchor = {
  readonly step: string;
  readonly actor: string;
  /** The part, as the step refers to it. */
  readonly ref: string;
  readonly in: readonly string[];
  readonly elsewhere: readonly string[];
  /** Whether the part may leave these states by another step. */
  readonly leaves: boolean;
};

/** A fragment beside a description: one a member of the family over which its step runs. */
export type Placed = {
  readonly fragment: string;
  readonly place: FragmentPlace;
  readonly anchors: readonly Anchor[];
  readonly family: string | null;
  /** How many there are. */
  readonly members: number;
};

/** What a description beside a file has that the file may speak of. */
export type Beside = {
  /** The part of which a declaration may name a member; null: the description has none. */
  readonly part: string | null;
  readonly family: string | null;
  readonly members: number;
  /** Every part that lives as that one does, as steps refer to it. */
  readonly alike: readonly string[];
  /** Fragments by name. */
  readonly placed: ReadonlyMap<string, Placed>;
};

/** A thread, or something that runs inside threads. */
export type Body = {
  readonly name: string;
  readonly kind: Kind;
  readonly item: Item;
  /** The queue that it stands on. */
  readonly on: string | null;
  /** The members of `name[n]` are alike. */
  readonly family: string | null;
  /** The member of the family of its place for which this fragment runs, from 1. */
  readonly placedFor: number | null;
};

/** The name of a thread as the file says it: the members of a fragment have one name. */
export const writtenName = ({ name, item, placedFor }: Body): string =>
  placedFor === null ? name : item.name.text;

/** A file with its names looked up. */
export type World = {
  readonly file: File;
  readonly language: Language;
  readonly version: string;
  readonly things: ReadonlyMap<string, Thing>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly threads: readonly Body[];
  readonly calls: ReadonlyMap<string, Call>;
  readonly beside: Beside | null;
  /** Object to the items that some call adds to it, and by `call:object` to the objects. */
  readonly callbacks: ReadonlyMap<string, readonly string[]>;
  readonly added: ReadonlyMap<string, readonly string[]>;
  /** Items that some call queues. */
  readonly queued: ReadonlySet<string>;
  /** Items that some call turns off, with the events that do so. */
  readonly turnedOff: ReadonlyMap<string, ReadonlySet<string>>;
  /** Objects for which some call sleeps until it is woken. */
  readonly slept: ReadonlySet<string>;
  /** Threads that begin a ticket. */
  readonly ticketed: readonly string[];
};

/** `; did you mean 'x'?`, where something is near. */
export function near(word: string, known: Iterable<string>): string {
  const candidates = [...known];
  if (candidates.length === 0) return '';
  const best = closest(word, candidates);
  return distance(word, best) <= Math.max(2, word.length / 3) ? `; did you mean '${best}'?` : '';
}

/** Words with commas between them; where they are many, how many more there are. */
export const listed = (words: readonly string[]): string => {
  let text = '';
  for (const [at, word] of words.entries()) {
    if (text.length + word.length > 60) return `${text} and ${words.length - at} more`;
    text += at === 0 ? word : `, ${word}`;
  }
  return text;
};

/** -1, 0 or 1: versions are compared by their numbers. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  return Math.sign(a[0]! - b[0]! || a[1]! - b[1]!);
}

/** Every call in a statement or expression. */
export function callsIn(
  node: Statement | Expression,
  calls: (CallExpression & { readonly at: Place })[] = [],
): typeof calls {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ((value as { is?: string }).is === 'call')
        calls.push(value as CallExpression & { at: Place });
      Object.values(value).forEach(visit);
    }
  };
  visit(node);
  return calls;
}

/** The object of a type of which a file has one. */
export const theOnly = (type: string, { things }: Pick<World, 'things'>): Thing | undefined =>
  [...things.values()].find((thing) => thing.type.name === type);

/** The name that an argument says, if it is one. */
export function nameIn(given: Argument | undefined): string | null {
  if (given?.is === 'object')
    return given.member === null ? given.name : `${given.name}${given.member}`;
  return given?.is === 'value' && given.value.is === 'variable' ? given.value.name : null;
}

/** Every operation of a list, also those within others. */
export function operationsIn(list: readonly Operation[]): Operation[] {
  return list.flatMap((operation): Operation[] => {
    const inner: Operation[] = [];
    if ('body' in operation) inner.push(...operation.body);
    if (operation.do === 'where') inner.push(...(operation.else ?? []));
    if (operation.do === 'step') inner.push(...operation.either.flatMap(({ does }) => does ?? []));
    if (operation.do === 'each')
      inner.push(...(operation.before ?? []), ...(operation.after ?? []));
    return [operation, ...operationsIn(inner)];
  });
}
