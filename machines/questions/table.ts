import type { Description } from '../description/description.ts';
import type { ClauseId, OptionId, VariantId } from '../description/ids.ts';
import type { Column } from '../options/columns.ts';
import { options, variants } from '../options/index.ts';

/** A column of the table, and the options to which it applies; all if absent. */
export type Scenario = Column & { readonly of?: readonly OptionId[] };

const ofAll: readonly Scenario[] = [
  {
    head: '1+1',
    about:
      'a fenced job and a compute job that ends by itself, and another device whose fence depends on ours',
    with: {},
  },
  {
    head: 'LR',
    about: 'the same, with long-running compute jobs',
    with: { compute: 'long-running' },
  },
  { head: '2+2', about: 'two jobs of each kind', with: { jobs: { fenced: 2, faulting: 2 } } },
  {
    head: '2+2L',
    about: 'two jobs of each kind, long-running',
    with: { jobs: { fenced: 2, faulting: 2 }, compute: 'long-running' },
  },
  { head: 'solo', about: 'one job of each kind, no other device', with: { foreignDevice: false } },
  {
    head: '2eng',
    about: 'an engine for each kind of job, shared compute units, long-running',
    with: { engines: 'two', compute: 'long-running' },
  },
  { head: 'any', about: 'jobs reach the engine in any order', with: { submission: 'any-order' } },
];

/**
 * The columns of the clause table: first those that apply to all options, then those of single
 * options, in the order of the options.
 */
export const scenarios: readonly Scenario[] = [
  ...ofAll,
  ...[...new Set(options.flatMap(({ columns = [] }) => columns))].map((column) => ({
    ...column,
    of: options.filter(({ columns }) => columns?.includes(column)).map(({ name }) => name),
  })),
];

/** A row of the table: an option as it stands, without a clause, or with a weaker reading of one. */
export type TableRow = {
  readonly option: OptionId;
  readonly without: ClauseId | null;
  readonly variant: VariantId | null;
};

/** In the order of dma-buf.rst. */
export const tableRows: readonly TableRow[] = options.flatMap(({ name, clauses }) => {
  const option = name as OptionId;
  return [
    { option, without: null, variant: null },
    ...clauses.map((clause) => ({ option, without: clause.name as ClauseId, variant: null })),
    ...variants
      .filter(({ instead }) => instead.startsWith(`${name}/`))
      .map(({ clause }) => ({ option, without: null, variant: clause.name as VariantId })),
  ];
});

/** The description that one cell of the table asks about. */
export const cellOf = (
  { option, without, variant }: TableRow,
  scenario: Scenario,
): Description => ({
  driver: 'table',
  ...scenario.with,
  options: [option],
  ...(without === null ? {} : { without: [without] }),
  ...(variant === null ? {} : { variants: [variant] }),
});

/** Whether a scenario applies to an option. */
export const concerns = ({ of }: Scenario, option: OptionId): boolean =>
  of === undefined || of.includes(option);
