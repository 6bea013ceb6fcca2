import type { Description } from '../../machines/description/description.ts';
import { systemOf } from '../../machines/description/system.ts';
import type { Verdict } from '../check/finding.ts';
import { check } from '../check/verdict.ts';
import { withoutRecovery } from '../system/program.ts';

/**
 * One place of the clause table: the verdict, and the worst of every promise that is not kept, by
 * its name as written.
 */
export type Cell = {
  readonly verdict: Verdict;
  readonly broken: Readonly<Record<string, Verdict>>;
  readonly states: number;
  readonly edges: number;
};

/** States beyond which the table gives up on a place. */
const most = 5_000_000;

/**
 * Asks the first member of each family alone: like jobs are interchangeable, so what holds of one
 * holds of the others.
 */
export function cell(description: Description): Cell {
  const program = withoutRecovery(systemOf(description));
  const report = check(
    { ...program, promises: program.promises.filter(({ name }) => !/\[[2-9]\]$/.test(name)) },
    { states: most },
    { plain: true },
  );
  const bad = report.promises.filter(({ verdict }) => verdict !== 'finite');
  return {
    verdict: report.verdict,
    broken: Object.fromEntries(bad.map(({ of, verdict }) => [of, verdict])),
    states: report.states,
    edges: report.edges,
  };
}
