/**
 * Families of systems of known size, written in the words of a specification and composed like any
 * other.
 */
import { setup } from 'xstate';
import { compose } from '../dist/src/system/compose.js';
import { vocabulary } from '../dist/src/system/vocabulary.js';

/** A cycle of states; each event leads from one to the next. */
const ring = (id, ...steps) =>
  setup({}).createMachine({
    id,
    initial: steps[0][0],
    states: Object.fromEntries(
      steps.map(([state, event], at) => [
        state,
        { on: { [event]: steps[(at + 1) % steps.length][0] } },
      ]),
    ),
  });

/** 0 to `most`, up and down. */
const count = (id, most, up, down) =>
  setup({}).createMachine({
    id,
    initial: 'n0',
    states: Object.fromEntries(
      Array.from({ length: most + 1 }, (_, n) => [
        `n${n}`,
        {
          on: {
            ...(n < most ? { [up]: `n${n + 1}` } : {}),
            ...(n > 0 ? { [down]: `n${n - 1}` } : {}),
          },
        },
      ]),
    ),
  });

const range = (n) => Array.from({ length: n }, (_, at) => at);

/**
 * `processes` that take two of `resources` of a capacity each, in ascending order, and give them
 * back: deadlock free. Strongly fair processes are always served in the end. `ballast`: further
 * parts that never move, to lengthen the state.
 */
export function res(processes, resources, capacity, { ballast = 0, fair = 'strong' } = {}) {
  const process = ring(
    'process',
    ['idle', 'ask'],
    ['want', 'take_first'],
    ['first', 'take_second'],
    ['both', 'give_first'],
    ['second', 'give_second'],
    ['done', 'rest'],
  );
  const resource = count('resource', capacity, 'take', 'give');
  const parts = {};
  for (const r of range(resources)) parts[`resource${r}`] = { of: resource };
  for (const i of range(processes)) parts[`process${i}`] = { of: process };
  const wide = setup({}).createMachine({
    id: 'ballast',
    initial: 's0',
    states: Object.fromEntries(
      range(256).map((s) => [`s${s}`, { on: { turn: `s${(s + 1) % 256}` } }]),
    ),
  });
  for (const b of range(ballast)) parts[`ballast${b}`] = { of: wide };
  const steps = range(processes).flatMap((i) => {
    const [a, b] = [i % resources, (i + 1) % resources].sort((x, y) => x - y);
    const actor = `process${i}`;
    const step = (name, event, more) => ({
      name: `${name}${i}`,
      actor,
      moves: { [`process${i}`]: event, ...more },
    });
    return [
      step('ask', 'ask'),
      step('take_first', 'take_first', { [`resource${a}`]: 'take' }),
      step('take_second', 'take_second', { [`resource${b}`]: 'take' }),
      step('give_first', 'give_first', { [`resource${a}`]: 'give' }),
      step('give_second', 'give_second', { [`resource${b}`]: 'give' }),
      step('rest', 'rest'),
    ];
  });
  const { row } = vocabulary(parts);
  return compose({
    rows: [
      row({
        name: 'res',
        steps,
        promises: range(processes).map((i) => ({
          name: `served${i}`,
          pending: { [`process${i}`]: ['want', 'first'] },
        })),
      }),
    ],
    actors: Object.fromEntries(
      range(processes).map((i) => [
        `process${i}`,
        { fair, because: 'the resources are handed out in turn' },
      ]),
    ),
    sizes: {},
  });
}

/**
 * Philosophers who take the left fork, then the right one, and put them back in that order:
 * deadlock. Strongly fair forks change nothing.
 */
export function philosophers(n) {
  const philosopher = ring(
    'philosopher',
    ['thinking', 'take_left'],
    ['left', 'take_right'],
    ['eating', 'put_left'],
    ['right', 'put_right'],
  );
  const fork = ring('fork', ['lying', 'take'], ['held', 'put']);
  const parts = {};
  for (const i of range(n)) {
    parts[`philosopher${i}`] = { of: philosopher };
    parts[`fork${i}`] = { of: fork };
  }
  const steps = range(n).flatMap((i) =>
    [
      ['left', i],
      ['right', (i + 1) % n],
    ].flatMap(([side, f]) =>
      ['take', 'put'].map((what) => ({
        name: `${what}_${side}${i}`,
        actor: `philosopher${i}`,
        moves: { [`philosopher${i}`]: `${what}_${side}`, [`fork${f}`]: what },
      })),
    ),
  );
  const { row } = vocabulary(parts);
  return compose({
    rows: [
      row({
        name: 'philosophers',
        steps,
        promises: range(n).map((i) => ({
          name: `eats${i}`,
          pending: { [`philosopher${i}`]: 'left' },
        })),
      }),
    ],
    actors: Object.fromEntries(range(n).map((i) => [`philosopher${i}`, { fair: 'weak' }])),
    sizes: {},
  });
}

/** One lock that many readers or one writer hold; a queue of none. Readers can starve a writer. */
export function readers(many, writers) {
  const user = ring('user', ['idle', 'ask'], ['waiting', 'enter'], ['inside', 'leave']);
  const lock = setup({}).createMachine({
    id: 'lock',
    initial: 'r0',
    states: {
      ...Object.fromEntries(
        range(many + 1).map((r) => [
          `r${r}`,
          {
            on: {
              ...(r < many ? { enter: `r${r + 1}` } : {}),
              ...(r > 0 ? { leave: `r${r - 1}` } : { seize: 'w' }),
            },
          },
        ]),
      ),
      w: { on: { release: 'r0' } },
    },
  });
  const parts = { lock: { of: lock } };
  const names = [
    ...range(many).map((i) => [`reader${i}`, 'enter', 'leave']),
    ...range(writers).map((i) => [`writer${i}`, 'seize', 'release']),
  ];
  for (const [name] of names) parts[name] = { of: user };
  const steps = names.flatMap(([name, enter, leave]) => [
    { name: `ask_${name}`, actor: name, moves: { [name]: 'ask' } },
    { name: `enter_${name}`, actor: name, moves: { [name]: 'enter', lock: enter } },
    { name: `leave_${name}`, actor: name, moves: { [name]: 'leave', lock: leave } },
  ]);
  const { row } = vocabulary(parts);
  return compose({
    rows: [
      row({
        name: 'readers',
        steps,
        promises: names.map(([name]) => ({
          name: `served_${name}`,
          pending: { [name]: 'waiting' },
        })),
      }),
    ],
    actors: Object.fromEntries(names.map(([name]) => [name, { fair: 'weak' }])),
    sizes: {},
  });
}
