import { emitStep, type Lowering } from './instructions.ts';
import type { Operation } from './meaning.ts';
import { classOf, isAtomic, nameOf } from './scope.ts';
import { way, without, type Held, type Local, type Seen, type Site } from './steps.ts';

/** From here on a class of the validator counts as held. */
export function enterClass(
  lowering: Lowering,
  operation: Operation & { readonly do: 'enter' },
  site: Site,
): void {
  const class_ = classOf(lowering, operation.class, site);
  if (class_ === null) return;
  const idle = (local: Local): boolean =>
    (operation.notAtomic === true && isAtomic(lowering, local)) ||
    (operation.once === true && local.held.some((held) => held.class === class_));
  const held: Held = {
    of: null,
    class: class_,
    shared: operation.read !== undefined,
    spins: false,
    seen: true,
    ticket: null,
    fresh: operation.fresh === true,
  };
  const { read = 0 } = operation;
  const seen: Seen = { class: class_, read, nested: false, tried: false, waits: false };
  emitStep(lowering, site, (local) => [way(idle(local) ? {} : { held: [...local.held, held] })], {
    sees: (local) => (idle(local) || operation.fresh === true ? [] : [seen]),
  });
}

/** It does not count as held any more. */
export function leaveClass(
  lowering: Lowering,
  operation: Operation & { readonly do: 'leave' },
  site: Site,
): void {
  const class_ = classOf(lowering, operation.class, site);
  if (class_ === null) return;
  emitStep(lowering, site, (local) => [
    way({ held: without(local.held, (held) => held.of === null && held.class === class_) }),
  ]);
}

/** From here on, or no longer, the thread may not end. */
export function oweOrSettle(
  lowering: Lowering,
  operation: Operation & { readonly do: 'owe' | 'settle' },
  site: Site,
): void {
  const owed = `${nameOf(lowering, operation.of, site)} ${operation.says}`;
  const held: Held = {
    of: null,
    class: owed,
    shared: false,
    spins: false,
    seen: false,
    ticket: null,
    fresh: false,
    owed,
  };
  emitStep(lowering, site, (local) => {
    const rest = local.held.filter((each) => each.owed !== owed);
    return [way({ held: operation.do === 'owe' ? [...rest, held] : rest })];
  });
}
