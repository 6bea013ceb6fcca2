import { expect, test } from 'vitest';
import { gallery } from '../../machines/litmus/gallery.ts';
import { uses } from '../../machines/uses/index.ts';
import type { Use } from '../../machines/uses/use.ts';
import { who } from '../../machines/words/who.ts';
import { search } from '../../src/explore/search.ts';
import { refusal, withoutRecovery, type Program } from '../../src/system/program.ts';

// One thread is one actor. Where a thread waits for a lock it is another, fairer one; but two weak actors of one
// thread that can both act would starve each other, and a livelock that no machine has would be found.

/** Words that several things share: they are no threads. */
const noThread = ['userspace', 'the hardware', 'the interrupt that signals', 'the GPU scheduler'];

/** Actors by the thread that they are, a member apart: `'the exec ioctl[1]'`. */
function threadsOf({ actors }: Program): Map<string, number[]> {
  const threads = new Map<string, number[]>();
  actors.forEach(({ name }, actor) => {
    const [, base, member = ''] = /^(\w+)(\[.*\])?$/.exec(name)!;
    const said = (who as Readonly<Record<string, string>>)[base!];
    if (said === undefined || noThread.includes(said)) return;
    threads.set(said + member, [...(threads.get(said + member) ?? []), actor]);
  });
  return threads;
}

/** Steps of weak actors of one thread that some state enables together: `'a / b'`. */
function splitSteps(program: Program): string[] {
  const weak = [...threadsOf(program).values()]
    .map((actors) => actors.filter((actor) => program.actors[actor]!.fair === 'weak'))
    .filter((actors) => actors.length > 1);
  if (weak.length === 0) return [];

  const bases = new Set<string>();
  const graph = search(program, { states: 20_000 });
  for (let state = 0; state < graph.size; state++) {
    const locals = graph.locals(state, []);
    for (const actors of weak) {
      const enabled = actors.flatMap(
        (actor) =>
          program.steps.find(
            (step) => step.actor === actor && refusal(program, step, locals) === null,
          ) ?? [],
      );
      if (enabled.length > 1) bases.add(enabled.map(({ of }) => of).join(' / '));
    }
  }
  return [...bases];
}

test('no thread of the gallery is two weak actors that can act at once', () => {
  const programs = gallery.map((litmus) => withoutRecovery(litmus.system()));
  expect(programs.length).toBeGreaterThan(380);
  expect(programs.filter((program) => threadsOf(program).size > 0).length).toBeGreaterThan(300);
  expect(programs.flatMap(splitSteps)).toEqual([]);
});

test('the repair whose reclaim was an actor of its own is found', () => {
  const program = withoutRecovery(gallery.find(({ name }) => name === 'TRACK')!.system());
  const worker = program.actors.findIndex(({ name }) => name === 'fault_worker[1]');
  const apart: Program = {
    ...program,
    // Another actor that is said to be the same worker.
    actors: [...program.actors, { ...program.actors[worker]!, name: 'repair_lock[1]' }],
    steps: program.steps.map((step) =>
      step.of.includes('reclaim') ? { ...step, actor: program.actors.length } : step,
    ),
  };
  expect(splitSteps(apart).filter((pair) => pair.startsWith('nack / '))).not.toEqual([]);
});

test('what the hardware does is not said to be done by userspace', () => {
  const byUserspace = new Set<string>();
  let byHardware = 0;
  for (const litmus of gallery) {
    const { actors, parts, steps, tables } = litmus.system();
    for (const { actor, moves, of } of steps) {
      const hardware = moves.some(({ part, event }) =>
        tables[parts[part]!.table]!.events[event]!.startsWith('hw_'),
      );
      if (hardware && actors[actor]!.of === 'user') byUserspace.add(of);
      if (actors[actor]!.of === 'hardware_event') byHardware++;
    }
  }
  expect(byHardware).toBeGreaterThan(100);
  // A long-running job ends when userspace says so.
  expect([...byUserspace]).toEqual(['user_ends_compute']);
});

/** One thread of the core, whatever a driver uses beside it; or no thread. */
const ofTheCore = [
  'user',
  'memory',
  'hardware_event',
  'submit',
  'submit_lock',
  'scheduler',
  'signaler',
  'fault_worker',
];

test('two uses have no actor in common: it would be two threads that starve each other', () => {
  const actorsOf = ({ rows, clauses, wiring, together = {} }: Use): ReadonlySet<string> =>
    new Set(
      [
        ...rows.flatMap(({ steps }) => steps),
        ...Object.values(together).flatMap((own) => own.flatMap(({ steps }) => steps)),
        ...[...clauses, ...wiring].flatMap(({ adds = [] }) => adds),
      ].map(({ actor }) => actor.replace(/\[.*$/, '')),
    );
  const usesWithActors = uses.map((use) => ({ use, own: actorsOf(use) }));
  expect(usesWithActors.every(({ own }) => own.size > 0)).toBe(true);

  const shared: string[] = [];
  for (const [at, one] of usesWithActors.entries())
    for (const other of usesWithActors.slice(at + 1)) {
      if (one.use.apart?.[other.use.name] ?? other.use.apart?.[one.use.name]) continue;
      for (const actor of one.own)
        if (other.own.has(actor) && !ofTheCore.includes(actor))
          shared.push(`${actor}: ${one.use.name} and ${other.use.name}`);
    }
  expect(shared).toEqual([]);
});
