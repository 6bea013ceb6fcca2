/**
 * `npm run bench -- certificates`: how long it takes to search a system, to write its proofs and to
 * check them, each in a process of its own. Processor seconds of that alone, without the start of Node,
 * composing and files. Each driver's first alternative without recovery; `--more`: some at 2 + 2, too.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { alternatives } from '../dist/machines/description/alternatives.js';
import { systemOf } from '../dist/machines/description/system.js';
import { drivers } from '../dist/machines/drivers/index.js';
import { prove } from '../dist/src/certify/prove.js';
import { engines } from '../dist/src/symbolic/auto.js';
import { withoutRecovery } from '../dist/src/system/program.js';
import { verify } from '../dist/src/verify/verify.js';

const budget = { states: 2e7, bytes: 3e9 };

/** One measurement. */
function one(driver, jobs, what, file) {
  const [{ description }] = alternatives(drivers.find((other) => other.driver === driver));
  const program = withoutRecovery(systemOf({ ...description, ...jobs }));
  const written =
    what === 'verify' ? JSON.parse(gunzipSync(readFileSync(file)).toString()) : undefined;
  const before = process.cpuUsage();
  const asked = {
    auto: () => {
      const searched = engines.auto(program, budget);
      const { verdict } = searched.answer();
      return { states: searched.states, promises: program.promises.length, verdict };
    },
    prove: () => prove(program, budget),
    verify: () => verify({ ...written, program }),
  };
  const found = asked[what]();
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  if (what === 'auto') return { cpu, ...found };
  if (what === 'verify') return { cpu, refused: found.refused.length, proved: found.promises.size };
  const bytes = gzipSync(JSON.stringify(found.proved));
  writeFileSync(file, bytes);
  return { cpu, bytes: bytes.length };
}

const self = fileURLToPath(import.meta.url);
const row = (...cells) =>
  console.log(
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(24) : String(cell).padStart(10)))
      .join(''),
  );

function table(cases) {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-proofs-'));
  const failures = [];
  row('system', 'states', 'promises', 'search s', 'writing s', 'check s', 'kB');
  for (const [driver, jobs] of cases) {
    const file = join(folder, 'proofs.gz');
    const ask = (what) =>
      JSON.parse(
        execFileSync(process.execPath, [self, '--one', driver, JSON.stringify(jobs), what, file], {
          encoding: 'utf8',
        }),
      );
    const [auto, written, checked] = ['auto', 'prove', 'verify'].map(ask);
    const name = jobs.jobs === undefined ? driver : `${driver}, 2 + 2`;
    const seconds = [auto, written, checked].map(({ cpu }) => cpu.toFixed(3));
    row(name, auto.states, auto.promises, ...seconds, Math.ceil(written.bytes / 1e3));
    if (checked.refused > 0 || checked.proved < auto.promises) failures.push(`${name}: not proved`);
    if (checked.cpu >= auto.cpu) failures.push(`${name}: checking took longer than searching`);
  }
  rmSync(folder, { recursive: true });
  for (const failure of failures) console.log(failure);
  console.log(`${cases.length} systems: ${failures.length} failures`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

const [flag, driver, jobs, what, file] = process.argv.slice(2);
if (flag === '--one')
  process.stdout.write(JSON.stringify(one(driver, JSON.parse(jobs), what, file)));
else {
  const two = { jobs: { fenced: 2, faulting: 2 } };
  const large = ['i915', 'xe-long-running', 'xe-dma-fence', 'xe-fault-mode', 'amdgpu-userq'];
  table([
    ...drivers.map(({ driver: name }) => [name, {}]),
    ...(process.argv.includes('--more') ? large.map((name) => [name, two]) : []),
  ]);
}
