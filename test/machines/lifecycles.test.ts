import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { driverIds } from '../../machines/description/ids.ts';
import * as machines from '../../machines/index.ts';
import { tabulate } from '../../src/lts/tabulate.ts';

const folder = new URL('../../machines/lifecycles/', import.meta.url);
/** With what lifecycles are written. */
const words = ['named.ts', 'chart.ts', 'to.ts'];
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !words.includes(name));

/** Every machine that a lifecycle file exports; those that depend on sizes with two jobs of each kind. */
async function machinesOf(file: string): Promise<[string, AnyStateMachine][]> {
  const exported = Object.entries(
    (await import(new URL(file, folder).href)) as Record<string, unknown>,
  );
  const machines: [string, AnyStateMachine][] = [];
  for (const [name, value] of exported) {
    if (typeof value === 'object' && value !== null && 'root' in value)
      machines.push([name, value as AnyStateMachine]);
    if (typeof value === 'function' && value.length === 1) {
      const made: unknown = (value as (sizes: object) => unknown)({
        fenced: 2,
        faulting: 2,
        copies: 1,
      });
      if (typeof made !== 'object' || made === null) continue;
      // Several machines may be one part together.
      const several = 'root' in made ? [made] : Object.values(made);
      for (const one of several)
        if (typeof one === 'object' && one !== null && 'root' in one)
          machines.push([name, one as AnyStateMachine]);
    }
  }
  return machines;
}

const lifecycles = (
  await Promise.all(
    files.map(async (file) =>
      (await machinesOf(file)).map(([name, machine]) => ({ file, name, machine })),
    ),
  )
).flat();

test('there are lifecycles to look at, one at least in every file', () => {
  expect(lifecycles.length).toBeGreaterThanOrEqual(16);
  expect(files.filter((file) => !lifecycles.some((one) => one.file === file))).toEqual([]);
});

test('every lifecycle is exported from machines, by its name and in `lifecycles`', () => {
  for (const { file, name } of lifecycles) {
    expect(machines, `${file} ${name}`).toHaveProperty(name);
    expect(machines.lifecycles, `${file} ${name}`).toHaveProperty(name);
  }
});

test('every row is exported from machines in `rows`, and its parts by their name', async () => {
  const rows = new URL('../../machines/rows/', import.meta.url);
  const rowFiles = readdirSync(rows).filter((name) => !name.endsWith('-actors.ts'));
  expect(rowFiles.length).toBeGreaterThan(30);
  for (const file of rowFiles)
    for (const name of Object.keys((await import(new URL(file, rows).href)) as object)) {
      expect(machines.rows, `${file} ${name}`).toHaveProperty(name);
      if (/parts$/i.test(name)) expect(machines, `${file} ${name}`).toHaveProperty(name);
    }
});

test('every file of machines/drivers is a shipped driver', () => {
  const drivers = new URL('../../machines/drivers/', import.meta.url);
  const names = readdirSync(drivers).filter((name) => !['index.ts', 'each.ts'].includes(name));
  expect(names.map((name) => name.replace('.ts', '')).sort()).toEqual([...driverIds].sort());
});

test('a lifecycle is made by setup, imports only xstate and its neighbours, and says its law and source', () => {
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(text, file).not.toMatch(/\bimport\b[^;]*\bcreateMachine\b/);
    for (const [, from] of text.matchAll(/from '([^']+)'/g))
      expect(from === 'xstate' || from!.startsWith('./'), `${file} imports ${from}`).toBe(true);
    expect(text, file).toMatch(/Source:|Something that may happen once/);
  }
});

test.each(lifecycles)(
  '$file $name: every state and edge has a description and a source',
  ({ machine }) => {
    const nodes = Object.values(machine.states).flatMap(
      function below(node): AnyStateMachine['root'][] {
        return [node, ...Object.values(node.states).flatMap(below)];
      },
    );
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      expect(node.description, node.id).toBeTruthy();
      expect((node.meta as { source?: string } | undefined)?.source ?? '', node.id).toMatch(
        /^[\w./-]+/,
      );
      for (const transitions of node.transitions.values())
        for (const transition of transitions) {
          expect(transition.description, `${node.id} ${transition.eventType}`).toBeTruthy();
          expect(
            (transition.meta as { source?: string } | undefined)?.source,
            `${node.id} ${transition.eventType}`,
          ).toBeTruthy();
        }
    }
  },
);

test.each(lifecycles)(
  '$file $name: the table says what XState says, and every state is reachable',
  ({ machine }) => {
    const table = tabulate(machine);
    const at = (states: AnyMachineSnapshot[]): AnyMachineSnapshot[] => states;
    const [first] = initialTransition(machine);
    const snapshots = new Map<number, AnyMachineSnapshot>([[0, first as AnyMachineSnapshot]]);
    const queue = at([first as AnyMachineSnapshot]);
    const order = [0];
    for (let head = 0; head < order.length; head++) {
      const snapshot = queue[head]!;
      table.events.forEach((type, event) => {
        const next = table.next[order[head]! * table.events.length + event]!;
        expect(snapshot.can({ type }), `${machine.id} ${table.states[order[head]!]} ${type}`).toBe(
          next >= 0,
        );
        if (next < 0 || snapshots.has(next)) return;
        const after = transition(machine, snapshot, { type })[0] as AnyMachineSnapshot;
        snapshots.set(next, after);
        queue.push(after);
        order.push(next);
      });
    }
    expect(snapshots.size).toBe(table.states.length);
  },
);
