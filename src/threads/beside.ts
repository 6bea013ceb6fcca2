import type { Spec } from '../system/compose.ts';
import type { Row, Step } from '../system/vocabulary.ts';
import { tabulate } from '../lts/tabulate.ts';
import { complain } from './parse.ts';
import { systemOfThreads, type ThreadSystem } from './system.ts';
import { near, type Body, type World } from './world.ts';

/** What stands before the names of a file's parts, actors and steps where it stands beside a description. */
export const prefix = 'own_';

/**
 * The threads of a file beside a described system: its rows, and the file's. A fragment runs before
 * a step of the description can happen: it begins where the first part of the step could take it,
 * the step waits until it has ended, and rewinds it.
 * @throws Misuse for a place that is not there
 */
export function specBeside(
  world: World,
  described: Spec,
): { readonly system: ThreadSystem; readonly spec: Spec } {
  const system = systemOfThreads(world, prefix);
  const fragments = world.threads.filter(({ item }) => item.place !== null);
  const requires: Record<string, Record<string, string>> = {};
  const moves: Record<string, Record<string, string>> = {};
  const begins = new Map<string, Record<string, readonly string[]>>();
  for (const fragment of fragments) {
    const step = stepAt(world, fragment, described);
    const part = `${prefix}${fragment.name}`;
    if (!system.places.get(fragment.name)!.ends)
      complain(
        world.file.source,
        fragment.item.at,
        `'${fragment.name}' never ends, so that ${step.name} could never happen`,
      );
    requires[step.name] = { ...requires[step.name], [part]: 'ended' };
    moves[step.name] = { ...moves[step.name], [part]: 'rewind' };
    begins.set(`${part}_begins`, firstOf(step, described));
  }
  const parts = Object.assign({}, ...described.rows.map((row) => row.parts)) as Row['parts'];
  const fence = world.beside === null ? {} : { [world.beside.part]: parts[world.beside.part]! };
  const steps = system.row.steps.map((step): Step => {
    const where = begins.get(step.name);
    return where === undefined ? step : ({ ...step, when: { ...step.when, ...where } } as Step);
  });
  const borrowed = Object.assign(
    {},
    ...[...begins.values()].flatMap((where) =>
      Object.keys(where).map((ref) => {
        const base = ref.replace(/\[.*/, '');
        return { [base]: parts[base]! };
      }),
    ),
  ) as Row['parts'];
  const row: Row = {
    ...system.row,
    parts: { ...system.row.parts, ...fence, ...borrowed },
    steps,
    ties: { requires, moves } as NonNullable<Row['ties']>,
  };
  return {
    system,
    spec: {
      ...described,
      rows: [...described.rows, row],
      actors: { ...described.actors, ...system.actors },
    },
  };
}

/** The step before which a fragment runs. */
function stepAt({ file, language }: World, { item, name }: Body, { rows }: Spec): Step {
  const { text, at } = item.place!;
  const place = language.places[text];
  const known = Object.keys(language.places);
  if (place === undefined)
    return complain(
      file.source,
      at,
      `unknown place '${text}'${near(text, known) || `; there are: ${known.join(', ')}`}`,
    );
  const steps = rows.flatMap((row) => row.steps);
  const found = place.steps
    .map((one) => steps.find((step) => step.name === one))
    .find((one) => one !== undefined);
  return (
    found ??
    complain(file.source, at, `'${name}' is to run ${place.about}, which this description lacks`)
  );
}

/** The states of a step's first part in which it could be taken. */
function firstOf(step: Step, { rows, sizes }: Spec): Record<string, readonly string[]> {
  const [ref, event] = Object.entries(step.moves)[0] as [string, string];
  const { of } = rows
    .map(({ parts }) => parts[ref.replace(/\[.*/, '')])
    .find((part) => part !== undefined)!;
  const { states, events, next } = tabulate(typeof of === 'function' ? of(sizes) : of);
  const stem = event.replace(/\[[ijk]\]$/, '');
  const takes = events.flatMap((one, at) =>
    one === event || one.replace(/\[\d+\]$/, '') === stem ? [at] : [],
  );
  return {
    [ref]: states.filter((_, state) => takes.some((at) => next[state * events.length + at]! >= 0)),
  };
}
