import type { AnyStateMachine } from 'xstate';
import { madeOf } from '../../src/system/made-of.ts';
import type { Cite } from '../../src/system/vocabulary.ts';
import type { Spec } from '../../src/system/compose.ts';
import { allocationsDoNotGate, infiniteDependsOnFinite } from './sentences.ts';

export { who } from './who.ts';

/** The sentences that a waits-for cycle breaks, by the lifecycles that it goes through. */
export const lawsOf = (lifecycles: readonly string[]): Cite[] => [
  ...(lifecycles.includes('allocation') ? [allocationsDoNotGate] : []),
  ...(lifecycles.includes('user_fence') ? [infiniteDependsOnFinite] : []),
];

/** Whether what a citation says are the very words of the file; of code it is a summary. */
export const verbatim = ({ file }: { readonly file: string }): boolean =>
  file.endsWith('.rst') || file === 'drivers/dma-buf/dma-fence.c';

/** Lifecycles that only keep the order of others: told last. */
export const quiet: readonly string[] = ['ring'];

/** What a lifecycle says of an event in a state, in the kernel's words; null where it says nothing. */
export type Telling = (lifecycle: string, state: string, event: string) => string | null;

/** The descriptions of the lifecycles of a system. */
export function tellingOf({ rows, sizes }: Pick<Spec, 'rows' | 'sizes'>): Telling {
  const machines = new Map<string, AnyStateMachine>();
  for (const { parts } of rows)
    for (const { machine } of Object.values(parts).flatMap(({ of }) => madeOf(of, sizes)))
      if (!machines.has(machine.id)) machines.set(machine.id, machine);
  return (lifecycle, state, event) => {
    const machine = machines.get(lifecycle);
    if (machine === undefined) return null;
    // The innermost state that takes the event answers.
    for (let path = state.split('.'); ; path = path.slice(0, -1)) {
      const node = path.reduce<typeof machine.root | undefined>((at, name) => at?.states[name], machine.root);
      const found = node?.config.on?.[event] as { readonly description?: string } | undefined;
      if (found?.description !== undefined) return found.description;
      if (path.length === 0) return null;
    }
  };
}
