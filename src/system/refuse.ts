import type { Drafted, Loose, Spec } from './spec.ts';
import { Misuse, unknown } from './misuse.ts';

/** More members than this are taken for a mistake. */
const mostMembers = 10_000;

/**
 * Refuses by name what a specification cannot mean and types cannot see.
 * @throws Misuse: one line that says where, what was found and what was expected
 */
export function refuse({ sizes, actors, rows }: Spec): void {
  for (const [family, size] of Object.entries(sizes)) refuseSize(family, size);
  for (const [name, { fair }] of Object.entries(actors))
    if (!['none', 'weak', 'strong'].includes(fair))
      throw new Misuse(`actor '${name}': ${unknown('fairness', fair, ['none', 'weak', 'strong'])}`);

  const named = new Map<string, string>();
  for (const { name: row, promises = [], invariants = [] } of rows) {
    for (const { name, pending } of promises)
      refuseCondition(`promise ${name}`, 'pending', pending as Loose, { row, named });
    for (const { name, never } of invariants)
      refuseCondition(`invariant ${name}`, 'never', never as Loose, { row, named });
  }
}

function refuseSize(family: string, size: unknown): void {
  if (size === undefined) return;
  if (Number.isInteger(size) && (size as number) >= 0 && (size as number) <= mostMembers) return;
  const inWords = typeof size === 'string' ? `the text '${size}'` : String(size);
  throw new Misuse(
    `size of family '${family}' is ${inWords}; expected a whole number from 0 to ${mostMembers}`,
  );
}

/**
 * Refuses a promise or invariant that has no condition: it would be owed always, or would forbid
 * every state. Refuses a second one of the same name, in whichever row it stands: the two could not
 * be told apart where they are expected, counted and shown.
 */
function refuseCondition(
  where: string,
  field: string,
  condition: Loose,
  { row, named }: { readonly row: string; readonly named: Map<string, string> },
): void {
  if (writtenRefs(condition).length === 0)
    throw new Misuse(`${where}: '${field}' names no part; name at least one and its states`);
  const name = where.replace(/^\w+ /, '');
  const before = named.get(name);
  const rows = before === row ? `in row '${row}'` : `in rows '${before}' and '${row}'`;
  if (before !== undefined)
    throw new Misuse(`${where}: there are two promises or invariants '${name}', ${rows}`);
  named.set(name, row);
}

/** Refuses what a step cannot mean, with all that clauses say of it. */
export function refuseStep({ step, moves }: Drafted): void {
  const where = `step ${step.name}`;
  if (/[[\]]/.test(step.name))
    throw new Misuse(`${where}: a name has no brackets; members are numbered from its indices`);
  if (moves.every(({ at: written }) => writtenRefs(written).length === 0))
    throw new Misuse(`${where}: it moves nothing; name at least one part that it must move`);
  if (step.any !== undefined && writtenRefs(step.any as Loose).length === 0)
    throw new Misuse(`${where}: 'any' names no part, so that it never holds; leave it out`);
  for (const index of Object.keys(step.each ?? {}))
    if (!['i', 'j', 'k'].includes(index))
      throw new Misuse(`${where}: each: ${unknown('index', index, ['i', 'j', 'k'])}`);
}

/** The references that are written; a line that is `undefined` is not. */
const writtenRefs = (lines: Loose): string[] =>
  Object.entries(lines).flatMap(([ref, names]) => (names === undefined ? [] : [ref]));
