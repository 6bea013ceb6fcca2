import type { Option, Row, Rule, Where } from '../../src/system/vocabulary.ts';

/** A table cell: no line breaks, no bars, nothing that a page would read as markup. */
export const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`).replaceAll('|', '\\|').replace(/[[\]*_`]/g, (c) => `\\${c}`);

const quote = (says: { readonly file: string; readonly says: string }): string => `> ${cell(says.says)}\n>\n> ${cell(says.file)}`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

/** Options and their clauses, each with the sentence that it stands for and what it does to the rules. */
export function optionsPage(options: readonly Option[], hazards: readonly Option[]): string {
  const clauses = (option: Option): string => option.clauses.map((clause) => {
    const does = [
      ...(clause.adds ?? []).map(({ name }) => `adds the rule ${name}`),
      ...(clause.forbids ?? []).map((name) => `forbids the rule ${name}`),
      ...Object.entries(clause.requires ?? {}).map(([name, where]) => `requires of ${name}: ${guards(where as Where<never>)}`),
      ...Object.entries(clause.moves ?? {}).map(([name, moves]) => `in ${name}: ${said(moves as object)}`),
      ...Object.entries(clause.also ?? {}).map(([name, moves]) => `in ${name}, where it can: ${said(moves as object)}`),
      ...(clause.separates ?? []).map((part) => `keeps the part ${part} apart`),
    ];
    return [`### ${clause.name}`, '', clause.about ?? '', '', quote(clause.says), '', ...does.map((one) => `- ${cell(one)}`), ''].join('\n');
  }).join('\n');
  return ['# Options and clauses', '', 'The documented ways out of the deadlock, best first, each a list of clauses. Leaving a clause out removes its constraint and nothing else: what it pinned may then happen at any moment.', '',
    ...options.flatMap((option) => [`## ${option.name}`, '', quote(option.says), '', clauses(option)]),
    '# Hazards', '', 'What the documents forbid or warn of.', '',
    table(['hazard', 'what is done', 'the sentence'], hazards.map(({ name, clauses: [clause], says }) => [cell(name), cell(clause?.about ?? ''), cell(says.says)])), ''].join('\n');
}

const guards = (where: Where<never>): string => Object.entries(where as Record<string, string | readonly string[]>).map(([part, states]) => `${part} in ${[states].flat().join(' or ')}`).join(', ');
const said = (moves: object): string => Object.entries(moves as Record<string, string>).map(([part, event]) => `${part} takes ${event}`).join(', ');

/** Every rule of every row: who does it, what moves, what it needs, its source. */
export function rulesPage(rows: readonly Row[]): string {
  const one = (rule: Rule): string[] => [cell(rule.name), cell(rule.actor), cell(said(rule.moves)), cell(guards((rule.when ?? {}) as Where<never>)), cell(rule.atomic ?? ''), cell(rule.cite === undefined ? '' : `${rule.cite.file}: ${rule.cite.says}`)];
  return ['# Rules', '', 'A rule is one atomic step in which several parts take an event together. All its moves happen, or none.', '',
    ...rows.filter(({ rules }) => rules.length > 0).flatMap((row) => [`## ${row.name}`, '', table(['rule', 'actor', 'moves', 'needs', 'atomic by', 'source'], row.rules.map(one)), '',
      ...(row.promises ?? []).map(({ name, pending, cite }) => `Promise **${cell(name)}**: owed while ${cell(guards(pending as Where<never>))}. ${cite === undefined ? '' : cell(`${cite.file}: ${cite.says}`)}`), ''])].join('\n');
}
