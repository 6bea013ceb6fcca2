import { setup } from 'xstate';
import type { Named } from './named.ts';

/** A fence that may be merged: which timeline it is on, and where. */
export type Leaf = { readonly name: string; readonly context: number; readonly seqno: number };
/** What has been taken so far, ordered by context: `'none'`, `'f[1],f[2]'`. */
export type Merge = Named<string & {}, `take.${string}`>;

const file = 'drivers/dma-buf/dma-fence-unwrap.c';

/**
 * A call of dma_fence_unwrap_merge.
 * Rule: containers are taken apart, signaled fences left out; of one context the latest is kept,
 * and contexts stand in their order. One that is
 * left is itself the answer; none is a stub.
 * Source: drivers/dma-buf/dma-fence-unwrap.c (__dma_fence_unwrap_merge, dma_fence_dedup_array), v7.0.
 * @param fences all that may be met, each once
 */
export function fenceMerge({
  fences = [
    { name: 'f[1]', context: 1, seqno: 1 },
    { name: 'f[2]', context: 2, seqno: 1 },
  ],
}: {
  readonly fences?: readonly Leaf[];
}): Merge {
  const key = (taken: readonly Leaf[]): string =>
    taken.length === 0 ? 'none' : taken.map(({ name }) => name).join(',');
  const after = (taken: readonly Leaf[], one: Leaf): readonly Leaf[] => {
    const same = taken.find(({ context }) => context === one.context);
    if (same !== undefined && same.seqno >= one.seqno) return taken;
    return [...taken.filter((other) => other !== same), one].sort((a, b) => a.context - b.context);
  };
  const setsTaken = new Map<string, readonly Leaf[]>([['none', []]]);
  for (const taken of setsTaken.values())
    for (const one of fences) {
      const next = after(taken, one);
      setsTaken.set(key(next), next);
    }
  return setup({ types: { events: {} as { type: string } } }).createMachine({
    id: 'fence_merge',
    initial: 'none',
    states: Object.fromEntries(
      [...setsTaken].map(([name, taken]) => [
        name,
        {
          description: merged(name, taken.length),
          meta: { source: `${file}: __dma_fence_unwrap_merge` },
          on: Object.fromEntries(
            fences.map((one) => [
              `take.${one.name}`,
              {
                target: key(after(taken, one)),
                reenter: true,
                description:
                  after(taken, one) === taken
                    ? `The fence ${one.name} is not later than the one that is kept of its context.`
                    : `The fence ${one.name} is the latest of its context, and is kept.`,
                meta: { source: `${file}: dma_fence_dedup_array` },
              },
            ]),
          ),
        },
      ]),
    ),
  } as never) as unknown as Merge;
}

/** What a merge of so many fences is. */
function merged(name: string, count: number): string {
  if (count === 0) return 'No fence is kept: the result is a stub.';
  return count === 1 ? `One fence is kept, and is the result: ${name}.` : `The result is an array of ${name}.`;
}
