import type { Program } from '../../src/system/program.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';
import { gallery } from '../../machines/litmus/gallery.ts';
import { rules, type RuleId } from '../../machines/rules/index.ts';
import { ruleTests, type KernelTest } from './rule-tests.ts';

/** One rule of the kernel with all that is about it here. */
export type RuleEntry = {
  /** `'F-2'` */
  readonly id: string;
  readonly title: string;
  /** The file and symbol that say or enforce it. */
  readonly source: string;
  /** What is seen where it is broken; null where nothing says so. */
  readonly violation: string | null;
  /**
   * Names of the lifecycles that its litmus pairs treat differently, or whose states they promise
   * or forbid; those of most pairs first.
   */
  readonly lifecycles: readonly string[];
  /** Pairs that both cite it: they differ in one fact, one is `finite` and one is not. */
  readonly litmus: readonly { readonly good: string; readonly bad: string }[];
  /** Tests of the kernel's own, and of IGT, that exercise it, and how they are asked here; `none`: there is none. */
  readonly kernelTests: readonly KernelTest[] | 'none';
};

/** The rules of the catalogue, in its order: those that a driver can keep or break. */
const catalogued: readonly RuleId[] = [
  ...ids('F', 10),
  ...ids('R', 5),
  ...ids('D', 11),
  ...ids('P', 5),
  ...ids('S', 2),
  ...ids('G', 4),
  ...ids('O', 5),
  ...ids('I', 3),
  ...ids('E', 3),
  'L-1',
];

function ids(family: string, count: number): RuleId[] {
  return Array.from({ length: count }, (_, index) => `${family}-${index + 1}` as RuleId);
}

/**
 * Every rule id that litmus tests share with the catalogue of kernel rules: its words and source,
 * the lifecycles that are about it, the
 * pairs of litmus tests that cite it, the kernel tests that exercise it. Systems are composed to
 * find the lifecycles: this takes seconds.
 */
export function ruleMap(): readonly RuleEntry[] {
  const byName = new Map(gallery.map((one) => [one.name, one]));
  const programs = new Map<Litmus, Program>();
  const program = (one: Litmus): Program => {
    const known = programs.get(one) ?? one.system();
    programs.set(one, known);
    return known;
  };
  return catalogued.map((id) => {
    const pairs = gallery.flatMap((bad) => {
      const good = byName.get(bad.twin);
      return bad.expect.verdict !== 'finite' &&
        good?.expect.verdict === 'finite' &&
        bad.cites.includes(id) &&
        good.cites.includes(id)
        ? [{ good, bad }]
        : [];
    });
    const lifecycles = pairs.flatMap(({ good, bad }) => [
      ...new Set([...differing(program(good), program(bad)), ...upset(program(bad), bad)]),
    ]);
    return {
      id,
      title: rules[id].says,
      source: rules[id].source,
      violation: rules[id].seen,
      lifecycles: byCount(lifecycles),
      litmus: pairs.map(({ good, bad }) => ({ good: good.name, bad: bad.name })),
      kernelTests: ruleTests[id] ?? 'none',
    };
  });
}

/** Each once, the most frequent first, then in the order of the alphabet. */
function byCount(names: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count.keys()].sort((a, b) => count.get(b)! - count.get(a)! || (a < b ? -1 : 1));
}

const lifecycleOf = (program: Program, part: number): string =>
  program.tables[program.parts[part]!.table]!.lifecycle;

/** Lifecycles of the parts that a step of one program looks at or moves, and the same step of the other does not. */
function differing(left: Program, right: Program): string[] {
  const touched = (program: Program): Map<string, string> =>
    new Map(
      program.steps.flatMap(({ of: base, when, moves, also }) => [
        ...when.flatMap(({ text: guard, some }) =>
          some.map(({ part }): [string, string] => [
            `${base} when ${guard} ${program.parts[part]!.name}`,
            lifecycleOf(program, part),
          ]),
        ),
        ...[...moves, ...also].map(({ part, event }): [string, string] => [
          `${base} ${program.parts[part]!.name} ${program.tables[program.parts[part]!.table]!.events[event]!}`,
          lifecycleOf(program, part),
        ]),
      ]),
    );
  const [ours, theirs] = [touched(left), touched(right)];
  return [
    ...[...ours].filter(([key]) => !theirs.has(key)),
    ...[...theirs].filter(([key]) => !ours.has(key)),
  ].map(([, lifecycle]) => lifecycle);
}

/** Lifecycles of the parts that a broken invariant, or a promise that is not kept, speaks of. */
function upset(program: Program, { expect: { broken = [], promises = {} } }: Litmus): string[] {
  const never = program.invariants
    .filter(({ of }) => broken.includes(of))
    .flatMap((one) => one.never);
  const owed = program.promises
    .filter(({ of }) => of in promises)
    .flatMap(({ pending }) => pending);
  return [...never, ...owed].flatMap((some) => some.map(({ part }) => lifecycleOf(program, part)));
}
