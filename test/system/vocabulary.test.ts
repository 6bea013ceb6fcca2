import { describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { check } from '../../src/check/verdict.ts';
import { compose, type Spec } from '../../src/system/compose.ts';
import type { Row } from '../../src/system/vocabulary.ts';
import { naive } from '../naive/naive-checker.ts';

/**
 * What each construct of the vocabulary means, counted by hand in systems so small that every state
 * can be written down, and counted by the naive checker too, which shares nothing with the engine.
 */
const lamp = setup({
  types: { events: {} as { type: 'light' } | { type: 'dim' } },
}).createMachine({
  id: 'lamp',
  initial: 'dark',
  states: { dark: { on: { light: 'lit' } }, lit: { tags: ['bright'], on: { dim: 'dark' } } },
});
const says = { file: 'nowhere', says: 'the test says so' };
const parts = { lamp: { of: lamp, family: 'room' }, hall: { of: lamp } };
const actors = { porter: { fair: 'weak' } } as const;

/** One row of these steps over two lamps and a hall. */
const system = (steps: readonly object[], more: object = {}, spec: object = {}): Spec =>
  ({
    rows: [{ name: 'house', parts, steps, ...more } as unknown as Row],
    actors,
    sizes: { room: 2 },
    ...spec,
  }) as Spec;
const step = (name: string, moves: object, more: object = {}): object => ({
  name,
  actor: 'porter',
  moves,
  ...more,
});

const sizeAsFound = (size: unknown): string =>
  typeof size === 'string' ? `the text '${size}'` : String(size);

/** States and edges, which the engine and the naive checker must both count. */
function counts(spec: Spec): readonly [states: number, edges: number] {
  const program = compose(spec);
  const { states, edges } = check(program, { states: 1000 });
  expect(naive(program)).toMatchObject({ states, edges });
  return [states, edges];
}

describe('means what it says', () => {
  test('moves: all of these parts take their events together, or the step cannot happen', () => {
    // 00 → 11, from where nothing goes on.
    expect(counts(system([step('a', { 'lamp[i]': 'light', hall: 'light' })]))).toEqual([3, 2]);
  });

  test('two indices of one family in moves are two members', () => {
    const both = step('a', { 'lamp[i]': 'light', 'lamp[j]': 'light' });
    expect(counts(system([both]))).toEqual([2, 2]);
    expect(compose(system([both])).steps.map(({ name }) => name)).toEqual(['a[1,2]', 'a[2,1]']);
  });

  test('also: each of these takes its event where it accepts it', () => {
    const also = step('a', { 'lamp[i]': 'light' }, { also: { hall: 'light' } });
    // 00.0 → 10.1, 01.1 → 11.1: the hall is lit by the first and left alone by the second.
    expect(counts(system([also]))).toEqual([4, 4]);
  });

  test('also: [*] are the members that the step does not move already', () => {
    expect(
      counts(system([step('a', { 'lamp[i]': 'light' }, { also: { 'lamp[*]': 'light' } })])),
    ).toEqual([2, 2]);
  });

  test('also of another member: the step stands where its own member is that one', () => {
    const spec = system([step('a', { 'lamp[i]': 'light' }, { also: { 'lamp[j]': 'light' } })]);
    expect(compose(spec).steps.map(({ name, also }) => [name, also.length])).toEqual([
      ['a[1,1]', 0],
      ['a[1,2]', 1],
      ['a[2,1]', 1],
      ['a[2,2]', 0],
    ]);
    expect(counts(spec)).toEqual([4, 8]);
  });

  test('when: every line holds; [*] every member, [?] some member, a list is an or', () => {
    const all = [step('a', { 'lamp[i]': 'light' }), step('d', { 'lamp[i]': 'dim' })];
    const hall = (when: object): Spec => system([...all, step('h', { hall: 'light' }, { when })]);
    // Four states of the lamps with eight edges among them, in the dark hall and in the lit one.
    expect(counts(hall({ 'lamp[*]': 'lit' }))).toEqual([8, 16 + 1]);
    expect(counts(hall({ 'lamp[?]': 'lit' }))).toEqual([8, 16 + 3]);
    expect(counts(hall({ 'lamp[*]': ['lit', 'dark'] }))).toEqual([8, 16 + 4]);
    expect(counts(hall({ 'lamp[?]': '!lit' }))).toEqual([8, 16 + 3]);
    expect(counts(hall({ 'lamp[*]': '#bright' }))).toEqual([8, 16 + 1]);
    // Once for each member, as two steps.
    expect(counts(hall({ 'lamp[i]': 'lit' }))).toEqual([8, 16 + 4]);
  });

  test('any: one line holds; [*] is every member, as everywhere', () => {
    const all = [step('a', { 'lamp[i]': 'light' }), step('d', { 'lamp[i]': 'dim' })];
    const hall = (any: object): Spec => system([...all, step('h', { hall: 'light' }, { any })]);
    expect(counts(hall({ 'lamp[*]': 'lit' }))).toEqual([8, 16 + 1]);
    expect(counts(hall({ 'lamp[?]': 'lit' }))).toEqual([8, 16 + 3]);
    expect(counts(hall({ 'lamp[*]': 'lit', hall: 'lit' }))).toEqual([8, 16 + 1]);
    expect(counts(hall({ 'lamp[*]': 'lit', hall: 'dark' }))).toEqual([8, 16 + 4]);
    // Without a member, every member is lit and none is.
    const empty = { sizes: { room: 0 } };
    expect(counts({ ...hall({ 'lamp[*]': 'lit' }), ...empty })).toEqual([2, 1]);
    expect(counts({ ...hall({ 'lamp[?]': 'lit' }), ...empty })).toEqual([1, 0]);
  });

  test('each: an index that no part names gives one step for each member', () => {
    const spec = system([step('a', { hall: 'light' }, { each: { k: 'room' } })]);
    expect(counts(spec)).toEqual([2, 2]);
  });

  test('clauses: adds, forbids, requires, moves, also, joins', () => {
    const steps = [step('a', { 'lamp[i]': 'light' }), step('h', { hall: 'light' })];
    const under = (clause: object): readonly [number, number] =>
      counts(system(steps, {}, { clauses: [{ name: 'c', says, ...clause }] }));
    expect(counts(system(steps))).toEqual([8, 12]);
    expect(under({ adds: [step('dim', { hall: 'dim' })] })).toEqual([8, 16]);
    expect(under({ forbids: ['h'] })).toEqual([4, 4]);
    expect(under({ requires: { h: { 'lamp[*]': 'lit' } } })).toEqual([5, 5]);
    expect(under({ moves: { a: { hall: 'light' } } })).toEqual([4, 3]);
    expect(under({ also: { a: { hall: 'light' } } })).toEqual([5, 7]);
  });

  test('shares makes two parts one; separates keeps them apart', () => {
    const two = { hall: { of: lamp }, cellar: { of: lamp, shares: 'hall' } };
    const steps = [step('h', { hall: 'light' }), step('c', { cellar: 'light' })];
    const spec = system(steps, { parts: two });
    expect(counts(spec)).toEqual([2, 2]);
    const apart = [{ name: 'c', says, separates: ['cellar'] }];
    expect(counts({ ...spec, clauses: apart } as unknown as Spec)).toEqual([4, 4]);
  });

  test('promises and invariants: once for each member, in exactly the states of the condition', () => {
    const spec = system([step('a', { 'lamp[i]': 'light' })], {
      promises: [{ name: 'dark again', pending: { 'lamp[i]': 'lit' } }],
      invariants: [{ name: 'not all', never: { 'lamp[*]': 'lit' } }],
    });
    const program = compose(spec);
    const report = check(program, { states: 100 });
    const plain = naive(program);
    expect(
      report.promises.map(({ promise, pending, verdict }) => [promise, pending, verdict]),
    ).toEqual([
      ['dark again[1]', 2, 'deadlock'],
      ['dark again[2]', 2, 'deadlock'],
    ]);
    expect(plain.promises.map(({ pending, verdict }) => [pending, verdict])).toEqual([
      [2, 'deadlock'],
      [2, 'deadlock'],
    ]);
    expect(report.invariants.map(({ holds, run }) => [holds, run.length])).toEqual([[false, 2]]);
    expect(plain.broken).toEqual([1]);
  });
});

describe('is refused by name', () => {
  const light = step('a', { 'lamp[i]': 'light' });
  const cases: Readonly<Record<string, readonly [Spec, string]>> = {
    ...Object.fromEntries(
      [-1, 2.5, NaN, Infinity, '3', null, 20_000].map((size) => [
        `a size of ${JSON.stringify(size)}`,
        [
          system([light], {}, { sizes: { room: size } }),
          `size of family 'room' is ${sizeAsFound(size)}; expected a whole`,
        ] as const,
      ]),
    ),
    'a step that moves nothing': [system([step('a', {})]), 'step a: it moves nothing'],
    'a step whose moves are all optional': [
      system([step('a', {}, { also: { hall: 'light' } })]),
      'step a: it moves nothing',
    ],
    'a step with brackets': [system([step('a[1]', { hall: 'light' })]), 'step a[1]: a name has no'],
    'an any of nothing': [
      system([step('a', { hall: 'light' }, { any: {} })]),
      "step a: 'any' names",
    ],
    'no state': [
      system([step('a', { hall: 'light' }, { when: { hall: [] } })]),
      'step a: hall in no state',
    ],
    'an index that there is not': [
      system([step('a', { hall: 'light' }, { each: { n: 'room' } })]),
      "step a: each: unknown index 'n'",
    ],
    'a promise of nothing': [
      system([light], { promises: [{ name: 'p', pending: {} }] }),
      "promise p: 'pending' names no part",
    ],
    'an invariant of nothing': [
      system([light], { invariants: [{ name: 'p', never: { hall: undefined } }] }),
      "invariant p: 'never' names no part",
    ],
    'two promises of one name': [
      system([light], {
        promises: [{ name: 'p', pending: { hall: 'lit' } }],
        invariants: [{ name: 'p', never: { hall: 'lit' } }],
      }),
      "invariant p: there are two promises or invariants 'p'",
    ],
    'two promises of one name in two rows': [
      system(
        [light],
        {},
        {
          rows: ['house', 'garden'].map((name) => ({
            name,
            parts,
            steps: name === 'house' ? [light] : [],
            promises: [{ name: 'p', pending: { [name === 'house' ? 'hall' : 'lamp[i]']: 'lit' } }],
          })),
        },
      ),
      "promise p: there are two promises or invariants 'p', in rows 'house' and 'garden'",
    ],
    'an unknown fairness': [
      system([light], {}, { actors: { porter: { fair: 'week' } } }),
      "actor 'porter': unknown fairness 'week'; did you mean 'weak'?",
    ],
    'a state called like what every object has': [
      system([step('a', { hall: 'light' }, { when: { hall: 'constructor' } })]),
      "unknown state of lamp 'constructor'",
    ],
    'an actor called like what every object has': [
      system([{ name: 'a', actor: 'constructor', moves: { hall: 'light' } }]),
      "unknown actor 'constructor'",
    ],
    'a part that is no machine': [
      system([step('a', { hall: 'light' })], { parts: { hall: { of: {} } } }),
      "part hall: 'of' is no XState machine",
    ],
    'two optional moves of one member by two events': [
      system([step('a', { hall: 'light' }, { also: { 'lamp[i]': 'light', 'lamp[j]': 'dim' } })]),
      "'lamp[i]' and 'lamp[j]' are one part and cannot take two events",
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [spec, message]) => {
    let thrown = '';
    try {
      compose(spec);
    } catch (error) {
      thrown = (error as Error).message;
      expect((error as Error).name).toBe('Misuse');
    }
    expect(thrown).toContain(message);
    expect(thrown).not.toMatch(/\n/);
    expect(thrown.length).toBeLessThanOrEqual(160);
  });
});
