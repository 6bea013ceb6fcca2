import { play, type Result } from '../../../src/paths/formats/play.ts';
import type { Refusals } from '../../../src/paths/laws.ts';
import type { PathFile, TestPath } from '../../../src/paths/path.ts';
import type { Program } from '../../../src/system/program.ts';
import type { Adapter } from '../../../src/vitest.ts';

/** A driver by other hands: the model of it, and how a path is played with it and each of its faults. */
export type Subject = {
  readonly name: string;
  readonly program: Program;
  readonly whose: Refusals;
  readonly faults: readonly string[];
  /** Plays a path with the driver as it is, or with one fault. */
  readonly play: (fault: string | null, file: PathFile, path: TestPath) => Promise<Result>;
  readonly close?: () => void;
};

export const playing =
  <D>(adapter: (fault: string | null) => Adapter<D>): Subject['play'] =>
  (fault, file, path) =>
    play(file, path, adapter(fault), { patience: 5_000 });
