import type { Description } from '../../machines/description/description.ts';

/** A fact that nobody can establish: what is assumed of it, told with the verdict. */
export type Assumable = {
  readonly fact: keyof Description;
  readonly value: string;
  /** After "if": a sentence about the hardware. */
  readonly words: string;
};

/**
 * No vendor documents how hardware arbitrates. Every other unknown fact can be found out by reading
 * a driver.
 */
export const assumable: readonly Assumable[] = [
  {
    fact: 'arbitration',
    value: 'in-turn',
    words: 'the hardware shares its compute units out',
  },
];
