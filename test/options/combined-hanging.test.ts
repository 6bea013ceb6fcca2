// Every option and pair of options where a job may hang the hardware for ever, against the oracle of the kernel's text.
import { expect, test } from 'vitest';
import { hangingSystemOf, systemOf } from '../../machines/description/system.ts';
import { worst, type Verdict } from '../../src/check/finding.ts';
import { check } from '../../src/check/verdict.ts';
import { withoutRecovery, type Program } from '../../src/system/program.ts';
import { descriptions, fenceSignals, type Description, type Hazard } from './oracle.ts';

/**
 * The hazards that stand on the way from a hang to the fence, and none. The others say who waits for
 * compute work, which is asked without hangs.
 */
const onTheWay: readonly Hazard[] = [
  'recovery-allocates',
  'signal-path-reclaims',
  'preempt-fence-allocates',
];
const asked: readonly Description[] = [...descriptions()]
  .filter(
    ({ options, hardwareCan, hazards }) =>
      options.length < 3 &&
      hardwareCan.length !== 1 &&
      hazards.every((one) => onTheWay.includes(one)),
  )
  .map((described) => ({ ...described, hardwareHangs: true }));

const known = new Map<string, Verdict>();
function fenceOf(program: Program): Verdict {
  const before = known.get(program.digest);
  if (before !== undefined) return before;
  const report = check(program, { states: 5e5 }, { plain: true });
  expect(report.stopped).toBeNull();
  const verdict = worst(
    report.promises.filter(({ of }) => of === 'fence-signals').map((one) => one.verdict),
  );
  known.set(program.digest, verdict);
  return verdict;
}

test('what may hang is ended by recovery, and by nothing that waits for the fence', () => {
  // 1 + 6 + 15 sets of options, two kinds of compute work, two of hardware, none or one hazard.
  expect(asked.length).toBe(22 * 2 * 2 * 4);
  const differences = asked.flatMap((described) => {
    const { hardwareHangs: _, ...facts } = described;
    const description = { driver: 'combined', ...facts };
    // What the tool says is the worse of the two questions.
    const worse = worst([
      fenceOf(withoutRecovery(systemOf(description))),
      fenceOf(hangingSystemOf(description)),
    ]);
    const { verdicts } = fenceSignals(described);
    return verdicts.includes(worse as never)
      ? []
      : [`${JSON.stringify(facts)}: ${worse}, the text ${verdicts.join(' or ')}`];
  });
  expect(differences).toEqual([]);
}, 900_000);
