/** Families of systems of known size, written in the words of a specification and composed like any other. */
import { setup } from 'xstate';
import { compose } from '../dist/src/system/compose.js';
import { vocabulary } from '../dist/src/system/vocabulary.js';

/** A cycle of states; each event leads from one to the next. */
const ring = (id, ...steps) => setup({}).createMachine({
  id, initial: steps[0][0],
  states: Object.fromEntries(steps.map(([state, event], at) => [state, { on: { [event]: steps[(at + 1) % steps.length][0] } }])),
});

/** 0 to `most`, up and down. */
const count = (id, most, up, down) => setup({}).createMachine({
  id, initial: 'n0',
  states: Object.fromEntries(Array.from({ length: most + 1 }, (_, n) => [`n${n}`, { on: { ...(n < most ? { [up]: `n${n + 1}` } : {}), ...(n > 0 ? { [down]: `n${n - 1}` } : {}) } }])),
});

const range = (n) => Array.from({ length: n }, (_, at) => at);

/**
 * `processes` that take two of `resources` of a capacity each, in ascending order, and give them back: deadlock free. Strongly fair
 * processes are always served in the end. `ballast`: further parts that never move, to lengthen the state.
 */
export function res(processes, resources, capacity, { ballast = 0, fair = 'strong' } = {}) {
  const process = ring('process', ['idle', 'ask'], ['want', 'take_first'], ['first', 'take_second'], ['both', 'give_first'], ['second', 'give_second'], ['done', 'rest']);
  const resource = count('resource', capacity, 'take', 'give');
  const parts = {};
  for (const r of range(resources)) parts[`resource${r}`] = { of: resource };
  for (const i of range(processes)) parts[`process${i}`] = { of: process };
  const wide = setup({}).createMachine({ id: 'ballast', initial: 's0', states: Object.fromEntries(range(256).map((s) => [`s${s}`, { on: { turn: `s${(s + 1) % 256}` } }])) });
  for (const b of range(ballast)) parts[`ballast${b}`] = { of: wide };
  const rules = range(processes).flatMap((i) => {
    const [a, b] = [i % resources, (i + 1) % resources].sort((x, y) => x - y);
    const actor = `process${i}`;
    const rule = (name, event, more) => ({ name: `${name}${i}`, actor, moves: { [`process${i}`]: event, ...more } });
    return [
      rule('ask', 'ask'), rule('take_first', 'take_first', { [`resource${a}`]: 'take' }), rule('take_second', 'take_second', { [`resource${b}`]: 'take' }),
      rule('give_first', 'give_first', { [`resource${a}`]: 'give' }), rule('give_second', 'give_second', { [`resource${b}`]: 'give' }), rule('rest', 'rest'),
    ];
  });
  const { row } = vocabulary(parts);
  return compose({
    rows: [row({ name: 'res', rules, promises: range(processes).map((i) => ({ name: `served${i}`, pending: { [`process${i}`]: ['want', 'first'] } })) })],
    actors: Object.fromEntries(range(processes).map((i) => [`process${i}`, { fair, because: 'the resources are handed out in turn' }])), sizes: {},
  });
}
