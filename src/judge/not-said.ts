import { understand } from '../../machines/description/complaints.ts';
import type { Described } from '../../machines/description/description.ts';
import { hazardIds, mistakeIds } from '../../machines/description/ids.ts';
import { bugClasses } from '../../machines/questions/bug-classes.ts';

/** A class of hangs that were fixed upstream and that a description says nothing about. */
export type NotSaid = {
  readonly class: string;
  /** How many of the fixes that come with this package are of it. */
  readonly fixes: number;
  /** Hazards that would ask this driver about it, one at a time; empty where only threads can. */
  readonly hazards: readonly string[];
  /** A file of threads that asks it of another driver, to be written again for this one. */
  readonly litmus: string;
};

const known: readonly string[] = [...hazardIds, ...mistakeIds];

/**
 * The classes of which the description names no hazard, the one that was fixed most often first. A
 * driver that is finite was not asked about them: what it does not name it is taken not to do.
 */
export function notSaid(described: Described): readonly NotSaid[] {
  const named: readonly string[] = described.hazards ?? [];
  return bugClasses
    .filter(({ hazards }) => !hazards.some((hazard) => named.includes(hazard)))
    .map(({ title, fixes, hazards, pattern }) => ({
      class: title,
      fixes,
      hazards: hazards.filter((hazard) => known.includes(hazard) && canBeAsked(described, hazard)),
      litmus: `machines/litmus/fixes/${pattern}.litmus`,
    }));
}

/** Whether the description may name the hazard: it may be about what the driver does not have. */
function canBeAsked(described: Described, hazard: string): boolean {
  const hazards = [...(described.hazards ?? []), hazard] as Described['hazards'];
  return !('complaints' in understand({ ...described, hazards }));
}
