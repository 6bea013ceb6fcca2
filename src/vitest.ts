import { afterAll, describe, test } from 'vitest';
import type { PathFile } from './paths/path.ts';
import { readPathFile } from './paths/replay.ts';
import { complaint, type Adapter } from './paths/formats/adapter.ts';
import { inThreeLines, uncovered } from './paths/formats/failure-text.ts';
import { coverageOf, play, titleOf, type Playing, type Result } from './paths/formats/play.ts';
import { Misuse } from './system/misuse.ts';

export type { Adapter, Checks, Does, Observes, Refused } from './paths/formats/adapter.ts';
export type { Failure, Result } from './paths/formats/play.ts';

export type TestPathsOptions = Playing & {
  /** What the group of tests is called; the file's name and criterion if absent. */
  readonly title?: string;
  /** Gets all results at the end. */
  readonly report?: (
    results: readonly Result[],
    coverage: ReturnType<typeof coverageOf>,
  ) => void | Promise<void>;
};

/**
 * One Vitest test a path of a file, and one for the coverage at the end.
 * @param paths the JSON of a path file, as it was read
 * @throws Misuse for another schema version, a file that was edited by hand, and an adapter that
 * lacks steps or states: all are named at once
 */
export function testPaths<D>(
  paths: unknown,
  adapter: Adapter<D>,
  { title, report, ...playing }: TestPathsOptions = {},
): void {
  const file: PathFile = readPathFile(paths);
  const lacks = complaint(file, adapter);
  if (lacks !== null) throw new Misuse(lacks);
  if (file.paths.length === 0) throw new Misuse(`'${file.name}' (${file.cover}) has no path`);
  const results: Result[] = [];
  describe(title ?? `${file.name} ${file.cover}`, () => {
    for (const path of file.paths) {
      test(titleOf(path), async () => {
        const result = await play(file, path, adapter, {
          now: () => performance.now(),
          ...playing,
        });
        results.push(result);
        if (result.failure !== null) throw new Error(inThreeLines(path, result.failure));
      });
    }
    test(`coverage of ${file.name} ${file.cover}`, () => {
      const { targets, covered, missed } = coverageOf(file, results);
      if (missed.length > 0) throw new Error(uncovered(file, targets, covered, missed));
    });
    afterAll(() => report?.(results, coverageOf(file, results)));
  });
}
