import type { Budget, Graph } from '../explore/graph.ts';

/** Thrown where a question to a graph ends, because the user asked for an end. */
export class Ended extends Error {
  override readonly name = 'Ended';
}

/** So many states go by between two calls of a pulse: a mask. */
export const often = 0x3fff;

/** Milliseconds that are left for questions when the user has asked for an end. */
const grace = 300;
/** Milliseconds between two reports of progress. */
const beat = 100;

/** When an end was first seen to be asked for, by `performance.now()`. */
const asked = new WeakMap<object, number>();

/** The same graph with a pulse: its questions say that they go on, and end when they are to end. */
export function withPulse(graph: Graph, { signal, progress }: Budget): Graph {
  let asking = '';
  let told = -Infinity;
  return {
    ...graph,
    pulse: (begins) => {
      if (begins !== undefined && begins !== asking) {
        asking = begins;
        told = -Infinity;
      }
      const now = performance.now();
      // What begins has not been asked yet: only a question under way is ended.
      const aborted = signal?.aborted === true;
      if (begins === undefined && aborted) endAt(signal, now);
      if (aborted || progress === undefined || now < told + beat) return;
      told = now;
      const { size: states, expanded, bytes } = graph;
      progress({ states, expanded, bytes, asking });
    },
  };
}

/** What is left to say is said at once: what was found until now may hold an answer. */
function endAt(signal: object, now: number): void {
  const since = asked.get(signal) ?? now;
  asked.set(signal, since);
  if (now > since + grace) throw new Ended('the question was ended');
}
