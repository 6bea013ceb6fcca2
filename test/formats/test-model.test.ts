import { expect, test } from 'vitest';
import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import { systemOf } from '../../machines/description/system.ts';
import type { Description } from '../../machines/description/description.ts';
import { toMachine } from '../../src/export/to-machine.ts';
import { own, parsed, type Adapter } from '../../src/paths/formats/adapter.ts';
import type { TestPath } from '../../src/paths/path.ts';
import { withoutRecovery } from '../../src/system/program.ts';
import { adapterFor } from '../example-driver/adapter.ts';
import type { Gpu } from '../example-driver/gpu.ts';
import { described, suitesOf } from '../example-driver/suites.ts';
import { createTestModel } from '../xstate/test-model.ts';

/**
 * Runs a path of ours by the test model of @xstate/test against the example driver. Gives the
 * events and states that it asked about.
 */
async function run(
  path: TestPath,
  description: Description,
  adapter: Adapter<Gpu>,
): Promise<{ readonly events: number; readonly states: number }> {
  const program = withoutRecovery(systemOf(description));
  const machine = toMachine(program);
  const model = createTestModel(machine);
  let state = initialTransition(machine)[0] as AnyMachineSnapshot;
  const steps = path.steps.map(({ step }) => {
    const event = { type: step };
    expect(state.can(event), step).toBe(true);
    state = transition(machine, state, event)[0] as AnyMachineSnapshot;
    return { event, state };
  });
  const driver = await adapter.setUp(path, description);
  const seen = { events: 0, states: 0 };
  await model.testPath(
    { state, steps, weight: steps.length } as never,
    {
      events: Object.fromEntries(
        machine.events.map((type) => [
          type,
          async () => {
            const { of, numbers } = parsed(type);
            expect(await own(adapter.steps, of)!(driver, ...numbers), type).not.toBe('refused');
            seen.events++;
          },
        ]),
      ),
      states: {
        '*': async (asked: AnyMachineSnapshot) => {
          for (const [part, value] of Object.entries(asked.value as Record<string, string>)) {
            const { of, numbers } = parsed(part);
            const observe = own(adapter.states, of);
            if (typeof observe === 'function')
              expect(await observe(driver, ...numbers), part).toBe(value.replaceAll('/', '.'));
          }
          seen.states++;
        },
      },
    } as never,
  );
  return seen;
}

const [preempt] = described;
const paths = suitesOf(preempt!).flatMap((file) =>
  file.paths.filter(({ system }) => system === preempt!.driver),
);

test('the test model of @xstate/test runs our generated paths green', async () => {
  expect(paths.length).toBeGreaterThanOrEqual(4);
  for (const path of paths)
    expect(await run(path, preempt!, adapterFor())).toEqual({
      events: path.steps.length,
      states: path.steps.length,
    });
});

test('and finds a seeded bug with them', async () => {
  const clause = paths.find(({ targets }) =>
    targets.some((target) => target.startsWith('clause:preempt/while-faulted')),
  )!;
  await expect(
    run(clause, preempt!, adapterFor(['preemption leaves out faulted work'])),
  ).rejects.toThrow('preempt_faulted[1]');
});
