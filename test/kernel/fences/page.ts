import { fenceGallery } from '../../../machines/litmus/fences/index.ts';
import { rules } from '../../../machines/rules/index.ts';
import { fenceLaws } from '../../../machines/litmus/fences/laws.ts';
import { fenceMutants } from '../../mutants/fences.ts';
import { suites, type Suite } from './list.ts';

const cell = (text: string): string => text.replace(/\|/g, '\\|');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const ruler = (columns: number): string => `|${' --- |'.repeat(columns)}`;
/** `3 steps`, or nothing where all is well. */
const steps = (length: number | undefined): string =>
  length === undefined ? '' : `${length} step${length === 1 ? '' : 's'}`;

/** The page docs/kernel-tests-fences.md. */
export function page(): string {
  const lines = [
    '# Kernel tests of fences, and the laws that they are about',
    '',
    'Generated from `test/kernel/fences/list.ts`, `machines/litmus/fences` and ' +
      '`test/mutants/fences.ts`; a test compares it.',
  ];
  for (const [name, suite] of Object.entries(suites) as [string, Suite][]) {
    const count = (how: string): number => suite.tests.filter((one) => one.how === how).length;
    lines.push(
      '',
      `## ${name}`,
      '',
      `${suite.source}. ${count('replay')} replayed step by step, ${count('search')} ` +
        `searched, ${count('not')} not expressed.`,
      '',
      row('test', 'how', 'note'),
      ruler(3),
    );
    for (const test of suite.tests)
      lines.push(
        row(
          `\`${test.name}\``,
          { replay: 'replayed', search: 'searched', not: '**not expressed**' }[test.how],
          test.note ?? '',
        ),
      );
  }
  lines.push('', '## Laws', '', row('id', 'law', 'litmus tests'), ruler(3));
  for (const id of fenceLaws)
    lines.push(
      row(
        id,
        rules[id].says,
        fenceGallery
          .filter(({ cites }) => cites.some((one) => one === id))
          .map(({ name }) => `\`${name}\``)
          .join(', '),
      ),
    );
  lines.push(
    '',
    '## Litmus tests',
    '',
    row('name', 'verdict', 'states', 'shortest run', 'what it asks'),
    ruler(5),
  );
  for (const { name, expect, about } of fenceGallery)
    lines.push(
      row(`\`${name}\``, expect.verdict, String(expect.states), steps(expect.length), about),
    );
  lines.push(
    '',
    '## Mutants',
    '',
    'A star: it happened upstream.',
    '',
    row('mutant', 'source', 'killed by', 'shortest run'),
    ruler(4),
  );
  for (const { name, starred, source, killedBy } of fenceMutants)
    lines.push(
      row(
        `${starred ? '★ ' : ''}${name}`,
        source,
        `\`${killedBy}\``,
        steps(fenceGallery.find((one) => one.name === killedBy)?.expect.length),
      ),
    );
  return `${lines.join('\n')}\n`;
}
