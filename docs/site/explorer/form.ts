import type { Described } from '../../../machines/description.ts';
import { drivers } from '../../../machines/drivers/index.ts';
import { story } from '../../../machines/description.ts';
import { hazards } from '../../../machines/hazards.ts';
import { abilityIds } from '../../../machines/ids.ts';
import { options, variants } from '../../../machines/options/index.ts';
import { el } from './dom.ts';

type Mutable = { -readonly [K in keyof Described]: Described[K] };
type Change = (described: Described) => void;

/** A driver as switches. @param changed is called with the whole description at every change */
export function form(described: Described, name: string, changed: Change): HTMLElement {
  const with_ = (change: Partial<Mutable>): void => { changed({ ...described, ...change }); };
  const list = (key: 'options' | 'without' | 'hazards' | 'variants', one: string, on: boolean): void => {
    const before = (described[key] ?? []) as readonly string[];
    const after = on ? [...before, one] : before.filter((other) => other !== one);
    const next = { ...described, [key]: after } as Described;
    if (key !== 'options' || on) { changed(next); return; }
    // Clauses and variants of an option that is not chosen say nothing.
    const keep = (all: readonly string[] | undefined): never => (all ?? []).filter((other) => !other.startsWith(`${one}/`)) as never;
    changed({ ...next, without: keep(described.without), variants: keep(described.variants) });
  };
  const has = (key: 'options' | 'without' | 'hazards' | 'variants', one: string): boolean => ((described[key] ?? []) as readonly string[]).includes(one);
  const check = (label: string, title: string, on: boolean, change: (on: boolean) => void, indent = false): HTMLElement =>
    el('label', { class: indent ? 'tick indent' : 'tick', title }, el('input', { type: 'checkbox', ...(on ? { checked: true } : {}), change: (event) => { change((event.target as HTMLInputElement).checked); } }), ` ${label}`);
  const choice = (label: string, key: keyof Described & keyof typeof story, values: readonly string[]): HTMLElement => el('label', { class: 'row' }, `${label} `,
    el('select', { change: (event) => { const value = (event.target as HTMLSelectElement).value; with_({ [key]: value === 'true' ? true : value === 'false' ? false : value } as Partial<Mutable>); } },
      ...values.map((value) => el('option', { value, ...(String(described[key] ?? story[key]) === value ? { selected: true } : {}) }, value))));
  const jobs = { ...story.jobs, ...described.jobs };
  const count = (label: string, kind: 'fenced' | 'faulting'): HTMLElement => el('label', { class: 'row' }, `${label} `,
    el('select', { change: (event) => { with_({ jobs: { ...jobs, [kind]: Number((event.target as HTMLSelectElement).value) } }); } },
      ...['1', '2', '3'].map((value) => el('option', { value, ...(String(jobs[kind]) === value ? { selected: true } : {}) }, value))));
  const abilities = described.hardwareCan === 'unknown' ? [] : described.hardwareCan ?? story.hardwareCan;
  return el('form', { 'aria-label': name, submit: (event) => { event.preventDefault(); } },
    el('label', { class: 'row' }, 'Start from ', el('select', { 'data-role': 'driver', change: (event) => {
      const chosen = (event.target as HTMLSelectElement).value;
      changed(drivers.find(({ driver }) => driver === chosen) ?? { driver: 'mine' });
    } }, el('option', { value: '' }, "the text's own story"), ...drivers.map(({ driver }) => el('option', { value: driver, ...(driver === described.driver ? { selected: true } : {}) }, driver)))),
    el('fieldset', {}, el('legend', {}, 'Work and hardware'),
      count('jobs with a dma_fence', 'fenced'), count('compute jobs', 'faulting'),
      choice('page faults', 'pageFaults', ['none', 'hint', 'on-demand', 'unknown']), choice('compute', 'compute', ['finite', 'long-running', 'unknown']),
      choice('hardware', 'hardware', ['shared', 'separate', 'unknown']), choice('engines', 'engines', ['one', 'two', 'unknown']),
      choice('arbitration', 'arbitration', ['in-turn', 'none', 'unknown']), choice('submission', 'submission', ['fifo', 'any-order', 'unknown']),
      choice('own reclaim waits', 'reclaimWaits', ['none', 'bounded', 'unbounded', 'unknown']), choice('another device', 'foreignDevice', ['true', 'false']),
      ...abilityIds.map((able) => check(`hardware can ${able}`, '', abilities.includes(able), (on) => { with_({ hardwareCan: on ? [...abilities, able] : abilities.filter((one) => one !== able) }); }))),
    el('fieldset', {}, el('legend', {}, 'Ways out'), ...options.flatMap((option) => [
      check(option.name, option.says.says, has('options', option.name), (on) => { list('options', option.name, on); }),
      ...(has('options', option.name) ? [
        ...option.clauses.map(({ name: clause, says }) => check(clause.split('/')[1]!, says.says, !has('without', clause), (on) => { list('without', clause, !on); }, true)),
        ...variants.filter(({ instead }) => instead.startsWith(`${option.name}/`)).map(({ clause }) => check(`${clause.name.split('/')[1]!} (weaker)`, clause.about ?? clause.says.says, has('variants', clause.name), (on) => { list('variants', clause.name, on); }, true)),
      ] : []),
    ])),
    el('fieldset', {}, el('legend', {}, 'Hazards'), ...hazards.map((hazard) => check(hazard.name, hazard.clauses[0]?.about ?? hazard.says.says, has('hazards', hazard.name), (on) => { list('hazards', hazard.name, on); }))));
}
