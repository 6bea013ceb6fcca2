/** Parts to the states in which they must be, as steps of threads are written. */
export type Condition = Readonly<Record<string, string | readonly string[]>>;

/** Both hold. Where both speak of one part, each says a list of states. */
export function both(one: Condition, other: Condition): Condition {
  const found = { ...one };
  for (const [part, at] of Object.entries(other)) {
    const was = found[part];
    if (was === undefined) found[part] = at;
    else {
      const list = Array.isArray(was) ? was : [was as string];
      found[part] = (Array.isArray(at) ? at : [at as string]).filter((state) =>
        list.includes(state),
      );
    }
  }
  return found;
}
