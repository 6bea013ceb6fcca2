import type { Assumption } from '../../src/system/assumption.ts';
import type { Program } from '../../src/system/program.ts';
import { options } from '../options/index.ts';
import { uses } from '../uses/index.ts';
import { settled, type Settled } from './alternatives.ts';
import { story, type Description } from './description.ts';
import type { ClauseId, UseLawId } from './ids.ts';
import { systemOf } from './system.ts';

/**
 * Facts that, as the text's own story has them or stronger, a verdict may rest on: what stands in
 * their place without them.
 */
const weaker = {
  compute: { compute: 'long-running' },
  hardware: { hardware: 'shared' },
  engines: { engines: 'one' },
  submission: { submission: 'any-order' },
  arbitration: { arbitration: 'none' },
  reclaimWaits: { reclaimWaits: 'unbounded' },
  foreignDevice: { foreignDevice: true },
  hardwareWait: { hardwareWait: 'prepare_job' },
} as const satisfies Partial<Record<keyof Description, Partial<Description>>>;

/**
 * What a driver was said to do or to be, each with the same driver without it. Named by the words of the description:
 * `'submission fifo'`.
 * @param system which system of it is asked
 */
export function assumptionsOf(
  description: Description,
  system: (description: Description) => Program = systemOf,
): Assumption[] {
  const facts = settled(description);
  const instead = (name: string, other: Partial<Description>): Assumption => ({
    name,
    without: () => system({ ...description, ...other }),
  });

  const chosen = [...options, ...uses].filter(({ name }) =>
    [...facts.options, ...facts.uses].some((other) => other === name),
  );
  const preempts = chosen.some(({ lacking }) => lacking !== undefined);

  return [
    ...clausesKept(facts, chosen).map((name) =>
      instead(name, { without: [...facts.without, name] }),
    ),
    ...(preempts ? facts.hardwareCan : []).map((ability) =>
      instead(`hardwareCan ${ability}`, {
        hardwareCan: facts.hardwareCan.filter((other) => other !== ability),
      }),
    ),
    ...(facts.pageFaults === story.pageFaults
      ? []
      : [instead(`pageFaults ${facts.pageFaults}`, { pageFaults: story.pageFaults })]),
    ...Object.entries(weaker).flatMap(([fact, other]) => {
      const said = facts[fact as keyof typeof weaker];
      return said === Object.values(other)[0] ? [] : [instead(`${fact} ${String(said)}`, other)];
    }),
  ];
}

/** The clauses of what was chosen, without those that are left out. */
function clausesKept(
  { without }: Settled,
  chosen: readonly { readonly clauses: readonly { readonly name: string }[] }[],
): (ClauseId | UseLawId)[] {
  return chosen
    .flatMap(({ clauses }) => clauses.map(({ name }) => name as ClauseId | UseLawId))
    .filter((name) => !without.includes(name));
}
