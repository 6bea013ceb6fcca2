import { alternatives } from './alternatives.ts';
import { schema, story, type Described, type Description } from './description.ts';
import { kernelIds, optionOf, useIds } from './ids.ts';
import { lawIds, ofShape, type Complaint, type Path } from './shape.ts';
import { unknown } from '../../src/system/misuse.ts';
import { hazards } from '../hazards/index.ts';
import { options, variants } from '../options/index.ts';
import { uses } from '../uses/index.ts';

export type { Complaint } from './shape.ts';
export { inWritten } from './shape.ts';

/** Reads anything as a description: the description, or all that is wrong with it. */
export function understand(
  input: unknown,
): { readonly described: Described } | { readonly complaints: readonly Complaint[] } {
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return { complaints: parsed.error.issues.flatMap((issue) => ofShape(issue, input)) };
  const described = parsed.data as Described;
  const complaints = contradictions(described);
  return complaints.length === 0 ? { described } : { complaints };
}

/** A description whose words are right and that cannot be meant. */
function contradictions(described: Described): Complaint[] {
  const complaints = [
    ...wrongJobs(described),
    ...saidTwice(described),
    ...ofNobody(described),
    ...standingTwice(described),
    ...apart(described),
    ...notYetThere(described),
    ...citedForNothing(described),
  ];
  if (complaints.length > 0) return complaints;

  // A contradiction with what nobody has established is no contradiction: only what all alternatives share.
  const each = alternatives(described).map(({ description }) => senseless(description));
  const shared = each.every((some) => some.length > 0) ? each[0]! : [];
  return [...shared, ...brokenByHardware(described)];
}

function wrongJobs({ jobs }: Described): Complaint[] {
  const { fenced, faulting } = { ...story.jobs, ...jobs };
  if (fenced + faulting > 0) return [];
  return [{ path: ['jobs'], line: 'found 0 + 0, expected at least one job of a kind' }];
}

const lists = ['options', 'uses', 'without', 'variants', 'hazards', 'hardwareCan'] as const;

function saidTwice(described: Described): Complaint[] {
  return lists.flatMap((field) => {
    const names: readonly string[] | 'unknown' = described[field] ?? [];
    if (names === 'unknown') return [];
    return names.flatMap((name, place) =>
      names.indexOf(name) < place ? [{ path: [field, place], line: `found '${name}' twice` }] : [],
    );
  });
}

/** Whether the option or use is chosen to which a clause, variant or mistake belongs: a complaint if it is not. */
function belonging(described: Described, path: Path, name: string): Complaint[] {
  const owner = optionOf(name);
  const ofUse = (useIds as readonly string[]).includes(owner);
  const list = ofUse ? 'uses' : 'options';
  const chosen: readonly string[] = described[list] ?? [];
  if (chosen.includes(owner)) return [];
  const has = chosen.length === 0 ? 'none' : `only: ${chosen.join(', ')}`;
  const what = ofUse ? 'use' : 'option';
  return [{ path, line: `'${name}' belongs to the ${what} '${owner}', and "${list}" has ${has}` }];
}

/** Clauses, variants and mistakes of what was not chosen. */
function ofNobody(described: Described): Complaint[] {
  return (['without', 'variants', 'hazards'] as const).flatMap((field) =>
    (described[field] ?? []).flatMap((name, place) =>
      field === 'hazards' && !name.includes('/') ? [] : belonging(described, [field, place], name),
    ),
  );
}

/** Variants that stand in for a clause that is left out, or that another variant stands in for. */
function standingTwice(described: Described): Complaint[] {
  const { variants: chosenVariants = [], without = [] } = described;
  const insteadOf = (name: string): string =>
    variants.find(({ clause }) => clause.name === name)!.instead;
  return chosenVariants.flatMap((name, place) => {
    const path = ['variants', place];
    if (belonging(described, path, name).length > 0) return [];
    const instead = insteadOf(name);
    const earlier = chosenVariants
      .slice(0, place)
      .findLast((other) => insteadOf(other) === instead);
    if (without.some((clause) => clause === instead))
      return [
        {
          path,
          line: `'${name}' stands in for '${instead}', which "without" leaves out: keep one of the two`,
        },
      ];
    return earlier === undefined
      ? []
      : [
          {
            path,
            line: `'${name}' and '${earlier}' both stand in for '${instead}': keep one of the two`,
          },
        ];
  });
}

