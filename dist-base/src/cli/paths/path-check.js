import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from "../../../machines/description/complaints.js";
import { systemOf } from "../../../machines/description/system.js";
import { misfit, readPathFile } from "../../paths/replay.js";
import { Misuse } from "../../system/misuse.js";
import { withoutRecovery } from "../../system/program.js";
import { readJsonFile } from "../input/read-input.js";
export const indexName = 'index.json';
/** The path files of a directory, by file name. @throws Misuse: the file, the path, the step */
export function readPaths(dir) {
    let names;
    try {
        names = readdirSync(dir)
            .filter((name) => name.endsWith('.json') && name !== indexName)
            .sort();
    }
    catch (error) {
        throw new Misuse(`${dir}: ${error.code === 'ENOENT' ? 'there is no such directory' : 'expected a directory of path files'}`);
    }
    return new Map(names.map((name) => {
        const file = join(dir, name);
        const { value } = readJsonFile(file);
        try {
            return [name, readPathFile(value)];
        }
        catch (error) {
            throw error instanceof Misuse ? new Misuse(`${file}: ${error.message}`) : error;
        }
    }));
}
/** Takes every path of a file in the systems that its descriptions now make: whether it fits, or a line that says why not. @throws Misuse */
export function checkPaths(file, { systems, paths }) {
    const made = new Map();
    for (const [name, { described }] of Object.entries(systems)) {
        const read = understand(described);
        if ('complaints' in read)
            throw new Misuse(`${file}: system '${name}': ${read.complaints[0].line}`);
        made.set(name, withoutRecovery(systemOf(read.described)));
    }
    return paths.map((path) => {
        const bad = misfit(made.get(path.system), path);
        return {
            file,
            path: path.id,
            why: bad === null
                ? null
                : `${file}: path ${bad.path}, step ${bad.number}: '${bad.step}' ${bad.why}`,
        };
    });
}
//# sourceMappingURL=path-check.js.map