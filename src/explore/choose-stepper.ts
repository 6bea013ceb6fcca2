import type { Deltas } from './deltas.ts';
import { canGenerate, generateExpand, generateHash, generateWhere } from './generate.ts';
import { interpretExpand, interpretHash, interpretWhere } from './interpret.ts';
import type { Lookups } from './lookups.ts';
import type { Code, Stepper, Where } from './stepper.ts';

/** Generated code that reads more cells for a state than this is not compiled well by V8. */
const mostCells = 2500;

/** `code`: which stepper to use; by default generated code where that is allowed. */
export function stepperOf(deltas: Deltas, code?: Code): Stepper {
  const generated =
    code !== 'interpreted' &&
    canGenerate &&
    deltas.enabled.cell.at(-1)! + deltas.enabled.words <= mostCells;
  return generated
    ? { code: 'generated', expand: generateExpand(deltas), hash: generateHash(deltas) }
    : { code: 'interpreted', expand: interpretExpand(deltas), hash: interpretHash(deltas) };
}

/** Answers one word of conditions, at most 32 of them. */
export function whereOf(lookups: Lookups, lanes: number, code?: Code): Where {
  return code !== 'interpreted' && canGenerate
    ? generateWhere(lookups, lanes)
    : interpretWhere(lookups, lanes);
}
