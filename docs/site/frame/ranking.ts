/** One thing that can be found: its name, what kind of thing it is, its address from the root of the site, one sentence, and further words. */
export type Entry = readonly [
  name: string,
  kind: string,
  address: string,
  says: string,
  words: string,
];

/** Kinds in the order in which equally good hits are shown: what is looked up by name comes first. */
const order: readonly string[] = [
  'rule',
  'litmus test',
  'threads',
  'call',
  'lifecycle',
  'option',
  'hazard',
  'use',
  'driver',
  'word',
  'page',
  'step',
  'section',
  'state',
  'code',
];

const rankOf = (kind: string): number => (order.indexOf(kind) + 1 || order.length + 1) / 100;

/** How well a name fits what is looked for: 0 is the name itself; null is not at all. */
function fit([name, kind, , says, words]: Entry, typed: string): number | null {
  const asked = typed.toLowerCase();
  const own = name.toLowerCase();
  const bare = own.replace(/\(\)$/, '');
  // In the very letters that were typed: PREEMPT is a litmus test, and preempt an option.
  if (name === typed) return rankOf(kind) - 1;
  if (own === asked || bare === asked) return rankOf(kind);
  if (own.startsWith(asked)) {
    const next = own.charAt(asked.length);
    return (/[\w]/.test(next) ? 2 : 1) + rankOf(kind);
  }
  const inside = own.indexOf(asked);
  if (inside > 0) return (/[a-z0-9]/.test(own.charAt(inside - 1)) ? 5 : 3) + rankOf(kind);
  if (` ${words} `.includes(` ${asked} `)) return 4 + rankOf(kind);
  if (words.includes(asked)) return 6 + rankOf(kind);
  return says.toLowerCase().includes(asked) ? 7 + rankOf(kind) : null;
}

/** The best entries for a text; every word of it must fit. */
export function found(entries: readonly Entry[], text: string, most = 12): readonly Entry[] {
  const asked = text.trim().replace(/\(\)$/, '');
  const parts = asked.split(/\s+/).filter((part) => part !== '');
  if (parts.length === 0) return [];
  const hits = entries.flatMap((entry, at) => {
    const whole = fit(entry, asked);
    const each = parts.map((part) => fit(entry, part));
    if (whole === null && each.includes(null)) return [];
    const score = whole ?? 8 + Math.max(...each.map((one) => one ?? 0));
    return [{ entry, at, score }];
  });
  return hits
    .sort((a, b) => a.score - b.score || a.entry[0].length - b.entry[0].length || a.at - b.at)
    .slice(0, most)
    .map(({ entry }) => entry);
}
