/**
 * `res` explored by `xstate/graph`: `node bench/by-xstate.mjs by-hand|composed 4 2 2`, JSON out.
 * `composed` is the machine that `toMachine` makes of the system, which is what can be asked of
 * XState about any system; `by-hand` knows what it is about: its context is the state, in two short
 * arrays, and so is its key.
 */
import { assign, setup } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { toMachine } from '../dist/src/export/to-machine.js';
import { res } from './families.mjs';

const [how] = process.argv.splice(2, 1);
const [processes, resources, capacity] = process.argv.slice(2).map(Number);
/**
 * What a process takes (1) from or gives back (-1) to its first (0) and second (1) resource, by
 * where it is.
 */
const effects = [null, [0, 1], [1, 1], [0, -1], [1, -1], null];
const resource = (i, which) => [i % resources, (i + 1) % resources].sort((a, b) => a - b)[which];
const fits = (context, i) => {
  const effect = effects[context.at[i]];
  return effect === null || effect[1] < 0 || context.used[resource(i, effect[0])] < capacity;
};
const byHand = () =>
  setup({}).createMachine({
    context: { at: Array(processes).fill(0), used: Array(resources).fill(0) },
    on: Object.fromEntries(
      Array.from({ length: processes }, (_, i) => [
        `go${i}`,
        {
          guard: ({ context }) => fits(context, i),
          actions: assign(({ context }) => {
            const effect = effects[context.at[i]];
            const used = [...context.used];
            if (effect !== null) used[resource(i, effect[0])] += effect[1];
            return { at: context.at.with(i, (context.at[i] + 1) % 6), used };
          }),
        },
      ]),
    ),
  });
const program = res(processes, resources, capacity);
const composed = {
  machine: toMachine(program),
  options: {
    events: program.steps.map(({ name }) => ({ type: name })),
    filterEvents: (snapshot, event) => snapshot.can(event),
  },
};
const { machine, options } =
  how === 'composed'
    ? composed
    : {
        machine: byHand(),
        options: {
          events: Array.from({ length: processes }, (_, i) => ({ type: `go${i}` })),
          serializeState: ({ context }) => `${context.at}/${context.used}`,
        },
      };
const before = process.cpuUsage();
const map = getAdjacencyMap(machine, { ...options, limit: Infinity });
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    states: Object.keys(map).length,
    cpu: (user + system) / 1e6,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
