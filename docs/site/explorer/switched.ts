import type { Described } from '../../../machines/description/description.ts';

/** The lists of words that a description has. */
export type List = 'options' | 'uses' | 'without' | 'variants' | 'hazards';

/** What an address brings may be anything: here it is a list of words or none. */
export const listed = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The description with a word more in a list, or without it and without what only that word gave a meaning. */
export function switched(described: Described, key: List, name: string, on: boolean): Described {
  const before = listed(described[key]);
  if (on) return { ...described, [key]: [...before, name] } as Described;
  const belongs = (other: string): boolean => other === name || other.startsWith(`${name}/`);
  const next = { ...described, [key]: before.filter((other) => other !== name) } as Record<
    string,
    unknown
  >;
  // A clause that is kept has its citation as well as one that is not.
  if (key === 'without') return next as unknown as Described;
  for (const list of ['without', 'variants', 'hazards'] as const)
    if (described[list] !== undefined)
      next[list] = listed(next[list]).filter((other) => !other.startsWith(`${name}/`));
  if (described.cites !== undefined)
    next['cites'] = Object.fromEntries(
      Object.entries(described.cites).filter(([choice]) => !belongs(choice)),
    );
  return next as unknown as Described;
}
