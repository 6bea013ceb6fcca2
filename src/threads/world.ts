import { closest, distance } from 'fastest-levenshtein';
import type { Call, Kind, Language, ObjectType, Operation } from './meaning.ts';
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
  /** Which member of a described part it is, from 1; null: none. */
  readonly member: number | null;
};

/** What a description beside a file has: a part, and how many members. */
export type Beside = { readonly part: string; readonly members: number };

/** A thread, or something that runs inside threads. */
export type Body = {
  readonly name: string;
  readonly kind: Kind;
  readonly item: Item;
  /** The queue that it stands on. */
  readonly on: string | null;
  /** The members of `name[n]` are alike. */
  readonly family: string | null;
};

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
  found: (CallExpression & { readonly at: Place })[] = [],
): typeof found {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ((value as { is?: string }).is === 'call')
        found.push(value as CallExpression & { at: Place });
      Object.values(value).forEach(visit);
    }
  };
  visit(node);
  return found;
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
