/**
 * `npm run bench -- reach`: how far the verdict reaches. Every shipped driver in every alternative at
 * 2 + 2, all questions without recovery; then every documented way out at n + n, n = 1 to 4. Each
 * measurement is made by `auto` in a process of its own and ends when that process has used its limit
 * of processor seconds. `--drivers`, `--growth`: the one or the other alone. `--recovery`: the drivers
 * with the steps of recovery, verdicts alone. `--most N`: no more than N + N. `--deadlock`: the first
 * question alone. `--limit S`: so many processor seconds for each, in place of 60. `--into FILE`: also
 * as JSON lines; what the file has already is not measured again.
 */
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { alternatives } from '../dist/machines/description/alternatives.js';
import { drivers } from '../dist/machines/drivers/index.js';
import { options } from '../dist/machines/options/index.js';

const one = fileURLToPath(new URL('symbolic-one.mjs', import.meta.url));
const given = process.argv.slice(2);
const valueOf = (option, otherwise) =>
  given.includes(option) ? given[given.indexOf(option) + 1] : otherwise;
const into = valueOf('--into', null);
/** A verdict counts as reached within so many processor seconds. */
const limit = Number(valueOf('--limit', 60));
/** A process that has a twentieth of a processor is waited for. */
const patience = 20;
const most = Number(valueOf('--most', 4));
const questions = given.includes('--deadlock') ? 'deadlock' : 'all';
const sizes = [1, 2, 3, 4].filter((n) => n <= most);
const recovery = given.includes('--recovery');
const jobs = (n) => ({ jobs: { fenced: n, faulting: n } });

/** What was measured before, by what was asked: a run that was ended is taken up where it was. */
const before = new Map();
if (into !== null && existsSync(into))
  for (const line of readFileSync(into, 'utf8').split('\n').filter(Boolean)) {
    const { asked, ...found } = JSON.parse(line);
    if (found.failed === undefined) before.set(asked, found);
  }

async function measure(what) {
  const words = [JSON.stringify(what), 'auto', questions, String(limit)];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [one, ...words], {
      timeout: 1e3 * patience * limit,
    });
    return JSON.parse(stdout);
  } catch (error) {
    return { failed: error.signal ?? 'failed', said: String(error.stderr).slice(-400) };
  }
}

const rounded = (states) => (states.length < 9 ? states : Number(states).toExponential(2));
const widths = [22, 5, 9, 12, 10, 8, 9, 5];
const row = (...cells) =>
  console.log(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(widths[at])))
      .join('')
      .trimEnd(),
  );

/** Measures, prints a line, and says whether the verdict was reached. */
async function told(name, size, what) {
  const asked = JSON.stringify({ ...what, questions, limit });
  const found = before.get(asked) ?? (await measure(what));
  const { failed, stopped, cpu, wall, states, verdict, engine, rss } = found;
  const over = stopped === 'processor time' ? `> ${cpu.toFixed(0)}` : stopped;
  const seconds = failed ?? over ?? cpu.toFixed(2);
  row(
    name,
    size,
    rounded(states ?? '-'),
    verdict ?? '-',
    engine ?? '-',
    seconds,
    wall?.toFixed(2) ?? '-',
    rss === undefined ? '-' : Math.round(rss / 1e6),
  );
  if (into !== null && !before.has(asked))
    appendFileSync(into, `${JSON.stringify({ name, size, asked, ...found })}\n`);
  return { reached: failed === undefined && stopped === null && cpu <= limit, verdict };
}

row('system', 'jobs', 'states', 'verdict', 'engine', 'cpu s', 'clock s', 'MB');
let missed = 0;
if (!given.includes('--growth')) {
  // The first of every driver before the second of any, so that a run that is cut short says something of all.
  const each = drivers.flatMap((described) =>
    alternatives(described).map((_, alternative) => ({ driver: described.driver, alternative })),
  );
  for (const { driver, alternative } of each.sort((a, b) => a.alternative - b.alternative)) {
    const what = { driver, alternative, change: jobs(2), recovery };
    missed += Number(!(await told(`${driver} ${alternative}`, '2+2', what)).reached);
  }
}

/** A way out as a described driver: it alone, over all that it presupposes nothing of. */
const ways = options.map(({ name }) => ({ name, change: { options: [name] } }));
if (!given.includes('--drivers') && !recovery)
  for (const { name, change } of ways)
    for (const n of sizes) {
      const what = { driver: name, change: { ...change, ...jobs(n) } };
      // What was too much at n + n is too much at more.
      if (!(await told(name, `${n}+${n}`, what)).reached) break;
    }
console.log('');
console.log(
  missed === 0
    ? `Every driver in every alternative was answered within ${limit} s.`
    : `${missed} alternatives were not answered within ${limit} s.`,
);
process.exitCode = missed === 0 ? 0 : 1;
