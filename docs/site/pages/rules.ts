import { rules, type RuleId } from '../../../machines/rules/index.ts';
import type { Enforcer, Rule } from '../../../machines/rules/rule.ts';
import type { RuleEntry } from '../../../test/litmus/rule-map.ts';
import type { KernelTest } from '../../../test/litmus/rule-tests.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import { inShort, type ThreadFile } from './files.ts';
import { sourceNote } from '../sources.ts';
import { anchor, cell, code, front, sourced, table, to } from './markdown.ts';

const names: Readonly<Record<Enforcer['by'], string>> = {
  type: 'the type',
  lockdep: 'lockdep',
  WARN: 'a WARNING',
  BUG: 'a BUG',
  errno: 'an error code',
  might_sleep: 'might_sleep()',
  timeout: 'a timeout',
  IOMMU: 'the IOMMU',
};

export type AboutRules = {
  readonly map: readonly RuleEntry[];
  readonly tests: readonly Litmus[];
  readonly files: readonly ThreadFile[];
  /** The page of a lifecycle and its place there, by the id of its machine. */
  readonly lifecycles: ReadonlyMap<string, { readonly name: string; readonly page: string }>;
};

/** The page of one rule: what it says and why, who notices, what to do, and everything that asks it. */
export function rulePage(id: RuleId, about: AboutRules, group: string): string {
  const rule: Rule = rules[id];
  const { says, quote, source, why, seen, enforced, instead } = rule;
  return [
    front(id, group),
    `# ${id}`,
    '',
    `**${cell(says)}**`,
    '',
    ...(quote === null ? [] : [`> ${cell(quote.says)}`, '>']),
    `${quote === null ? '' : '> '}${source
      .split('; ')
      .map((one) => sourced(one))
      .join('; ')}`,
    '',
    cell(why),
    '',
    ...section('What is seen when it is broken', seen === null ? [] : [`${cell(seen)}.`]),
    ...section('Who notices', noticed(enforced)),
    ...section('What to do instead', instead === null ? [] : [cell(instead)]),
    ...reviewed(rule),
    ...asked(id, about),
    sourceNote,
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];

function noticed(enforced: readonly Enforcer[]): string[] {
  if (enforced.length === 0) return ['Nobody: only a reviewer, or this model.'];
  return enforced.map(({ by, how }) => `- **${names[by]}**: ${cell(how)}`);
}

function reviewed({ review }: Rule): string[] {
  if (review === null) return [];
  return [
    '## In a diff',
    '',
    `Look for ${cell(review.look)}.`,
    '',
    `No violation: ${cell(review.fine)}.`,
    '',
    'Wrong:',
    '',
    ...block(review.wrong),
    'Right:',
    '',
    ...block(review.right),
  ];
}

const block = (lines: readonly string[]): string[] => ['```c', ...lines, '```', ''];

/** What asks this rule: lifecycles, litmus tests, files of threads, tests of the kernel. */
function asked(id: RuleId, { map, tests, files, lifecycles }: AboutRules): string[] {
  const entry = map.find((known) => known.id === id);
  const citing = tests.filter(({ cites }) => cites.includes(id));
  const telling = files.filter(({ rules: named }) => named.includes(id));
  const kernelTests = entry === undefined || entry.kernelTests === 'none' ? [] : entry.kernelTests;
  return [
    ...section(
      'Lifecycles',
      (entry?.lifecycles ?? []).map((machine) => `- ${drawn(machine)}`),
    ),
    ...section('Litmus tests', citing.length === 0 ? [] : [litmusTable(citing)]),
    ...section('Threads and upstream fixes', telling.length === 0 ? [] : [fileTable(telling)]),
    ...section('Tests of the kernel', kernelTests.map(kernelTest)),
  ];

  function drawn(machine: string): string {
    const known = lifecycles.get(machine);
    if (known === undefined) return code(machine);
    return `[${cell(machine)}](../lifecycles/${known.page}.md#${known.name.toLowerCase()})`;
  }
}

const litmusTable = (tests: readonly Litmus[]): string =>
  table(
    ['litmus', 'asks', 'answer', 'twin'],
    tests.map(({ name, about, expect, twin }) => [
      to('litmus', name),
      cell(about),
      `**${expect.verdict}**`,
      to('litmus', twin),
    ]),
  );

const fileTable = (files: readonly ThreadFile[]): string =>
  table(
    ['file', 'is about', 'expected', 'source'],
    files.map((file) => [
      `[${cell(file.page)}](../files/${file.page}.md)`,
      cell(file.about),
      cell(inShort(file)),
      cell(file.cites[0] ?? ''),
    ]),
  );

const kernelTest = ({ test, how }: KernelTest): string => `- ${cell(test)} (${how})`;

/** The ids of all rules, with the page of each. */
export const rulePages = Object.keys(rules) as RuleId[];

/** A link from a page of the site to the page of a rule. */
export const toRule = (id: string): string =>
  id in rules ? `[${cell(id)}](rules/${id}.md)` : cell(id);

/** A page at a short address that leads to the page of a rule. */
export function shortAddress(id: string, target: string): string {
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:">`,
    '<link rel="icon" href="../assets/icon.svg">',
    `<title>${anchor(id)} · finite-fence</title>`,
    `<meta http-equiv="refresh" content="0; url=${target}">`,
    `<link rel="canonical" href="${target}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<main><h1>The rule <a href="${target}">${anchor(id)}</a></h1></main></html>`,
    '',
  ].join('\n');
}
