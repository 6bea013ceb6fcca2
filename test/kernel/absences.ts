import { readFileSync } from 'node:fs';

import { conformance, type Conformance } from '../../machines/conformance/index.ts';
import { byHand, type SuiteByHand } from './bench/by-hand.ts';
import { differences, lacking, untried, type Difference } from './differences.ts';

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly string[]): readonly string[] => [
  row(...heads),
  row(...heads.map(() => '---')),
  ...rows,
];
const code = (text: string): string => `\`${text}\``;

function became({ became: what }: Difference): string {
  if (what === 'mended') return 'the model was corrected';
  if ('clause' in what) return `left out by ${code(what.clause)}`;
  if ('inside' in what) return `${code(what.inside)} is part of the call`;
  return `only ${what.version} differs`;
}

/** Suites of the mock GPU say the same of their steps: they are one. */
const groupOf = ({ id, prefix }: Conformance): string =>
  prefix === undefined ? code(id) : 'options on the mock GPU';

/** Rows `suite, steps, why` of what a conformance says of its steps, each reason once. */
function reasons(
  of: (one: Conformance) => readonly (readonly [step: string, why: string])[],
): readonly string[] {
  const grouped = new Map<string, { group: string; why: string; steps: Set<string> }>();
  for (const one of conformance)
    for (const [step, why] of of(one)) {
      const group = groupOf(one);
      const key = `${group} ${why}`;
      const entry = grouped.get(key) ?? { group, why, steps: new Set<string>() };
      entry.steps.add(step);
      grouped.set(key, entry);
    }
  return [...grouped.values()].map(({ group, why, steps }) => {
    const few = [...steps].slice(0, 3).map(code).join(', ');
    return row(group, steps.size > 3 ? `${few} and ${steps.size - 3} more` : few, why);
  });
}

const unreachable = ({ unreachable: steps }: Conformance) => Object.entries(steps);
const unsaid = ({ refused, inside }: Conformance) =>
  Object.entries(refused).flatMap(([step, entries]) =>
    (step in inside ? [] : entries).flatMap((one) =>
      one.as === 'undefined' ? [[step, one.why ?? ''] as const] : [],
    ),
  );

/** The cases of a suite by hand, as its file has them. */
function casesByHand({ file }: SuiteByHand): readonly string[] {
  const text = readFileSync(new URL(`./adapters/${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/\bKUNIT_CASE\((\w+)\)/g)].map(([, name]) => name!);
}

/** Suites that 6.1 does not run, as the table of what it lacks names them. */
export const lateSuites = (): readonly string[] => [
  ...new Set(conformance.filter(({ since }) => since !== undefined).map(groupOf)),
  ...byHand.filter(({ since }) => since !== undefined).map(({ name }) => code(name)),
];

/** The part of docs/kernel-bench.md about differences and absences: made from data, without a kernel. */
export function absences(): string {
  return [
    ...table(
      ['suite', 'model', 'kernel', 'what became of it'],
      differences.map((one) => row(code(one.suite), one.model, one.kernel, became(one))),
    ),
    '',
    'These suites do not run on 6.1, because it lacks what they need. All other suites also run there:',
    '',
    ...table(
      ['suite', '6.1 lacks'],
      lateSuites().map((name) =>
        row(name, lacking.find(({ suite }) => suite === name)?.lacks ?? 'unknown'),
      ),
    ),
    '',
    'Steps of the models that no suite makes:',
    '',
    ...table(['suite', 'steps', 'why'], reasons(unreachable)),
    '',
    'These cases are written by hand, because no model has them:',
    '',
    ...table(
      ['suite', 'cases'],
      byHand.map((suite) => row(code(suite.name), casesByHand(suite).map(code).join(', '))),
    ),
    '',
    'Calls of the kernel that no suite makes:',
    '',
    ...table(
      ['file', 'what', 'why'],
      untried.map((one) => row(code(one.file), one.what, one.why)),
    ),
    '',
    'These refused calls are not made, because the interface does not say what they answer:',
    '',
    ...table(['suite', 'steps', 'why'], reasons(unsaid)),
  ].join('\n');
}
