/**
 * One measurement of this engine in a process of its own: `node bench/engine.mjs
 * '["res",[8,4,2,{"ballast":4}]]' bare|warm|whole|full`. JSON out. `whole`: all parts are packed, as
 * they are; the bare search packs the essential ones.
 */
import { philosophers, readers, res } from './families.mjs';
import { reach } from '../dist/src/explore/search.js';
import { essentialLayoutOf, layoutOf } from '../dist/src/explore/layout.js';
import { check } from '../dist/src/check/verdict.js';

const families = { philosophers, readers, res };
const [family, given] = JSON.parse(process.argv[2]);
const program = families[family](...given);
const measured = (run) => {
  const before = process.cpuUsage();
  const from = performance.now();
  const found = run();
  const { user, system } = process.cpuUsage(before);
  return { found, cpu: (user + system) / 1e6, wall: (performance.now() - from) / 1e3 };
};
const what = process.argv[3];
const packing = what === 'whole' ? 'whole' : 'essential';
const layout = packing === 'whole' ? layoutOf(program) : essentialLayoutOf(program);
// What was searched three times before has its code compiled: what is left is the search.
if (what === 'warm') for (let time = 0; time < 3; time++) reach(program, { states: 1e9 });
const { found, cpu, wall } =
  what === 'full'
    ? measured(() => check(program, { states: 1e9 }, { plain: true }))
    : measured(() => reach(program, { states: 1e9 }, { packing }));
process.stdout.write(
  JSON.stringify({
    states: found.states ?? found.size,
    edges: found.edges,
    verdict: found.verdict ?? null,
    promises: program.promises.length,
    cpu,
    wall,
    rss: process.resourceUsage().maxRSS * 1024,
    held: found.bytes ?? null,
    peak: found.peak ?? null,
    bits: layout.bits,
    of: layoutOf(program).bits,
    lanes: layout.lanes,
  }),
);
