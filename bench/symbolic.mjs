/**
 * `npm run bench -- symbolic`: decision diagrams and single states in one run, each measurement in a
 * process of its own. Seconds are processor seconds of search and questions, without the start of Node
 * and composing. `--quick`: one alternative of each driver. `--goals`: no drivers at 2 + 2.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { alternatives } from '../dist/machines/description/alternatives.js';
import { drivers } from '../dist/machines/drivers/index.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const quick = process.argv.includes('--quick');
const jobs = (fenced, faulting) => ({ jobs: { fenced, faulting } });
const four = ['dynamic-import', 'userptr', 'svm', 'shrinker'];
const five = [...four, 'tiler-heap'];
const preempt = (uses, change) => ({
  driver: `preempt, ${uses.length} uses`,
  change: { options: ['preempt'], uses, ...change },
});
const xe = { driver: 'xe-dma-fence', change: { uses: ['dynamic-import', 'userptr', 'shrinker'] } };
const res = (...given) => ({ family: 'res', given });

/** What is asked, of what, and in how many seconds it has to be answered; null: measured and told. */
const goals = [
  ['res(20,10,2): count', res(20, 10, 2), 'reach', 1],
  ['res(50,10,2): count', res(50, 10, 2), 'reach', 2],
  ['philosophers 100: count', { family: 'philosophers', given: [100] }, 'reach', null],
  ['preempt, 1 + 1', preempt([], jobs(1, 1)), 'all', null],
  ['preempt, 2 + 2', preempt([], jobs(2, 2)), 'all', 60],
  ['preempt, 4 uses, 1 + 1', preempt(four, jobs(1, 1)), 'all', 10],
  ['preempt, 5 uses, 1 + 1', preempt(five, jobs(1, 1)), 'all', 10],
  ['xe-dma-fence, 3 uses, 1 + 1', xe, 'all', 10],
  [
    'xe-dma-fence, 3 uses, 3 + 3',
    { ...xe, change: { ...xe.change, ...jobs(3, 3) } },
    'deadlock',
    5,
  ],
  ['preempt, 3 + 3', preempt([], jobs(3, 3)), 'deadlock', null],
];

const atTwo = drivers.flatMap((described) =>
  alternatives(described)
    .slice(0, quick ? 1 : undefined)
    .map((_, alternative) => [
      `${described.driver} ${alternative}, 2 + 2`,
      { driver: described.driver, alternative, change: jobs(2, 2) },
      'all',
      60,
    ]),
);

function measure(what, engine, questions, seconds) {
  const given = [JSON.stringify(what), engine, questions, String(seconds)];
  try {
    const out = execFileSync(process.execPath, [`${here}symbolic-one.mjs`, ...given], {
      encoding: 'utf8',
      timeout: 1e3 * (20 * seconds + 60),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return JSON.parse(out);
  } catch (error) {
    return { failed: error.signal ?? 'failed' };
  }
}

const told = ({ failed, stopped, cpu }) => {
  if (failed !== undefined) return failed;
  return stopped === null ? cpu.toFixed(2) : stopped;
};
const rounded = (states) => (states.length < 10 ? states : Number(states).toExponential(2));
const row = (...cells) =>
  console.log(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(30) : String(cell).padStart(13)))
      .join('')
      .trimEnd(),
  );

row('system', 'states', 'explicit s', 'symbolic s', 'RSS MB', 'verdict');
const failures = [];
for (const [name, what, questions, limit] of [
  ...goals,
  ...(process.argv.includes('--goals') ? [] : atTwo),
]) {
  const seconds = limit ?? 100;
  const bySets = measure(what, 'symbolic', questions, 2 * seconds);
  const small = bySets.states !== undefined && Number(bySets.states) < 2e6;
  const oneByOne = small
    ? measure(what, 'explicit', questions === 'reach' ? 'reach' : 'all', 120)
    : null;
  const verdict = bySets.verdict ?? '-';
  if (oneByOne !== null && oneByOne.stopped === null && questions !== 'deadlock')
    for (const key of ['states', 'verdict'])
      if (oneByOne[key] !== bySets[key])
        failures.push(`${name}: ${key} ${oneByOne[key]} and ${bySets[key]}`);
  row(
    name,
    rounded(bySets.states ?? '-'),
    oneByOne === null ? '-' : told(oneByOne),
    told(bySets),
    bySets.rss === undefined ? '-' : Math.round(bySets.rss / 1e6),
    verdict,
  );
  if (limit !== null && !(bySets.stopped === null && bySets.cpu <= limit))
    failures.push(`${name}: ${told(bySets)}; the goal is ${limit} s`);
}
console.log('');
for (const failure of failures) console.log(failure);
console.log(failures.length === 0 ? 'All goals are met.' : `${failures.length} goals are not met.`);
process.exitCode = failures.length === 0 ? 0 : 1;
