import type { Refusal } from '../system/vocabulary.ts';
import { partNamed } from './setting.ts';
import type { ThreadEdge } from './places.ts';
import type { ThreadSystem } from './system.ts';

/**
 * Whose it is that a step of a thread is refused, by step. A thread that stands in a call which can
 * go on in one way only has to wait there: that is the law of the call. Where a call may go on in
 * several ways, nobody can ask for one of them.
 */
export function refusalsOf({
  world,
  prefixes,
  places,
  edges,
  said: saidByStep,
}: ThreadSystem): Readonly<Record<string, Refusal>> {
  const alone = { world, places, prefixes };
  const leaving = new Map<string, number>();
  const keyOf = (thread: string, { from }: ThreadEdge): string => `${thread} ${from}`;
  for (const [thread, { edges: own }] of places)
    for (const edge of own) {
      const key = keyOf(thread, edge);
      leaving.set(key, (leaving.get(key) ?? 0) + 1);
    }
  const bare = (part: string): string => partNamed(alone, part).replace(/\[.*\]$/, '');

  return Object.fromEntries(
    [...saidByStep].map(([step, { thread, text }]): [string, Refusal] => {
      const edge = edges.get(step);
      if (edge === undefined) return [step, { whose: 'untriable', why: 'a thread begins' }];
      const call = world.calls.get(/^(\w+)\(/.exec(text)?.[1] ?? '');
      const { way } = edge;
      const isOnly = leaving.get(keyOf(thread, edge)) === 1 && way.bad === null && !way.hangs;
      if (!isOnly || call === undefined)
        return [step, { whose: 'untriable', why: 'the thread may go on in another way' }];
      const others = [...Object.keys(way.moves), ...Object.keys(way.when)].filter(
        (part) => part !== thread,
      );
      const where = [...new Set([...others, ...way.outside].map(bare))];
      return [step, { whose: 'law', cite: call.cite, where, at: [bare(thread)] }];
    }),
  );
}
