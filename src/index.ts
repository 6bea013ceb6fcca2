/**
 * The engine, and what puts it to the specification. Nothing here needs Node: all of it runs in a
 * browser.
 */
export { tabulate, type Lts } from './lts/tabulate.ts';
export { compose, type Spec } from './system/compose.ts';
export { Misuse } from './system/misuse.ts';
export { fire, refusal, withoutRecovery, type Program } from './system/program.ts';
export {
  vocabulary,
  type Actor,
  type Actors,
  type Cite,
  type Clause,
  type Option,
  type Refusal,
  type Row,
  type Step,
} from './system/vocabulary.ts';
export type { Budget } from './explore/graph.ts';
export { assess, type Assessment } from './check/assess.ts';
export {
  replay,
  verdicts,
  type Finding,
  type Run,
  type RunStep,
  type Verdict,
  type Wait,
  type WaitsFor,
} from './check/finding.ts';
export {
  check,
  type Chosen,
  type Engine,
  type Means,
  type Question,
  type Report,
  type Searched,
} from './check/verdict.ts';
export { engines } from './symbolic/auto.ts';
export { inWords } from './check/waits.ts';
export { toMurphi, type MurphiOptions } from './export/murphi.ts';
export { toMachine } from './export/to-machine.ts';
export { toPromela, type PromelaOptions } from './export/promela.ts';
export { runLitmus, type LitmusResult } from './litmus/run.ts';
export { printLitmus } from './litmus/print.ts';
export { judge, type Judgement } from './judge/judge.ts';
export { isDecided, outcomeOf, type Answer, type Outcome } from './judge/outcome.ts';
export { readThreads, type ReadThreads } from './judge/threads.ts';
export { suiteOf, type SuiteOfOptions } from './judge/suite-of.ts';
export type { PathFile, TestPath } from './paths/path.ts';
export { criteria, type Criterion } from './paths/targets.ts';
export type { Refusals } from './paths/laws.ts';
export { refusalKinds, type RefusalKind } from './paths/refusal-kinds.ts';
export { toJson, type PromiseJson, type VerdictJson } from './judge/verdict-json.ts';
