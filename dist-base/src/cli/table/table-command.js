import { exit } from "../exit.js";
import { watched } from "../progress.js";
import { tableText } from "./table-text.js";
import { table } from "../../judge/table.js";
/** `finite-fence table`. */
export async function tableCommand(options, io, version) {
    const { show, done } = watched(io);
    const results = await table(undefined, undefined, (asked, of) => show(`${asked} of ${of} questions asked`));
    done();
    if (options.json === true) {
        const rows = results.map(({ row, cells }) => ({
            ...row,
            cells: cells.map(({ scenario, cell }) => ({ scenario: scenario.head, ...cell })),
        }));
        io.out(`${JSON.stringify({ schema: 1, version, rows }, null, 2)}\n`);
    }
    else
        io.out(tableText(results, io.paint));
    return results.some(({ row, cells }) => row.without === null && row.variant === null && cells[0].cell.verdict !== 'finite')
        ? exit.problem
        : exit.asExpected;
}
//# sourceMappingURL=table-command.js.map