import type { Description } from '../../machines/description/description.ts';
import {
  cellOf,
  concerns,
  scenarios,
  tableRows,
  type Scenario,
  type TableRow,
} from '../../machines/questions/table.ts';
import type { Cell } from './table-cell.ts';

/** A row and its cells, one for each scenario that concerns its option. */
export type TableResult = {
  readonly row: TableRow;
  readonly cells: readonly { readonly scenario: Scenario; readonly cell: Cell }[];
};

/** One place of the clause table, and the driver that is asked there. */
export type TablePlace = {
  readonly row: TableRow;
  readonly scenario: Scenario;
  readonly description: Description;
};

/** Every place of the clause table, row by row. */
export const placesOf = (rows: readonly TableRow[] = tableRows): TablePlace[] =>
  rows.flatMap((row) =>
    scenarios
      .filter((scenario) => concerns(scenario, row.option))
      .map((scenario) => ({ row, scenario, description: cellOf(row, scenario) })),
  );

/** The rows with their cells. @param cells one for each of `places`, in the same order */
export function tableOf(places: readonly TablePlace[], cells: readonly Cell[]): TableResult[] {
  const rows = [...new Set(places.map(({ row }) => row))];

  return rows.map((row) => ({
    row,
    cells: places.flatMap((place, index) =>
      place.row === row ? [{ scenario: place.scenario, cell: cells[index]! }] : [],
    ),
  }));
}
