import type { Deed } from '../frame/search-box.ts';

/** A command of the page: its name, what it does, and its key if it has one. */
export type Command = readonly [name: string, says: string, act: () => void];

/** Texts of the library that are offered for what is typed. */
const most = 6;

/**
 * Offers the commands of this page and what its library has in the search box of the bar, before
 * what the site has.
 * @param find what the library has for these words
 */
export function paletteOf(
  commands: readonly Command[],
  find: (words: readonly string[]) => Promise<readonly Deed[]>,
): void {
  globalThis.ffHere = async (typed) => {
    const words = typed
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const fitting = commands
      .filter(([name, says]) => {
        const text = `${name} ${says}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(([name, says, act]): Deed => ({ kind: 'do', name, says, act }));
    return words.length === 0 ? fitting : [...fitting, ...(await find(words)).slice(0, most)];
  };
}
