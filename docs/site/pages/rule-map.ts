import type { RuleEntry } from '../../../test/litmus/rule-map.ts';
import type { KernelTest } from '../../../test/litmus/rule-tests.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import type { Subject } from '../catalogue.ts';
import { anchor, cell, code, front, sourced, table, to } from './markdown.ts';

const families: Readonly<Record<string, string>> = { F: 'Fences', R: 'Reservation objects', D: 'Shared buffers', P: 'Pinned memory', S: 'Shrinkers', G: 'Page faults and notifiers', O: 'Options', I: 'Indefinite fences', E: 'Eviction fences', L: 'Lock order' };
const familyOf = (id: string): string => id.slice(0, id.indexOf('-'));

/** Each rule by its id: its source, its lifecycles, its litmus pairs, and the tests of the kernel that exercise it. `laws` are the words of all ids. */
export function ruleMapPage(map: readonly RuleEntry[], laws: Readonly<Record<string, string>>, tests: readonly Litmus[], subjects: readonly Subject[], group: string): string {
  const pages = new Map(subjects.flatMap(({ name, machines }) => machines.map((one) => [one.machine.id, { name: one.name, page: name }] as const)).reverse());
  const lifecycle = (id: string): string => {
    const found = pages.get(id);
    return found === undefined ? code(id) : `[${cell(id)}](lifecycles/${found.page}.md#${found.name.toLowerCase()})`;
  };
  const kernel = (one: KernelTest): string => `${cell(one.test)} (${one.how})`;
  const row = ({ id, title, source, violation, lifecycles, litmus, kernelTests }: RuleEntry): string[] => [
    [`<span id="${anchor(id)}"><b>${id}</b></span> ${cell(title)}`, sourced(source), ...(violation === null ? [] : [`broken: ${cell(violation)}`])].join('<br>'),
    lifecycles.map(lifecycle).join(', '),
    litmus.map(({ good, bad }) => `${to('litmus', good)} / ${to('litmus', bad)}`).join('<br>'),
    kernelTests === 'none' ? 'none' : kernelTests.map(kernel).join('<br>'),
  ];
  const mapped = new Set(map.map(({ id }) => id));
  const more = Object.entries(laws).filter(([id]) => !mapped.has(id)).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return [front('Rule map', group), '# Rule map', '',
    'Each rule of the kernel by the id under which litmus tests cite it, with the lifecycles that are about it, the pairs of litmus tests that differ in it (good / bad), and the kernel\'s own tests and those of IGT that exercise it. How those are asked here stands in [Kernel tests of fences](kernel-tests-fences.md), [of memory](kernel-tests-memory.md) and [of execution](kernel-tests-execution.md).', '',
    ...Object.entries(families).flatMap(([family, title]) => [`## ${title}`, '', table(['rule', 'lifecycles', 'litmus pairs', 'kernel tests'], map.filter(({ id }) => familyOf(id) === family).map(row)), '']),
    '## Premises and the contract', '', 'Cited by litmus tests too: the cross-driver contract of dma-fence.c, and what is given.', '',
    table(['id', 'says', 'litmus tests'], more.map(([id, law]) => [`<span id="${anchor(id)}"><b>${id}</b></span>`, cell(law), tests.filter(({ cites }) => cites.includes(id)).map(({ name }) => to('litmus', name)).join(', ')])), ''].join('\n');
}
