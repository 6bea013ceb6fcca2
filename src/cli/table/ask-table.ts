import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Description } from '../../../machines/description/description.ts';
import type { TableRow } from '../../../machines/questions/table.ts';
import { cell, type Cell } from '../../judge/table-cell.ts';
import { placesOf, tableOf, type TableResult } from '../../judge/table.ts';
import type { TableQuestion } from './table-worker.ts';

/** Whether this runs from TypeScript source, from which a worker cannot be started. */
const inSource = import.meta.url.endsWith('.ts');

/** Called after every answer. */
type Progress = (answered: number, total: number) => void;

/** Asks the whole clause table, on as many processors as there are. */
export async function askTable(
  rows?: readonly TableRow[],
  workers: number = inSource ? 1 : Math.min(8, availableParallelism()),
  progress: Progress = () => {},
): Promise<TableResult[]> {
  const places = placesOf(rows);
  const descriptions = places.map(({ description }) => description);
  const cells =
    workers < 2
      ? askHere(descriptions, progress)
      : await askTeam(descriptions, Math.min(workers, descriptions.length), progress);

  return tableOf(places, cells);
}

function askHere(descriptions: readonly Description[], progress: Progress): Cell[] {
  return descriptions.map((description, index) => {
    const answer = cell(description);
    progress(index + 1, descriptions.length);
    return answer;
  });
}

/** How much work a question is, roughly. */
const size = ({ jobs }: Description): number => (jobs?.fenced ?? 1) * (jobs?.faulting ?? 1);

/** Larger systems come first, so that no processor is left with one at the end. */
function askTeam(
  descriptions: readonly Description[],
  workers: number,
  progress: Progress,
): Promise<Cell[]> {
  const order = descriptions
    .map((_, index) => index)
    .sort((a, b) => size(descriptions[b]!) - size(descriptions[a]!) || a - b);
  const cells: Cell[] = [];
  let asked = 0;
  let answered = 0;

  return new Promise((resolve, reject) => {
    const team = Array.from(
      { length: workers },
      () => new Worker(new URL('./table-worker.js', import.meta.url)),
    );
    const dismiss = (): void => {
      for (const worker of team) void worker.terminate();
    };
    const askNext = (worker: Worker): void => {
      const index = order[asked++];
      if (index === undefined) return;
      worker.postMessage({ index, description: descriptions[index]! } satisfies TableQuestion);
    };

    for (const worker of team) {
      worker.on('message', (answer: { readonly index: number; readonly cell: Cell }) => {
        cells[answer.index] = answer.cell;
        progress(++answered, descriptions.length);
        if (answered < descriptions.length) return askNext(worker);
        dismiss();
        resolve(cells);
      });
      worker.on('error', (error) => {
        dismiss();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
      askNext(worker);
    }
  });
}