/** Uses that cannot be chosen beside each other, or beside an option. */
function apart({ uses: used = [], options: chosen = [] }: Described): Complaint[] {
  const beside: readonly string[] = [...used, ...chosen];
  return used.flatMap((name, place) => {
    const use = uses.find((other) => other.name === name)!;
    const conflict = Object.entries(use.apart ?? {}).find(([other]) => beside.includes(other));
    if (conflict === undefined) return [];
    const [other, why] = conflict;
    return [
      {
        path: ['uses', place],
        line: `'${name}' and '${other}' cannot be chosen together: ${why}`,
      },
    ];
  });
}

/** What the kernel that is named does not have. */
function notYetThere(described: Described): Complaint[] {
  const { kernel = kernelIds.at(-1)!, uses: used = [] } = described;
  return used.flatMap((name, place) => {
    const { since } = uses.find((other) => other.name === name)!;
    if (since === undefined || kernelIds.indexOf(since) <= kernelIds.indexOf(kernel)) return [];
    const line = `'${name}' is there since Linux ${since}, and "kernel" is "${kernel}"`;
    return [{ path: ['uses', place], line }];
  });
}

function citedForNothing(described: Described): Complaint[] {
  const chosen: readonly string[] = [...(described.options ?? []), ...(described.uses ?? [])];
  const known = [
    ...Object.keys(story),
    ...chosen,
    ...(described.hazards ?? []),
    ...(described.variants ?? []),
    ...lawIds.filter((clause) => chosen.includes(optionOf(clause))),
  ];
  return Object.keys(described.cites ?? {}).flatMap((key) =>
    known.includes(key) ? [] : [{ path: ['cites', key], line: unknown('choice', key, known) }],
  );
}

/**
 * What means nothing in this driver: the ways out without one of the two kinds of job, and repairs
 * without page faults.
 */
const senseless = (description: Description): Complaint[] => [
  ...withoutJobs(description),
  ...metByNobody(description),
  ...withoutFaults(description),
];

function withoutJobs({ jobs, options: chosen = [] }: Description): Complaint[] {
  const { fenced, faulting } = { ...story.jobs, ...jobs };
  if (fenced > 0 && faulting > 0) return [];
  const lacks = fenced === 0 ? 'fenced' : 'faulting';
  return chosen.map((name, place) => ({
    path: ['options', place],
    line: `'${name}' keeps the two kinds of job apart, and "jobs.${lacks}" is 0`,
  }));
}

/** Hazards that are threads of the driver's own, where what they meet is not there. */
function metByNobody({ jobs, uses: used = [], hazards: said = [] }: Description): Complaint[] {
  const { fenced } = { ...story.jobs, ...jobs };
  return said.flatMap((name, place): Complaint[] => {
    const { threads, ofUses } = hazards.find((one) => one.name === name) ?? {};
    const path = ['hazards', place];
    if (threads !== undefined && fenced === 0)
      return [{ path, line: `'${name}' is about jobs with a fence, and "jobs.fenced" is 0` }];
    if (ofUses === undefined || ofUses.some((use) => used.includes(use))) return [];
    const list = ofUses.map((use) => `'${use}'`).join(' or ');
    return [{ path, line: `'${name}' meets nobody without a notifier: "uses" lacks ${list}` }];
  });
}

function withoutFaults(description: Description): Complaint[] {
  const none = description.pageFaults === 'none';
  if (!none && description.jobs?.faulting !== 0) return [];
  const why = none ? '"pageFaults" is "none"' : '"jobs.faulting" is 0';
  const ofRepairs = [...options, ...uses, ...hazards]
    .filter(({ repairs }) => repairs === true)
    .map(({ name }) => name);
  return (['options', 'uses', 'hazards'] as const).flatMap((field) =>
    (description[field] ?? []).flatMap((name, place): Complaint[] => {
      if (!ofRepairs.includes(name)) return [];
      const line = `'${name}' is about the repair of page faults, and ${why}`;
      return [{ path: [field, place], line }];
    }),
  );
}

/**
 * Promises of an option on hardware that is said to be unable to keep them. What only "unknown" may break is left
 * to the search.
 */
function brokenByHardware(described: Described): Complaint[] {
  const { hardwareCan, without = [], options: chosen = [] } = described;
  if (hardwareCan === undefined || hardwareCan === 'unknown') return [];
  const faults = described.pageFaults ?? story.pageFaults;
  return chosen.flatMap((name, place) => {
    const { promises = [] } = options.find((option) => option.name === name)!;
    return promises.flatMap(({ clause, ability, onDemandOnly }): Complaint[] => {
      const matters = onDemandOnly !== true || faults === 'on-demand';
      if (!matters || without.includes(clause) || hardwareCan.includes(ability)) return [];
      const line =
        `the clause '${clause}' promises what the hardware cannot do: "hardwareCan" lacks '${ability}'; ` +
        'add it, or put the clause in "without"';
      return [{ path: ['options', place], line }];
    });
  });
}
