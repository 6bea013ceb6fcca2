import { understand, type Complaint } from '../../../machines/description/complaints.ts';
import type { Described } from '../../../machines/description/description.ts';

/** What is wrong with a description: the same lines as the command line's, in its order. */
function complaintsOf(described: unknown): readonly Complaint[] {
  const read = understand(described);
  return 'described' in read ? [] : read.complaints;
}

/**
 * What would be wrong with `next`, which has `word` in addition, that is not wrong already: why it
 * cannot be had beside the others. A reason that is told of both of a pair is told once.
 */
export function refusedNext(
  now: readonly Complaint[],
  next: Described,
  list: keyof Described,
  word: string,
): readonly string[] {
  const fresh = complaintsOf(next).filter(({ line }) => !now.some((one) => one.line === line));
  return byWord(next, fresh).get(`${list}:${word}`) ?? fresh.map(({ line }) => line);
}

/** The words in a list of the description that these complaints are about, by list and word. */
export function byWord(
  described: Described,
  complaints: readonly Complaint[],
): ReadonlyMap<string, readonly string[]> {
  const linesOf = new Map<string, string[]>();
  for (const {
    path: [field, index],
    line,
  } of complaints) {
    const list: unknown = described[field as keyof Described];
    if (!Array.isArray(list) || typeof index !== 'number') continue;
    const key = `${field}:${String(list[index])}`;
    linesOf.set(key, [...(linesOf.get(key) ?? []), line]);
  }
  return linesOf;
}

/**
 * The description without whatever there is a complaint about. Taking one thing away may show
 * another that is wrong: so again, until nothing is.
 */
export function withoutWrong(described: Described): Described {
  const left = structuredClone(described) as unknown as Record<string, unknown>;
  for (let round = 0; round < 20; round++) {
    const complaints = complaintsOf(left);
    if (complaints.length === 0) break;
    // From the end: a place in a list moves with what goes before it.
    for (const {
      path: [field, within],
    } of [...complaints].reverse()) {
      const value = left[String(field)];
      if (Array.isArray(value) && typeof within === 'number') value.splice(within, 1);
      else if (within !== undefined && typeof value === 'object' && value !== null)
        delete (value as Record<string, unknown>)[within];
      else if (field === undefined || field === 'driver') left['driver'] = 'mine';
      else delete left[field];
    }
  }
  return left as unknown as Described;
}
