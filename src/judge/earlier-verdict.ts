/** An object of JSON. */
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object whose key `rule` is `step`, in the same place. */
const withStep = (value: unknown): unknown =>
  isFields(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key === 'rule' ? 'step' : key, inner]),
      )
    : value;

const each = (list: unknown, change: (item: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map(change) : list;

/** A promise: what showed it was always found, since one engine alone answered. */
const promise = (value: unknown): unknown =>
  isFields(value) && 'waits' in value
    ? { ...value, waits: each(value['waits'], withStep), cut: false }
    : value;

/**
 * A verdict as `check --json` printed it, with what was a rule in schema 1 as a step. Schema 2 and
 * everything else is returned as it is: whoever reads it says what is wrong with it.
 */
export function currentVerdict(value: unknown): unknown {
  if (!isFields(value) || value['schema'] !== 1) return value;

  return {
    ...value,
    schema: 2,
    ...('promises' in value ? { promises: each(value['promises'], promise) } : {}),
    ...('leftOut' in value ? { leftOut: each(value['leftOut'], withStep) } : {}),
  };
}
