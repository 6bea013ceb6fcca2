import type { Finding, Run } from '../../../src/check/finding.ts';
import { printLitmus } from '../../../src/litmus/print.ts';
import { runLitmus } from '../../../src/litmus/run.ts';
import type { Litmus } from '../../../src/litmus/litmus.ts';
import { columns } from '../../../src/text/layout.ts';
import type { Program } from '../../../src/system/program.ts';
import type { PromiseTold } from './threads-told.ts';

/** What is said of a litmus test of the gallery. */
export type LitmusTold = {
  readonly name: string;
  readonly about: string;
  readonly cites: readonly string[];
  readonly twin: string;
  readonly verdict: string;
  readonly expected: string;
  readonly problems: readonly string[];
  readonly states: number;
  readonly edges: number;
  readonly stopped: string | null;
  readonly promises: readonly PromiseTold[];
  readonly program: Program;
};

export function litmusTold(
  litmus: Litmus,
  budget: { readonly states: number },
): { readonly told: LitmusTold; readonly text: string } {
  const result = runLitmus(litmus, budget);
  const { found, finding, broken, problems, stopped } = result;
  const { name, about, cites, twin, expect } = litmus;
  const told: LitmusTold = {
    name,
    about,
    cites,
    twin,
    verdict: found.verdict,
    expected: expect.verdict,
    problems,
    states: found.states,
    edges: found.edges,
    stopped,
    promises: [
      ...(finding === null ? [] : [promiseOf(finding)]),
      ...(broken === null ? [] : [invariantOf(broken.invariant, broken.run)]),
    ],
    program: litmus.system(),
  };
  return { told, text: printLitmus([result], { columns }) };
}

const promiseOf = (finding: Finding): PromiseTold => {
  const { promise: name, verdict, pending, run, loop, sealed, waits, favours } = finding;
  return { name, verdict, pending, run, loop, sealed, waits, favours };
};

const invariantOf = (name: string, run: Run): PromiseTold => ({
  name,
  verdict: 'broken',
  pending: 1,
  run,
  loop: [],
  sealed: null,
  waits: null,
  favours: [],
});
