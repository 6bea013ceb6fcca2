import type { Described } from '../../machines/description/description.ts';
import { options, variants } from '../../machines/options/index.ts';
import type { Means } from '../check/verdict.ts';
import { answers, setsOf } from './answers.ts';
import type { Answer } from './outcome.ts';

/**
 * A change for the better: a clause that is kept, a hazard that is left undone, an order that is
 * kept where there was none.
 */
export type Change = {
  readonly what: string;
  readonly name: string;
  readonly kind: 'clause' | 'hazard' | 'variant' | 'order';
};

/** The smallest sets of changes that make a driver finite, and how they were looked for. */
export type SmallestChanges = {
  /** Of the driver as it is. */
  readonly now: Answer;
  /** All changes that were tried. */
  readonly changes: readonly Change[];
  /**
   * All of the smallest sets that make it finite, as far as it is known; none where none was found
   * or none is needed.
   */
  readonly sets: readonly (readonly Change[])[];
  /** Sets of up to so many changes were tried. */
  readonly size: number;
  /** How many sets were tried. */
  readonly tried: number;
  /** How many different systems they make. */
  readonly systems: number;
  /** How many searches ended early: they count as no help. */
  readonly unanswered: number;
  /** Whether every set was tried. */
  readonly exhausted: boolean;
  /** Whether it was ended by a signal. */
  readonly cancelled: boolean;
};

/**
 * Tries every set of changes by size, up to `most` changes in a set, and ends with the first size
 * at which a set helps.
 * @param progress gets what is being asked
 */
export function smallestChanges(
  described: Described,
  most: number,
  means: Means,
  progress: (what: string) => void = () => {},
): SmallestChanges {
  const { known, isFinite, asked, unanswered } = answers(means);
  progress(described.driver);
  const now = known(described);
  const changes = changesFor(described);
  const sets: (readonly Change[])[] = [];
  const cancelled = (): boolean => means.signal?.aborted === true;
  const needed = now.verdict !== 'finite' && now.verdict !== 'incomplete';
  const largest = needed ? Math.min(most, changes.length) : 0;

  let tried = 0;
  let size = 0;
  while (sets.length === 0 && size < largest && !cancelled()) {
    size++;
    for (const set of setsOf(changes, size)) {
      if (cancelled()) break;
      tried++;
      progress(`${described.driver}: set ${tried} of changes, ${size} in each`);
      if (isFinite(changed(described, set))) sets.push(set);
    }
  }

  return {
    now,
    changes,
    sets,
    size,
    tried,
    systems: asked(),
    unanswered: unanswered(),
    exhausted: size === changes.length && !cancelled(),
    cancelled: cancelled(),
  };
}

/** What a driver or its hardware may have besides options, and that in words. */
const orders = {
  submission: { best: 'fifo', what: 'submit jobs to an engine in their order (submission fifo)' },
  arbitration: {
    best: 'in-turn',
    what: 'hardware that gives compute units in turn (arbitration in-turn)',
  },
} as const;
const orderNames = Object.keys(orders) as (keyof typeof orders)[];

/**
 * Each clause of every option that is not kept, each hazard that is there, each order that is not
 * certain.
 */
export function changesFor(described: Described): Change[] {
  const chosen: readonly string[] = described.options ?? [];
  const without: readonly string[] = described.without ?? [];
  const replaced = (described.variants ?? []).map((name) => ({
    name,
    instead: variants.find(({ clause }) => clause.name === name)!.instead,
  }));

  const clauses = options.flatMap((option) =>
    option.clauses
      .map(({ name }) => name)
      .filter((name) => !chosen.includes(option.name) || without.includes(name))
      .filter((name) => !replaced.some(({ instead }) => instead === name)),
  );
  const clausesOfOptions = options.flatMap((option) => option.clauses.map(({ name }) => name));
  const laws = without.filter((name) => !clausesOfOptions.includes(name));
  const open = orderNames.filter(
    (name) => (described[name] ?? orders[name].best) !== orders[name].best,
  );

  return [
    ...[...clauses, ...laws].map((name): Change => ({
      what: `keep ${name}`,
      name,
      kind: 'clause',
    })),
    ...replaced.map(({ name, instead }): Change => ({
      what: `keep ${instead} itself, not ${name}`,
      name,
      kind: 'variant',
    })),
    ...(described.hazards ?? []).map((name): Change => ({
      what: `without the hazard ${name}`,
      name,
      kind: 'hazard',
    })),
    ...open.map((name): Change => ({ what: orders[name].what, name, kind: 'order' })),
  ];
}

/** The description with these changes. An option that is taken for one clause keeps no other. */
export function changed(described: Described, set: readonly Change[]): Described {
  const namesOf = (kind: Change['kind']): readonly string[] =>
    set.filter((change) => change.kind === kind).map(({ name }) => name);
  const kept = namesOf('clause');
  const before: readonly string[] = described.options ?? [];
  const more = options.filter(
    (option) =>
      !before.includes(option.name) && option.clauses.some(({ name }) => kept.includes(name)),
  );
  const clausesOfMore = more.flatMap((option) => option.clauses.map(({ name }) => name));

  return {
    ...described,
    ...withoutSourcesOf(described, set),
    ...Object.fromEntries(
      orderNames
        .filter((name) => namesOf('order').includes(name))
        .map((name) => [name, orders[name].best]),
    ),
    options: [...before, ...more.map((option) => option.name)],
    without: [...(described.without ?? []), ...clausesOfMore].filter(
      (name) => !kept.includes(name),
    ),
    variants: (described.variants ?? []).filter((name) => !namesOf('variant').includes(name)),
    hazards: (described.hazards ?? []).filter((name) => !namesOf('hazard').includes(name)),
  } as Described;
}

/** What is no longer chosen needs no source. */
function withoutSourcesOf(described: Described, set: readonly Change[]): Pick<Described, 'cites'> {
  if (described.cites === undefined) return {};
  const gone = new Set(set.filter(({ kind }) => kind !== 'clause').map(({ name }) => name));
  const cites = Object.entries(described.cites).filter(([choice]) => !gone.has(choice));
  return { cites: Object.fromEntries(cites) };
}
