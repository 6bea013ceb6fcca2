import { executionGallery } from "../../../machines/litmus/execution/index.js";
import { executionLaws } from "../../../machines/litmus/execution/laws.js";
import { fenceGallery } from "../../../machines/litmus/fences/index.js";
import { fenceLaws } from "../../../machines/litmus/fences/laws.js";
import { laws } from "../../../machines/litmus/laws.js";
import { memoryLitmusTests } from "../../../machines/litmus/memory/index.js";
import { memoryLaws } from "../../../machines/litmus/memory/laws.js";
const said = {
    ...executionLaws,
    ...memoryLaws,
    ...fenceLaws,
    ...laws,
};
const rooms = [
    ['execution/', executionGallery],
    ['fences/', fenceGallery],
    ['memory/', memoryLitmusTests],
].map(([folder, all]) => [folder, new Set(all.map(({ name }) => name))]);
/** What litmus tests said: laws are those that the asked tests are about. */
export function reportOfLitmus(results) {
    const cited = [...new Set(results.flatMap(({ litmus }) => litmus.cites))];
    return {
        suite: 'finite-fence litmus',
        laws: cited.map((id) => ({
            id,
            says: said[id] ?? id,
            file: /\(((?:Documentation|drivers|include|mm|kernel)\/[\w./-]+)/.exec(said[id] ?? '')?.[1] ??
                null,
        })),
        asked: results.map(({ litmus: { name, cites }, problems }) => ({
            name,
            problems: problems.map((problem) => ({
                law: cites[0] ?? 'litmus',
                level: 'error',
                message: `${name}: ${problem}`,
                place: {
                    file: `machines/litmus/${rooms.find(([, names]) => names.has(name))?.[0] ?? ''}index.ts`,
                    line: 1,
                    column: 1,
                },
            })),
        })),
    };
}
//# sourceMappingURL=of-litmus.js.map