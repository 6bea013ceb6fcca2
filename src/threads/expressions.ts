import { checkCall } from './arguments.ts';
import type { Frame } from './frames.ts';
import { onEachMeant } from './meant.ts';
import { emit, jumpTo, placeHere, type Lowering } from './instructions.ts';
import { wrongAt } from './scope.ts';
import type { Label, Pure, Site } from './steps.ts';
import type { CallExpression, Expression, Place } from './syntax.ts';
import { near } from './world.ts';
import { givesResult, returnsValue } from './written.ts';

/** Leaves the value of an expression in `into`. */
export function lowerExpression(
  lowering: Lowering,
  written: Expression,
  frame: Frame,
  into: string | null,
  site: Site,
): void {
  if (written.is === 'call') return calledInPlace(lowering, written, frame, into, site);
  if (written.is === 'variable' || written.is === 'number' || written.is === 'error') {
    const value = pure(lowering, written, frame);
    if (into !== null) emit(lowering, { is: 'set', to: into, value, place: written.at });
    return;
  }
  const [yes, no, end]: Label[] = [{ at: -1 }, { at: -1 }, { at: -1 }];
  lowerCondition(lowering, written, frame, yes!, no!, site);
  for (const [label, value] of [
    [yes!, 1],
    [no!, 0],
  ] as const) {
    placeHere(lowering, label);
    if (into !== null)
      emit(lowering, { is: 'set', to: into, value: { is: 'value', value }, place: written.at });
    if (value === 1) jumpTo(lowering, end!, written.at);
  }
  placeHere(lowering, end!);
}

type Comparison = Expression & { readonly left: Expression; readonly right: Expression };

/** Comparisons as one of two questions, `==` and `<`: which, of what, and with what answer. */
const comparisons = {
  equal: { less: false, swapped: false, holds: true },
  unequal: { less: false, swapped: false, holds: false },
  less: { less: true, swapped: false, holds: true },
  more: { less: true, swapped: true, holds: true },
  most: { less: true, swapped: true, holds: false },
  least: { less: true, swapped: false, holds: false },
} as const;

/** Goes on at one of two labels, `yes` where the condition holds. */
export function lowerCondition(
  lowering: Lowering,
  written: Expression,
  frame: Frame,
  yes: Label,
  no: Label,
  site: Site,
): void {
  if (written.is === 'not') return lowerCondition(lowering, written.of, frame, no, yes, site);
  if (written.is === 'and' || written.is === 'or') {
    const second: Label = { at: -1 };
    if (written.is === 'and') lowerCondition(lowering, written.left, frame, second, no, site);
    else lowerCondition(lowering, written.left, frame, yes, second, site);
    placeHere(lowering, second);
    return lowerCondition(lowering, written.right, frame, yes, no, site);
  }
  const compared = comparisons[written.is as keyof typeof comparisons];
  const sides = compared === undefined ? null : (written as Comparison);
  const left = operand(lowering, sides?.left ?? written, frame, site);
  const right: Pure =
    sides === null ? { is: 'value', value: 0 } : operand(lowering, sides.right, frame, site);
  const { less, swapped, holds } = compared ?? comparisons.unequal;
  emit(lowering, {
    is: 'branch',
    ...(less ? { less } : {}),
    equal: holds,
    left: swapped ? right : left,
    right: swapped ? left : right,
    yes,
    no,
    place: written.at,
  });
}

/** The value of one side of a comparison; where that is a call, the call is made first. */
function operand(lowering: Lowering, written: Expression, frame: Frame, site: Site): Pure {
  if (written.is !== 'call') return pure(lowering, written, frame);
  const name = `${frame.prefix}$${lowering.fresh()}`;
  lowerExpression(lowering, written, frame, name, site);
  return { is: 'variable', name, temporary: true };
}

/** A value that needs no step. */
function pure(lowering: Lowering, written: Expression, frame: Frame): Pure {
  if (written.is === 'number') return { is: 'value', value: written.value };
  if (written.is === 'error') return { is: 'value', value: written.name };
  if (written.is !== 'variable')
    return wrongAt(
      lowering,
      written.at,
      'found an expression that is too rich, expected a variable, a number, an error or a call',
    );
  const constant = lowering.world.language.constants[written.name];
  if (constant !== undefined) return { is: 'value', value: constant };
  if (!frame.known.has(written.name)) {
    const hint = lowering.world.things.has(written.name)
      ? `; '${written.name}' is an object, which READ_ONCE() reads`
      : near(written.name, frame.known);
    wrongAt(lowering, written.at, `no variable '${written.name}'${hint}`);
  }
  return { is: 'variable', name: `${frame.prefix}${written.name}`, temporary: false };
}

/** A call, with all that it does in place. */
function calledInPlace(
  lowering: Lowering,
  written: CallExpression & { readonly at: Place },
  frame: Frame,
  into: string | null,
  outer: Site,
): void {
  const { calls, bodies } = lowering.world;
  const call = calls.get(written.name);
  // What a call runs in place belongs to the call.
  const outermost = call !== undefined && outer.call === 0;
  const site: Site = {
    given: written.given,
    text: written.text,
    place: written.at,
    into,
    self: null,
    up: outer.up,
    call: outermost ? lowering.fresh() + 1 : outer.call,
    depth: outer.depth,
  };
  if (call !== undefined) {
    checkCall(lowering.world, written, call, into !== null);
    if (into !== null && !givesResult(call)) noResult(lowering, written);
    onEachMeant(lowering, site, (each) => lowering.operate(call.does, each));
  } else {
    const own = bodies.get(written.name) ?? unknownCall(lowering, written);
    if (own.kind.thread)
      wrongAt(
        lowering,
        written.at,
        `'${written.name}' is a ${own.kind.name}, a thread of its own, which nobody can call`,
      );
    if (into !== null && !returnsValue(own.item.body)) noResult(lowering, written);
    lowering.inline(own, site, frame);
  }
}

/** @throws Misuse: something looks at a result that there is not */
const noResult = (
  lowering: Lowering,
  { name, at }: CallExpression & { readonly at: Place },
): never => wrongAt(lowering, at, `'${name}' returns nothing, and its result is used`);

/** @throws Misuse with the nearest call that there is */
function unknownCall(
  lowering: Lowering,
  { name, at: place }: CallExpression & { readonly at: Place },
): never {
  const { calls, bodies, language } = lowering.world;
  const { elsewhere } = language;
  if (Object.hasOwn(elsewhere, name))
    return wrongAt(
      lowering,
      place,
      `'${name}' is no call of this language; instead: ${elsewhere[name]}`,
    );
  const hint = near(name, [...calls.keys(), ...bodies.keys()]);
  const listed = `; there are ${calls.size}, listed by 'litmus --calls'`;
  return wrongAt(lowering, place, `unknown call '${name}'${hint || listed}`);
}
