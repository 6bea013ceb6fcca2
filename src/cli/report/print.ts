import type { ReportFormat } from '../choices.ts';
import { Misuse } from '../../system/misuse.ts';
import { github } from './github.ts';
import { junit } from './junit.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';

/**
 * What `--json` and `--format` ask for together.
 * @throws Misuse where they contradict each other
 */
export function formatOf({
  json,
  format,
}: {
  readonly json?: true;
  readonly format?: ReportFormat;
}): ReportFormat {
  if (json === true && format !== undefined && format !== 'json')
    throw new Misuse(`--json and --format ${format}: expected one of the two`);
  return json === true ? 'json' : (format ?? 'text');
}

/** A report in one of the formats for programs. */
export const inFormat = (
  format: 'junit' | 'sarif' | 'github',
  report: Report,
  version: string,
): string => ({ junit, sarif, github })[format](report, version);
