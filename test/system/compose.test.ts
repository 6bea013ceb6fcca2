import { describe, expect, test } from 'vitest';
import { setup } from 'xstate';
import { search } from '../../src/explore/search.ts';
import { compose, type Spec } from '../../src/system/compose.ts';
import { Misuse } from '../../src/system/misuse.ts';
import { fire, sealed, stateName, type Program, type Step } from '../../src/system/program.ts';
import { vocabulary, type Clause, type Row } from '../../src/system/vocabulary.ts';

const lamp = setup({
  types: { events: {} as { type: 'on' } | { type: 'off' } | { type: 'dim' } },
}).createMachine({
  id: 'lamp',
  initial: 'dark',
  states: {
    dark: { on: { on: 'lit' } },
    lit: {
      initial: 'bright',
      on: { off: 'dark' },
      states: { bright: { on: { dim: 'soft' } }, soft: {} },
    },
  },
});
const key = setup({ types: { events: {} as { type: 'take' } | { type: 'leave' } } }).createMachine({
  id: 'key',
  initial: 'hangs',
  states: { hangs: { on: { take: 'taken' } }, taken: { on: { leave: 'hangs' } } },
});

const v = vocabulary({
  lamp: { of: lamp, family: 'room', title: 'lamp of room' },
  key: { of: key },
  spare: { of: key, shares: 'key' },
} as const);
const light = v.steps(
  {
    name: 'light',
    actor: 'guest[i]',
    moves: { 'lamp[i]': 'on', key: 'take' },
    when: { 'lamp[?]': 'dark' },
  },
  {
    name: 'dark',
    actor: 'guest[i]',
    moves: { 'lamp[i]': 'off' },
    also: { key: 'leave', 'lamp[*]': 'dim' },
  },
  { name: 'pass', actor: 'porter', moves: { 'lamp[i]': 'on', 'lamp[j]': 'off' } },
);
const hotel: Row = v.row({
  name: 'hotel',
  steps: light,
  promises: [{ name: 'dark again', pending: { 'lamp[i]': 'lit' } }],
}) as Row;
const says = { file: 'house-steps.txt', says: 'One lamp at a time.' };
const spec: Spec = {
  rows: [hotel],
  actors: {
    guest: { fair: 'weak' },
    porter: { fair: 'none' },
    master: { fair: 'strong', because: 'it is his house' },
  },
  sizes: { room: 2 },
};

const step = (program: Program, name: string): Step =>
  program.steps.find((one) => one.name === name)!;
const row = (more: object): Row => ({ name: 'more', parts: v.parts, steps: [], ...more }) as Row;
const withStep = (more: object): Spec => ({
  ...spec,
  rows: [
    hotel,
    row({ steps: [{ name: 'extra', actor: 'porter', moves: { key: 'take' }, ...more }] }),
  ],
});
const withClause = (...clauses: object[]): Spec => ({
  ...spec,
  clauses: clauses.map((one, at) => ({ name: `c${at}`, says, ...one }) as Clause),
});
const states = (program: Program, { some }: Step['when'][number]): string[][] =>
  some.map(({ part, in: locals }) => locals.map((local) => stateName(program, part, local)));

