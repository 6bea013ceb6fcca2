import { hazards } from '../../../machines/hazards/index.ts';
import { options, variants } from '../../../machines/options/index.ts';
import { uses } from '../../../machines/uses/index.ts';
import type { FieldWords, Word } from './vocabulary.ts';

type Named = {
  readonly name: string;
  readonly about?: string;
  readonly says: { readonly file: string; readonly says: string };
};

const word = ({ name, about, says }: Named): Word => ({ name, about: about ?? says.says });

/** What the words in the lists of a description mean. */
export const fieldWords: FieldWords = {
  options: options.map(word),
  uses: uses.map(word),
  without: [...options, ...uses].flatMap(({ clauses }) => clauses.map(word)),
  variants: variants.map(({ clause }) => word(clause)),
  hazards: [
    ...hazards.map(({ name, clauses, says }) => ({
      name,
      about: clauses[0]?.about ?? says.says,
    })),
    ...uses.flatMap(({ mistakes }) => mistakes.map(word)),
  ],
};
