import type { Difference } from './twenty-found.ts';

/** Where the first answer to a design of `hostile.ts` was not the expected one, by its name. */
export const hostileDifferences: Readonly<Record<string, Difference>> = {
  'three render jobs and no compute, in any order': {
    found: 'unbounded',
    wrong: 'the expectation',
    why:
      'Each job ends by itself, but two others may overtake the third one again and again: nothing says that a job ' +
      'that waits gets its turn.',
    instead: { verdict: 'unbounded', broken: 'fence-signals' },
  },
};

/**
 * Of the ten files of threads in `hostile/`: what the file as it was committed first expected and was not so, who was
 * wrong, and what was changed. What is not listed was as expected at once.
 */
export const hostileFiles: Readonly<
  Record<
    string,
    { readonly found: string; readonly wrong: Difference['wrong']; readonly why: string }
  >
> = Object.fromEntries(
  ['01', '02', '06', '07'].map((number) => [
    number,
    {
      found: 'after: indefinite',
      wrong: 'the question' as const,
      why:
        'Its interrupt was raised by nobody, and such an interrupt is not owed. The page about files of threads said ' +
        'that it comes once, at any moment; it says now that it may. The hardware raises it in the file as it is now.',
    },
  ]),
);
