import { gallery } from "../../machines/litmus/gallery.js";
import { printLitmus } from "../litmus/print.js";
import { runLitmus } from "../litmus/run.js";
import { Misuse, unknown } from "../system/misuse.js";
import { exit } from "./exit.js";
import { columns } from "./io.js";
import { watched } from "./progress.js";
import { reportOfLitmus } from "./report/of-litmus.js";
import { formatOf, inFormat } from "./report/print.js";
/** `finite-fence litmus`. @throws Misuse where no test has such a name. */
export function litmusCommand(pattern, options, io, version) {
    const format = formatOf(options);
    const asked = pattern === undefined ? gallery : gallery.filter(({ name }) => matches(pattern, name));
    if (asked.length === 0)
        throw new Misuse(`litmus: ${unknown('test', pattern, gallery.map(({ name }) => name))}`);
    if (options.list === true) {
        io.out(asked.map(({ name }) => `${name}\n`).join(''));
        return exit.asExpected;
    }
    const { show, done } = watched(io);
    const results = asked.map((litmus, at) => {
        show(`${at} of ${asked.length} litmus tests: ${litmus.name}`);
        return runLitmus(litmus);
    });
    done();
    if (format === 'json') {
        const tests = results.map(({ litmus: { name, about, cites, twin, expect }, found, problems }) => ({
            name,
            about,
            cites,
            twin,
            expect,
            found,
            problems,
        }));
        io.out(`${JSON.stringify({ schema: 1, version, tests }, null, 2)}\n`);
    }
    else if (format !== 'text')
        io.out(inFormat(format, reportOfLitmus(results), version));
    else
        io.out(printLitmus(results, { columns, ...(options.verbose === true ? { full: true } : {}) }));
    return results.some(({ problems }) => problems.length > 0) ? exit.problem : exit.asExpected;
}
/** A name with the pattern in it, capitals or not; `*` stands for anything. Nothing else has a meaning. */
function matches(pattern, name) {
    let at = 0;
    for (const piece of pattern.toLowerCase().split('*')) {
        const found = name.toLowerCase().indexOf(piece, at);
        if (found < 0)
            return false;
        at = found + piece.length;
    }
    return true;
}
//# sourceMappingURL=litmus.js.map