import { Misuse } from "../../system/misuse.js";
import { github } from "./github.js";
import { junit } from "./junit.js";
import { sarif } from "./sarif.js";
/** What `--json` and `--format` ask for together. @throws Misuse where they contradict each other */
export function formatOf({ json, format, }) {
    if (json === true && format !== undefined && format !== 'json')
        throw new Misuse(`--json and --format ${format}: expected one of the two`);
    return json === true ? 'json' : (format ?? 'text');
}
/** A report in one of the formats for programs. */
export const inFormat = (format, report, version) => ({ junit, sarif, github })[format](report, version);
//# sourceMappingURL=print.js.map