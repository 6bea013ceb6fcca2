import type { Complaint } from '../../../machines/description/complaints.ts';
import { mostJobs, story, type Described } from '../../../machines/description/description.ts';
import { drivers } from '../../../machines/drivers/index.ts';
import { hazards } from '../../../machines/hazards/index.ts';
import { abilityIds } from '../../../machines/description/ids.ts';
import { options, variants } from '../../../machines/options/index.ts';
import { uses } from '../../../machines/uses/index.ts';
import { byWord, refusedNext } from './complaints.ts';
import { el } from './dom.ts';
import { listed, switched, type List } from './switched.ts';

type Mutable = { -readonly [K in keyof Described]: Described[K] };
type Change = (described: Described) => void;
type Named = {
  readonly name: string;
  readonly about?: string;
  readonly says: { readonly file: string; readonly says: string };
};

const short = (name: string): string => name.slice(name.indexOf('/') + 1);
const textOf = ({ about, says }: Named): string =>
  [about, `${says.says} (${says.file})`].filter((one) => one !== undefined).join(' ');

/**
 * A driver as switches. `id` begins the ids of all of them, the same at every call, so that the focus can be put back.
 * @param complaints what is wrong with the description: each is said at the choice that it is about
 * @param changed is called with the whole description at every change
 */
