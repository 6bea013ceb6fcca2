import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { logSpec } from "../../machines/tracepoints/index.js";
import { chromeTrace } from "../logs/chrome-trace.js";
import { page } from "../logs/page.js";
import { byDefault, readLog } from "../logs/read-log.js";
import { source } from "../logs/source.js";
import { keepSpans, unfinishedSpans } from "../logs/spans.js";
import { summaryText } from "../logs/summary-text.js";
import { isBroken, summarize } from "../logs/summary.js";
import { Misuse } from "../system/misuse.js";
import { exit } from "./exit.js";
import { version } from "./version.js";
/** Spans that a drawing can hold and a browser can draw. */
const mostDrawn = 50_000;
/** `finite-fence log`. @throws Misuse where a page or trace cannot be written. */
export async function runLog(files, options, io) {
    const logs = [];
    const complaints = [];
    for (const file of files) {
        const kept = keepSpans(mostDrawn);
        try {
            const from = source(file);
            const read = await readLog(from, logSpec, {
                ...byDefault,
                skew: options.skew,
                complete: options.complete === true,
                ...progress(from, io),
                ...(options.html !== undefined || options.chromeTrace !== undefined
                    ? { prepare: kept.prepare }
                    : {}),
            });
            const { list, left } = kept.spans();
            logs.push({
                summary: summarize(read, logSpec.rules),
                spans: { list: [...list, ...unfinishedSpans(read.events, mostDrawn)], left },
            });
        }
        catch (error) {
            // One that cannot be read does not hide what is wrong with the others.
            if (!(error instanceof Misuse))
                throw error;
            complaints.push(error.message);
        }
        finally {
            if (io.watched)
                io.err('\r\u001b[K');
        }
    }
    if (options.json === true) {
        const all = logs.map(({ summary }) => ({
            schema: 'finite-fence/log-1',
            version: version(),
            ...summary,
        }));
        if (logs.length > 0)
            io.out(`${JSON.stringify(all.length === 1 && files.length === 1 ? all[0] : all, null, 2)}\n`);
    }
    else
        io.out(logs.map(({ summary }) => summaryText(summary, logSpec.rules, io.paint)).join('\n'));
    if (logs.length > 0 && options.html !== undefined)
        write(options.html, page(logs, logSpec.rules, version()));
    if (logs.length > 0 && options.chromeTrace !== undefined)
        write(options.chromeTrace, chromeTrace(logs.flatMap(({ spans }) => spans.list), logs[0].summary));
    for (const complaint of complaints)
        io.err(`finite-fence: ${complaint}\n`);
    if (complaints.length > 0)
        return exit.misuse;
    return logs.some(({ summary }) => isBroken(summary)) ? exit.problem : exit.asExpected;
}
/** Whole or not at all. @throws Misuse */
function write(file, text) {
    const beside = `${file}.${process.pid}.part`;
    try {
        writeFileSync(beside, text);
        renameSync(beside, file);
    }
    catch (error) {
        rmSync(beside, { force: true });
        throw new Misuse(`${file}: cannot be written: ${error.message}`);
    }
}
function progress(from, io) {
    if (!io.watched)
        return {};
    let shown = performance.now();
    const began = shown;
    return {
        progress: ({ lines }) => {
            const now = performance.now();
            if (now - shown < 200)
                return;
            shown = now;
            const done = from.size === null || from.size === 0
                ? ''
                : ` ${Math.floor((from.taken() / from.size) * 100)}%,`;
            io.err(`\r\u001b[K${from.name.slice(-30)}:${done} ${lines.toLocaleString('en')} lines, ${((lines / (now - began)) * 1e-3).toFixed(1)} M/s`);
        },
    };
}
//# sourceMappingURL=log.js.map