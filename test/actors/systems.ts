import { alternatives } from '../../machines/description/alternatives.ts';
import type { Description } from '../../machines/description/description.ts';
import { optionIds, useIds } from '../../machines/description/ids.ts';
import { systemOf } from '../../machines/description/system.ts';
import { drivers } from '../../machines/drivers/index.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { uses } from '../../machines/uses/index.ts';
import type { Program } from '../../src/system/program.ts';

/** A composed system with its name. */
export type Named = { readonly name: string; readonly program: Program };

const described = (name: string, facts: Omit<Description, 'driver'>): Named => ({
  name,
  program: systemOf({ driver: name, ...facts }),
});

const cannot = (one: string, other: string): boolean =>
  uses.some(
    ({ name, apart = {} }) => (name === one && other in apart) || (name === other && one in apart),
  );

/** The gallery, the first alternative of each driver, each option, and the uses two by two. */
export const systems = (): Named[] => [
  ...gallery.map(({ name, system }) => ({ name, program: system() })),
  ...drivers.map((one) => ({
    name: one.driver,
    program: systemOf(alternatives(one)[0]!.description),
  })),
  ...optionIds.map((option) => described(option, { options: [option] })),
  ...useIds.flatMap((use, at) =>
    useIds
      .slice(at + 1)
      .filter((other) => !cannot(use, other))
      .map((other) => described(`${use} + ${other}`, { engines: 'two', uses: [use, other] })),
  ),
];

/** `'submit[1]'` to `'submit'`, `'signaler_2'` to `'signaler'`. */
export const base = (actor: string): string => actor.replace(/\[.*|_\d+$/, '');
