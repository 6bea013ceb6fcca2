import { emitStep, jumpTo, placeHere, type Lowering } from './instructions.ts';
import { way as wayOf, type Label, type Site } from './steps.ts';
import type { Argument } from './syntax.ts';
import { nameIn } from './world.ts';

/**
 * A call on something of the description: on the one of the job for which this fragment runs, else
 * on any of them.
 */
export function onEachMeant(lowering: Lowering, site: Site, does: (site: Site) => void): void {
  const { world, thread } = lowering;
  const position = site.given.findIndex(
    (given) => (world.things.get(nameIn(given) ?? '')?.anyOf ?? null) !== null,
  );
  if (position < 0) return does(site);
  const candidates = world.things.get(nameIn(site.given[position])!)!.anyOf!;
  const placed = world.beside?.placed.get(thread.item.name.text);
  const ofOwnJob = thread.placedFor !== null && placed?.family === world.beside?.family;
  if (ofOwnJob) return does(meaning(site, position, candidates[thread.placedFor! - 1]!));
  const end: Label = { at: -1 };
  const labels = candidates.map((name) => ({ name, label: { at: -1 } as Label }));
  emitStep(
    lowering,
    site,
    () => labels.map(({ name, label }) => ({ ...wayOf({ note: `of ${name}` }), to: label })),
    { says: 'one of them' },
  );
  for (const { name, label } of labels) {
    placeHere(lowering, label);
    does(meaning(site, position, name));
    jumpTo(lowering, end, site.place);
  }
  placeHere(lowering, end);
}

/** The call with a name in the place of an argument. */
const meaning = (site: Site, at: number, name: string): Site => ({
  ...site,
  given: site.given.map((given, n) =>
    n === at ? ({ is: 'object', name, member: null, at: given.at } as Argument) : given,
  ),
});
