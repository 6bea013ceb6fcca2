import type { Cite, Refusal } from '../../src/system/vocabulary.ts';

/** Whoever tries this where it is not possible must be refused, or wait: the kernel says so. */
export const law = (file: string, says: string): Refusal => ({
  whose: 'law',
  cite: { file, says },
});
/** Only the model refuses it: a bound, one object, a simplification. A driver may do it. */
export const model = (why: string): Refusal => ({ whose: 'model', why });
/** Nobody can try it from outside. */
export const untriable = (why: string): Refusal => ({ whose: 'untriable', why });
/** The same with a sentence that stands in the documents. */
export const sentence = (cite: Cite): Refusal => ({ whose: 'law', cite });
