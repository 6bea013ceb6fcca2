var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inWritten, understand } from "../../../machines/description/complaints.js";
import { compose } from "../../system/compose.js";
import { Misuse } from "../../system/misuse.js";
import { sealed } from "../../system/program.js";
const expected = 'expected a system: what compose() gives, or rows, actors and sizes for it, or a description of a driver';
/** Loads a module by its path. @throws Misuse in one line. */
export async function ownModule(path) {
    if (!existsSync(path))
        throw new Misuse(`${path}: there is no such file`);
    let loaded;
    try {
        loaded = (await import(__rewriteRelativeImportExtension(pathToFileURL(resolve(path)).href)));
    }
    catch (error) {
        throw new Misuse(`${path}: it cannot be loaded: ${String(error?.message ?? error).split('\n')[0]}`);
    }
    const found = loaded.default;
    if (found === undefined) {
        const names = Object.keys(loaded);
        throw new Misuse(`${path}: it has no default export${names.length === 0 ? '' : ` (only ${names.slice(0, 8).join(', ')})`}, ${expected}`);
    }
    if (typeof found !== 'object' || found === null || Array.isArray(found))
        throw new Misuse(`${path}: its default export is ${Array.isArray(found) ? 'a list' : found === null ? 'null' : `a ${typeof found}`}, ${expected}`);
    return understood(path, found);
}
function understood(path, found) {
    if (typeof found['driver'] === 'string') {
        const read = understand(found);
        if ('described' in read)
            return read;
        const [{ path: at, line }] = read.complaints;
        throw new Misuse(`${path}: ${at.length === 0 ? '' : `${inWritten(at)}: `}${line}`);
    }
    const composed = Array.isArray(found['rows']) && typeof found['actors'] === 'object';
    if (!composed && !Array.isArray(found['tables']))
        throw new Misuse(`${path}: its default export has ${Object.keys(found).slice(0, 8).join(', ') || 'nothing'}, ${expected}`);
    const spec = composed ? { sizes: {}, ...found } : null;
    let program;
    try {
        program = spec === null ? whole(found) : compose(spec);
    }
    catch (error) {
        throw new Misuse(`${path}: ${String(error.message).split('\n')[0]}`);
    }
    if (program.promises.length === 0 && program.invariants.length === 0)
        throw new Misuse(`${path}: its system has no promise and no invariant, so that there is nothing to ask`);
    return { name: path, program, spec };
}
/** A program that nobody has changed since it was composed. */
function whole(program) {
    let { digest } = program;
    try {
        ({ digest } = sealed(program));
    }
    catch {
        digest = '';
    }
    if (digest !== program.digest)
        throw new Misuse(`its system has the digest ${String(program.digest)} and is not what bears it: it was changed by hand; compose() makes one`);
    return program;
}
//# sourceMappingURL=own-module.js.map