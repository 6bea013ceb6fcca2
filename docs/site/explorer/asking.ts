import type { Described } from '../../../machines/description/description.ts';
import { litmusTests } from '../../../machines/litmus/index.ts';

/** Litmus tests that ask a driver in a few facts, as descriptions: the explorer can open each. */
export const asking: ReadonlyMap<string, Described> = new Map(
  litmusTests.flatMap(({ name, asks }): readonly [string, Described][] =>
    'rows' in asks || 'hangs' in asks ? [] : [[name, { driver: name, ...asks }]],
  ),
);
