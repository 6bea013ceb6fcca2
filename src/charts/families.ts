import type { Chart, ChartEdge, ChartState } from './chart.ts';

/** Fewer members than this are drawn as they are. */
const fewest = 3;

/**
 * The chart with one state in the place of a family: siblings `s1`, `s2`, `s3`, ... that are the
 * same but for their number, in what stands in them and in every edge to and from them. It is drawn
 * once, as `sN`, and says for which members it stands.
 */
export function families(chart: Chart): Chart {
  for (const siblings of siblingsOf(chart.roots)) {
    for (const members of numbered(siblings)) {
      const [first, ...others] = members as [ChartState, ...ChartState[]];
      const shape = shapeOf(chart, first);
      if (others.every((other) => shapeOf(chart, other) === shape))
        return families(drawnOnce(chart, first, others));
    }
  }
  return chart;
}

/** Every list of sibling states, outer ones first. */
const siblingsOf = (states: readonly ChartState[]): (readonly ChartState[])[] => [
  states,
  ...states.flatMap(({ children }) => (children.length === 0 ? [] : siblingsOf(children))),
];

const stemOf = (name: string): string | null => /^(.*[^\d])\d+$/.exec(name)?.[1] ?? null;

/** Siblings that are named alike but for a number. */
function numbered(siblings: readonly ChartState[]): ChartState[][] {
  const byStem = new Map<string, ChartState[]>();
  for (const state of siblings) {
    const stem = stemOf(state.name);
    if (stem !== null) byStem.set(stem, [...(byStem.get(stem) ?? []), state]);
  }
  return [...byStem.values()].filter(({ length }) => length >= fewest);
}

/** A text in which a member is called as every member is: `begin.s3` is `begin.sN`. */
function generic(text: string, name: string): string {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<!\\w)${word}(?!\\w)`, 'g'), `${stemOf(name)!}N`);
}

const isIn = (path: string, state: ChartState): boolean =>
  path === state.path || path.startsWith(`${state.path}.`);

/** Equal for states that are the same but for their number. */
function shapeOf({ edges }: Chart, state: ChartState): string {
  const parts = edges
    .filter(({ from, to }) => isIn(from, state) || isIn(to, state))
    .map((edge) => JSON.stringify(edge))
    .sort();
  // Which of them is the initial one is no difference.
  const inside = { ...state, initial: false };
  return [JSON.stringify(inside), ...parts]
    .map((part) => generic(part, state.name))
    .sort()
    .join('\n');
}

function drawnOnce(chart: Chart, first: ChartState, others: readonly ChartState[]): Chart {
  const gone = (path: string): boolean => others.some((other) => isIn(path, other));
  const called = (text: string): string => generic(text, first.name);
  const each = `${first.name} … ${others.at(-1)!.name}`;
  const renamed = (state: ChartState): ChartState => ({
    ...state,
    path: called(state.path),
    description: called(state.description),
    children: state.children.map(renamed),
  });
  const kept = (state: ChartState): ChartState[] => {
    if (gone(state.path)) return [];
    if (state.path !== first.path) return [{ ...state, children: state.children.flatMap(kept) }];
    const one = renamed(state);
    const description = `Drawn once for each of ${each}. ${one.description}`.trim();
    return [{ ...one, name: `${stemOf(first.name)!}N: each of ${each}`, description }];
  };
  const edges = chart.edges
    .filter(({ from, to }) => !gone(from) && !gone(to))
    .map(({ from, to, events }): ChartEdge => {
      const touches = isIn(from, first) || isIn(to, first);
      const said = events.map((event) => ({
        ...event,
        type: called(event.type),
        description: called(event.description),
      }));
      return { from: called(from), to: called(to), events: touches ? said : events };
    });
  return { ...chart, roots: chart.roots.flatMap(kept), edges };
}
