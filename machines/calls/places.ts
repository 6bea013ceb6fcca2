import type { FragmentPlace } from '../../src/threads/meaning.ts';

/**
 * Where a fragment may stand in a described driver: the first of these steps that the description has. The names of the places stay
 * when steps are renamed.
 */
export const places: Readonly<Record<string, FragmentPlace>> = {};
