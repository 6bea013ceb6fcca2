import { emitStep, placeHere, type Lowering } from './instructions.ts';
import type { Operation, Ref } from './meaning.ts';
import { nameOf } from './scope.ts';
import { names, way, type Label, type Site, type Way } from './steps.ts';

/** Adds a callback, unless it is too late. */
export function addCallback(
  lowering: Lowering,
  { of, run, unless, gives }: Operation & { readonly do: 'add callback' },
  site: Site,
): void {
  const thing = nameOf(lowering, of, site)!;
  const part = names.callback(thing, nameOf(lowering, run, site)!);
  const set = (value: number | string): Way['sets'] =>
    site.into === null ? [] : [[site.into, value]];
  emitStep(lowering, site, () => [
    way({ moves: { [part]: 'add' }, when: { [thing]: `!${unless}` }, sets: set(0) }),
    way({ when: { [thing]: unless }, sets: set(gives) }),
  ]);
}

/** Takes a callback off, or finds that it has run. */
export function removeCallback(
  lowering: Lowering,
  { of, run }: Operation & { readonly do: 'remove callback' },
  site: Site,
): void {
  const part = names.callback(nameOf(lowering, of, site)!, nameOf(lowering, run, site)!);
  const set = (value: number): Way['sets'] => (site.into === null ? [] : [[site.into, value]]);
  emitStep(lowering, site, () => [
    way({ moves: { [part]: 'run' }, sets: set(1) }),
    way({ when: { [part]: 'none' }, sets: set(0) }),
  ]);
}

/** Runs every callback that was added. */
export function runCallbacks(lowering: Lowering, of: Ref, site: Site): void {
  const name = nameOf(lowering, of, site)!;
  for (const item of lowering.world.callbacks.get(name) ?? []) {
    const part = names.callback(name, item);
    const [run, end]: Label[] = [{ at: -1 }, { at: -1 }];
    emitStep(
      lowering,
      site,
      () => [
        { ...way({ moves: { [part]: 'run' } }), to: run! },
        { ...way({ when: { [part]: 'none' } }), to: end! },
      ],
      { says: `is ${item} added to ${name}?` },
    );
    placeHere(lowering, run!);
    lowering.inline(lowering.world.bodies.get(item)!, { ...site, given: [], into: null });
    placeHere(lowering, end!);
  }
}
