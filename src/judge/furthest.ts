import type { Assessment } from '../check/assess.ts';
import { explicit, type Engine, type Means, type Report } from '../check/verdict.ts';
import { withoutRecovery, type Program } from '../system/program.ts';

/** How far the searches of a system went that was searched more than once. */
export type Furthest = {
  /** The means that were given, under which it is noted how far each search went. */
  readonly means: Means;
  /**
   * What is said of a program, with the numbers of the search that went furthest: where the user
   * asks for an end, the last search of a system ends before it has begun.
   */
  readonly of: (program: Program, assessment: Assessment) => Assessment;
};

/** Notes how far each search under these means goes. */
export function furthest<M extends Means>(given: M): Furthest & { readonly means: M } {
  const seen = new Map<string, Pick<Report, 'states' | 'edges'>>();
  const note = (digest: string, { states, edges }: Pick<Report, 'states' | 'edges'>): void => {
    if (states > (seen.get(digest)?.states ?? 0)) seen.set(digest, { states, edges });
  };
  const engine: Engine = (program, means) => {
    const { engine: _, ...rest } = means;
    const system = (given.engine ?? explicit)(program, rest);
    return {
      program,
      states: system.states,
      get stopped() {
        return system.stopped;
      },
      get engine() {
        return system.engine;
      },
      answer: (question) => {
        const report = system.answer(question);
        note(report.digest, report);
        return report;
      },
      invariances: (plain) => system.invariances(plain),
    };
  };
  return {
    means: { ...given, engine },
    of: (program, assessment) => {
      const { report } = assessment;
      const known = seen.get(withoutRecovery(program).digest);
      if (report.stopped === null || known === undefined || known.states <= report.states)
        return assessment;
      return {
        ...assessment,
        report: { ...report, ...known },
        engine: { ...assessment.engine, states: String(known.states) },
      };
    },
  };
}
