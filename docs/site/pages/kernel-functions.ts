import { kernelCalls } from '../../../machines/calls/index.ts';
import { rules } from '../../../machines/rules/index.ts';
import type { Rule } from '../../../machines/rules/rule.ts';
import { chartOf, type ChartState } from '../../../src/charts/chart.ts';
import type { Row } from '../../../src/system/vocabulary.ts';
import { symbolsOf } from '../../../test/kernel/bench/cites.ts';
import type { LifecycleFile } from '../catalogue.ts';
import { sourceLink, sourceNote } from '../sources.ts';
import { cell, code, front, table, to } from './markdown.ts';
import { toRule } from './rules.ts';

/** Where a name of the kernel is cited, and the first place at which it can be read. */
type Cited = { source: string; readonly by: Set<string> };

/** Steps by the page that has them. */
export type StepPages = readonly (readonly [page: string, title: string, rows: readonly Row[]])[];

/**
 * Every name of the kernel that a rule, a lifecycle or a step cites, with its place in the source and
 * links back to all that cite it.
 */
export function kernelFunctionsPage(
  subjects: readonly LifecycleFile[],
  steps: StepPages,
  group: string,
): string {
  const names = new Map<string, Cited>();
  const add = (source: string, says: string, by: string): void => {
    for (const name of symbolsOf(says)) {
      // Flags, files and the names of tests are no functions; a path is no name.
      if (/^[A-Z0-9_]+$/.test(name) || source.includes(name.replace(/\(\)$/, '.'))) continue;
      const known = names.get(name) ?? { source: `${source}: ${says}`, by: new Set() };
      names.set(name, known);
      known.by.add(by);
    }
  };
  ofRules(add);
  ofLifecycles(subjects, add);
  ofSteps(steps, add);
  const calls = new Set(kernelCalls.calls.map(({ name }) => name));
  const rows = [...names]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, { source, by }]) => row(name, source, [...by], calls.has(name)));
  const title = 'Kernel functions';
  return [
    front(title, group),
    `# ${title}`,
    '',
    `The ${rows.length} functions, types and members of the kernel that a rule, a lifecycle or a ` +
      'step cites, each with its place in the source and with everything that cites it. What a ' +
      'file of threads may call is listed in [Calls](calls.md).',
    '',
    sourceNote,
    '',
    table(['name', 'source', 'cited by'], rows),
    '',
  ].join('\n');
}

type Add = (source: string, says: string, by: string) => void;

/** `FILE: what; FILE: what` one by one. */
const each = (sources: string): (readonly [file: string, says: string])[] =>
  sources.split('; ').map((one) => {
    const [file = '', ...says] = one.split(': ');
    return [file, says.join(': ')] as const;
  });

function ofRules(add: Add): void {
  for (const [id, { source, says, why, quote }] of Object.entries<Rule>(rules)) {
    for (const [file, what] of each(source)) add(file, what, toRule(id));
    const [file = ''] = source.split(': ');
    add(file, `${quote?.says ?? ''} ${says} ${why}`, toRule(id));
  }
}

function ofLifecycles(subjects: readonly LifecycleFile[], add: Add): void {
  for (const { name: file, machines } of subjects)
    for (const { name, machine } of machines) {
      const by = `[${cell(name)}](lifecycles/${file}.md#${name.toLowerCase()})`;
      const chart = chartOf(machine);
      const walk = (states: readonly ChartState[]): void => {
        for (const { source, children } of states) {
          for (const [at, says] of each(source)) add(at, says, by);
          walk(children);
        }
      };
      walk(chart.roots);
      for (const { events } of chart.edges)
        for (const { source } of events) for (const [at, says] of each(source)) add(at, says, by);
    }
}

function ofSteps(pages: StepPages, add: Add): void {
  for (const [page, , rows] of pages)
    for (const row of rows)
      for (const { name, cite } of row.steps)
        if (cite !== undefined) add(cite.file, cite.says, `${to(page, row.name)} ${code(name)}`);
}

function row(name: string, source: string, by: readonly string[], isCall: boolean): string[] {
  const href = sourceLink(source);
  const [file = ''] = source.split(': ');
  return [
    `${code(name)}${isCall ? `<br>${to('calls', name)}` : ''}`,
    href === null ? cell(file) : `[${cell(file)}](${href})`,
    by.join(', '),
  ];
}
