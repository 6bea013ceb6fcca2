/** A chart of a lifecycle. Some lifecycles have a state for each job: of these there are several. */
export type Drawn = { readonly states: readonly string[]; readonly svg: string };

/** The state of another job as that of the first: charts are drawn for one of each kind. */
export const reduced = (state: string): string => state.replace(/\[\d+\]/g, '[1]');

/**
 * The chart that has just these states; else the least that has them all, those of other jobs as
 * the first's; else the one that comes closest.
 */
export function chartFor(drawn: readonly Drawn[], states: readonly string[]): Drawn | null {
  const lacking = (one: Drawn): number =>
    states.filter((state) => !one.states.includes(state) && !one.states.includes(reduced(state)))
      .length;
  const spare = (one: Drawn): number =>
    one.states.filter((state) => !states.includes(state)).length;
  return [...drawn].sort((a, b) => lacking(a) - lacking(b) || spare(a) - spare(b))[0] ?? null;
}
