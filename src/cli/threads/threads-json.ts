import { inWords } from '../../check/waits.ts';
import type { SideAnswer } from '../../threads/judge.ts';
import { kindsOf } from '../../threads/order-reading.ts';
import { exitOf, type ThreadResult } from '../../text/threads-exit.ts';

/**
 * What `litmus FILE.litmus --json` prints. The order of the keys is part of it: same input, same
 * bytes.
 */
export const threadsJson = (results: readonly ThreadResult[], version: string) => ({
  schema: 1,
  version,
  files: results.map(({ file, answers }) => {
    const { name, about, cites, laws } = answers[0]!.system.world.file;
    const ids = laws.map(({ text }) => text);
    return { file, name, about, cites, laws: ids, sides: answers.map(sideJson) };
  }),
});

function sideJson(answer: SideAnswer) {
  const { side, verdict, expected, problems, report, run, loop, broken, worst, law, order } =
    answer;
  const steps = (broken ?? worst)?.run ?? [];
  const told = (said: typeof run, names: readonly { readonly step: string }[]) =>
    said.map(({ thread, line, text }, at) => ({ thread, line, text, step: names[at]!.step }));
  return {
    side,
    verdict,
    expected: expected.verdict,
    asExpected: exitOf(answer) === 0,
    digest: report.digest,
    states: report.states,
    edges: report.edges,
    upToOrderOfLikeThreads: answer.byOrbits,
    stopped: report.stopped,
    promises: report.promises.map((finding) => ({
      name: finding.promise,
      verdict: finding.verdict,
      pending: finding.pending,
      run: finding.run.map(({ step }) => step),
      cycle: finding.waits === null ? [] : inWords(finding.waits).split(' → '),
      favours: finding.favours,
    })),
    invariants: report.invariants.map(({ invariant, holds }) => ({ name: invariant, holds })),
    of: broken?.invariant ?? worst?.promise ?? null,
    run: told(run, steps),
    sealed: worst?.sealed ?? null,
    loop: told(loop, worst?.loop ?? []),
    cycle: answer.cycle === null ? [] : answer.cycle.split(' → '),
    law: law === null ? null : { id: law.id, ...law.cite },
    lockdep: {
      kinds: kindsOf(order),
      expected: expected.order,
      reports: order.map(({ kind, text, classes }) => ({ kind, text, classes })),
      ...(answer.reading ?? { unseen: [], annotations: [], unreachable: null, because: [] }),
    },
    unreached: answer.unreached,
    notRun: answer.notRun,
    problems,
  };
}
