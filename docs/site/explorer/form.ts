import type { Complaint } from '../../../machines/description/complaints.ts';
import { mostJobs, story, type Described } from '../../../machines/description/description.ts';
import { abilityIds } from '../../../machines/description/ids.ts';
import { drivers } from '../../../machines/drivers/index.ts';
import { hazards } from '../../../machines/hazards/index.ts';
import { options, variants } from '../../../machines/options/index.ts';
import { uses } from '../../../machines/uses/index.ts';
import { byWord, refusedNext } from './complaints.ts';
import { chooser, group, tick } from './controls.ts';
import { el } from './dom.ts';
import { listed, switched, type List } from './switched.ts';

type Mutable = { -readonly [K in keyof Described]: Described[K] };
type Named = {
  readonly name: string;
  readonly about?: string;
  readonly says: { readonly file: string; readonly says: string };
};
type Option = (typeof options)[number];
type Use = (typeof uses)[number];

/** A form over a description. */
export type Form = {
  readonly described: Described;
  /** What the form is called. */
  readonly name: string;
  /** Begins the ids of all its choices, the same at every call, so that the focus can be put back. */
  readonly id: string;
  /** What is wrong with the description: each complaint stands at the choice that it is about. */
  readonly complaints: readonly Complaint[];
  /** Is called with the whole description at every change. */
  readonly changed: (described: Described) => void;
};
type Editing = Form & { readonly wrong: ReadonlyMap<string, readonly string[]> };

/** A driver as switches. */
export function form(given: Form): HTMLElement {
  const editing: Editing = { ...given, wrong: byWord(given.described, given.complaints) };
  const submit = (event: Event): void => event.preventDefault();
  return el(
    'form',
    { 'aria-label': given.name, submit },
    startFrom(editing),
    group('Work and hardware', [...workChoices(editing), ...abilityChoices(editing)]),
    group(
      'Ways out',
      options.flatMap((option) => optionChoices(editing, option)),
    ),
    group(
      'What else it uses',
      uses.flatMap((use) => useChoices(editing, use)),
    ),
    group(
      'Hazards',
      hazards.map((hazard) =>
        word(editing, 'hazards', hazard, hazard.clauses[0]?.about ?? hazard.says.says),
      ),
    ),
  );
}

const short = (name: string): string => name.slice(name.indexOf('/') + 1);
const textOf = ({ about, says }: Named): string =>
  [about, `${says.says} (${says.file})`].filter((text) => text !== undefined).join(' ');
const has = ({ described }: Editing, key: List, name: string): boolean =>
  listed(described[key]).includes(name);
const edit = ({ described, changed }: Editing, change: Partial<Mutable>): void =>
  changed({ ...described, ...change });

function startFrom({ described, id, changed }: Editing): HTMLElement {
  const names = drivers.map(({ driver }) => driver);
  return chooser({
    id: `${id}-driver`,
    label: 'Start from',
    values: ['', ...names],
    now: names.includes(described.driver) ? described.driver : '',
    shows: { '': 'the default scenario of dma-buf.rst' },
    attributes: { 'data-role': 'driver' },
    change: (chosen) =>
      changed(drivers.find(({ driver }) => driver === chosen) ?? { driver: 'mine' }),
  });
}

function workChoices(editing: Editing): HTMLElement[] {
  const { described, id } = editing;
  const jobs = { ...story.jobs, ...described.jobs };
  const counts = Array.from({ length: mostJobs }, (_, at) => String(at + 1));
  const count = (label: string, kind: 'fenced' | 'faulting'): HTMLElement =>
    chooser({
      id: `${id}-${kind}`,
      label,
      field: `jobs.${kind}`,
      values: counts,
      now: String(jobs[kind]),
      change: (value) => edit(editing, { jobs: { ...jobs, [kind]: Number(value) } }),
    });
  const choice = (
    label: string,
    key: keyof Described & keyof typeof story,
    values: readonly string[],
  ): HTMLElement =>
    chooser({
      id: `${id}-${key}`,
      label,
      field: key,
      values,
      now: String(described[key] ?? story[key]),
      change: (value) => edit(editing, { [key]: valueOf(value) } as Partial<Mutable>),
    });
  return [
    count('jobs with a dma_fence', 'fenced'),
    count('compute jobs', 'faulting'),
    choice('page faults', 'pageFaults', ['none', 'hint', 'on-demand', 'unknown']),
    choice('compute', 'compute', ['finite', 'long-running', 'unknown']),
    choice('hardware', 'hardware', ['shared', 'separate', 'unknown']),
    choice('engines', 'engines', ['one', 'two', 'unknown']),
    choice('arbitration', 'arbitration', ['in-turn', 'none', 'unknown']),
    choice('submission', 'submission', ['fifo', 'any-order', 'unknown']),
    choice('own reclaim waits', 'reclaimWaits', ['none', 'bounded', 'unbounded', 'unknown']),
    choice('another device', 'foreignDevice', ['true', 'false', 'unknown']),
  ];
}

