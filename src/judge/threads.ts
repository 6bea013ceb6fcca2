import { kernelCalls } from '../../machines/calls/index.ts';
import { fileOfThreads, suiteOfThreads, whyNot } from '../../machines/exports/threads/suite.ts';
import type { Budget } from '../explore/graph.ts';
import type { Refusals } from '../paths/laws.ts';
import type { PathFile } from '../paths/path.ts';
import { compose, type Spec } from '../system/compose.ts';
import { Misuse, unknown } from '../system/misuse.ts';
import type { Program } from '../system/program.ts';
import { judgeSide, type SideAnswer } from '../threads/judge.ts';
import { refusalsOf } from '../threads/refusals.ts';
import { sidesOfFile, type Describing, type ThreadSide } from '../threads/sides.ts';
import type { Said } from '../threads/thread-steps.ts';
import type { Side } from '../threads/twin.ts';

/** The sides of a file of threads, in the kernel's calls. @throws Misuse in one line */
const threadSides = (
  source: string,
  text: string,
  describing: Describing | null = null,
): readonly ThreadSide[] => sidesOfFile(source, text, kernelCalls, describing);

/** What is said of the sides of a file; only of one of them, if that is asked. @throws Misuse */
export function judgeThreads(
  source: string,
  text: string,
  budget: Budget,
  only: Exclude<Side, 'one'> | null = null,
  describing: Describing | null = null,
): readonly SideAnswer[] {
  const sides = threadSides(source, text, describing);
  const asked = sides.filter(({ side }) => only === null || side === 'one' || side === only);
  return asked.map((side) => judgeSide(side, budget));
}

const sideNames = ['before', 'after'] as const;

/**
 * `x.litmus`, or one side of it: `x.litmus:before`.
 * @throws Misuse where the side is another word
 */
export function threadFile(
  name: string,
): { readonly file: string; readonly side: Side | null } | null {
  const [, file, side] = /^(.*\.litmus)(?::(\w*))?$/.exec(name) ?? [];
  if (file === undefined) return null;
  const known = sideNames.find((one) => one === side);
  if (side !== undefined && known === undefined)
    throw new Misuse(`${name}: ${unknown('side', side, sideNames)}`);
  return { file, side: known ?? null };
}

/** One side of a file. @throws Misuse where a twin's side is not said, or there is none */
function sideOf(name: string, text: string, describing: Describing | null): ThreadSide {
  const { file, side } = threadFile(name)!;
  const sides = threadSides(file, text, describing);
  if (side === null && sides.length > 1) {
    throw new Misuse(`${file}: it is a twin: say which side, :before or :after behind its name`);
  }
  const chosen = sides.find((one) => side === null || one.side === side);
  if (chosen === undefined) throw new Misuse(`${name}: this file has only one side, ${file}`);
  return chosen;
}

/**
 * One side of a file as a KUnit suite, all in one file of C.
 * @throws Misuse where it has what C cannot do in a test
 */
export function kernelTest(name: string, text: string, budget: Budget): string {
  const side = sideOf(name, text, null);
  const why = whyNot(side);
  if (why !== null) throw new Misuse(`${name}: it cannot be a KUnit suite: ${why}`);
  const { verdict, broken, worst } = judgeSide(side, budget);
  const run = (broken ?? worst)?.run?.map(({ step }) => step) ?? [];
  const word = name
    .replace(/^.*\//, '')
    .replace(/\.litmus(:|$)/, '_')
    .replace(/\W+/g, '_');
  const suite = `ff_${word.replace(/_+$/, '')}`;
  const played = { side, verdict, run };
  return fileOfThreads(side.source, verdict, suiteOfThreads(played, suite));
}

/** A file of threads, or one side of it, as a system that can be searched, led and drawn. */
export type ReadThreads = {
  readonly name: string;
  readonly side: Side;
  readonly program: Program;
  readonly spec: Spec;
  /** By step, without the numbers of a member: who does it, in which line, what is called. */
  readonly said: ReadonlyMap<string, Said>;
  /** Whose it is where a step is refused: a call that waits is the law's. */
  readonly refusals: Refusals;
};

/**
 * A system of threads as other commands take systems.
 * @param name `x.litmus`, or of a twin `x.litmus:before`
 * @throws Misuse where a twin's side is not said
 */
export function readThreads(
  name: string,
  text: string,
  describing: Describing | null = null,
): ReadThreads {
  const { side, spec, system } = sideOf(name, text, describing);
  const { said } = system;
  const program = compose(spec);
  return { name, side, program, spec, said, refusals: refusalsOf(system) };
}

/** A path file whose steps are said as their file of threads says them. */
export function asThreadsSay(file: PathFile, said: ReadThreads['said']): PathFile {
  const inFile = (step: string): PathFile['paths'][number]['steps'][number]['said'] => {
    const is = said.get(step.replace(/\[.*\]$/, ''));
    return is === undefined ? undefined : { thread: is.thread, call: is.text, line: is.line };
  };
  const paths = file.paths.map((path) => ({
    ...path,
    steps: path.steps.map((step) => {
      const is = inFile(step.step);
      const { number, step: name, ...rest } = step;
      return is === undefined ? step : { number, step: name, said: is, ...rest };
    }),
  }));
  if (file.refusals === undefined) return { ...file, paths };
  const refusals = Object.entries(file.refusals).map(([step, refusal]) => {
    const is = inFile(step);
    return [step, is === undefined ? refusal : { ...refusal, said: is }] as const;
  });
  return { ...file, refusals: Object.fromEntries(refusals), paths };
}
