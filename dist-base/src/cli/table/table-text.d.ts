import type { Io } from '../io.ts';
import type { Cell } from '../../judge/table-cell.ts';
import type { TableResult } from '../../judge/table.ts';
/** `.` or `Dfa`: the worst verdict, and all that is broken. */
export declare function short({ verdict, broken }: Cell): string;
/** The clause table, 80 wide. */
export declare function tableText(results: readonly TableResult[], paint: Io['paint']): string;
/** Whether a row says the same as its option with all clauses, everywhere. */
export declare function turnsNothing(results: readonly TableResult[], { row, cells }: TableResult): boolean;
