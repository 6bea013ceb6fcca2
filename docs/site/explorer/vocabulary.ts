import { kernelCalls } from '../../../machines/calls/index.ts';
import { rules } from '../../../machines/rules/index.ts';

/** A word with what it means, in a line. */
export type Word = { readonly name: string; readonly about: string };

/** Words of a description with what they mean, by the field in which they stand. */
export type FieldWords = Readonly<Record<string, readonly Word[]>>;

/** What a file of threads can be written with. */
export type Vocabulary = {
  readonly calls: readonly (Word & { readonly takes: readonly string[]; readonly order: string })[];
  readonly types: readonly (Word & { readonly words: readonly string[] })[];
  readonly kinds: readonly Word[];
  readonly flags: readonly string[];
  readonly places: readonly string[];
  readonly laws: readonly Word[];
  readonly versions: readonly string[];
  readonly lockdep: readonly string[];
};

export function vocabulary(): Vocabulary {
  const { calls, types, kinds, flags, places, lawIds, versions, order } = kernelCalls;
  return {
    calls: calls
      .filter(({ hidden }) => hidden !== true)
      .flatMap(({ name, alias = [], takes, about, order: seen }) =>
        [name, ...alias].map((one) => ({ name: one, takes, about, order: seen })),
      ),
    types: types.map(({ name, about, initial = [], words = [] }) => ({
      name,
      about,
      words: [...initial, ...words],
    })),
    kinds: kinds.map(({ name, about }) => ({ name, about })),
    flags,
    places: Object.keys(places),
    laws: lawIds.map((name) => ({ name, about: rules[name as keyof typeof rules].says })),
    versions,
    lockdep: order.kinds,
  };
}
