/** A row of a table; a bar in a cell is escaped. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A table with these heads. */
export const table = (heads: readonly string[], rows: readonly string[]): readonly string[] => [
  row(heads),
  `|${heads.map(() => '---|').join('')}`,
  ...rows,
];
