import type { DescribedAnswer } from '../../judge/answers.ts';
import type { Difference } from '../../judge/differences.ts';
import type { Answer } from '../../judge/outcome.ts';
import { outcomeOfTurning, turning, type Turning } from '../../judge/turning.ts';
import { exitOf, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { watchedMeans, type Searching } from '../searching.ts';
import { diffText } from '../../text/diff.ts';
import { driverOrFile } from './subject.ts';

/** What the words of `finite-fence diff` say. */
export type DiffOptions = Searching & { readonly json?: true };

/** `finite-fence diff`. @throws Misuse */
export function diffCommand(
  nameA: string,
  nameB: string,
  options: DiffOptions,
  io: Io,
  version: string,
): Exit {
  const [a, b] = [driverOrFile(nameA), driverOrFile(nameB)];
  const { means, say, done } = watchedMeans(io, options);
  const comparison = turning(a, b, means, say);
  done();

  if (options.json === true) io.out(asJson(comparison, a.driver, b.driver, version));
  else {
    const sides = [
      { file: nameA, driver: a.driver, answer: comparison.was },
      { file: nameB, driver: b.driver, answer: comparison.is },
    ] as const;
    io.out(diffText(comparison, sides, io.paint));
  }
  return exitOf(outcomeOfTurning(comparison));
}

const plain = ({ what, a, b }: Difference) => ({ what, a, b });
const side = (driver: string, { verdict, stopped }: Answer) => ({ driver, verdict, stopped });
const verdictOf = (answer: DescribedAnswer) => ('senseless' in answer ? null : answer.verdict);

function asJson(
  { was, is, alone, sets, complete, cut: endedEarly }: Turning,
  driverA: string,
  driverB: string,
  version: string,
): string {
  const data = {
    schema: 2,
    version,
    a: side(driverA, was),
    b: side(driverB, is),
    differences: alone.map(({ difference, answer, turns }) => ({
      ...plain(difference),
      alone: verdictOf(answer),
      turns,
    })),
    turns: sets.map((set) => set.map(({ what }) => what)),
    complete: complete && endedEarly === 0,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
