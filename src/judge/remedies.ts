import { settled } from '../../machines/description/alternatives.ts';
import { understand } from '../../machines/description/complaints.ts';
import type { Description } from '../../machines/description/description.ts';
import { abilityIds, optionIds } from '../../machines/description/ids.ts';
import { systemOf } from '../../machines/description/system.ts';
import { verdictOf } from '../check/assess.ts';
import type { Budget } from '../explore/graph.ts';
import type { Judgement } from './judge.ts';

/** A single change of a description that makes its verdict finite, in words and as the fields that it changes. */
export type Remedy = { readonly what: string; readonly change: Partial<Description> };

/** Every single change that makes `description` finite: something kept that is not, something left that is done; if none does, a way out more. */
export function remedies(description: Description, budget: Budget): Remedy[] {
  const d = settled(description);
  const but = <T>(all: readonly T[], one: T): readonly T[] => all.filter((other) => other !== one);
  const helps = ({ change }: Remedy): boolean => {
    const changed = { ...description, ...change };
    return (
      !('complaints' in understand(changed)) && verdictOf(systemOf(changed), budget) === 'finite'
    );
  };
  const small: Remedy[] = [
    ...d.without.map((clause) => ({
      what: `keep ${clause}`,
      change: { without: but(d.without, clause) },
    })),
    ...d.variants.map((variant) => ({
      what: `the clause itself in place of ${variant}`,
      change: { variants: but(d.variants, variant) },
    })),
    ...d.hazards.map((hazard) => ({
      what: `without the hazard ${hazard}`,
      change: { hazards: but(d.hazards, hazard) },
    })),
    ...abilityIds
      .filter((able) => !d.hardwareCan.includes(able))
      .map((able) => ({
        what: `hardware that can ${able}`,
        change: { hardwareCan: [...d.hardwareCan, able] },
      })),
    ...(d.submission === 'fifo'
      ? []
      : [{ what: 'submission in order (fifo)', change: { submission: 'fifo' } as const }]),
    ...(d.arbitration === 'in-turn'
      ? []
      : [{ what: 'hardware that is given in turn', change: { arbitration: 'in-turn' } as const }]),
  ].filter(helps);
  if (small.length > 0) return small;
  return optionIds
    .filter((option) => !d.options.includes(option))
    .map((option) => ({
      what: `the option ${option}`,
      change: { options: [...d.options, option] },
    }))
    .filter(helps);
}

/** Of larger systems it is not asked what would help. */
const remediesUpTo = 20_000;

/** What would help a driver that was judged: nothing of one that is finite, of which nothing is known, or that is large. */
export function remediesOf(
  { verdict, jobs, alternative, assessment: { report } }: Judgement,
  budget: Budget,
): Remedy[] {
  return jobs === null ||
    verdict === 'finite' ||
    verdict === 'incomplete' ||
    report.states > remediesUpTo
    ? []
    : remedies(alternative.description, budget);
}