export function form(
  described: Described,
  name: string,
  id: string,
  complaints: readonly Complaint[],
  changed: Change,
): HTMLElement {
  const wrong = byWord(described, complaints);
  const with_ = (change: Partial<Mutable>): void => {
    changed({ ...described, ...change });
  };
  const has = (key: List, one: string): boolean => listed(described[key]).includes(one);

  const tick = (
    at: string,
    label: string,
    why: string,
    on: boolean,
    change: (on: boolean) => void,
    {
      lines = [],
      shown = false,
      off = false,
    }: { lines?: readonly string[]; shown?: boolean; off?: boolean } = {},
  ): HTMLElement => {
    const described_ = [
      ...(why === '' ? [] : [`${at}-why`]),
      ...(lines.length === 0 ? [] : [`${at}-wrong`]),
    ].join(' ');
    return el(
      'div',
      { class: `tick${shown ? ' shown' : ''}` },
      el(
        'label',
        {},
        el('input', {
          id: at,
          type: 'checkbox',
          checked: on,
          disabled: off,
          ...(described_ === '' ? {} : { 'aria-describedby': described_ }),
          change: (event) => {
            change((event.target as HTMLInputElement).checked);
          },
        }),
        ` ${label}`,
      ),
      why === '' ? null : el('p', { class: 'why', id: `${at}-why` }, why),
      lines.length === 0
        ? null
        : el('p', { class: on ? 'wrong' : 'wrong not', id: `${at}-wrong` }, lines.join(' ')),
    );
  };
  /** A word in a list. What forbids it beside the other choices is said before it is chosen, too. */
  const word = (
    key: List,
    one: Named,
    why: string,
    { keeps = false, always = false, label = short(one.name) } = {},
  ): HTMLElement => {
    const on = has(key, one.name);
    const lines =
      wrong.get(`${key}:${one.name}`) ??
      (on || keeps
        ? []
        : refusedNext(complaints, switched(described, key, one.name, true), key, one.name).map(
            (line) => `Not now: ${line}.`,
          ));
    return tick(
      `${id}-${key}-${one.name.replace('/', '-')}`,
      label,
      why,
      keeps ? !on : on,
      (now) => {
        changed(switched(described, key, one.name, keeps ? !now : now));
      },
      { lines, shown: always || on || keeps },
    );
  };
  const chooser = (
    key: string,
    label: string,
    values: readonly string[],
    now: string,
    change: (value: string) => void,
  ): HTMLElement =>
    el(
      'label',
      { class: 'row' },
      `${label} `,
      el(
        'select',
        {
          id: `${id}-${key}`,
          change: (event) => {
            change((event.target as HTMLSelectElement).value);
          },
        },
        ...values.map((value) => el('option', { value, selected: now === value }, value)),
      ),
    );
  const choice = (
    label: string,
    key: keyof Described & keyof typeof story,
    values: readonly string[],
  ): HTMLElement =>
    chooser(key, label, values, String(described[key] ?? story[key]), (value) => {
      with_({
        [key]: value === 'true' ? true : value === 'false' ? false : value,
      } as Partial<Mutable>);
    });
  const jobs = { ...story.jobs, ...described.jobs };
  const count = (label: string, kind: 'fenced' | 'faulting'): HTMLElement =>
    chooser(
      kind,
      label,
      Array.from({ length: mostJobs.each }, (_, at) => String(at + 1)),
      String(jobs[kind]),
      (value) => {
        with_({ jobs: { ...jobs, [kind]: Number(value) } });
      },
    );
  const group = (legend: string, ...inside: readonly HTMLElement[]): HTMLElement =>
    el('fieldset', { class: 'of' }, el('legend', {}, legend), ...inside);

  const open = described.hardwareCan === 'unknown';
  const abilities = open ? [] : listed(described.hardwareCan ?? story.hardwareCan);
  return el(
    'form',
    {
      'aria-label': name,
      submit: (event) => {
        event.preventDefault();
      },
    },
    el(
      'label',
      { class: 'row' },
      'Start from ',
      el(
        'select',
        {
          id: `${id}-driver`,
          'data-role': 'driver',
          change: (event) => {
            const chosen = (event.target as HTMLSelectElement).value;
            changed(drivers.find(({ driver }) => driver === chosen) ?? { driver: 'mine' });
          },
        },
        el('option', { value: '' }, "the text's own story"),
        ...drivers.map(({ driver }) =>
          el('option', { value: driver, selected: driver === described.driver }, driver),
        ),
      ),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, 'Work and hardware'),
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
      ...abilityIds.map((able) =>
        tick(
          `${id}-can-${able}`,
          `hardware can ${able}`,
          '',
          abilities.includes(able),
          (on) => {
            with_({
              hardwareCan: abilityIds.filter((one) =>
                one === able ? on : abilities.includes(one),
              ),
            });
          },
          { off: open },
        ),
      ),
      tick(`${id}-can-unknown`, 'what the hardware can is unknown', '', open, (on) => {
        with_({ hardwareCan: on ? 'unknown' : story.hardwareCan });
      }),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, 'Ways out'),
      ...options.flatMap((option) => [
        word('options', option, textOf(option)),
        ...(has('options', option.name)
          ? [
              group(
                `${option.name} keeps`,
                ...option.clauses.map((clause) =>
                  word('without', clause, textOf(clause), { keeps: true }),
                ),
                ...variants
                  .filter(({ instead }) => instead.startsWith(`${option.name}/`))
                  .map(({ clause }) =>
                    word('variants', clause, clause.about ?? clause.says.says, {
                      label: `${short(clause.name)} (weaker)`,
                    }),
                  ),
              ),
            ]
          : []),
      ]),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, 'What else it uses'),
      ...uses.flatMap((use) => [
        word('uses', use, use.about, { always: true }),
        ...(has('uses', use.name) && use.clauses.length > 0
          ? [
              group(
                `${use.name} keeps`,
                ...use.clauses.map((law) => word('without', law, textOf(law), { keeps: true })),
              ),
            ]
          : []),
        ...(has('uses', use.name) && use.mistakes.length > 0
          ? [
              group(
                `mistakes with ${use.name}`,
                ...use.mistakes.map((one) =>
                  word('hazards', one, one.clauses[0]?.about ?? textOf(one), { always: true }),
                ),
              ),
            ]
          : []),
      ]),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, 'Hazards'),
      ...hazards.map((hazard) =>
        word('hazards', hazard, hazard.clauses[0]?.about ?? hazard.says.says),
      ),
    ),
  );
}
