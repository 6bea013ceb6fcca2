import type { Refusals } from '../../../src/paths/laws.ts';
import { isRefused, triedOf } from '../../../src/paths/laws.ts';
import { carry } from '../../../src/paths/carry.ts';
import { pathId, sealSteps, type PathFile, type TestPath } from '../../../src/paths/path.ts';
import { fire, refusal, type Program } from '../../../src/system/program.ts';
import { numbers } from '../../paths/mutant-machines.ts';

/**
 * Random possible steps as one path of a file, so that it is played against the same oracle as the suites.
 * @param tries whether before each step something random is tried that the law refuses there
 */
export function walkOf(
  file: PathFile,
  program: Program,
  whose: Refusals,
  how: { readonly steps: number; readonly seed: number; readonly tries: boolean },
): TestPath {
  const next = numbers(how.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const laws = triedOf(program, whose, 'law');
  const names: string[] = [];
  const refused: { step: string; after: number; until: number }[] = [];
  let state: readonly number[] = program.initial;
  for (let n = 0; n < how.steps; n++) {
    if (how.tries) {
      const here = laws.filter((one) => isRefused(program, one, state));
      if (here.length > 0) refused.push({ step: pick(here).step.name, after: n, until: n + 1 });
    }
    const step = pick(program.steps.filter((one) => refusal(program, one, state) === null));
    names.push(step.name);
    state = fire(program, step, state)!;
  }
  return {
    id: pathId(names, refused),
    targets: [],
    system: Object.keys(file.systems)[0]!,
    kind: 'tries',
    steps: sealSteps(carry(program, names).steps),
    clauses: [],
    refused,
  };
}
