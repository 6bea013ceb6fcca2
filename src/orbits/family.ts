import { tableOf, type Program } from '../system/program.ts';
import { symmetryOf, type Renaming, type Symmetry } from './symmetry.ts';

/**
 * Like members of a system, such as threads that run the same code: any two of them may change
 * places. The first is told from the others, so that a question about it means the same in every
 * order of the others; what holds of it holds of all.
 */
export type Family = {
  readonly members: number;
  /** Members m and m + 1 change places, m from 0. The first of these is not used by the search. */
  readonly swaps: readonly Symmetry[];
  /** For each member, the parts that are its own, in the same order. */
  readonly columns: readonly (readonly number[])[];
  /**
   * What a member is and does in a state, as one number: the sum over these parts of its weight for
   * the part's local state. It goes with the member where members change places, and members with
   * the same number may change places without a change of the state.
   */
  readonly marks: readonly (readonly { readonly part: number; readonly weight: Float64Array }[])[];
  /** Parts that all share and that know the members apart, such as a lock by its holder. */
  readonly shared: readonly number[];
};

/**
 * The families of a program by the renamings of their neighbours.
 * @returns null where the program is not symmetric, or where an order of the members cannot be told
 * by what each of them is and does
 */
export function familiesOf(
  program: Program,
  renamings: readonly (readonly Renaming[])[],
): readonly Family[] | null {
  const swaps = renamings.map((list) => list.map((rename) => symmetryOf(program, rename)));
  if (swaps.some((list) => list.includes(null))) return null;
  const known = swaps as readonly (readonly Symmetry[])[];
  const families = known.map((own) =>
    familyOf(program, own, known.filter((list) => list !== own).flat()),
  );
  return families.includes(null) ? null : (families as readonly Family[]);
}

/** One family; null where its members cannot be put in order. */
function familyOf(
  program: Program,
  swaps: readonly Symmetry[],
  others: readonly Symmetry[],
): Family | null {
  const members = swaps.length + 1;
  const columns = columnsOf(program, swaps);
  const knows = ({ local }: Symmetry, part: number): boolean =>
    local[part]!.some((state, own) => state !== own);
  const parts = program.parts.flatMap((_, part) => {
    const isFixed = swaps.every((swap) => swap.part[part] === part);
    return isFixed && swaps.some((swap) => knows(swap, part)) ? [part] : [];
  });
  // Members of other families that change places may not change this family's order.
  const isTouched = others.some(
    (swap) =>
      parts.some((part) => swap.part[part] !== part) ||
      columns.flat().some((part) => swap.part[part] !== part || knows(swap, part)),
  );
  if (isTouched) return null;
  const roles = parts.map((part) => ({ part, role: rolesIn(program, swaps, others, part) }));
  const isOrdered = roles.every(({ part, role }) =>
    isTold(program, { members, swaps }, part, role),
  );
  const marks = marksOf(columns, alikeIn(program, swaps, columns), roles);
  return isOrdered && marks !== null ? { members, swaps, columns, marks, shared: parts } : null;
}

/** A shared part, and by member and local state the role that the member plays in it. */
type Roles = { readonly part: number; readonly role: readonly (readonly number[])[] };

/** Each member's marks: digits of one number, its own parts first. Null: it would be too large. */
function marksOf(
  columns: readonly (readonly number[])[],
  alike: readonly (readonly (readonly number[])[])[],
  roles: readonly Roles[],
): Family['marks'] | null {
  const digits = [
    ...columns[0]!.map((_, k) => ({
      partOf: (member: number) => columns[member]![k]!,
      digit: (member: number) => alike[member]![k]!,
    })),
    ...roles.map(({ part, role }) => {
      const dense = new Map([...new Set(role.flat())].map((name, at) => [name, at]));
      const numbered = role.map((states) => states.map((name) => dense.get(name)!));
      return { partOf: () => part, digit: (member: number) => numbered[member]! };
    }),
  ];
  let unit = 1;
  const marks = columns.map((): { part: number; weight: Float64Array }[] => []);
  for (const { partOf, digit } of digits.reverse()) {
    for (const [member, list] of marks.entries()) {
      const weight = Float64Array.from(digit(member), (number) => number * unit);
      list.push({ part: partOf(member), weight });
    }
    unit *= 1 + Math.max(...marks.flatMap((_, member) => digit(member)));
  }
  return unit <= Number.MAX_SAFE_INTEGER ? marks : null;
}

