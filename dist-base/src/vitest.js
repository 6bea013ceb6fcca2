import { afterAll, describe, test } from 'vitest';
import { readPathFile } from "./paths/replay.js";
import { complaint } from "./paths/formats/adapter.js";
import { coverageOf, play, titleOf } from "./paths/formats/play.js";
import { Misuse } from "./system/misuse.js";
/**
 * One Vitest test a path of a file, and one for the coverage at the end.
 * @param paths the JSON of a path file, as it was read
 * @throws Misuse for another schema version, a file that was edited by hand, and an adapter that lacks steps or states: all are named at once
 */
export function testPaths(paths, adapter, { title, report, ...playing } = {}) {
    const file = readPathFile(paths);
    const lacks = complaint(file, adapter);
    if (lacks !== null)
        throw new Misuse(lacks);
    if (file.paths.length === 0)
        throw new Misuse(`'${file.name}' (${file.cover}) has no path`);
    const results = [];
    describe(title ?? `${file.name} ${file.cover}`, () => {
        for (const path of file.paths) {
            test(titleOf(path), async () => {
                const result = await play(file, path, adapter, {
                    now: () => performance.now(),
                    ...playing,
                });
                results.push(result);
                if (result.failure !== null)
                    throw new Error(`path ${path.id}: ${result.failure.text}`);
            });
        }
        test(`coverage of ${file.name} ${file.cover}`, () => {
            const { targets, covered, missed } = coverageOf(file, results);
            if (missed.length > 0)
                throw new Error(`${covered} of ${targets} targets are covered; not: ${missed.join(', ')}`);
        });
        afterAll(() => report?.(results, coverageOf(file, results)));
    });
}
//# sourceMappingURL=vitest.js.map