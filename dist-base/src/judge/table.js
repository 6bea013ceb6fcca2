import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { cellOf, concerns, scenarios, tableRows, } from "../../machines/questions/table.js";
import { cell } from "./table-cell.js";
/** Run from its source: a worker could not read it. */
const inSource = import.meta.url.endsWith('.ts');
/** Asks all of the clause table, on as many processors as there are. */
export async function table(rows = tableRows, workers = inSource ? 1 : Math.min(8, availableParallelism()), done = () => { }) {
    const places = rows.flatMap((row) => scenarios
        .filter((scenario) => concerns(scenario, row.option))
        .map((scenario) => ({ row, scenario })));
    const cells = await all(places.map(({ row, scenario }) => cellOf(row, scenario)), workers, done);
    return rows.map((row) => ({
        row,
        cells: places.flatMap((place, at) => place.row === row ? [{ scenario: place.scenario, cell: cells[at] }] : []),
    }));
}
/** How much work a place is: larger systems first, so that no processor is left with one at the end. */
const size = ({ jobs }) => (jobs?.fenced ?? 1) * (jobs?.faulting ?? 1);
function all(asked, workers, done) {
    const found = [];
    if (workers < 2) {
        asked.forEach((one, at) => {
            found[at] = cell(one);
            done(at + 1, asked.length);
        });
        return Promise.resolve(found);
    }
    const order = asked.map((_, at) => at).sort((a, b) => size(asked[b]) - size(asked[a]) || a - b);
    return new Promise((resolve, reject) => {
        let next = 0;
        let answered = 0;
        const team = Array.from({ length: Math.min(workers, asked.length) }, () => new Worker(new URL('./table-worker.js', import.meta.url)));
        const end = () => {
            for (const one of team)
                void one.terminate();
        };
        for (const one of team) {
            const more = () => {
                const at = order[next++];
                if (at !== undefined)
                    one.postMessage({ at, description: asked[at] });
            };
            one.on('message', ({ at, cell: answer }) => {
                found[at] = answer;
                done(++answered, asked.length);
                if (answered === asked.length) {
                    end();
                    resolve(found);
                }
                else
                    more();
            });
            one.on('error', (error) => {
                end();
                reject(error instanceof Error ? error : new Error(String(error)));
            });
            more();
        }
    });
}
//# sourceMappingURL=table.js.map