/** The parts of each member: those that move when it changes places. */
function columnsOf(program: Program, swaps: readonly Symmetry[]): readonly (readonly number[])[] {
  const first = program.parts.flatMap((_, part) => {
    const [swap, next] = swaps;
    const isFirst = swap!.part[part] !== part && (next === undefined || next.part[part] === part);
    return isFirst ? [part] : [];
  });
  // With two members both move by the one swap: the lower numbers are the first one's.
  const own = swaps.length > 1 ? first : first.filter((part) => swaps[0]!.part[part]! > part);
  const columns = [own];
  for (const swap of swaps) columns.push(columns.at(-1)!.map((part) => swap.part[part]!));
  return columns;
}

/** A member's local state as the first member's. */
function alikeIn(
  program: Program,
  swaps: readonly Symmetry[],
  columns: readonly (readonly number[])[],
): readonly (readonly (readonly number[])[])[] {
  return columns.map((parts, member) =>
    parts.map((part) =>
      tableOf(program, part).states.map((_, state) => {
        let [image, local] = [part, state];
        for (let m = member - 1; m >= 0; m--) {
          const swap = swaps[m]!;
          local = swap.local[image]![local]!;
          image = swap.part[image]!;
        }
        return local;
      }),
    ),
  );
}

/** The orbits of pairs of a member and a local state, numbered. */
function rolesIn(
  program: Program,
  swaps: readonly Symmetry[],
  others: readonly Symmetry[],
  part: number,
): readonly (readonly number[])[] {
  const size = tableOf(program, part).states.length;
  const members = swaps.length + 1;
  const root = Array.from({ length: members * size }, (_, pair) => pair);
  const find = (pair: number): number => {
    let top = pair;
    while (root[top] !== top) top = root[top]!;
    root[pair] = top;
    return top;
  };
  const join = ({ local }: Symmetry, image: (member: number) => number): void => {
    for (let member = 0; member < members; member++) {
      for (let state = 0; state < size; state++) {
        const pair = find(member * size + state);
        const other = find(image(member) * size + local[part]![state]!);
        root[Math.max(pair, other)] = Math.min(pair, other);
      }
    }
  };
  for (const [m, swap] of swaps.entries()) join(swap, (member) => swapped(m, member));
  for (const swap of others) join(swap, (member) => member);
  return Array.from({ length: members }, (_, member) =>
    Array.from({ length: size }, (__, state) => find(member * size + state)),
  );
}

/** The member that stands where `member` stood, after members m and m + 1 have changed places. */
const swapped = (m: number, member: number): number => {
  if (member === m) return m + 1;
  return member === m + 1 ? m : member;
};

/** Whether two members that play the same role may change places without a change of the state. */
function isTold(
  program: Program,
  { members, swaps }: Pick<Family, 'members' | 'swaps'>,
  part: number,
  role: readonly (readonly number[])[],
): boolean {
  const states = tableOf(program, part).states.map((_, state) => state);
  for (let low = 0; low < members; low++) {
    for (let high = low + 1; high < members; high++) {
      const isStill = (state: number): boolean =>
        exchanged(swaps, part, state, low, high) === state;
      if (!states.every((state) => role[low]![state] !== role[high]![state] || isStill(state)))
        return false;
    }
  }
  return true;
}

/** A shared part's state after two members have changed places, by neighbours. */
function exchanged(
  swaps: readonly Symmetry[],
  part: number,
  state: number,
  low: number,
  high: number,
): number {
  let now = state;
  for (let m = low; m < high; m++) now = swaps[m]!.local[part]![now]!;
  for (let m = high - 2; m >= low; m--) now = swaps[m]!.local[part]![now]!;
  return now;
}
