import type { RuleEntry } from '../../../test/litmus/rule-map.ts';
import type { KernelTest } from '../../../test/litmus/rule-tests.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import type { LifecycleFile } from '../catalogue.ts';
import type { ThreadFile } from './files.ts';
import { sourceNote } from '../sources.ts';
import { anchor, cell, code, front, sourced, table, to } from './markdown.ts';
import { rulePages, toRule } from './rules.ts';

const families: Readonly<Record<string, string>> = {
  F: 'Fences',
  R: 'Reservation objects',
  D: 'Shared buffers',
  P: 'Pinned memory',
  S: 'Shrinkers',
  G: 'Page faults and notifiers',
  O: 'Options',
  I: 'Indefinite fences',
  E: 'Eviction fences',
  L: 'Lock order',
};
const familyOf = (id: string): string => id.slice(0, id.indexOf('-'));

/** The page of each lifecycle, by the id of its machine. */
export const pagesOf = (
  subjects: readonly LifecycleFile[],
): ReadonlyMap<string, { readonly name: string; readonly page: string }> =>
  new Map(
    subjects
      .flatMap(({ name, machines }) =>
        machines.map((of) => [of.machine.id, { name: of.name, page: name }] as const),
      )
      .reverse(),
  );

function ruleRow(
  entry: RuleEntry,
  pages: ReturnType<typeof pagesOf>,
  files: readonly ThreadFile[],
): string[] {
  const { id, title, source, violation, lifecycles, litmus, kernelTests } = entry;
  const lifecycle = (machine: string): string => {
    const place = pages.get(machine);
    if (place === undefined) return code(machine);
    return `[${cell(machine)}](lifecycles/${place.page}.md#${place.name.toLowerCase()})`;
  };
  const kernel = ({ test, how }: KernelTest): string => `${cell(test)} (${how})`;
  return [
    [
      `<span id="${anchor(id)}"><b>${toRule(id)}</b></span> ${cell(title)}`,
      sourced(source),
      ...(violation === null ? [] : [`broken: ${cell(violation)}`]),
    ].join('<br>'),
    lifecycles.map(lifecycle).join(', '),
    litmus.map(({ good, bad }) => `${to('litmus', good)} / ${to('litmus', bad)}`).join('<br>'),
    telling(id, files),
    kernelTests === 'none' ? 'none' : kernelTests.map(kernel).join('<br>'),
  ];
}

function premiseRow(
  id: string,
  law: string,
  tests: readonly Litmus[],
  files: readonly ThreadFile[],
): string[] {
  const citing = tests.filter(({ cites }) => cites.includes(id));
  return [
    `<span id="${anchor(id)}"><b>${toRule(id)}</b></span>`,
    cell(law),
    citing.map(({ name }) => to('litmus', name)).join(', '),
    telling(id, files),
  ];
}

/** How many files of threads name a rule: its page lists them. */
function telling(id: string, files: readonly ThreadFile[]): string {
  const count = files.filter(({ rules }) => rules.includes(id)).length;
  return count === 0 ? '' : `[${count}](rules/${id}.md)`;
}

/**
 * Each rule by its id: its source, its lifecycles, its litmus pairs, and the tests of the kernel
 * that exercise it. `laws` are the words of all ids.
 */
export function ruleMapPage(
  map: readonly RuleEntry[],
  laws: Readonly<Record<string, string>>,
  { tests, files }: { readonly tests: readonly Litmus[]; readonly files: readonly ThreadFile[] },
  subjects: readonly LifecycleFile[],
  group: string,
): string {
  const pages = pagesOf(subjects);
  const mapped = new Set(map.map(({ id }) => id));
  const more = Object.entries(laws)
    .filter(([id]) => !mapped.has(id))
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return [
    front(
      'Rules of the kernel',
      group,
      rulePages.map((id) => `rules/${id}.md`),
    ),
    '# Rules of the kernel',
    '',
    'Each rule of the kernel, by the id under which litmus tests cite it: the lifecycles that ' +
      'model it, the pairs of litmus tests that differ in it (good / bad), how many ' +
      '[files of threads](files.md) name it, and the tests of the kernel and of IGT that exercise ' +
      'it. How those tests are modelled here is described ' +
      'in [Kernel tests of fences](kernel-tests-fences.md), [of ' +
      'memory](kernel-tests-memory.md) and [of execution](kernel-tests-execution.md).',
    '',
    sourceNote,
    '',
    ...Object.entries(families).flatMap(([family, title]) => [
      `## ${title}`,
      '',
      table(
        ['rule', 'lifecycles', 'litmus pairs', 'files of threads', 'kernel tests'],
        map
          .filter(({ id }) => familyOf(id) === family)
          .map((entry) => ruleRow(entry, pages, files)),
      ),
      '',
    ]),
    '## The contract, the order of locks, and premises',
    '',
    'Litmus tests also cite the cross-driver contract of dma-fence.c and the premises of the model. ' +
      'Logs and files of threads also name rules about locks, waits and workers.',
    '',
    table(
      ['id', 'says', 'litmus tests', 'files of threads'],
      more.map(([id, law]) => premiseRow(id, law, tests, files)),
    ),
    '',
  ].join('\n');
}
