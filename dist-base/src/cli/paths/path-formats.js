import { igtSteps } from "../../../machines/exports/igt.js";
import { kunitSuite } from "../../../machines/exports/kunit.js";
import { junitOfCoverage } from "../../paths/formats/junit.js";
import { mermaidPage } from "../../paths/formats/mermaid.js";
import { vitestFile } from "../../paths/formats/vitest-file.js";
import { fileName, json } from "./path-write.js";
const named = (file, end) => fileName(file).replace(/\.json$/, end);
const one = (end, text) => (file) => new Map([[named(file, end), text(file)]]);
const asJson = (file) => new Map([[fileName(file), json(file)]]);
/** What `--format` may say. */
export const formats = {
    json: asJson,
    vitest: (file) => new Map([...asJson(file), [named(file, '.test.ts'), vitestFile(file, fileName(file))]]),
    mermaid: one('.md', mermaidPage),
    igt: one('.txt', igtSteps),
    kunit: one('.c', kunitSuite),
    junit: one('.xml', junitOfCoverage),
};
//# sourceMappingURL=path-formats.js.map