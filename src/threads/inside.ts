import { changeFlag, type Lowering } from './instructions.ts';
import type { Operation } from './meaning.ts';
import type { Site } from './steps.ts';
import type { Body } from './world.ts';

/** Runs an item in place, with something before and after. */
export function runAround(
  lowering: Lowering,
  body: Body,
  {
    before,
    after,
  }: { readonly before?: readonly Operation[]; readonly after?: readonly Operation[] },
  site: Site,
): void {
  const own = { ...site, self: body.name };
  lowering.operate(before ?? [], own);
  lowering.inline(body, { ...site, given: [], into: null });
  lowering.operate(after ?? [], own);
}

/** A body under a raised flag. */
export function underFlag(
  lowering: Lowering,
  flag: string,
  site: Site,
  body: (inner: Site) => void,
): void {
  changeFlag(lowering, { do: 'raise', flag }, site);
  body({ ...site, up: [...site.up, flag] });
  changeFlag(lowering, { do: 'lower', flag }, site);
}
