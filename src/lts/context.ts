/**
 * The name of a context in the name of a state: `'{pins:2}'`; empty for an empty context. Different
 * contexts have different names, as long as `unnameable` finds nothing in them.
 */
export function contextName(context: unknown): string {
  const entries = Object.entries((context ?? {}) as Record<string, unknown>);
  if (entries.length === 0) return '';
  const fields = entries.map(
    ([key, value]) => `${key}:${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
  return `{${fields.join(',')}}`;
}

/**
 * What in a context cannot be told apart by its name, and where; null if there is nothing. A
 * context is plain data: null, booleans, finite numbers, text, and lists and records of these.
 */
export function unnameable(context: unknown): { path: string; what: string } | null {
  return search(context, 'context', []);
}

/**
 * The first value below this one that no name can tell; `above` are the objects that it lies in.
 */
function search(
  value: unknown,
  path: string,
  above: readonly object[],
): { path: string; what: string } | null {
  const what = notPlain(value, above);
  if (what !== null) return { path, what };
  if (typeof value !== 'object' || value === null) return null;
  const inside = Array.isArray(value)
    ? Array.from(value, (element: unknown, n) => [`[${n}]`, element] as const)
    : Object.entries(value).map(([name, element]) => [`.${name}`, element as unknown] as const);
  for (const [key, element] of inside) {
    const unnameable = search(element, path + key, [...above, value]);
    if (unnameable !== null) return unnameable;
  }
  return null;
}

/** What a value is, if it is no plain data; null if it is. */
function notPlain(value: unknown, above: readonly object[]): string | null {
  if (value === undefined) return 'undefined';
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (above.includes(value)) return 'an object that contains itself';
  if (Object.getOwnPropertySymbols(value).length > 0) return 'an object with symbols as keys';
  return Array.isArray(value) ? null : classOf(value);
}

/** `'a Map'`; null for a plain record. */
function classOf(value: object): string | null {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
  if (prototype === null || prototype === Object.prototype) return null;
  return `a ${prototype.constructor?.name ?? 'special object'}`;
}