describe('a program', () => {
  const program = compose(spec);

  test('has its parts in the order of declaration, members numbered from 1', () => {
    expect(
      program.parts.map(({ name, title, family, index }) => [name, title, family, index]),
    ).toEqual([
      ['lamp[1]', 'lamp of room 1', 'room', 1],
      ['lamp[2]', 'lamp of room 2', 'room', 2],
      ['key', 'key', null, null],
    ]);
    expect(program.tables.map(({ lifecycle }) => lifecycle)).toEqual(['lamp', 'key']);
    expect(compose({ ...spec, sizes: { room: 1 } }).parts[0]!.name).toBe('lamp[1]');
  });

  test('has a step a binding, the first index slowest; a part is not moved twice', () => {
    expect(program.steps.map(({ name }) => name)).toEqual([
      'light[1]',
      'light[2]',
      'dark[1]',
      'dark[2]',
      'pass[1,2]',
      'pass[2,1]',
    ]);
    expect(compose({ ...spec, sizes: { room: 1 } }).steps.map(({ name }) => name)).toEqual([
      'light[1]',
      'dark[1]',
    ]);
  });

  test('has an actor a member where the steps say so', () => {
    expect(program.actors.map(({ name, of, fair }) => [name, of, fair])).toEqual([
      ['guest[1]', 'guest', 'weak'],
      ['guest[2]', 'guest', 'weak'],
      ['porter', 'porter', 'none'],
    ]);
  });

  test('also means those others that can', () => {
    const { also, moves } = step(program, 'dark[1]');
    expect(moves.map(({ part }) => part)).toEqual([0]);
    expect(also.map(({ part }) => part)).toEqual([2, 1]);
    const [dark, bright] = ['dark', 'lit.bright'].map((name) =>
      program.tables[0]!.states.indexOf(name),
    ) as [number, number];
    const after = fire(program, step(program, 'dark[1]'), [bright, bright, 0])!;
    expect(after.map((local, part) => stateName(program, part, local))).toEqual([
      'dark',
      'lit.soft',
      'hangs',
    ]);
    expect(fire(program, step(program, 'dark[1]'), [bright, dark, 0])).toEqual([dark, dark, 0]);
    expect(fire(program, step(program, 'dark[1]'), [dark, bright, 0])).toBeNull();
  });

  test('guards: some, every, a member, a list, a parent state, anywhere but', () => {
    const when = (at: object): string[][][] => {
      const made = compose(withStep({ when: at }));
      return step(
        made,
        made.steps.some(({ name }) => name === 'extra') ? 'extra' : 'extra[1]',
      ).when.map((one) => states(made, one));
    };
    const lit = ['lit.bright', 'lit.soft'];
    expect(when({ 'lamp[?]': 'lit' })).toEqual([[lit, lit]]);
    expect(when({ 'lamp[*]': 'lit' })).toEqual([[lit], [lit]]);
    expect(when({ 'lamp[i]': 'lit' })).toEqual([[lit]]);
    expect(when({ 'lamp[i]': ['dark', 'lit.soft'] })).toEqual([[['dark', 'lit.soft']]]);
    expect(when({ 'lamp[i]': '!lit' })).toEqual([[['dark']]]);
    expect(when({ 'lamp[i]': '!lit.soft', key: 'taken' })).toEqual([
      [['dark', 'lit.bright']],
      [['taken']],
    ]);
  });

  test('any: at least one holds, and an absent part cannot', () => {
    const made = compose(withStep({ any: { key: 'taken', 'lamp[*]': 'lit', cellar: 'open' } }));
    // Every lamp is lit: multiplied out, one conjunct for each lamp.
    expect(step(made, 'extra').when.map(({ some }) => some.map(({ part }) => part))).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect(
      step(compose(withStep({ any: { cellar: 'open' } })), 'extra').when.map(({ some }) => some),
    ).toEqual([[]]);
  });

  test('promises come once a member', () => {
    expect(program.promises.map(({ name, of }) => [name, of])).toEqual([
      ['dark again[1]', 'dark again'],
      ['dark again[2]', 'dark again'],
    ]);
  });

  test('its digest is the same for the same spec and no other', () => {
    expect(program.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(compose({ ...spec, rows: [{ ...hotel }] }).digest).toBe(program.digest);
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
    const others = [
      compose({ ...spec, sizes: { room: 3 } }),
      compose(withClause({ forbids: ['pass'] })),
      compose({ ...spec, actors: { ...spec.actors, porter: { fair: 'weak' } } }),
    ];
    expect(new Set([program, ...others].map(({ digest }) => digest)).size).toBe(4);
    expect(sealed({ ...program, digest: '' } as Program).digest).toBe(program.digest);
  });
});

describe('what a system lacks', () => {
  const cellar = vocabulary({ ...v.parts, cellar: { of: key } } as const);
  const stairs = {
    name: 'stairs',
    parts: v.parts,
    steps: [
      { name: 'go_down', actor: 'porter', moves: { cellar: 'take', key: 'take' } },
      { name: 'call', actor: 'porter', moves: { key: 'take' }, also: { cellar: 'take' } },
    ],
  } as unknown as Row;

  test('a step that moves an absent part is left out, and listed', () => {
    const program = compose({ ...spec, rows: [hotel, stairs] });
    expect(program.leftOut).toEqual([{ step: 'go_down', lacks: 'cellar' }]);
    expect(program.steps.some(({ of }) => of === 'go_down')).toBe(false);
    expect(
      compose({ ...spec, rows: [hotel, { ...stairs, parts: cellar.parts } as unknown as Row] })
        .leftOut,
    ).toEqual([]);
  });

  test('going along is not asked of an absent part', () => {
    expect(step(compose({ ...spec, rows: [hotel, stairs] }), 'call').also).toEqual([]);
    expect(
      step(
        compose({ ...spec, rows: [hotel, { ...stairs, parts: cellar.parts } as unknown as Row] }),
        'call',
      ).also.length,
    ).toBe(1);
  });

  test('a guard on an absent part is an error, in a step that is left out too', () => {
    for (const moves of [{ key: 'take' }, { cellar: 'take' }]) {
      expect(() => compose(withStep({ moves, when: { cellar: 'taken' } }))).toThrow(
        "step extra: unknown part 'cellar'; there are: lamp, key, spare",
      );
    }
  });
});

describe('clauses', () => {
  const full = withClause(
    { adds: [{ name: 'dust', actor: 'porter', moves: { key: 'take' } }] },
    { requires: { light: { key: 'hangs' }, dust: { 'lamp[*]': 'dark' } } },
    { moves: { pass: { key: 'take' } } },
    { also: { light: { 'lamp[*]': 'dim' } } },
  );

  test('add steps, guards, moves and company, and each remembers whose it is', () => {
    const program = compose(full);
    expect(step(program, 'dust').origin).toEqual({ row: null, clause: 'c0', cite: says });
    expect(step(program, 'light[1]').origin).toEqual({ row: 'hotel', clause: null, cite: null });
    expect(step(program, 'light[1]').when.map(({ origin }) => origin.clause)).toEqual([null, 'c1']);
    expect(step(program, 'dust').when.map(({ origin }) => origin.clause)).toEqual(['c1', 'c1']);
    expect(step(program, 'pass[1,2]').moves.map(({ origin }) => origin.clause)).toEqual([
      null,
      null,
      'c2',
    ]);
    expect(step(program, 'light[1]').also.map(({ part, origin }) => [part, origin.clause])).toEqual(
      [[1, 'c3']],
    );
  });

  test('left out, nothing is left of them, and nothing else goes', () => {
    for (let leftOut = 0; leftOut < 4; leftOut++) {
      const without = {
        ...full,
        known: ['dust'],
        clauses: full.clauses!.filter((_, n) => n !== leftOut),
      };
      expect(JSON.stringify(compose(without))).not.toContain(`"c${leftOut}"`);
      for (let other = 0; other < 4; other++)
        if (other !== leftOut) expect(JSON.stringify(compose(without))).toContain(`"c${other}"`);
    }
    const nothing = compose({ ...full, clauses: [], known: ['dust'] });
    expect(nothing).toEqual(compose(spec));
  });

  test('a constraint left out frees states and takes none', () => {
    const size = (one: Spec): number => search(compose(one), { states: 10_000 }).size;
    const free = withStep({ moves: { 'lamp[i]': 'dim' } });
    const held = {
      ...free,
      clauses: withClause({ requires: { extra: { key: 'hangs' } } }).clauses!,
    };
    const edges = (one: Spec): Set<string> => {
      const { program, to, by, first, size: n, locals } = search(compose(one), { states: 10_000 });
      return new Set(
        Array.from({ length: n }, (_, s) =>
          Array.from(
            to.slice(first[s], first[s + 1]),
            (t, e) =>
              `${locals(s).join()} ${program.steps[by[first[s]! + e]!]!.name} ${locals(t).join()}`,
          ),
        ).flat(),
      );
    };
    const [of, than] = [edges(held), edges(free)];
    expect([...of].filter((edge) => !than.has(edge))).toEqual([]);
    expect(size(held)).toBeLessThan(size(free));
  });

  test('may forbid a step, two of them the same one', () => {
    const program = compose(withClause({ forbids: ['pass'] }, { forbids: ['pass', 'light'] }));
    expect([...new Set(program.steps.map(({ of }) => of))]).toEqual(['dark']);
  });

  test('may speak of a step that another system has', () => {
    expect(
      compose({
        ...withClause({ requires: { dust: { key: 'hangs' } }, forbids: ['dust'] }),
        known: ['dust'],
      }),
    ).toEqual(compose(spec));
  });
});

describe('one thing under two names', () => {
  test('is one part, until a clause separates it', () => {
    const shared = compose(withStep({ moves: { spare: 'take' } }));
    expect(shared.parts.map(({ name }) => name)).toEqual(['lamp[1]', 'lamp[2]', 'key']);
    expect(step(shared, 'extra').moves[0]!.part).toBe(2);
    const apart = compose({
      ...withStep({ moves: { spare: 'take' } }),
      clauses: withClause({ separates: ['spare'] }).clauses!,
    });
    expect(apart.parts.map(({ name }) => name)).toEqual(['lamp[1]', 'lamp[2]', 'key', 'spare']);
    expect(step(apart, 'extra').moves[0]!.part).toBe(3);
  });

  test('is made so by a clause that joins', () => {
    const two = {
      ...spec,
      rows: [
        hotel,
        {
          name: 'two',
          parts: { other: { of: key } },
          steps: [{ name: 'other', actor: 'porter', moves: { other: 'take' } }],
        } as unknown as Row,
      ],
    };
    expect(compose(two).parts.length).toBe(4);
    const joined = compose({
      ...two,
      clauses: [{ name: 'join', says, joins: { other: 'key' } } as Clause],
    });
    expect(joined.parts.map(({ name }) => name)).toEqual(['lamp[1]', 'lamp[2]', 'key']);
    expect(step(joined, 'other').moves[0]!.part).toBe(2);
  });

  test('takes one event once, and no two', () => {
    expect(
      step(compose(withStep({ moves: { key: 'take', spare: 'take' } })), 'extra').moves.length,
    ).toBe(1);
    expect(() => compose(withStep({ moves: { key: 'take', spare: 'leave' } }))).toThrow(
      "step extra: 'key' and 'spare' are one part and cannot take two events",
    );
  });
});

describe('every refusal says where, what was found and what there is', () => {
  const refusals: Record<string, readonly [Spec, string]> = {
    'a part': [
      withStep({ moves: { lmap: 'on', 'lamp[i]': 'on' }, when: { 'lmap[i]': 'lit' } }),
      "step extra: unknown part 'lmap'; did you mean 'lamp'? There are: lamp, key, spare",
    ],
    'a reference': [
      withStep({ moves: { 'lamp[x]': 'on' } }),
      "'lamp[x]' names no part; write 'part', 'part[i]', 'part[*]' or 'part[?]'",
    ],
    'a family without index': [
      withStep({ moves: { lamp: 'on' } }),
      "step extra: 'lamp' is a family; write 'lamp[i]', 'lamp[*]' or 'lamp[?]'",
    ],
    'one part with index': [
      withStep({ moves: { 'key[i]': 'take' } }),
      "step extra: 'key' is one part, not a family; write 'key'",
    ],
    'a move of some part': [
      withStep({ moves: { 'lamp[?]': 'on' } }),
      "step extra: 'lamp[?]' moves no part in particular; [?] is for guards",
    ],
    'an event': [
      withStep({ moves: { key: 'tkae' } }),
      "step extra: unknown event of key 'tkae'; did you mean 'take'? There are: take, leave",
    ],
    'a state': [
      withStep({ when: { key: 'lost' } }),
      "step extra: unknown state of key 'lost'; there are: hangs, taken",
    ],
    'a state under !': [
      withStep({ when: { 'lamp[*]': '!lid' } }),
      "step extra: unknown state of lamp '!lid'; did you mean 'lit'? There are: dark, lit.bright, lit, lit.soft",
    ],
    'an actor': [
      withStep({ actor: 'geust' }),
      "step extra: unknown actor 'geust'; did you mean 'guest'? There are: guest, porter, master",
    ],
    'an actor with an index that is not there': [
      withStep({ actor: 'guest[j]' }),
      "step extra: actor 'guest[j]' has an index that the step's parts do not have",
    ],
    'an actor alone and in a family': [
      withStep({ actor: 'guest' }),
      "step extra: actor 'guest' acts for members of 'room' elsewhere and of 'null' here; give them two names",
    ],
    'strong for no reason': [
      { ...withStep({ actor: 'master' }), actors: { ...spec.actors, master: { fair: 'strong' } } },
      "actor 'master' is strongly fair: say because of what",
    ],
    'a family of no size': [
      { ...spec, sizes: { rooms: 2 } },
      "lamp: unknown family 'room'; did you mean 'rooms'? There are: rooms",
    ],
    'a step twice': [
      { ...spec, rows: [hotel, row({ steps: [light[0]] })] },
      "step 'light' is declared twice",
    ],
    'an index of two families': [
      {
        ...spec,
        rows: [
          hotel,
          {
            name: 'x',
            parts: { door: { of: key, family: 'floor' } },
            steps: [{ name: 'x', actor: 'porter', moves: { 'door[i]': 'take', 'lamp[i]': 'on' } }],
          } as unknown as Row,
        ],
        sizes: { room: 2, floor: 1 },
      },
      "step x: index i runs over both 'floor' and 'room'",
    ],
    'a part of two lifecycles': [
      {
        ...spec,
        rows: [hotel, { name: 'x', parts: { key: { of: lamp } }, steps: [] } as unknown as Row],
      },
      "row x: part 'key' has the lifecycle 'lamp'; in row hotel it has 'key'",
    ],
    'a part of two families': [
      {
        ...spec,
        rows: [
          hotel,
          { name: 'x', parts: { key: { of: key, family: 'room' } }, steps: [] } as unknown as Row,
        ],
      },
      "row x: part 'key' is of the family 'room'; in row hotel it is of none",
    ],
    'a clause about an unknown step': [
      withClause({ requires: { lihgt: {} } }),
      "clause c0: unknown step 'lihgt'; did you mean 'light'? There are: light, dark, pass",
    ],
    'a clause that forbids an unknown step': [
      withClause({ forbids: ['passs'] }),
      "clause c0: unknown step 'passs'; did you mean 'pass'? There are: light, dark, pass",
    ],
    'a clause that separates an unknown part': [
      withClause({ separates: ['spar'] }),
      "clause c0: unknown part 'spar'; did you mean 'spare'? There are: lamp, key, spare",
    ],
    'parts joined whose lifecycles differ': [
      withClause({ joins: { key: 'lamp' } }),
      "parts 'key' and 'lamp' cannot be one: their lifecycles differ",
    ],
    'parts joined whose families differ': [
      {
        ...withClause({ joins: { torch: 'lamp' } }),
        rows: [hotel, { name: 'x', parts: { torch: { of: lamp } }, steps: [] } as unknown as Row],
      },
      "parts 'torch' and 'lamp' cannot be one: their families differ, 'none' and 'room'",
    ],
    'parts joined in a circle': [
      withClause({ joins: { key: 'spare' } }),
      'shares itself in a circle',
    ],
    'a promise about two members': [
      {
        ...spec,
        rows: [
          hotel,
          row({ promises: [{ name: 'both', pending: { 'lamp[i]': 'lit', 'lamp[j]': 'lit' } }] }),
        ],
      },
      'promise both: one index at most',
    ],
    'a promise whose index runs over two families': [
      {
        ...spec,
        sizes: { ...spec.sizes, floor: 1 },
        rows: [
          hotel,
          {
            name: 'x',
            parts: { torch: { of: lamp, family: 'floor' } },
            steps: [],
            promises: [{ name: 'both', pending: { 'lamp[i]': 'lit', 'torch[i]': 'lit' } }],
          } as unknown as Row,
        ],
      },
      "promise both: index i runs over both 'room' and 'floor'",
    ],
    'a promise about an unknown state': [
      { ...spec, rows: [hotel, row({ promises: [{ name: 'both', pending: { key: 'gone' } }] })] },
      "promise both: unknown state of key 'gone'; there are: hangs, taken",
    ],
  };
  test.each(Object.keys(refusals))('%s', (name) => {
    const [made, message] = refusals[name]!;
    let error: unknown = null;
    try {
      compose(made);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(Misuse);
    expect((error as Error).message).toContain(message);
  });
});
