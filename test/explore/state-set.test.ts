import { describe, expect, test } from 'vitest';
import { batchOf } from '../../src/explore/batch.ts';
import { stateSet } from '../../src/explore/state-set.ts';
import { dice } from './random-program.ts';

/**
 * Interns `many` random states of so many lanes, with repetitions, batch by batch; what differs
 * from a map from texts to numbers.
 */
function wrong(
  lanes: number,
  many: number,
  values: number,
  hash: (words: readonly number[]) => number,
  until = 1,
): string[] {
  const roll = dice(many + lanes);
  const batch = batchOf(lanes, 0);
  const set = stateSet(
    lanes,
    (rows, from, end, into) => {
      for (let state = from; state < end; state++)
        into[state - from] = hash([...rows.subarray(state * lanes, (state + 1) * lanes)]);
    },
    batch,
  );
  const known = new Map<string, number>();
  const complaints: string[] = [];
  for (let left = many; left > 0;) {
    const n = Math.min(left, 1 + roll(batch.room));
    left -= n;
    const words: number[][] = Array.from({ length: n }, () =>
      Array.from({ length: lanes }, () => roll(values) - (values >> 1)),
    );
    words.forEach((row, i) => {
      batch.rows.set(row, i * lanes);
      batch.hash[i] = hash(row);
    });
    set.reserve(set.count() + n);
    set.probe(batch, n);
    for (let piece = 1; piece <= until; piece++) {
      const end = Math.floor((n * piece) / until);
      const before = set.count();
      const more = set.intern(batch, end);
      for (let k = 0; k < more; k++) {
        const key = words[batch.fresh[k]!]!.join();
        if (known.has(key)) complaints.push(`${key} is not new`);
        known.set(key, before + k + 1);
      }
      if (set.count() !== known.size) complaints.push(`${set.count()} states, not ${known.size}`);
    }
    for (let i = 0; i < n; i++) {
      const is = batch.number[i]! < 0 ? batch.number[~batch.number[i]!]! : batch.number[i]!;
      if (known.get(words[i]!.join()) !== is)
        complaints.push(`${words[i]!.join()} is ${is}, not ${known.get(words[i]!.join())}`);
    }
  }
  for (const [key, number] of known)
    if (
      set
        .rows()
        .subarray(number * lanes, (number + 1) * lanes)
        .join() !== key
    )
      complaints.push(`row ${number} is not ${key}`);
  return complaints;
}

test('more states than the index can number are refused before anything is moved', () => {
  const batch = batchOf(1, 0);
  const set = stateSet(
    1,
    () => {
      throw new Error('nothing was to be moved');
    },
    batch,
  );
  expect(() => {
    set.reserve(Math.floor((2 ** 31 * 13) / 16));
  }).toThrow(RangeError);
  expect(() => set.bytesFor(2 ** 31)).toThrow(RangeError);
  set.reserve(10);
  batch.rows[0] = 7;
  set.probe(batch, 1);
  expect([set.intern(batch, 1), set.count(), set.rows()[1]]).toEqual([1, 1, 7]);
});

const linear = (words: readonly number[]): number =>
  words.reduce((sum, word, lane) => (sum + Math.imul(word, 0x9e3779b1 + 2 * lane)) | 0, 0);

describe('the set of states', () => {
  test.each([
    [1, 60_000],
    [2, 300],
    [3, 50],
    [5, 8],
  ])(
    'numbers states of %i lanes in the order in which they came, while its index grows',
    (lanes, values) => {
      expect(wrong(lanes, 120_000, values, linear)).toEqual([]);
    },
  );

  test('does so piece by piece of a batch', () => {
    expect(wrong(2, 30_000, 120, linear, 7)).toEqual([]);
  });

  test.each([
    ['equal for all', () => 7],
    ['one of forty', (words: readonly number[]) => words[0]! % 40],
    ['the same for neighbours', (words: readonly number[]) => words[0]! >> 5],
  ])('does so where the hash is %s', (_, hash) => {
    expect(wrong(2, 12_000, 90, hash)).toEqual([]);
  });
});
