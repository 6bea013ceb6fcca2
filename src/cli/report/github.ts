/** Reports as workflow commands of GitHub Actions. */
import { relative } from 'node:path';
import type { Problem, Report } from './report.ts';

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
const kinds = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Workflow commands of GitHub Actions, a line each: they stand beside the line of the file. Nothing
 * where nothing is wrong.
 */
export const github = ({ asked }: Report): string =>
  asked.flatMap(({ name, problems }) => problems.map((problem) => command(name, problem))).join('');

function command(name: string, { law, level, message, place }: Problem): string {
  const fields = [
    `file=${property(relative('.', place.file))}`,
    `line=${place.line}`,
    `col=${place.column}`,
    `title=${property(`${name}: ${law}`)}`,
  ];
  return `::${kinds[level]} ${fields.join(',')}::${data(message)}\n`;
}
