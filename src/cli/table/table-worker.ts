import { parentPort } from 'node:worker_threads';
import type { Description } from '../../../machines/description/description.ts';
import { cell } from '../../judge/table-cell.ts';

/** One question of the table, by its number. */
export type TableQuestion = { readonly index: number; readonly description: Description };

parentPort?.on('message', ({ index, description }: TableQuestion) => {
  parentPort!.postMessage({ index, cell: cell(description) });
});
