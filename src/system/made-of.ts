import type { AnyStateMachine } from 'xstate';
import type * as v from './vocabulary.ts';

/**
 * A machine that a part is made of. `of` says which one where there are several, and is null where
 * it is the only one.
 */
export type Made = { readonly of: string | null; readonly machine: AnyStateMachine };

/** What a part is made of in a system of these sizes: one machine, or several that are the part. */
export function madeOf(lifecycle: v.Part['of'], sizes: v.Sizes): Made[] {
  const made = typeof lifecycle === 'function' ? lifecycle(sizes) : lifecycle;
  if (isMachine(made)) return [{ of: null, machine: made }];
  return Object.entries(made).map(([of, machine]) => ({ of, machine }));
}

const isMachine = (
  made: ReturnType<Exclude<v.Part['of'], AnyStateMachine>>,
): made is AnyStateMachine => 'root' in made;
