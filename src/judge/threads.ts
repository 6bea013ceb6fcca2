import { kernelCalls } from '../../machines/calls/index.ts';
import { fileOfThreads, suiteOfThreads, whyNot } from '../../machines/exports/threads/suite.ts';
import type { Budget } from '../explore/graph.ts';
import { compose, type Spec } from '../system/compose.ts';
import { Misuse } from '../system/misuse.ts';
import type { Program } from '../system/program.ts';
import {
  judgeSide,
  sidesOfFile,
  type Describing,
  type SideAnswer,
  type ThreadSide,
} from '../threads/judge.ts';
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

/** `x.litmus`, or one side of it: `x.litmus:before`. */
export function threadFile(
  name: string,
): { readonly file: string; readonly side: Side | null } | null {
  const [, file, side] = /^(.*\.litmus)(?::(before|after))?$/.exec(name) ?? [];
  return file === undefined ? null : { file, side: (side as Side | undefined) ?? null };
}

/** One side of a file. @throws Misuse where a twin's side is not said, or there is none */
function sideOf(name: string, text: string, describing: Describing | null): ThreadSide {
  const { file, side } = threadFile(name)!;
  const sides = threadSides(file, text, describing);
  if (side === null && sides.length > 1) {
    throw new Misuse(`${file}: it is a twin: say which side, ${file}:before or ${file}:after`);
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

/** A system of threads as other commands take systems. @throws Misuse where a twin's side is not said */
export function threadSystem(
  name: string,
  text: string,
  describing: Describing | null = null,
): { readonly name: string; readonly program: Program; readonly spec: Spec } {
  const chosen = sideOf(name, text, describing);
  return { name, program: compose(chosen.spec), spec: chosen.spec };
}
