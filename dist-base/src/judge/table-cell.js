import { systemOf } from "../../machines/description/system.js";
import { check } from "../check/verdict.js";
import { withoutRecovery } from "../system/program.js";
/** States beyond which the table gives up on a place. */
const most = 5_000_000;
/** Asks the first member of each family alone: like jobs are interchangeable, so what holds of one holds of the others. */
export function cell(description) {
    const program = withoutRecovery(systemOf(description));
    const report = check({ ...program, promises: program.promises.filter(({ name }) => !/\[[2-9]\]$/.test(name)) }, { states: most }, { plain: true });
    const bad = report.promises.filter(({ verdict }) => verdict !== 'finite');
    return {
        verdict: report.verdict,
        broken: Object.fromEntries(bad.map(({ of, verdict }) => [of, verdict])),
        states: report.states,
        edges: report.edges,
    };
}
//# sourceMappingURL=table-cell.js.map