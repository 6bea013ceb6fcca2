/**
 * Where the first answer to an invented design was not the expected one, by its name in `twenty.ts`: what was found,
 * who was wrong, and what was mended. What is not listed was as expected at once.
 */
export type Difference = {
  readonly found: string;
  readonly wrong: 'the model' | 'the expectation' | 'the question';
  readonly why: string;
  /** The design as it is asked now, where the question was wrong; and the answer, where the expectation was. */
  readonly instead?: {
    readonly without?: readonly string[];
    readonly uses?: readonly string[];
    readonly verdict?: string;
    readonly broken?: string | null;
  };
};

export const differences: Readonly<Record<string, Difference>> = {
  'the same, with a completion in the preempt work that allocates': {
    found: 'indefinite',
    wrong: 'the model',
    why:
      'The allocation in the work never waited for the preempt fence of its own queue: it only did not end, and ' +
      'whoever frees memory could help. It waits for that fence now, and nobody can help.',
  },
  'preemption that must let pending page faults finish': {
    found: 'refused',
    wrong: 'the question',
    why:
      'The option promises preempt/while-faulted, which this hardware cannot do: the clause has to be left out in so ' +
      'many words.',
    instead: { without: ['preempt/while-faulted'] },
  },
  'eviction without a pause between restore and eviction': {
    found: 'deadlock',
    wrong: 'the expectation',
    why:
      'The hazard eviction-fence/no-backoff is a restore that failed and is not tried again, not one that comes too ' +
      'soon: the process never runs again.',
    instead: { verdict: 'deadlock' },
  },
};
