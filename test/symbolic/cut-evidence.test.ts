/** A verdict that is sure and whose evidence was not found before the end says that. */
import { expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { hasNoRun, type Finding } from '../../src/check/finding.ts';
import type { Report } from '../../src/check/verdict.ts';
import { run } from '../../src/cli/commands.ts';
import { told } from '../../src/judge/told.ts';
import { symbolic } from '../../src/symbolic/engine.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { captured, file } from '../cli/in-process.ts';

/** A signal that is given when it is looked at for the time after so many. */
function signalAfter(looks: number): { readonly aborted: boolean; readonly looked: () => number } {
  let looked = 0;
  return {
    get aborted() {
      return looked++ >= looks;
    },
    looked: () => looked,
  };
}

/** Lost, favoured and evaded promises, of systems in which diagrams look at their signal often. */
const names = [
  'PREEMPT+any-order',
  'HINT+any-order',
  'USERQ+restore-ends',
  'USERQ+takes-mutex-again',
];

function reportAfter(program: Program, looks: number): { report: Report; looked: number } {
  const signal = signalAfter(looks);
  const report = symbolic(program, { states: 1e6, signal }).answer();
  return { report, looked: signal.looked() };
}

const evidence = ({ run, sealed, waits, loop, starves, favours }: Finding): string =>
  JSON.stringify([run, sealed, waits, loop, starves, favours]);

test('a sure verdict of diagrams that were ended shows what the whole answer shows, or is cut', () => {
  const cuts = new Set<string>();
  for (const name of names) {
    const program = withoutRecovery(gallery.find((litmus) => litmus.name === name)!.system());
    const { report: whole, looked } = reportAfter(program, Infinity);
    expect(whole.promises.every(({ cut }) => !cut)).toBe(true);

    for (let looks = 1; looks < looked; looks++) {
      const { report } = reportAfter(program, looks);
      for (const [p, finding] of report.promises.entries()) {
        if (finding.cut) {
          expect(report.stopped).toBe('cancelled');
          cuts.add(finding.verdict);
        } else if (finding.verdict !== 'incomplete')
          expect(evidence(finding)).toBe(evidence(whole.promises[p]!));
      }
      for (const { finding, also } of told(report.promises))
        if (hasNoRun(finding)) expect(also).toEqual([]);
    }
  }
  expect([...cuts].sort()).toEqual(['deadlock', 'indefinite', 'unbounded']);
});

test('the command line tells no run and no end of it that was not found', async () => {
  const evaded = file({
    driver: 'evaded',
    options: ['preempt'],
    submission: 'any-order',
    jobs: { fenced: 2, faulting: 1 },
  });
  const checked = async (looks: number) => {
    const { io, written } = captured();
    const words = ['check', evaded, '--engine', 'symbolic'];
    const code = await run(words, { ...io, signal: signalAfter(looks) });
    return { code, out: written.out };
  };

  let without = 0;
  for (let looks = 1; looks < 200 && without < 3; looks += 3) {
    const { code, out } = await checked(looks);
    expect(out).not.toMatch(/no actor has to act any more|The shortest run, 0 steps/);
    if (!out.includes('The search ended before a run that shows this was found.')) continue;
    expect(code).toBeGreaterThan(0);
    expect(out).toContain('ended early');
    without++;
  }
  expect(without).toBe(3);
});
