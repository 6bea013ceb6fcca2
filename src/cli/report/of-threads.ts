import type { SideAnswer } from '../../threads/judge.ts';
import { exit } from '../../text/exit.ts';
import { exitOf, type ThreadResult } from '../../text/threads-exit.ts';
import { lawsOfRules } from './of-litmus.ts';
import type { Asked, Problem, Report } from './report.ts';

/**
 * What files of threads said, side by side: the laws are those that the files name or that an
 * answer goes against.
 */
export function reportOfThreads(results: readonly ThreadResult[]): Report {
  const sides = results.flatMap(({ file, answers }) =>
    answers.map((answer) => ({ file, answer, law: lawOf(answer) })),
  );
  return {
    suite: 'finite-fence litmus',
    laws: lawsOfRules([...new Set(sides.map(({ law }) => law))]),
    asked: sides.map(({ file, answer, law }): Asked => {
      const name = nameOf(answer);
      return { name, problems: problemsOf(answer, name, law, file) };
    }),
  };
}

const nameOf = ({ name, side }: SideAnswer): string =>
  side === 'one' ? name : `${name} (${side})`;

/** The rule that an answer goes against, else the first that its file names. */
const lawOf = ({ law, system }: SideAnswer): string =>
  law?.id ?? system.world.file.laws[0]?.text ?? 'litmus';

function problemsOf(answer: SideAnswer, name: string, law: string, file: string): Problem[] {
  const code = exitOf(answer);
  if (code === exit.asExpected) return [];
  const { verdict, cycle, problems, run } = answer;
  const told = problems.length > 0 ? problems : [cycle === null ? verdict : `${verdict}: ${cycle}`];
  return told.map((message) => ({
    law,
    level: code === exit.ranOut ? 'warning' : 'error',
    message: `${name}: ${message}`,
    place: { file, line: run.at(-1)?.line ?? 1, column: 1 },
  }));
}
