import { parentPort } from 'node:worker_threads';
import { cell } from "./table-cell.js";
parentPort?.on('message', ({ at, description }) => {
    parentPort.postMessage({ at, cell: cell(description) });
});
//# sourceMappingURL=table-worker.js.map