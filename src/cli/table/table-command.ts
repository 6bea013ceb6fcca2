import type { TableResult } from '../../judge/table.ts';
import { exit, worstExit, type Exit } from '../../text/exit.ts';
import type { Io } from '../io.ts';
import { watched } from '../progress.ts';
import { askTable } from './ask-table.ts';
import { tableText } from '../../text/table.ts';

/** `finite-fence table`. */
export async function tableCommand(
  options: { readonly json?: true },
  io: Io,
  version: string,
): Promise<Exit> {
  const { show, done } = watched(io);
  show('the clause table');
  const results = await askTable(undefined, undefined, (answered, total) =>
    show(`the clause table: ${answered} of ${total} questions answered`),
  );
  done();

  if (options.json === true) io.out(asJson(results, version));
  else io.out(tableText(results, io.paint));

  return worstExit(results.map(exitOfRow));
}

/** An option with all of its clauses has to keep its promises, with one job of each kind. */
function exitOfRow({ row, cells }: TableResult): Exit {
  if (cells.some(({ cell }) => cell.verdict === 'incomplete')) return exit.ranOut;
  const whole = row.without === null && row.variant === null;
  return whole && cells[0]!.cell.verdict !== 'finite' ? exit.problem : exit.asExpected;
}

function asJson(results: readonly TableResult[], version: string): string {
  const rows = results.map(({ row, cells }) => ({
    ...row,
    cells: cells.map(({ scenario, cell }) => ({ scenario: scenario.head, ...cell })),
  }));
  return `${JSON.stringify({ schema: 2, version, rows }, null, 2)}\n`;
}
