import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { complaint, type Adapter } from '../../src/paths/formats/adapter.ts';
import { inThreeLines, uncovered } from '../../src/paths/formats/failure-text.ts';
import { coverageOf, play, type Failure } from '../../src/paths/formats/play.ts';
import { testPaths } from '../../src/vitest.ts';
import { evil, lamp } from './files.ts';

type Lamp = { on: boolean; presses: number };
const good: Adapter<Lamp> = {
  setUp: () => ({ on: false, presses: 0 }),
  steps: {
    press: async (it) => {
      await Promise.resolve();
      it.on = !it.on;
      it.presses++;
    },
    unplug: (it) => {
      if (it.on) return 'refused';
    },
  },
  states: { lamp: (it) => (it.on ? 'on' : 'off') },
};
const [path] = lamp.paths;
const failing = async (adapter: Partial<Adapter<Lamp>>, patience = 1_000): Promise<Failure> => {
  const { failure } = await play(lamp, path!, { ...good, ...adapter }, { patience });
  if (failure === null) throw new Error('it did not fail');
  return failure;
};

testPaths(lamp, good, { title: 'a lamp that keeps its clause' });
testPaths(
  JSON.parse(JSON.stringify(lamp)),
  {
    ...good,
    states: {
      lamp: {
        on: (it: Lamp) => it.on,
        off: (it: Lamp) => {
          expect(it.on).toBe(false);
        },
      },
    },
  },
  { title: 'a lamp with one check a state' },
);

let reported = '';
describe('results', () => {
  testPaths(lamp, good, {
    report: (results, { covered, targets }) => {
      reported = `${results.length} ${covered}/${targets}`;
    },
  });
});
test('are reported when all paths are over', () => {
  expect(reported).toBe('1 1/1');
});

describe('an adapter', () => {
  test('that lacks steps and states is told all of them at once', () => {
    const bare: Adapter<Lamp> = { setUp: good.setUp, steps: {}, states: {} };
    expect(() => testPaths(lamp, bare)).toThrow(
      "the adapter for 'lamp' (steps) lacks 2 steps: press, unplug; and 1 state: lamp",
    );
    expect(() => testPaths(lamp, { ...good, states: { lamp: { on: () => true } } })).toThrow(
      'lacks 1 state: lamp: off',
    );
    expect(complaint(lamp, good)).toBe(null);
    expect(complaint(lamp, { ...good, states: { lamp: null } })).toBe(null);
  });
  test('is never asked for what every object inherits', () => {
    const file = evil.find(({ name }) => name === 'constructor')!;
    expect(complaint(file, { setUp: good.setUp, steps: {}, states: {} })).toContain('constructor');
  });
});

describe('a path file', () => {
  test('of another schema version is refused', () => {
    expect(() => testPaths({ ...lamp, schema: 3 }, good)).toThrow(
      'schema version 3; this program reads versions 1 and 2',
    );
  });
  test('with a step edited by hand is refused, with path and step', () => {
    const steps = path!.steps.map((one, at) => (at === 1 ? { ...one, step: 'press[2]' } : one));
    expect(() => testPaths({ ...lamp, paths: [{ ...path!, steps }] }, good)).toThrow(
      new RegExp(`path ${path!.id}, step 2`),
    );
  });
  test('without paths is refused', () => {
    expect(() => testPaths({ ...lamp, paths: [] }, good)).toThrow('has no path');
  });
});

