import { beforeAll, describe, expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { litmusTests } from '../../machines/litmus/index.ts';
import { search } from '../../src/explore/search.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { allAgree, strangersAgree, type Agreement } from '../strangers/agree.ts';
import { differences, engine, naively } from '../strangers/testimony.ts';
import { without } from '../peers.ts';
import { twoAtATime } from '../strangers/tools.ts';

const leftOut = without('spin', 'rumur', 'gcc');

/**
 * Up to how many states: all of the gallery takes an hour (`npm run test:strangers`), what CI asks
 * takes minutes. `npm test` asks about small systems of the page-fault row.
 */
const upTo = process.env['FINITE_FENCE_STRANGERS'];
const everything = upTo !== undefined;
const most = everything ? Number(upTo) : 240;
/** So many small ones go to Rumur together. */
const together = 3;

const chosen = (everything ? gallery : litmusTests)
  .filter(({ expect: { states } }) => states <= most)
  .toSorted((a, b) => a.expect.states - b.expect.states);
const programs = chosen.map((one) => withoutRecovery(one.system()));
const alone = chosen.findIndex(({ expect: { states } }) => states > 2000);
const small = alone < 0 ? chosen.length : alone;

describe.skipIf(leftOut)('the engine, the naive checker, SPIN and Rumur on litmus systems', () => {
  let agreements: readonly Agreement[];
  beforeAll(async () => {
    if (leftOut) return;
    const groups = Array.from(
      { length: Math.ceil(small / together) },
      (_, group) => [group * together, Math.min(small, (group + 1) * together)] as const,
    );
    const large = chosen.slice(small).map((_, at) => [small + at, small + at + 1] as const);
    // The largest first: nobody waits for them at the end.
    const asked = [...large.reverse(), ...groups];
    const answers = await twoAtATime(asked, async ([from, until]) => {
      const began = performance.now();
      const agreed =
        from < small
          ? await allAgree(programs.slice(from, until), (at) => chosen[from + at]!.name)
          : [await strangersAgree(programs[from]!, chosen[from]!.name)];
      if (everything)
        process.stderr.write(`${agreed.map(inShort).join(', ')}: ${seconds(began)} s\n`);
      return agreed;
    });
    agreements = answers
      .flat()
      .toSorted(
        (a, b) =>
          chosen.findIndex(({ name }) => name === a.name) -
          chosen.findIndex(({ name }) => name === b.name),
      );
  }, 5_400_000);
  test('they were asked, and the answers are not all of one kind', () => {
    expect(agreements.length).toBe(chosen.length);
    expect(agreements.length).toBeGreaterThanOrEqual(everything ? 270 : 14);
    expect(new Set(chosen.map(({ expect: { verdict } }) => verdict)).size).toBe(everything ? 5 : 4);
  });
  test('nobody differs about anything, nor from the file that asks', () => {
    expect(
      agreements
        .filter((one) => one.differences.length > 0)
        .map(({ name, differences: lines }) => ({ name, lines })),
    ).toEqual([]);
    expect(agreements.map(({ name, states, edges }) => ({ name, states, edges }))).toEqual(
      chosen.map(({ name, expect: { states, edges } }) => ({ name, states, edges })),
    );
  });
});

describe.skipIf(everything)('the engine and the naive checker on larger litmus systems', () => {
  const larger = litmusTests.filter(({ expect: { states } }) => states > most && states <= 600);
  test('there are some', () => {
    expect(larger.length).toBeGreaterThanOrEqual(40);
  });
  test.each(larger.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const program = withoutRecovery(one.system());
    expect(differences(naively(program), [engine(search(program, { states: 100_000 }))])).toEqual(
      [],
    );
  });
});

function inShort({
  name,
  states,
  differences,
}: Awaited<ReturnType<typeof strangersAgree>>): string {
  return `${name} ${states}${differences.length > 0 ? ' DIFFERS' : ''}`;
}

const seconds = (began: number): string => ((performance.now() - began) / 1e3).toFixed(0);
