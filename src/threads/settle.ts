import type { Instruction, Label, Local, Pure, Way } from './steps.ts';

/** Steps between two that others can see: more is a loop. */
const longest = 4000;

/** Steps in silence after which places are compared: one that comes again is a loop. */
const compared = 50;

/** What a thread does in silence: a step that nobody else can see, and from where it is taken. */
export type Silent = { readonly instruction: Instruction; readonly local: Local };

/**
 * Goes on over what others cannot see.
 * @returns where the thread comes to stand, and what it has done on the way; `endless` where it
 * grows without a bound
 */
export function settle(
  code: readonly Instruction[],
  from: Local,
): { readonly local: Local; readonly passed: readonly Silent[]; readonly endless: boolean } {
  let local = from;
  const passed: Silent[] = [];
  const before = new Set<string>();
  for (let steps = 0; ; steps++) {
    const instruction = code[local.at]!;
    const next = silently(instruction, local);
    if (next === null) return { local, passed, endless: false };
    if (steps > longest) return { local, passed, endless: true };
    if (steps > compared) {
      const key = keyOf(local);
      if (before.has(key)) return { local, passed, endless: false };
      before.add(key);
    }
    passed.push({ instruction, local });
    local = next;
  }
}

/** Where an instruction leads that nobody else can see; null: others can, or the thread ends. */
function silently(instruction: Instruction, local: Local): Local | null {
  switch (instruction.is) {
    case 'jump':
      return { ...local, at: instruction.to.at };
    case 'set': {
      const values = { ...local.values, [instruction.to]: valueOf(instruction.value, local) };
      return { ...local, at: local.at + 1, values };
    }
    case 'flag': {
      const isUp = (local.flags[instruction.flag] ?? 0) > 0;
      return { ...local, at: isUp ? instruction.up.at : local.at + 1 };
    }
    case 'branch':
      return branched(instruction, local);
    case 'step': {
      const ways = instruction.ways(local);
      const [way] = ways;
      return ways.length === 1 && way !== undefined && isPrivate(way) ? after(local, way) : null;
    }
    case 'end':
      return null;
  }
}

/** Where a comparison leads; the temporary variables that it compares are forgotten. */
function branched(branch: Instruction & { readonly is: 'branch' }, local: Local): Local {
  const [left, right] = [valueOf(branch.left, local), valueOf(branch.right, local)];
  const isSo = branch.less === true ? rankOf(left) < rankOf(right) : left === right;
  const values = { ...local.values };
  for (const side of [branch.left, branch.right])
    if (side.is === 'variable' && side.temporary) delete values[side.name];
  return { ...local, values, at: (isSo === branch.equal ? branch.yes : branch.no).at };
}

/** Whether nobody else can see that a step has gone this way. */
const isPrivate = (way: Way): boolean =>
  !way.visible &&
  way.bad === null &&
  !way.hangs &&
  way.notQueued === null &&
  way.queued === null &&
  way.yields === null &&
  way.outside.length === 0 &&
  [way.moves, way.also, way.when].every((parts) => Object.keys(parts).length === 0);

/** Where a thread stands after a step that went this way. */
export function after(local: Local, way: Way): Local {
  const values =
    way.sets.length === 0 ? local.values : { ...local.values, ...Object.fromEntries(way.sets) };
  return {
    at: (way.to as Label | null)?.at ?? local.at + 1,
    values,
    held: way.held ?? local.held,
    flags: way.flags ?? local.flags,
  };
}

/** An error is below 0. */
const rankOf = (value: number | string): number => (typeof value === 'string' ? -1 : value);

function valueOf(operand: Pure, { values }: Local): number | string {
  if (operand.is === 'value') return operand.value;
  const value = values[operand.name] ?? 0;
  return operand.is === 'sum' ? rankOf(value) + operand.by : value;
}

/** Equal where a thread stands at the same place and keeps the same in mind. */
export const keyOf = ({ at, values, held, flags }: Local): string =>
  JSON.stringify([
    at,
    Object.entries(values).sort(),
    held.map(({ of, class: class_, ticket, shared, fresh }) => [of, class_, ticket, shared, fresh]),
    flags,
  ]);
