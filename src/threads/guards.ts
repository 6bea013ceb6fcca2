import { lowerExpression } from './expressions.ts';
import type { Frame } from './frames.ts';
import type { Lowering } from './instructions.ts';
import type { Language } from './meaning.ts';
import { wrongAt } from './scope.ts';
import type { Site } from './steps.ts';
import type { Place, Statement, Word } from './syntax.ts';
import { near } from './world.ts';

type Written = Statement & { readonly is: 'guard' };

/** The nearest guard that there is, or the first of all. */
function hint(word: string, guards: Language['guards']): string {
  const known = Object.keys(guards);
  return near(word, known) || `; there are: ${known.slice(0, 5).join(', ')}`;
}

/** Takes what a guard takes. @returns the function with that guard open */
export function openGuard(lowering: Lowering, written: Written, frame: Frame, site: Site): Frame {
  const { of, given, text, at } = written;
  const { guards } = lowering.world.language;
  const pair = Object.hasOwn(guards, of.text) ? guards[of.text] : undefined;
  if (pair === undefined)
    return wrongAt(lowering, of.at, `unknown guard '${of.text}'${hint(of.text, guards)}`);
  const [take, giveBack] = pair;
  const call = { is: 'call', name: take, given, text, at } as const;
  lowerExpression(lowering, call, frame, null, site);
  const undo = { ...call, name: giveBack, text: `${giveBack}, at the end of ${text}` };
  return { ...frame, guards: [...frame.guards, { written, undo }] };
}

/** Gives back all guards but the outermost `kept`, the innermost first. */
export function closeGuards(
  lowering: Lowering,
  { guards, ...rest }: Frame,
  kept: number,
  site: Site,
): void {
  for (const { undo } of guards.slice(kept).toReversed())
    lowerExpression(lowering, undo, { ...rest, guards }, null, site);
}

/**
 * The guards that stand around each label of a function. A label in the block of a guard, before
 * it, stands outside of it.
 */
export function guardsAtLabels(body: Statement): ReadonlyMap<string, readonly Statement[]> {
  const around = new Map<string, readonly Statement[]>();
  const visit = (node: Statement, open: readonly Statement[]): void => {
    if (node.is === 'label') around.set(node.label.text, open);
    if (node.is === 'block') {
      let inside = open;
      for (const each of node.body) {
        visit(each, inside);
        if (each.is === 'guard' && each.body === null) inside = [...inside, each];
      }
    }
    if (node.is === 'guard' && node.body !== null) visit(node.body, [...open, node]);
    if (node.is === 'if')
      for (const branch of [node.yes, node.no]) if (branch !== null) visit(branch, open);
    if (node.is === 'while' || node.is === 'do' || node.is === 'for') visit(node.body, open);
  };
  visit(body, []);
  return around;
}

/**
 * How many of the open guards stand around a label to which a thread goes.
 * @throws Misuse where more do: C refuses a jump into their scope
 */
export function guardsKept(lowering: Lowering, label: Word, frame: Frame, at: Place): number {
  const around = frame.guardsOf.get(label.text) ?? [];
  const isOpen = around.every((written, n) => frame.guards[n]?.written === written);
  if (!isOpen)
    wrongAt(lowering, at, `'${label.text}' stands behind a guard that is not taken here`);
  return around.length;
}
