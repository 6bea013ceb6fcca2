import { fire, refusal, stateName, type Program } from '../../../src/system/program.ts';
import { refused } from '../../../src/check/finding.ts';

/** Steps through a system as a kernel test steps through the kernel. */
export function stepping(program: Program) {
  let state: readonly number[] = program.initial;
  const step = (name: string) => {
    const named = program.steps.find((one) => one.name === name);
    if (named === undefined)
      throw new Error(
        `there is no step '${name}'; there are ${program.steps.map((one) => one.name).join(', ')}`,
      );
    return named;
  };
  const part = (name: string): number => {
    const found = program.parts.findIndex((one) => one.name === name);
    if (found < 0) throw new Error(`there is no part '${name}'`);
    return found;
  };
  return {
    /** These steps, one after the other; each must be possible. */
    does(...names: readonly string[]): void {
      for (const name of names) {
        const after = fire(program, step(name), state);
        if (after === null)
          throw new Error(
            `'${name}' is refused: ${refused(program, refusal(program, step(name), state)!, state)}`,
          );
        state = after;
      }
    },
    can: (name: string): boolean => fire(program, step(name), state) !== null,
    is: (name: string): string => stateName(program, part(name), state[part(name)]!),
    /** What the kernel may do next to this part: the steps of all but the environment that move it. */
    answers: (name: string): string[] =>
      program.steps
        .filter(
          (one) =>
            program.actors[one.actor]!.fair !== 'none' &&
            one.moves.some((move) => move.part === part(name)) &&
            fire(program, one, state) !== null,
        )
        .map((one) => one.name),
  };
}
