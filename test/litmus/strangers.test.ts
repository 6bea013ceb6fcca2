import { beforeAll, describe, expect, test } from 'vitest';
import { litmusTests } from '../../machines/litmus/index.ts';
import { search } from '../../src/explore/search.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { allAgree, type Agreement } from '../strangers/agree.ts';
import { differences, engine, naively } from '../strangers/testimony.ts';
import { without } from '../peers.ts';
import { twoAtATime } from '../strangers/tools.ts';

const leftOut = without('spin', 'rumur', 'gcc');

/** SPIN needs half a minute for a system of a thousand states with eight promises; `LITMUS_STATES=100000` asks about all of them. */
const most = Number(process.env['LITMUS_STATES'] ?? 240);
/** So many go to Rumur together. */
const together = 3;

const small = litmusTests.filter(({ expect: { states } }) => states <= most);
const programs = small.map((one) => withoutRecovery(one.system()));

describe.skipIf(leftOut)('the engine, the naive checker, SPIN and Rumur on litmus systems', () => {
  let agreements: readonly Agreement[];
  beforeAll(async () => {
    if (leftOut) return;
    const groups = Array.from({ length: Math.ceil(small.length / together) }, (_, group) => group * together);
    agreements = (await twoAtATime(groups, (from) => allAgree(programs.slice(from, from + together), (at) => small[from + at]!.name))).flat();
  }, 3_600_000);
  test('they were asked, and the answers are not all of one kind', () => {
    expect(agreements.length).toBeGreaterThanOrEqual(14);
    expect(new Set(small.map(({ expect: { verdict } }) => verdict)).size).toBe(4);
  });
  test('nobody differs about anything, nor from the file that asks', () => {
    expect(agreements.filter((one) => one.differences.length > 0).map(({ name, differences }) => ({ name, differences }))).toEqual([]);
    expect(agreements.map(({ name, states, edges }) => ({ name, states, edges }))).toEqual(small.map(({ name, expect: { states, edges } }) => ({ name, states, edges })));
  });
});

describe('the engine and the naive checker on larger litmus systems', () => {
  const larger = litmusTests.filter(({ expect: { states } }) => states > most && states <= 600);
  test('there are some', () => { expect(larger.length).toBeGreaterThanOrEqual(40); });
  test.each(larger.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const program = withoutRecovery(one.system());
    expect(differences(naively(program), [engine(search(program, { states: 100_000 }))])).toEqual([]);
  });
});
