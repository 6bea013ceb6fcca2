import { explicit, type Engine, type Report } from '../../src/check/verdict.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';

/** More states are not searched here. */
const budget = { states: 1_000_000 };

/**
 * Where the report of an engine differs from the explicit engine's: null where they are the same to
 * the byte, runs, loops and waits included.
 */
export function difference(engine: Engine, program: Program): string | null {
  const expected = explicit(program, budget).answer();
  if (expected.stopped !== null) return `the explicit engine stopped at ${expected.states}`;
  const reported = reportOf(engine, program);
  if (typeof reported === 'string') return reported;
  const keys = Object.keys(expected) as (keyof Report)[];
  const differing = keys.filter(
    (key) => JSON.stringify(expected[key]) !== JSON.stringify(reported[key]),
  );
  const same = JSON.stringify(expected) === JSON.stringify(reported);
  return same ? null : `${differing.join(', ')}: ${firstDifference(expected, reported)}`;
}

/** A faulty engine may also fall over, or never end. */
function reportOf(engine: Engine, program: Program): Report | string {
  try {
    const report = engine(program, {
      ...budget,
      bytes: 1e9,
      deadline: performance.now() + 60_000,
    }).answer();
    return report.stopped === null ? report : `stopped: ${report.stopped}`;
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

function firstDifference(expected: Report, found: Report): string {
  const firstOther = expected.promises.findIndex(
    (finding, n) => JSON.stringify(finding) !== JSON.stringify(found.promises[n]),
  );
  if (firstOther < 0) return `${expected.states} states, ${found.states} states`;
  const [one, other] = [expected.promises[firstOther]!, found.promises[firstOther]!];
  return `${one.promise}: ${one.verdict} (${one.pending}), ${other.verdict} (${other.pending})`;
}

/** A system, and the same without recovery where somebody recovers. */
export function bothWays(program: Program): Program[] {
  const plain = withoutRecovery(program);
  return plain.steps.length === program.steps.length ? [plain] : [plain, program];
}
