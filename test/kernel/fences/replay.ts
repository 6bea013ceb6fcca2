import { Misuse } from '../../../src/system/misuse.ts';
import { fire, refusal, stateName, nextLocal, type Program } from '../../../src/system/program.ts';

/** A system that a kernel test is played on: step by step, with nothing but the meaning of a step. */
export type Bench = {
  /** Every step can happen, in this order. @throws Misuse that says why not */
  readonly do: (...steps: readonly string[]) => void;
  readonly can: (step: string) => boolean;
  /** Does the one of these steps that can happen: what the call answers. @throws Misuse unless it is exactly one */
  readonly call: <A extends string>(answers: Readonly<Record<A, string>>) => A;
  /**
   * What a call of this name on this part answers now, of the answers that its lifecycle knows:
   * `'dma_fence_is_signaled'` is `'false'`.
   */
  readonly answer: (part: string, call: string, but?: readonly string[]) => string;
  /** Does these steps as long as any can happen. */
  readonly drain: (...steps: readonly string[]) => void;
  readonly at: (part: string) => string;
  /** Steps that can happen. */
  readonly enabled: () => string[];
};

export function bench(program: Program): Bench {
  let state: readonly number[] = program.initial;
  const step = (name: string) => {
    const named = program.steps.find((one) => one.name === name);
    if (named === undefined)
      throw new Misuse(
        `there is no step '${name}'; there are: ${program.steps.map((one) => one.name).join(', ')}`,
      );
    return named;
  };
  const index = (part: string): number => {
    const partIndex = program.parts.findIndex(({ name }) => name === part);
    if (partIndex < 0)
      throw new Misuse(
        `there is no part '${part}'; there are: ${program.parts.map(({ name }) => name).join(', ')}`,
      );
    return partIndex;
  };
  const can = (name: string): boolean => refusal(program, step(name), state) === null;
  const doing = (...names: readonly string[]): void => {
    for (const name of names) {
      const after = fire(program, step(name), state);
      if (after === null)
        throw new Misuse(
          `'${name}' cannot happen in ` +
            `${program.parts.map((part, at) => `${part.name}=${stateName(program, at, state[at]!)}`).join(' ')}`,
        );
      state = after;
    }
  };
  const onlyOne = <T>(what: string, found: readonly T[]): T => {
    if (found.length !== 1)
      throw new Misuse(
        `${what}: ${found.length} answers (${found.map(String).join(', ')}), expected one`,
      );
    return found[0]!;
  };
  return {
    do: doing,
    can,
    call: (answers) => {
      const answer = onlyOne(
        'call',
        (Object.keys(answers) as (keyof typeof answers)[]).filter((key) => can(answers[key])),
      );
      doing(answers[answer]);
      return answer;
    },
    answer: (part, call, but = []) => {
      const partIndex = index(part);
      const table = program.tables[program.parts[partIndex]!.table]!;
      const known = table.events.filter(
        (event) => event.startsWith(`${call}=`) && !but.includes(event.slice(call.length + 1)),
      );
      return onlyOne(
        `${call} on ${part}`,
        known.filter(
          (event) =>
            nextLocal(program, partIndex, table.events.indexOf(event), state[partIndex]!) >= 0,
        ),
      ).slice(call.length + 1);
    },
    drain: (...names) => {
      for (let next = names.find(can); next !== undefined; next = names.find(can)) doing(next);
    },
    at: (part) => stateName(program, index(part), state[index(part)]!),
    enabled: () => program.steps.filter(({ name }) => can(name)).map(({ name }) => name),
  };
}
