/**
 * `npm run build && node bench/paths.mjs [--quick]`: suites of test paths. Times are processor
 * seconds, because the machine may be shared. `--quick` leaves out the 4,096 states of xstate's own
 * generator, which take it minutes.
 */
import { createMachine } from 'xstate';
import { createTestModel } from 'xstate/graph';
import { alternatives } from '../dist/machines/description/alternatives.js';
import { drivers } from '../dist/machines/drivers/index.js';
import { options } from '../dist/machines/options/index.js';
import { systemOf } from '../dist/machines/description/system.js';
import { search } from '../dist/src/explore/search.js';
import { circulation } from '../dist/src/paths/circulation.js';
import { costOf, suiteOf } from '../dist/src/paths/cover.js';
import { criteria } from '../dist/src/paths/targets.js';
import { walksOf } from '../dist/src/paths/walks.js';
import { compose } from '../dist/src/system/compose.js';
import { withoutRecovery } from '../dist/src/system/program.js';
import { vocabulary } from '../dist/src/system/vocabulary.js';
import { res } from './families.mjs';

const perPath = 10;
const timed = (what) => {
  const began = process.cpuUsage();
  const result = what();
  const { user, system } = process.cpuUsage(began);
  return [result, (user + system) / 1e6];
};
const row = (...cells) =>
  console.log(
    cells
      .map((cell, at) => (at < 2 ? String(cell).padEnd(19) : String(cell).padStart(9)))
      .join(' '),
  );
const sum = (paths) => paths.reduce((total, path) => total + path.length, 0);

console.log(`Shipped options and drivers; cost = steps + ${perPath} x paths\n`);
row(
  'system',
  'criterion',
  'states',
  'edges',
  'targets',
  'paths',
  'steps',
  'cost',
  'bound',
  'gap',
  'each',
  'fewer',
  's',
);
let total = 0;
const described = [
  ...options.map(({ name }) => ({ driver: name, options: [name] })),
  ...drivers.map((one) => alternatives(one)[0].description),
];
for (const description of described) {
  const [graph, searching] = timed(() =>
    search(withoutRecovery(systemOf(description)), { states: 1e6 }),
  );
  total += searching;
  for (const criterion of criteria) {
    const [suite, seconds] = timed(() => suiteOf(graph, criterion, { perPath }));
    total += seconds;
    const steps = sum(suite.paths);
    const cost = costOf(suite.paths, perPath);
    row(
      description.driver,
      criterion,
      graph.size,
      graph.edges,
      suite.cover.targets.length,
      suite.paths.length,
      steps,
      cost,
      suite.bound,
      `${(100 * (cost / suite.bound - 1)).toFixed(1)} %`,
      suite.shortestEach.steps,
      `${(suite.shortestEach.steps / steps).toFixed(1)}x`,
      seconds.toFixed(2),
    );
  }
}
console.log(`\nAll of it: ${total.toFixed(1)} s (gate: 60 s)\n`);

console.log('All edges of systems that grow\n');
row('system', '', 'states', 'edges', 'paths', 'steps', 'each', 'fewer', 's');
for (const [processes, resources, capacity] of [
  [4, 2, 1],
  [5, 3, 1],
  [6, 3, 2],
  [7, 3, 2],
]) {
  const graph = search(res(processes, resources, capacity), { states: 1e7 });
  const [walks, seconds] = timed(() => walksOf(graph, circulation(graph, null, perPath)));
  const { shortestEach } = suiteOf(graph, 'edges', { perPath });
  row(
    `res ${processes},${resources},${capacity}`,
    '',
    graph.size,
    graph.edges,
    walks.length,
    sum(walks),
    shortestEach.steps,
    `${(shortestEach.steps / sum(walks)).toFixed(1)}x`,
    seconds.toFixed(2),
  );
}

/** `regions` rings of four states side by side, as one XState machine and as a system. */
function rings(regions) {
  const states = (event) =>
    Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((state, at) => [state, { on: { [event]: 'abcd'[(at + 1) % 4] } }]),
    );
  const all = Array.from({ length: regions }, (_, at) => `step${at}`);
  const machine = createMachine({
    id: 'rings',
    type: 'parallel',
    states: Object.fromEntries(
      all.map((event) => [`ring_${event}`, { initial: 'a', states: states(event) }]),
    ),
  });
  const parts = Object.fromEntries(
    all.map((event) => [
      event,
      { of: createMachine({ id: event, initial: 'a', states: states(event) }) },
    ]),
  );
  const { row: rowOf } = vocabulary(parts);
  const program = compose({
    rows: [
      rowOf({
        name: 'rings',
        steps: all.map((event) => ({ name: event, actor: 'user', moves: { [event]: event } })),
      }),
    ],
    actors: { user: { fair: 'none' } },
    sizes: {},
  });
  return { machine, program };
}

console.log(
  '\nBeside createTestModel() of xstate/graph: getShortestPaths covers each transition, ' +
    'getSimplePaths here each state (each transition does not end)\n',
);
row('states', 'xstate: how', 'paths', 'steps', 's', 'ours: paths', 'steps', 's', 'fewer', 'faster');
for (const [regions, how, more] of [
  [2, 'getSimplePaths', { serializeTransition: () => '' }],
  [3, 'getShortestPaths'],
  [4, 'getShortestPaths'],
  [5, 'getShortestPaths'],
  ...(process.argv.includes('--quick') ? [] : [[6, 'getShortestPaths']]),
]) {
  const { machine, program } = rings(regions);
  const [paths, theirs] = timed(() => createTestModel(machine, more)[how]());
  // xstate.init is a step of theirs, and none of ours.
  const steps = paths.reduce((count, path) => count + path.steps.length - 1, 0);
  // Both from nothing to the paths: theirs explores the machine, ours searches the system. Once to
  // warm up: what is compared is the method, not the compiler.
  const tour = () => {
    const graph = search(program, { states: 1e6 });
    return walksOf(graph, circulation(graph, null, perPath));
  };
  tour();
  const [walks, ours] = timed(tour);
  row(
    4 ** regions,
    how,
    paths.length,
    steps,
    theirs.toFixed(2),
    walks.length,
    sum(walks),
    ours.toFixed(3),
    `${(steps / sum(walks)).toFixed(1)}x`,
    `${Math.round(theirs / ours)}x`,
  );
}
