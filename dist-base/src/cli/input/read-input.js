import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { inWritten, understand } from "../../../machines/description/complaints.js";
import { drivers } from "../../../machines/drivers/index.js";
import { Misuse } from "../../system/misuse.js";
import { readJson } from "./json-text.js";
/** Characters that a file of this command may have: a description has some hundred, the answers about many drivers some hundred thousand. */
const most = 16 * 1024 * 1024;
/** Why the system would not open or read it, in words. */
const because = {
    ENOENT: 'there is no such file',
    EACCES: 'you may not read it',
    ENOTDIR: 'a part of the path is no directory',
    EISDIR: 'it is a directory, expected a file',
    ELOOP: 'the links go round in a circle',
    ENAMETOOLONG: 'the name is too long',
};
/** The text of a file; `-` is standard input. @throws Misuse in one line. */
export function readText(file) {
    const name = file === '-' ? 'standard input' : file;
    try {
        if (file !== '-' && statSync(file).isDirectory())
            throw new Misuse(`${name}: it is a directory, expected a file`);
        const handle = file === '-' ? 0 : openSync(file, 'r');
        const chunks = [];
        let size = 0;
        for (;;) {
            const chunk = Buffer.alloc(65_536);
            const got = readSync(handle, chunk, 0, chunk.length, null);
            if (got === 0)
                break;
            chunks.push(chunk.subarray(0, got));
            size += got;
            if (size > most)
                throw new Misuse(`${name}: more than ${most / 1024 / 1024} MiB, expected a description`);
        }
        if (file !== '-')
            closeSync(handle);
        const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
        if (text.trim() === '')
            throw new Misuse(`${name}: it is empty, expected JSON`);
        return text;
    }
    catch (error) {
        if (error instanceof Misuse)
            throw error;
        const { code, message } = error;
        if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
            throw new Misuse(`${name}: not text in UTF-8, expected JSON`);
        throw new Misuse(`${name}: ${because[code ?? ''] ?? message}`);
    }
}
/** The JSON in a file. @throws Misuse: `file:line:column: ...` */
export function readJsonFile(file) {
    const text = readText(file);
    try {
        return readJson(text);
    }
    catch (error) {
        throw error instanceof Misuse ? new Misuse(`${file}:${error.message}`) : error;
    }
}
/** The description in a file, or a driver that comes with this package where there is no file of that name. @throws Misuse */
export const describedBy = (name) => (existsSync(name) ? undefined : drivers.find(({ driver }) => driver === name)) ??
    readDescription(name);
/** The source of a driver that comes with this package. */
export const sourceOf = ({ driver }) => `machines/drivers/${driver}.ts`;
/** The description in a file. @throws Misuse: one line for each thing that is wrong. */
export function readDescription(file) {
    const { value, at } = readJsonFile(file);
    const read = understand(value);
    if ('described' in read)
        return read.described;
    throw new Misuse(read.complaints
        .map(({ path, line }) => {
        const place = at(path);
        return `${file}:${place.line}:${place.column}: ${path.length === 0 ? '' : `${inWritten(path)}: `}${line}`;
    })
        .join('\n'));
}
//# sourceMappingURL=read-input.js.map