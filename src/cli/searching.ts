import type { Means } from '../check/verdict.ts';
import { engines } from '../symbolic/auto.ts';
import type { EngineName } from './choices.ts';
import type { Io } from './io.ts';
import { watchedBudget, type Limits } from './progress.ts';

/** How a command searches: within which limits, and by which engine. */
export type Searching = Limits & { readonly engine: EngineName };

/** As `watchedBudget`, with the engine that was asked for. */
export function watchedMeans(
  io: Io,
  { engine, ...limits }: Searching,
): {
  readonly means: Means & { readonly bytes: number };
  readonly say: (what: string) => void;
  readonly done: () => void;
} {
  const { budget, say, done } = watchedBudget(io, limits);
  return { means: { ...budget, engine: engines[engine] }, say, done };
}
