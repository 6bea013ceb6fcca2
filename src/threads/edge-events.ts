import type { ThreadEdge } from './places.ts';

/** One event for all edges that are the same step from different places; the first of each. */
export function groupsOf(edges: readonly ThreadEdge[]): {
  readonly events: readonly string[];
  readonly first: ReadonlyMap<string, ThreadEdge>;
} {
  const known = new Map<string, string>();
  const first = new Map<string, ThreadEdge>();
  const taken = new Set<string>();
  const events = edges.map((edge) => {
    const { moves, also, when, strong, outside, orQueuedFor, notQueued, queued, yields, note } =
      edge.way;
    const key = JSON.stringify([
      edge.line,
      edge.text,
      edge.to === 'broken',
      edge.to === 'hung',
      edge.ends,
      edge.within,
      moves,
      also,
      when,
      strong,
      outside,
      orQueuedFor,
      notQueued,
      queued,
      yields,
      note,
    ]);
    let event = known.get(key);
    for (let n = 2; event !== undefined && taken.has(`${edge.from} ${event}`); n++)
      event = known.get(`${key} ${n}`);
    if (event === undefined) {
      const plain = eventOf(edge);
      event = plain;
      for (let n = 2; first.has(event); n++) event = `${plain}_${n}`;
      let at = key;
      for (let n = 2; known.has(at); n++) at = `${key} ${n}`;
      known.set(at, event);
      first.set(event, edge);
    }
    taken.add(`${edge.from} ${event}`);
    return event;
  });
  return { events, first };
}

/**
 * The line and the call; where one call goes in several ways, also the last word of what is told of
 * it, which mostly names an object: so names of like objects are alike.
 */
function eventOf({ line, text }: ThreadEdge): string {
  const call = text.split(/[(:]/)[0]!.trim();
  const told = text.includes('): ') ? (/(\w+)\W*$/.exec(text)?.[1] ?? '') : '';
  return `${line}_${call}${told === '' ? '' : ` ${told}`}`.replace(/\W+/g, '_');
}
