import { cleanLine } from "./clean-line.js";
import { judgeTasks, readTasks, tellsOfTask } from "./hung-tasks.js";
import { judgeLocks } from "./lock-order.js";
import { headingOf, readLockReport } from "./lock-report.js";
/** Lines of one report, at most: a chain of twenty locks has some hundred. */
const longest = 4000;
const most = 500;
const warned = /WARNING:.*?\b[\w/.-]+\.[ch]:\d+ (?:at )?([A-Za-z_]\w*)/;
export function kernelLines({ reports, rules }) {
    const locks = [];
    const warnings = [];
    const tasks = readTasks();
    const seen = { reports: 0, tasks: 0, warnings: 0, stamped: 0 };
    let report = null;
    let inTasks = false;
    const close = () => {
        if (report === null)
            return;
        const read = readLockReport(report.kind, report.line, report.lines);
        if (read !== null) {
            seen.reports++;
            if (locks.length < most)
                locks.push(judgeLocks(read, report.first, reports, rules));
        }
        report = null;
    };
    const warn = (rule, text, says, line) => {
        seen.warnings++;
        if (warnings.length < most)
            warnings.push({ rule, line, text, says });
    };
    return {
        locks,
        warnings,
        seen,
        tasks: () => judgeTasks(tasks.tasks, reports, rules),
        end: close,
        take: (raw, line) => {
            const { text, caller, stamped } = cleanLine(raw);
            if (stamped)
                seen.stamped++;
            const heading = headingOf(text);
            if (heading !== null) {
                close();
                report = { kind: heading, line, first: text.trim(), caller, lines: [text] };
                inTasks = false;
                return true;
            }
            for (const { has, rule } of reports.sentences)
                if (text.includes(has)) {
                    warn(rule, text.trim(), rules[rule].says, line);
                    return true;
                }
            if (text.includes('WARNING:')) {
                const where = warned.exec(text)?.[1];
                const known = where === undefined ? undefined : reports.warnings.find((one) => one.in === where);
                if (where !== undefined && report !== null)
                    close();
                if (known !== undefined) {
                    warn(known.rule, text.trim(), `a warning in ${where}: ${rules[known.rule].says}`, line);
                    return true;
                }
            }
            if (tellsOfTask(text)) {
                close();
                inTasks = true;
                seen.tasks++;
            }
            if (inTasks) {
                tasks.line(text, line);
                return true;
            }
            if (report === null)
                return false;
            // Another CPU's words in between.
            if (report.caller !== null && caller !== null && caller !== report.caller)
                return false;
            report.lines.push(text);
            if (report.lines.length >= longest)
                close();
            return true;
        },
    };
}
//# sourceMappingURL=kernel-lines.js.map