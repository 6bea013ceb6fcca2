/**
 * One measurement of one engine in a process of its own: `node bench/symbolic-one.mjs '{"driver":
 * "xe-fault-mode", "alternative": 0, "change": {...}}' symbolic all 60`. The last word is a limit in
 * seconds of this process's own processor time, all its threads together, so that what is decided does
 * not depend on what else the machine does. JSON out; `cpu` and `wall` are the seconds by both clocks.
 */
import { alternatives } from '../dist/machines/description/alternatives.js';
import { systemOf } from '../dist/machines/description/system.js';
import { drivers } from '../dist/machines/drivers/index.js';
import { alike } from '../dist/src/symbolic/alike.js';
import { engines } from '../dist/src/symbolic/auto.js';
import { begin, limitsOf } from '../dist/src/symbolic/engine.js';
import { among } from '../dist/src/symbolic/session.js';
import { closeWithin } from '../dist/src/symbolic/saturate.js';
import { count, difference } from '../dist/src/symbolic/sets.js';
import { withoutRecovery } from '../dist/src/system/program.js';
import { philosophers, readers, res } from './families.mjs';

const families = { philosophers, readers, res };
const [what, engine, questions, seconds] = process.argv.slice(2);
const { driver, alternative = 0, change = {}, recovery = false, family, given } = JSON.parse(what);
const described = () => {
  const shipped = drivers.find((one) => one.driver === driver);
  const base = shipped === undefined ? { driver } : alternatives(shipped)[alternative].description;
  const whole = systemOf({ ...base, ...change });
  return recovery ? whole : withoutRecovery(whole);
};
/** The first question alone: can every promise be kept from every state? */
function deadlocks(system, budget) {
  const begun = begin(system, limitsOf(budget));
  if (typeof begun === 'string') return { states: '0', stopped: begun, verdict: null };
  const { session } = begun;
  const states = String(count(session.d, session.all));
  try {
    const { d, all, backAll } = session;
    // A promise that a symmetry maps to one before it is lost exactly if that one is.
    const likes = alike(system, system.promises, (actor) => system.actors[actor].fair);
    const lost = system.promises.some(({ pending }, p) => {
      if (likes[p] !== null) return false;
      const kept = difference(d, all, among(session, pending));
      return closeWithin(backAll, kept, all) !== all;
    });
    return { states, stopped: null, verdict: lost ? 'deadlock' : 'no deadlock' };
  } catch (error) {
    if (error.what === undefined) throw error;
    return { states, stopped: error.what, verdict: null };
  }
}
let from = performance.now();
const since = () => {
  const now = performance.now();
  const passed = (now - from) / 1e3;
  from = now;
  return passed;
};
const program = family === undefined ? described() : families[family](...given);
const compose = since();
const before = process.cpuUsage();
const spent = () => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
/** Engines look at this every few thousand results; it stands for a limit of processor time. */
const signal = {
  get aborted() {
    return spent() > Number(seconds);
  },
};
const budget = { states: 2e7, bytes: 3e9, signal };
const searched = questions === 'deadlock' ? null : engines[engine](program, budget);
const lost = questions === 'deadlock' ? deadlocks(program, budget) : null;
const reach = since();
const report =
  questions !== 'all' || searched.stopped !== null ? null : searched.answer({ plain: recovery });
const ask = since();
const cpu = spent();
const ended = lost?.stopped ?? report?.stopped ?? searched?.stopped ?? null;
const tally = {};
for (const { verdict } of report?.promises ?? []) tally[verdict] = (tally[verdict] ?? 0) + 1;
process.stdout.write(
  JSON.stringify({
    parts: program.parts.length,
    steps: program.steps.length,
    states: lost?.states ?? searched.engine.states,
    engine: searched?.engine.name ?? 'symbolic',
    stopped: ended === 'cancelled' ? 'processor time' : ended,
    verdict: lost?.verdict ?? report?.verdict ?? null,
    tally,
    open: (report?.promises ?? [])
      .filter(({ verdict }) => verdict === 'incomplete')
      .map(({ promise }) => promise),
    compose,
    reach,
    ask,
    cpu,
    wall: reach + ask,
    rss: process.resourceUsage().maxRSS * 1024,
  }),
);
