/** Parts to the states in which they must be, as steps of threads are written. */
export type Condition = Readonly<Record<string, string | readonly string[]>>;

/** Both hold. Where both speak of one part, each says a list of states. */
export function both(one: Condition, other: Condition): Condition {
  const joined = { ...one };
  for (const [part, states] of Object.entries(other)) {
    const was = joined[part];
    if (was === undefined) joined[part] = states;
    else {
      const list = Array.isArray(was) ? was : [was as string];
      joined[part] = (Array.isArray(states) ? states : [states as string]).filter((state) =>
        list.includes(state),
      );
    }
  }
  return joined;
}
