import { sections, type Section, type Statement } from '../../../machines/rules/statements.ts';
import { ruleOf, type RuleId } from '../../../machines/rules/index.ts';
import type { RuleEntry } from '../../../test/litmus/rule-map.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import { sourceNote } from '../sources.ts';
import { cell, front, sourced, table, to } from './markdown.ts';
import { toRule } from './rules.ts';

/**
 * The kernel's documents statement by statement: its words with a link to their place, the rules
 * that stand for it, and the litmus tests that ask it, with their verdicts.
 */
export function statementsPage(
  map: readonly RuleEntry[],
  tests: readonly Litmus[],
  group: string,
): string {
  const title = 'The documents, statement by statement';
  const statementsOfAll = sections.flatMap(({ statements }) => statements);
  const modelled = statementsOfAll.filter(({ not }) => not === undefined).length;
  return [
    front(title, group),
    `# ${title}`,
    '',
    "Each statement of the kernel's documents on fences and page faults, in their order. A " +
      'statement is quoted by the words that find it and links to its place; beside it stand the ' +
      'rules that model it and the litmus tests that ask it, the bad one and its good twin. ' +
      `Of ${statementsOfAll.length} statements ${modelled} are modelled in full; the others say what is not.`,
    '',
    sourceNote,
    '',
    ...sections.flatMap((section) => [
      `## ${section.title}`,
      '',
      sourced(section.file),
      '',
      table(
        ['statement', 'rules', 'litmus tests'],
        section.statements.map((statement) => row(section, statement, { map, tests })),
      ),
      '',
    ]),
  ].join('\n');
}

type Asked = { readonly map: readonly RuleEntry[]; readonly tests: readonly Litmus[] };

function row({ address }: Section, { says, rules, not }: Statement, asked: Asked): string[] {
  const place = `${address}:~:text=${encodeURIComponent(says).replace(/-/g, '%2D')}`;
  const named = rules.map((id) => `${toRule(id)} ${cell(ruleOf(id).says)}`);
  return [
    `[${cell(says)}](${place})`,
    [...named, ...(not === undefined ? [] : [`*Not modelled: ${cell(not)}*`])].join('<br>'),
    rules
      .flatMap((id) => asking(id, asked))
      .slice(0, 3)
      .join('<br>'),
  ];
}

/** Litmus tests of one rule: pairs that differ in it, or what cites it alone. */
function asking(id: RuleId, { map, tests }: Asked): string[] {
  const verdict = (name: string): string =>
    tests.find((known) => known.name === name)?.expect.verdict ?? '';
  const pairs = map.find((entry) => entry.id === id)?.litmus ?? [];
  if (pairs.length > 0)
    return pairs
      .slice(0, 2)
      .map(
        ({ bad, good }) =>
          `${to('litmus', bad)} **${verdict(bad)}** / ${to('litmus', good)} **finite**`,
      );
  return tests
    .filter(({ cites }) => cites.includes(id))
    .slice(0, 2)
    .map(({ name, expect }) => `${to('litmus', name)} **${expect.verdict}**`);
}
