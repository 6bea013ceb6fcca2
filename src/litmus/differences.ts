/**
 * In what two questions differ, as data: one line for each leaf, or for each element of a list.
 * Lists whose elements have names, and lists of words, are sets: one element in place of another is
 * one difference. What is not plain data is compared by identity.
 */
export function differences(ours: unknown, theirs: unknown, path = ''): string[] {
  if (Object.is(ours, theirs)) return [];
  if (Array.isArray(ours) && Array.isArray(theirs)) return lists(ours, theirs, path);
  if (isPlain(ours) && isPlain(theirs)) {
    const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    return keys.flatMap((key) =>
      differences(ours[key], theirs[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return [`${path}: ${inWords(ours)}, ${inWords(theirs)}`];
}

function lists(one: readonly unknown[], other: readonly unknown[], path: string): string[] {
  const ours = keyed(one);
  const theirs = keyed(other);
  if (ours.size < one.length || theirs.size < other.length)
    return [`${path}: an element is there twice`];
  const gone = [...ours.keys()].filter((key) => !theirs.has(key));
  const come = [...theirs.keys()].filter((key) => !ours.has(key));
  const replaced = Array.from(
    { length: Math.max(gone.length, come.length) },
    (_, n) => `${path}: ${gone[n] ?? 'nothing'}, ${come[n] ?? 'nothing'}`,
  );
  const changed = [...ours].flatMap(([key, element]) =>
    theirs.has(key) ? differences(element, theirs.get(key), `${path}.${key}`) : [],
  );
  return [...replaced, ...changed];
}

/** Elements by what identifies them: a word, a name, or the place in the list. */
const keyed = (list: readonly unknown[]): Map<string, unknown> =>
  new Map(list.map((element, n) => [keyOf(element) ?? `[${n}]`, element]));

function keyOf(element: unknown): string | null {
  if (typeof element === 'string') return element;
  return isPlain(element) && typeof element['name'] === 'string' ? element['name'] : null;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

function inWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'object' && value !== null ? 'another' : String(value);
}
