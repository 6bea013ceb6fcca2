import { Misuse, unknown } from '../system/misuse.ts';
import type { Program, Some } from '../system/program.ts';

/** A situation by name: parts, each with the states that it may be in. */
export type Situation = { readonly name: string; readonly all: readonly Some[] };

/**
 * Reads `door[1]=open,guest[1]=inside|leaving`: each of these parts in that state, or below it;
 * `a|b` is an "or", `!a` anywhere else.
 * @throws Misuse for an unknown part or state
 */
export function situation(program: Program, text: string): Situation {
  const wanted = text
    .split(/,(?![^[]*\])/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (wanted.length === 0)
    throw new Misuse("a situation is written 'part=state,part=state'; found nothing");
  const read = wanted.map((clause) => {
    const [, name, states] = /^([^=]+)=(.+)$/.exec(clause) ?? [];
    if (name === undefined || states === undefined)
      throw new Misuse(`'${clause}' names no situation; write 'part=state'`);
    const part = program.parts.findIndex((candidate) => candidate.name === name.trim());
    if (part < 0)
      throw new Misuse(
        unknown(
          'part',
          name.trim(),
          program.parts.map((candidate) => candidate.name),
        ),
      );
    const table = program.tables[program.parts[part]!.table]!;
    const locals = new Set<number>();
    for (const written of states.split('|').map((state) => state.trim())) {
      const except = written.startsWith('!');
      const state = except ? written.slice(1) : written;
      const below = table.states.map(
        (is) => is === state || is.startsWith(`${state}.`) || is.startsWith(`${state}{`),
      );
      if (!below.includes(true))
        throw new Misuse(unknown(`state of ${table.lifecycle}`, state, table.states));
      below.forEach((is, local) => {
        if (is !== except) locals.add(local);
      });
    }
    return {
      part,
      text: `${name.trim()}=${states.trim()}`,
      some: [{ part, in: [...locals].sort((a, b) => a - b) }],
    };
  });
  const sorted = read.sort((a, b) => (a.text < b.text ? -1 : 1));
  return { name: sorted.map((one) => one.text).join(','), all: sorted.map(({ some }) => some) };
}
