/**
 * `npx tsx test/strangers/recorded-run.ts FROM TO [EVERY]`: random whole systems with the seeds from
 * FROM to TO through both engines, and by orbits where threads are alike; of each EVERY seeds the
 * first five through the naive checker, SPIN and Rumur too. Prints a line of JSON each 1,000 seeds,
 * with what was seen since FROM, so that a run that is cut short says what it did; exits with 1 where
 * any two differ. docs/scale.md has the runs that are on record.
 */
import { explicit, type Report } from '../../src/check/verdict.ts';
import { replay } from '../../src/check/finding.ts';
import { answerByOrbits } from '../../src/orbits/answer.ts';
import type { Program } from '../../src/system/program.ts';
import { symbolic } from '../../src/symbolic/engine.ts';
import { randomSystem } from '../random-system.ts';
import { bothWays } from '../symbolic/differences.ts';
import { allAgree } from './agree.ts';
import { renamingsOfRandom } from './renamings.ts';

const [from, to, every] = process.argv.slice(2).map(Number) as [number, number, number | undefined];
const budget = { states: 1e6, bytes: 1e9 };
const together = 5;

const seen = {
  seeds: 0,
  systems: 0,
  states: 0,
  edges: 0,
  verdicts: {} as Record<string, number>,
  broken: 0,
  /** Systems with three like threads; those that orbits decided, and how many states they left out. */
  alike: 0,
  byOrbits: 0,
  orbitsSaved: 0,
  strangers: 0,
};
const differences: string[] = [];

/** Everything but numbers of states and runs, which are of orbits: what orbits must say alike. */
const gist = ({ verdict, promises, invariants, neverFired }: Report): string =>
  JSON.stringify([
    verdict,
    promises.map(({ promise, verdict: own, sealed }) => [promise, own, sealed]),
    invariants.map(({ invariant, holds, run }) => [invariant, holds, run.length]),
    neverFired,
  ]);

function compare(seed: number, program: Program): void {
  const differ = (who: string): void => void differences.push(`seed ${seed}: ${who}`);
  const byStates = explicit(program, budget).answer();
  const other = symbolic(program, budget).answer();
  if (JSON.stringify(byStates) !== JSON.stringify(other)) differ('explicit and symbolic');

  const renamings = renamingsOfRandom(program);
  if (renamings.length > 0) {
    seen.alike++;
    const orbits = answerByOrbits(program, renamings, budget);
    if (orbits !== null) {
      seen.byOrbits++;
      seen.orbitsSaved += byStates.states - orbits.report.states;
      if (gist(orbits.report) !== gist(byStates)) differ('explicit and orbits');
      for (const { run } of [...orbits.report.promises, ...orbits.report.invariants])
        replay(
          program,
          run.map(({ step }) => step),
        );
    }
  }

  seen.systems++;
  seen.states += byStates.states;
  seen.edges += byStates.edges;
  seen.broken += byStates.invariants.filter(({ holds: is }) => is === false).length;
  for (const { verdict } of byStates.promises)
    seen.verdicts[verdict] = (seen.verdicts[verdict] ?? 0) + 1;
}

/** A tool that does not finish agrees with nobody. */
async function compareWithStrangers(first: number): Promise<void> {
  try {
    const programs = Array.from({ length: together }, (_, n) => randomSystem(first + n));
    const agreed = await allAgree(programs, (at) => `seed ${first + at}`);
    seen.strangers += agreed.length;
    for (const { name, differences: lines } of agreed)
      for (const line of lines) differences.push(`${name}: ${line}`);
  } catch (error) {
    differences.push(`seeds from ${first}: SPIN or Rumur: ${String(error)}`);
  }
}

const print = (last: number): void =>
  void process.stdout.write(
    `${JSON.stringify({ from, last, cpu: Math.round(process.cpuUsage().user / 1e6), ...seen, differences })}\n`,
  );

for (let seed = from; seed <= to; seed++) {
  try {
    for (const program of bothWays(randomSystem(seed))) compare(seed, program);
  } catch (error) {
    differences.push(`seed ${seed}: threw ${String(error)}`);
  }
  seen.seeds++;
  if (every !== undefined && (seed - from) % every === together - 1) {
    await compareWithStrangers(seed - together + 1);
  }
  if (seen.seeds % 1_000 === 0) print(seed);
}
print(to);
process.exitCode = differences.length === 0 ? 0 : 1;
