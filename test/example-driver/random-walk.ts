import type { PathFile, TestPath } from '../../src/paths/path.ts';
import { pathId, schemaVersion, sealSteps } from '../../src/paths/path.ts';
import { carry, placesOf, whyNot } from '../../src/paths/carry.ts';
import { fire, refusal, type Program } from '../../src/system/program.ts';

/** Numbers from 0 to below 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Random possible steps as one path, so that it is played against the same oracle as the suites.
 * @param tries whether after each step a random step that is not possible is tried too
 */
export function randomWalk(
  program: Program,
  described: unknown,
  steps: number,
  seed: number,
  tries: boolean,
): { readonly file: PathFile; readonly path: TestPath } {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const names: string[] = [];
  const refusals: TestPath['clauses'][number]['refusals'][number][] = [];
  let state: readonly number[] = program.initial;
  for (let n = 0; n < steps; n++) {
    if (tries) {
      const step = pick(program.steps.filter((one) => refusal(program, one, state) !== null));
      refusals.push({
        ...whyNot(program, step, state)!,
        step: step.name,
        after: n,
        until: n + 1,
        delayed: true,
      });
    }
    const step = pick(program.steps.filter((one) => refusal(program, one, state) === null));
    names.push(step.name);
    state = fire(program, step, state)!;
  }
  const system = 'random';
  const path: TestPath = {
    id: pathId(names),
    targets: [],
    system,
    kind: 'walk',
    steps: sealSteps(carry(program, names).steps),
    clauses: tries
      ? [
          {
            name: 'the model',
            says: { file: '', says: '' },
            about: null,
            breaks: [],
            verdict: null,
            brink: 0,
            tried: null,
            refusals,
            rescue: null,
            instrument: null,
          },
        ]
      : [],
  };
  return {
    path,
    file: {
      schema: schemaVersion,
      version: '0',
      name: system,
      cover: 'random',
      systems: {
        [system]: {
          digest: program.digest,
          described,
          initial: placesOf(program, program.initial),
        },
      },
      size: {
        paths: 1,
        steps,
        perPath: 0,
        cost: steps,
        bound: null,
        longest: steps,
        shortestEach: null,
      },
      coverage: { targets: 0, covered: 0, coverable: 0, uncovered: [], unreachable: [] },
      paths: [path],
    },
  };
}
