import { settled, type Settled } from '../../machines/description/alternatives.ts';
import { understand } from '../../machines/description/complaints.ts';
import type { Description } from '../../machines/description/description.ts';
import { abilityIds, optionIds } from '../../machines/description/ids.ts';
import { systemOf } from '../../machines/description/system.ts';
import type { Means } from '../check/verdict.ts';
import { quickAnswer } from './hanging.ts';
import type { Judgement } from './judge.ts';

/**
 * A single change of a description that makes its verdict finite, in words and as the fields that
 * it changes.
 */
export type Remedy = { readonly what: string; readonly change: Partial<Description> };

/** What would help, as far as it was asked. */
export type Remedies = {
  readonly helps: readonly Remedy[];
  /** Changes of which it is not known whether they help: their search ended early. */
  readonly open: readonly Remedy[];
  /** Whether the system is so large that nothing was asked. */
  readonly tooLarge: boolean;
};

/** Larger systems are not asked what would help. */
export const remediesUpTo = 20_000;

const none: Remedies = { helps: [], open: [], tooLarge: false };

/**
 * What would help a driver that was judged: nothing where it is finite or where nothing is known of
 * it.
 */
export function remediesOf(
  { verdict, jobs, alternative, assessment: { report } }: Judgement,
  means: Means,
): Remedies {
  if (jobs === null || verdict === 'finite' || verdict === 'incomplete') return none;
  if (report.states > remediesUpTo) return { ...none, tooLarge: true };
  return remedies(alternative.description, means);
}

/**
 * Every single change that makes `description` finite: something kept that is not kept, something
 * left undone that is done; if none does, one more way out.
 */
function remedies(description: Description, means: Means): Remedies {
  const settledDescription = settled(description);
  const small = tried(description, smallChanges(settledDescription), means);
  if (small.helps.length > 0) return small;

  const more = tried(description, moreOptions(settledDescription), means);
  return { ...more, open: [...small.open, ...more.open] };
}

/** Asks the description with each of these changes. */
function tried(description: Description, changes: readonly Remedy[], means: Means): Remedies {
  const helps: Remedy[] = [];
  const open: Remedy[] = [];
  for (const remedy of changes) {
    const changed = { ...description, ...remedy.change };
    if ('complaints' in understand(changed)) continue;

    const { verdict } = quickAnswer(changed, systemOf(changed), means);
    if (verdict === 'finite') helps.push(remedy);
    if (verdict === 'incomplete') open.push(remedy);
  }
  return { helps, open, tooLarge: false };
}

/** Changes that take no further option. */
function smallChanges(d: Settled): Remedy[] {
  const allBut = <T>(all: readonly T[], one: T): readonly T[] =>
    all.filter((other) => other !== one);

  return [
    ...d.without.map((clause) => ({
      what: `keep ${clause}`,
      change: { without: allBut(d.without, clause) },
    })),
    ...d.variants.map((variant) => ({
      what: `the clause itself in place of ${variant}`,
      change: { variants: allBut(d.variants, variant) },
    })),
    ...d.hazards.map((hazard) => ({
      what: `without the hazard ${hazard}`,
      change: { hazards: allBut(d.hazards, hazard) },
    })),
    ...abilityIds
      .filter((able) => !d.hardwareCan.includes(able))
      .map((able) => ({
        what: `hardware that can ${able}`,
        change: { hardwareCan: [...d.hardwareCan, able] },
      })),
    ...(d.submission === 'fifo' ? [] : [inOrder]),
    ...(d.arbitration === 'in-turn' ? [] : [inTurn]),
  ];
}

const inOrder: Remedy = {
  what: 'submission in order (fifo)',
  change: { submission: 'fifo' },
};
const inTurn: Remedy = {
  what: 'hardware that is given in turn',
  change: { arbitration: 'in-turn' },
};

const moreOptions = (d: Settled): Remedy[] =>
  optionIds
    .filter((option) => !d.options.includes(option))
    .map((option) => ({
      what: `the option ${option}`,
      change: { options: [...d.options, option] },
    }));