describe('an implementation is caught that', () => {
  test('refuses a step', async () => {
    expect(
      await failing({
        steps: { ...good.steps, press: (it) => (it.on ? 'refused' : good.steps['press']!(it)) },
      }),
    ).toMatchObject({ number: 2, step: 'press[1]', kind: 'refused' });
  });
  test('does what must be refused', async () => {
    expect(await failing({ steps: { ...good.steps, unplug: () => undefined } })).toMatchObject({
      number: 1,
      step: 'unplug[1]',
      kind: 'allowed',
    });
  });
  test('says that it refuses, and does something', async () => {
    expect(
      await failing({
        steps: {
          ...good.steps,
          unplug: (it) => {
            it.on = false;
            return 'refused';
          },
        },
      }),
    ).toMatchObject({ number: 1, step: 'unplug[1]', kind: 'state' });
  });
  test('is somewhere else, or begins there', async () => {
    expect(await failing({ steps: { ...good.steps, press: () => undefined } })).toMatchObject({
      number: 1,
      kind: 'state',
      text: 'after step 1, press[1]: lamp[1] is in off and should be in on',
    });
    expect(await failing({ setUp: () => ({ on: true, presses: 0 }) })).toMatchObject({
      number: 0,
      kind: 'state',
    });
    expect(
      await failing({
        states: { lamp: { on: (it: Lamp) => it.on && it.presses > 1, off: () => true } },
      }),
    ).toMatchObject({ number: 1, kind: 'state' });
  });
  test('throws, at a step or at the end', async () => {
    expect(
      await failing({
        steps: {
          ...good.steps,
          press: () => {
            throw new Error('oops');
          },
        },
      }),
    ).toMatchObject({ number: 1, kind: 'threw', text: 'press[1]: oops' });
    expect(await failing({ tearDown: () => Promise.reject(new Error('leak')) })).toMatchObject({
      kind: 'threw',
      text: 'tearDown: leak',
    });
  });
  test('answers by something that is only like a promise', async () => {
    const late = {
      // oxlint-disable-next-line unicorn/no-thenable -- this is what is tested
      then: (done: (answer: 'refused') => void) => {
        done('refused');
      },
    } as unknown as Promise<'refused'>;
    expect(await failing({ steps: { ...good.steps, press: () => late } })).toMatchObject({
      number: 1,
      kind: 'refused',
    });
  });
  test('never answers', async () => {
    expect(
      await failing({ steps: { ...good.steps, press: () => new Promise(() => undefined) } }, 20),
    ).toMatchObject({ number: 1, kind: 'hangs' });
  });
});

test('what is covered is what was walked to its end', async () => {
  const bad = await play(lamp, path!, {
    ...good,
    steps: { ...good.steps, unplug: () => undefined },
  });
  expect(coverageOf(lamp, [bad])).toEqual({ targets: 1, covered: 0, missed: ['step:x'] });
  expect(coverageOf(lamp, [await play(lamp, path!, good)])).toEqual({
    targets: 1,
    covered: 1,
    missed: [],
  });
});

test('a failure is three lines: the path, the step, expected and found', async () => {
  const refuses = await failing({ steps: { ...good.steps, press: () => 'refused' } });
  expect(inThreeLines(path!, refuses).split('\n')).toEqual([
    `path ${path!.id} of ${path!.system}, for ${path!.targets[0]!}`,
    expect.stringMatching(/^step 1 of \d+: press\[1\]$/),
    'expected press[1] to be done, found it refused',
  ]);
  const elsewhere = await failing({ states: { lamp: () => 'broken' } });
  expect(inThreeLines(path!, elsewhere)).toMatch(
    /\nbefore the first step\nbefore the first step: lamp\[1\] is in broken and should be in off$/,
  );
  const says = (): void => {
    throw new Error('a first line\nand a second');
  };
  const threw = await failing({ steps: { ...good.steps, press: says } });
  expect(inThreeLines(path!, threw).split('\n')).toHaveLength(3);
});

test('targets that are not covered are a count, and a file with their names', () => {
  const missed = Array.from({ length: 236 }, (_, n) => `edge:${n}`);
  const text = uncovered(lamp, 300, 64, missed);
  const [first, second, third] = text.split('\n');
  expect(first).toBe('64 of 300 targets are covered');
  expect(second).toBe('236 are not, the first is edge:0');
  const file = third!.replace('all of them: ', '');
  expect(readFileSync(file, 'utf8').trim().split('\n')).toEqual(missed);
  rmSync(file);
});
