import { story, type Described } from '../../machines/description/description.ts';
import { optionOf } from '../../machines/description/ids.ts';

/** A description whose fields are looked at by name. */
export type Loose = Readonly<Record<string, unknown>>;

/**
 * One thing in which two descriptions differ, what it is in each, and the first with only this as
 * in the second.
 */
export type Difference = {
  readonly what: string;
  readonly a: string;
  readonly b: string;
  readonly apply: (described: Loose) => Loose;
};

/** Fields of which no system is made. */
const silent = ['$schema', 'driver', 'about', 'cites', 'expect'];

/** What an entry of a list is called. */
const titles: Readonly<Record<string, string>> = {
  options: 'option',
  uses: 'use',
  without: 'clause',
  variants: 'variant',
  hazards: 'hazard',
  hardwareCan: 'hardware can',
};

/** All differences, in declaration order of the fields; of a list, each entry. */
export function differencesOf(a: Loose, b: Loose): Difference[] {
  const fields = new Set([...Object.keys(story), ...Object.keys(a), ...Object.keys(b)]);

  return [...fields]
    .filter((field) => !silent.includes(field))
    .flatMap((field): Difference[] => {
      const [inA, inB] = [valueIn(a, field), valueIn(b, field)];
      if (Array.isArray(inA ?? []) && Array.isArray(inB ?? [])) return entries(field, a, b);
      if (field === 'jobs') return jobs(inA as Loose, inB as Loose);
      if (inWords(inA) === inWords(inB)) return [];
      return [
        {
          what: field,
          a: inWords(inA),
          b: inWords(inB),
          apply: (described) => ({ ...described, [field]: inB }),
        },
      ];
    });
}

/** What a description says in a field, else what the default scenario has there. */
const valueIn = (described: Loose, field: string): unknown =>
  described[field] ?? (story as Loose)[field];

const inWords = (value: unknown): string =>
  Array.isArray(value) ? `[${value.join(', ')}]` : String(value);

/** How many jobs there are of each kind. */
function jobs(inA: Loose, inB: Loose): Difference[] {
  const [jobsOfA, jobsOfB] = [
    { ...story.jobs, ...inA },
    { ...story.jobs, ...inB },
  ];
  return (['fenced', 'faulting'] as const)
    .filter((kind) => jobsOfA[kind] !== jobsOfB[kind])
    .map((kind) => ({
      what: `jobs.${kind}`,
      a: String(jobsOfA[kind]),
      b: String(jobsOfB[kind]),
      apply: (described) => ({
        ...described,
        jobs: { ...(described['jobs'] as object | undefined), [kind]: jobsOfB[kind] },
      }),
    }));
}

/**
 * Entries of a list. An option or a use that only one of them takes comes or goes with all that is
 * said of its clauses.
 */
function entries(field: string, a: Loose, b: Loose): Difference[] {
  const [inA, inB] = [listIn(a, field), listIn(b, field)];
  const inBoth = (name: string): boolean =>
    !name.includes('/') ||
    (chosen(a).includes(optionOf(name)) && chosen(b).includes(optionOf(name)));
  const [yes, no] = field === 'without' ? ['not kept', 'kept'] : ['yes', 'no'];

  return [...new Set([...inA, ...inB])]
    .filter((name) => inA.includes(name) !== inB.includes(name) && inBoth(name))
    .map((name): Difference => ({
      what: `${titles[field] ?? field} ${name}`,
      a: inA.includes(name) ? yes : no,
      b: inB.includes(name) ? yes : no,
      apply: (described) =>
        inB.includes(name)
          ? withEntry(described, field, name, b)
          : { ...described, [field]: listIn(described, field).filter((entry) => entry !== name) },
    }));
}

/** The description with one more entry of a list, and with all that `from` says of it. */
function withEntry(described: Loose, field: string, name: string, from: Loose): Loose {
  const belonging = (['without', 'variants', 'hazards'] as const)
    .filter((other) => other !== field)
    .map((other) => {
      const owned = listIn(from, other).filter((entry) => entry.startsWith(`${name}/`));
      return [other, [...listIn(described, other), ...owned]] as const;
    })
    .filter(([, list]) => list.length > 0);

  return {
    ...described,
    ...Object.fromEntries(belonging),
    [field]: [...listIn(described, field), name],
  };
}

const listIn = (described: Loose, field: string): readonly string[] =>
  (described[field] ?? (story as Loose)[field] ?? []) as readonly string[];

const chosen = (described: Loose): readonly string[] =>
  (['options', 'uses'] as const).flatMap((field) => listIn(described, field));

/** A description without what belongs to an option or a use that is not taken. */
export function fitting(described: Loose): Described {
  const taken = chosen(described);
  const fits = (name: string): boolean => !name.includes('/') || taken.includes(optionOf(name));
  const fittingList = (field: string): Loose => {
    const list = described[field] as readonly string[] | undefined;
    return list === undefined ? {} : { [field]: list.filter(fits) };
  };
  const { cites: _, expect: __, ...rest } = described;
  return {
    ...rest,
    ...fittingList('without'),
    ...fittingList('variants'),
    ...fittingList('hazards'),
  } as Described;
}
