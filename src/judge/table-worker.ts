import { parentPort } from 'node:worker_threads';
import type { Description } from '../../machines/description/description.ts';
import { cell } from './table-cell.ts';

parentPort?.on(
  'message',
  ({ at, description }: { readonly at: number; readonly description: Description }) => {
    parentPort!.postMessage({ at, cell: cell(description) });
  },
);
