import type { Description } from '../../machines/description/description.ts';
import { hazards } from '../../machines/hazards/index.ts';
import {
  optionOf,
  type HazardId,
  type MistakeId,
  type OptionId,
  type UseId,
  type VariantId,
} from '../../machines/description/ids.ts';
import { options, variants } from '../../machines/options/index.ts';
import { uses } from '../../machines/uses/index.ts';

/**
 * The story, and the story with each choice by itself: together they have every row that a
 * described driver can have.
 */
export const everyChoice = (): Omit<Description, 'driver'>[] => [
  {},
  ...options.map(({ name }) => ({ options: [name as OptionId] })),
  ...variants.map(({ clause: { name } }) => ({
    options: [optionOf(name) as OptionId],
    variants: [name as VariantId],
  })),
  ...hazards.map(({ name, ofUses }) => ({
    hazards: [name as HazardId],
    ...(ofUses === undefined ? {} : { uses: ofUses.slice(0, 1) }),
  })),
  ...uses.flatMap(({ name, mistakes }) => [
    { uses: [name as UseId] },
    ...mistakes.map((one) => ({ uses: [name as UseId], hazards: [one.name as MistakeId] })),
  ]),
];
