/**
 * `npm run bench`: builds, and runs the measurement that is named, or `search`. What it is asked is
 * read before anything is built or measured: `--help` prints what there is and exits 0, and what is
 * not understood is told in one line and exits 2.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** For each measurement what it is, how long it takes, and its options; some take a value. */
const measurements = {
  search: {
    is: 'the explicit engine beside SPIN, Rumur and xstate/graph',
    options: { '--quick': 'leaves out the systems of ten million states' },
  },
  paths: { is: 'test paths beside those of other tools', options: {} },
  symbolic: {
    is: 'decision diagrams beside single states',
    options: {
      '--quick': 'takes one alternative of each driver',
      '--goals': 'leaves out the drivers at 2 + 2',
    },
  },
  reach: {
    is: 'how far verdicts reach, by jobs; hours',
    options: {
      '--drivers': 'asks the drivers alone',
      '--growth': 'asks how verdicts grow with jobs alone',
      '--recovery': 'asks the drivers with the steps of recovery',
      '--most': 'N: takes at most N + N jobs',
      '--deadlock': 'asks for deadlocks alone',
      '--limit': 'N: gives each measurement N processor seconds, in place of 60',
      '--into': 'FILE: also writes JSON lines, and takes up a run that was ended',
    },
  },
  certificates: {
    is: 'writing and checking proofs beside searching',
    options: { '--more': 'takes some drivers at 2 + 2, too' },
  },
};
const names = Object.keys(measurements);

const help = () => [
  'Usage: npm run bench -- [MEASUREMENT] [OPTION...]',
  '',
  'Builds the package and runs one measurement; `search`, if none is named.',
  '',
  ...names.flatMap((name) => [
    `  ${name.padEnd(14)}${measurements[name].is}`,
    ...Object.entries(measurements[name].options).map(
      ([option, does]) => `    ${option.padEnd(12)}${does}`,
    ),
  ]),
  '',
  'node bench/log.mjs [MEGABYTES] measures the reader of traces.',
];

/** What is asked: the name of a measurement and its options, or what is wrong. */
function read(words) {
  const named = words[0] !== undefined && !words[0].startsWith('-');
  const name = named ? words[0] : 'search';
  if (!Object.hasOwn(measurements, name))
    return { wrong: `there is no measurement '${name}'; there are ${names.join(', ')}` };
  const given = named ? words.slice(1) : words;
  return { name, given, wrong: wrongIn(name, given) };
}

/** What is wrong with the options of a measurement; undefined, if nothing is. */
function wrongIn(name, given) {
  const { options } = measurements[name];
  for (let n = 0; n < given.length; n++) {
    const option = given[n];
    if (!Object.hasOwn(options, option))
      return (
        `${name} has no option '${option}'; ` +
        `it has ${Object.keys(options).join(', ') || 'none'}`
      );
    const [, value] = /^([A-Z]+):/.exec(options[option]) ?? [];
    if (value === undefined) continue;
    const is = given[++n];
    if (is === undefined || is.startsWith('-'))
      return `${option} takes a value: ${option} ${value}`;
    if (value === 'N' && !/^[1-9]\d*$/.test(is))
      return `${option} takes a number from 1 on, and got '${is}'`;
  }
  return undefined;
}

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  console.log(help().join('\n'));
  process.exit(0);
}
const asked = read(words);
if (asked.wrong !== undefined) {
  console.error(`bench: ${asked.wrong}`.replace(/\s+/g, ' ').slice(0, 160));
  process.exit(2);
}

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...words) => execFileSync(process.execPath, words, { stdio: 'inherit' });
try {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (asked.name === 'paths') {
    run(`${here}paths.mjs`, '--quick');
    run(fileURLToPath(import.meta.resolve('tsx/cli')), `${here}against.mjs`);
  } else run(`${here}${asked.name}.mjs`, ...asked.given);
} catch (error) {
  // What failed has said why.
  process.exit(error.status ?? 1);
}
