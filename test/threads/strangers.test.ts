import { beforeAll, describe, expect, test } from 'vitest';
import { allAgree, strangersAgree, type Agreement } from '../strangers/agree.ts';
import { without } from '../peers.ts';
import { twoAtATime } from '../strangers/tools.ts';
import { sidesBySize } from './files.ts';

const leftOut = without('spin', 'rumur', 'gcc');

/**
 * Up to how many states: `npm run test:strangers` in CI says 1900, which leaves out the largest;
 * without a word, as in `npm run test:gates`, one side in forty is asked.
 */
const upTo = process.env['FINITE_FENCE_STRANGERS'];
const most = upTo === undefined ? 600 : Number(upTo);
/** So many small ones go to Rumur together, which takes most of its time to be compiled. */
const together = 8;
const isSmall = 500;

const every = sidesBySize();
const within = every.filter(({ states }) => states <= most);
const chosen = upTo === undefined ? within.filter((_, at) => at % 40 === 0) : within;

describe.skipIf(leftOut)('the engine, the naive checker, SPIN and Rumur on sides of files', () => {
  let agreements: readonly Agreement[];
  beforeAll(async () => {
    if (leftOut) return;
    const small = chosen.filter(({ states }) => states <= isSmall);
    const groups = Array.from({ length: Math.ceil(small.length / together) }, (_, at) =>
      small.slice(at * together, (at + 1) * together),
    );
    const large = chosen.slice(small.length).map((one) => [one]);
    // The largest first: nobody waits for them at the end.
    const answers = await twoAtATime(
      [...large.toReversed(), ...groups.toReversed()],
      async (all) =>
        all.length === 1
          ? [await strangersAgree(all[0]!.program, all[0]!.name)]
          : allAgree(
              all.map(({ program }) => program),
              (at) => all[at]!.name,
            ),
    );
    agreements = answers.flat();
    process.stderr.write(
      `strangers: ${agreements.length} of ${every.length} sides of files of threads asked, ` +
        `${every.length - within.length} of more than ${most} states left out\n`,
    );
  }, 5_400_000);

  test('so many were asked, and so many left out', () => {
    expect(every.length).toBeGreaterThanOrEqual(626);
    expect(agreements.map(({ name }) => name).sort()).toEqual(
      chosen.map(({ name }) => name).sort(),
    );
    // Left out are only the few that take SPIN minutes each.
    expect(every.length - within.length).toBeLessThanOrEqual(upTo === undefined ? 40 : 16);
    expect(agreements.length).toBeGreaterThanOrEqual(upTo === undefined ? 14 : 610);
    const verdicts = new Set(agreements.flatMap((one) => one.verdicts));
    for (const verdict of ['deadlock', 'finite']) expect(verdicts).toContain(verdict);
  });

  test('nobody differs about anything', () => {
    expect(
      agreements
        .filter((one) => one.differences.length > 0)
        .map(({ name, differences: lines }) => ({ name, lines })),
    ).toEqual([]);
    const sizes = new Map(chosen.map(({ name, states }) => [name, states]));
    expect(agreements.filter(({ name, states }) => sizes.get(name) !== states)).toEqual([]);
  });
});
