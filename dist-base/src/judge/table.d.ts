import { type Scenario, type TableRow } from '../../machines/questions/table.ts';
import { type Cell } from './table-cell.ts';
/** A row and its cells, one a scenario that concerns its option. */
export type TableResult = {
    readonly row: TableRow;
    readonly cells: readonly {
        readonly scenario: Scenario;
        readonly cell: Cell;
    }[];
};
/** Asks all of the clause table, on as many processors as there are. */
export declare function table(rows?: readonly TableRow[], workers?: number, done?: (asked: number, of: number) => void): Promise<TableResult[]>;
