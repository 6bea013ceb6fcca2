import type { RefusedJson } from '../judge/refused.ts';
import type { Program } from '../system/program.ts';
import { cited } from './run.ts';
import { hanging } from './layout.ts';

/** How a refusal is told. */
type Telling = {
  readonly indent: string;
  /** What stands behind each part that refuses. */
  readonly more?: readonly string[];
  /** Citations that need not be told again; grows. */
  readonly said: Set<string>;
};

/** Who refuses, where it is, what was asked, and whose rule that is. */
export function refusalText(
  program: Program,
  refused: RefusedJson,
  { indent, more = [], said: alreadyCited }: Telling,
): string[] {
  const titles = new Map(program.parts.map(({ name, title }) => [name, title]));
  const who = refused.by.map(
    ({ part, isIn }, index) =>
      `${titles.get(part) ?? part} (${isIn.join(' or ')})${more[index] ?? ''}`,
  );
  const text = `refused by ${who.join(', ')}: it needs ${refused.needs}${bracketed(refused)}`;
  const cite = cited(refused.cite, `${indent}  `);
  const isNew = !alreadyCited.has(cite.join('\n'));
  alreadyCited.add(cite.join('\n'));
  return [...hanging(indent, text), ...(isNew ? cite : [])];
}

/** ` [clause preempt/while-faulted]`, or ` [row submit]`; nothing where neither asks. */
export function bracketed({ clause, row }: Pick<RefusedJson, 'clause' | 'row'>): string {
  if (clause !== null) return ` [clause ${clause}]`;
  return row === null ? '' : ` [row ${row}]`;
}
