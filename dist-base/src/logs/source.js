import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Misuse } from "../system/misuse.js";
const because = {
    ENOENT: 'there is no such file',
    EACCES: 'you may not read it',
    ENOTDIR: 'a part of the path is no directory',
    EISDIR: 'it is a directory, expected a file',
};
const piece = 1024 * 1024;
/** Bytes that are read at once from a file that lies there: few enough to stay in the processor's cache. */
const atOnce = 256 * 1024;
/** A file into the same memory again and again: fresh memory for every piece would cost more than reading it. */
async function* again(file) {
    const memory = Buffer.allocUnsafeSlow(atOnce);
    const from = openSync(file, 'r');
    try {
        for (let bytes = readSync(from, memory); bytes > 0; bytes = readSync(from, memory))
            yield bytes === atOnce ? memory : memory.subarray(0, bytes);
    }
    finally {
        closeSync(from);
    }
}
/** `-` is standard input. Packed by gzip or not is seen from the first bytes. @throws Misuse when it cannot be read. */
export function source(file, stdin = process.stdin) {
    const name = file === '-' ? 'standard input' : file;
    let size = null;
    let taken = 0;
    let broken = null;
    try {
        if (file !== '-') {
            const stat = statSync(file);
            if (stat.isDirectory())
                throw new Misuse(`${name}: it is a directory, expected a file`);
            size = stat.isFile() ? stat.size : null;
        }
    }
    catch (error) {
        throw failure(name, error);
    }
    // Only what says how long it is: others may keep one waiting.
    const raw = file === '-'
        ? stdin
        : size !== null && size > 0
            ? again(file)
            : createReadStream(file, { highWaterMark: piece });
    async function* pieces() {
        const counted = (async function* count() {
            for await (const bytes of raw) {
                taken += bytes.length;
                yield bytes;
            }
        })();
        const first = await counted.next();
        if (first.done === true)
            return;
        const all = (async function* whole() {
            yield first.value;
            yield* counted;
        })();
        if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
            yield* all;
            return;
        }
        const gunzip = createGunzip({ chunkSize: piece });
        const fed = (async () => {
            for await (const bytes of all)
                if (!gunzip.write(Buffer.from(bytes)))
                    await new Promise((done) => {
                        gunzip.once('drain', done);
                        gunzip.once('close', done);
                    });
            gunzip.end();
        })();
        fed.catch((error) => gunzip.destroy(error));
        try {
            for await (const bytes of gunzip)
                yield bytes;
        }
        catch (error) {
            // What came out before is good; the rest of a torn file is not.
            broken = `the packed data is torn: ${error.message}`;
        }
    }
    async function* safely() {
        try {
            yield* pieces();
        }
        catch (error) {
            throw failure(name, error);
        }
    }
    return { name, size, taken: () => taken, pieces: safely(), broken: () => broken };
}
function failure(name, error) {
    if (error instanceof Misuse)
        return error;
    const { code, message } = error;
    return new Misuse(`${name}: ${because[code ?? ''] ?? message}`);
}
//# sourceMappingURL=source.js.map