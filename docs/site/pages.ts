import type { Described } from '../../machines/description.ts';
import type { Litmus } from '../../src/litmus/litmus.ts';
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

/** What each shipped driver does, and where that stands. */
export function driversPage(drivers: readonly Described[]): string {
  return ['# Drivers', '', 'What each driver that comes with this package does, and where each choice stands. What nobody has established is unknown: every alternative is searched and the worst is told.', '',
    ...drivers.flatMap((driver) => {
      const { cites = {}, about = '', driver: name, $schema: _, ...facts } = driver;
      return [`## ${cell(name)}`, '', cell(about), '',
        table(['fact', 'value'], Object.entries(facts).map(([key, value]) => [cell(key), cell(typeof value === 'object' ? JSON.stringify(value) : String(value))])), '',
        table(['choice', 'source', 'what it says'], Object.entries(cites).map(([key, { file, says }]) => [cell(key), cell(file), cell(says)])), ''];
    })].join('\n');
}

/** The gallery: every question with its expected answer, beside its twin. */
export function litmusPage(tests: readonly Litmus[]): string {
  return ['# Litmus gallery', '', 'Small closed questions with their expected answers. Every good answer has a twin that differs in one fact and is bad.', '',
    table(['litmus', 'about', 'rules', 'verdict', 'twin', 'states', 'edges', 'shortest run'],
      tests.map(({ name, about, cites, expect, twin }) => [cell(name), cell(about), cell(cites.join(', ')), expect.verdict, cell(twin), String(expect.states), String(expect.edges), expect.length === undefined ? '' : String(expect.length)])), ''].join('\n');
}
