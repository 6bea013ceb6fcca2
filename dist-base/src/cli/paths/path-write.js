import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Misuse } from "../../system/misuse.js";
import { indexName } from "./path-check.js";
export const fileName = ({ name, cover }) => `${name.replace(/[^\w.-]+/g, '-')}.${cover}.json`;
export const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
/**
 * Texts of these files.
 * @throws Misuse where one would be longer than a text can be
 */
export function texted(files, make) {
    try {
        return make();
    }
    catch (error) {
        if (!(error instanceof RangeError) || error.message !== 'Invalid string length')
            throw error;
        const steps = files.reduce((sum, { size }) => sum + size.steps, 0);
        throw new Misuse(`${steps.toLocaleString('en')} steps for --cover ${[...new Set(files.map(({ cover }) => cover))].join(', ')} are more than one text can hold; ask for fewer, or describe a smaller system`);
    }
}
export function indexOf(files, version) {
    return {
        schema: 1,
        version,
        files: files.map((one) => ({
            file: fileName(one),
            name: one.name,
            cover: one.cover,
            paths: one.size.paths,
            steps: one.size.steps,
            cost: one.size.cost,
            bound: one.size.bound,
            targets: one.coverage.targets,
            covered: one.coverage.covered,
            unreachable: one.coverage.unreachable.length,
        })),
    };
}
/**
 * Puts texts into a directory: all are written beside it first and then renamed, so that none is ever there in part. Files that an
 * index there names and the new one does not are taken away.
 * @throws Misuse where the directory cannot be written
 */
export function writeAll(dir, texts, stale = []) {
    const target = resolve(dir);
    let beside = null;
    try {
        mkdirSync(dirname(target), { recursive: true });
        beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
        for (const [name, text] of texts)
            writeFileSync(join(beside, name), text);
        mkdirSync(target, { recursive: true });
        for (const name of texts.keys())
            renameSync(join(beside, name), join(target, name));
        for (const name of stale)
            if (!texts.has(name))
                rmSync(join(target, name), { force: true });
    }
    catch (error) {
        throw new Misuse(`${dir}: cannot be written: ${error.code ?? String(error)}`);
    }
    finally {
        if (beside !== null)
            rmSync(beside, { recursive: true, force: true });
    }
}
/** The files that an index in a directory names; none where there is no index of ours. */
export function indexed(dir) {
    try {
        const { schema, files } = JSON.parse(readFileSync(join(dir, indexName), 'utf8'));
        return schema === 1
            ? files.map(({ file }) => file).filter((file) => basename(file) === file)
            : [];
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=path-write.js.map