/** A word of a form as a description has it. */
const valueOf = (word: string): string | boolean =>
  word === 'true' || word === 'false' ? word === 'true' : word;

function abilityChoices(editing: Editing): HTMLElement[] {
  const { described, id } = editing;
  const open = described.hardwareCan === 'unknown';
  const abilities = open ? [] : listed(described.hardwareCan ?? story.hardwareCan);
  const choose = (able: string, on: boolean): void =>
    edit(editing, {
      hardwareCan: abilityIds.filter((other) => (other === able ? on : abilities.includes(other))),
    });
  return [
    ...abilityIds.map((able) =>
      tick({
        id: `${id}-can-${able}`,
        label: `hardware can ${able}`,
        on: abilities.includes(able),
        change: (on) => choose(able, on),
        disabled: open,
      }),
    ),
    tick({
      id: `${id}-can-unknown`,
      label: 'what the hardware can is unknown',
      on: open,
      change: (on) => edit(editing, { hardwareCan: on ? 'unknown' : story.hardwareCan }),
    }),
  ];
}

function optionChoices(editing: Editing, option: Option): HTMLElement[] {
  const itself = word(editing, 'options', option, textOf(option));
  if (!has(editing, 'options', option.name)) return [itself];
  const weaker = variants.filter(({ instead }) => instead.startsWith(`${option.name}/`));
  const kept = [
    ...option.clauses.map((clause) => keptWord(editing, clause)),
    ...weaker.map(({ clause }) =>
      word(editing, 'variants', clause, clause.about ?? clause.says.says, {
        label: `${short(clause.name)} (weaker)`,
      }),
    ),
  ];
  return [itself, group(`${option.name} keeps`, kept, 'of')];
}

function useChoices(editing: Editing, use: Use): HTMLElement[] {
  const itself = word(editing, 'uses', use, use.about);
  if (!has(editing, 'uses', use.name)) return [itself];
  const kept = use.clauses.map((law) => keptWord(editing, law));
  const mistakes = use.mistakes.map((mistake) =>
    word(editing, 'hazards', mistake, mistake.clauses[0]?.about ?? textOf(mistake)),
  );
  return [
    itself,
    ...(kept.length === 0 ? [] : [group(`${use.name} keeps`, kept, 'of')]),
    ...(mistakes.length === 0 ? [] : [group(`mistakes with ${use.name}`, mistakes, 'of')]),
  ];
}

/** A word in a list. What forbids it beside the other choices is said before it is chosen, too. */
function word(
  editing: Editing,
  key: List,
  named: Named,
  why: string,
  { label = short(named.name) } = {},
): HTMLElement {
  const { described, id, complaints, wrong, changed } = editing;
  const on = has(editing, key, named.name);
  const refused = (): string[] =>
    refusedNext(complaints, switched(described, key, named.name, true), key, named.name).map(
      (line) => `Not now: ${line}.`,
    );
  return tick({
    id: `${id}-${key}-${named.name.replace('/', '-')}`,
    label,
    why,
    on,
    change: (now) => changed(switched(described, key, named.name, now)),
    lines: wrong.get(`${key}:${named.name}`) ?? (on ? [] : refused()),
  });
}

/** A clause that is kept unless it is in the list of those left out. */
function keptWord(editing: Editing, clause: Named): HTMLElement {
  const { described, id, wrong, changed } = editing;
  return tick({
    id: `${id}-without-${clause.name.replace('/', '-')}`,
    label: short(clause.name),
    why: textOf(clause),
    on: !has(editing, 'without', clause.name),
    change: (now) => changed(switched(described, 'without', clause.name, !now)),
    lines: wrong.get(`without:${clause.name}`) ?? [],
  });
}
