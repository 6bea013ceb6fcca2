import { madeOf } from '../../../src/system/made-of.ts';
import type { Row, Step } from '../../../src/system/vocabulary.ts';

/** A lifecycle, or several that belong together, as a place on the map. */
export type Place = {
  readonly id: string;
  readonly title: string;
  /** Machines by their ids; the page of the first is where the place leads. */
  readonly of: readonly string[];
  readonly about: string;
  readonly x: number;
  readonly y: number;
};

/** Where the lifecycles stand: the circle of the deadlock, and beside it what a job and a repair need. */
export const places: readonly Place[] = [
  {
    id: 'fence',
    title: 'fence',
    of: ['dma_fence'],
    about: 'completes in finite time',
    x: 560,
    y: 70,
  },
  {
    id: 'job',
    title: 'job',
    of: ['fenced_job', 'drm_sched_job'],
    about: 'signals its fence',
    x: 850,
    y: 175,
  },
  { id: 'engine', title: 'engine', of: ['engine'], about: 'held by one job', x: 850, y: 425 },
  {
    id: 'units',
    title: 'compute units',
    of: ['compute_units'],
    about: 'shared with 3D work',
    x: 1030,
    y: 300,
  },
  {
    id: 'compute',
    title: 'compute job',
    of: ['compute_job', 'group_queue', 'long_running_queue', 'group_exec'],
    about: 'stops at a missing page',
    x: 560,
    y: 545,
  },
  {
    id: 'fault',
    title: 'page fault',
    of: ['page_fault', 'fault_entry'],
    about: 'is answered by a worker',
    x: 290,
    y: 425,
  },
  {
    id: 'alloc',
    title: 'allocation',
    of: ['allocation', 'reclaim_round'],
    about: 'may reclaim',
    x: 290,
    y: 175,
  },
  {
    id: 'buffers',
    title: 'buffers',
    of: ['dma_buf', 'dma_resv', 'dma_resv_entry', 'gem_object', 'attachment', 'ttm_bo'],
    about: 'shared, moved, evicted',
    x: 95,
    y: 70,
  },
  {
    id: 'pins',
    title: 'pins',
    of: ['importer_pin', 'pin_count', 'memory_region'],
    about: 'may not move',
    x: 95,
    y: 300,
  },
  {
    id: 'notifiers',
    title: 'notifiers',
    of: ['userptr_notifier', 'invalidation', 'mirror', 'invalidate_seq'],
    about: 'the CPU takes pages back',
    x: 560,
    y: 310,
  },
];

/** Steps in which two places take an event, or in which one asks for the state of the other. */
export type Tie = {
  readonly from: string;
  readonly to: string;
  /** Both take an event in one step; or a step that moves `from` asks in which state `to` is. */
  readonly kind: 'together' | 'asks';
  readonly steps: readonly string[];
};

type Rows = readonly Row[];

/**
 * Every tie between two places, read off the steps of these families of rows. What hang recovery
 * alone ties together is left out: it ends
 * everything. A pair has one tie, the one of most steps.
 */
export function ties(families: readonly Rows[], sizes: Readonly<Record<string, number>>): Tie[] {
  const placeOf = new Map(places.flatMap(({ id, of }) => of.map((machine) => [machine, id])));
  const tiesFound = new Map<
    string,
    { from: string; to: string; kind: Tie['kind']; steps: string[] }
  >();
  const add = (from: string, to: string, kind: Tie['kind'], step: string): void => {
    const key = `${kind} ${from} ${to}`;
    const tie = tiesFound.get(key) ?? { from, to, kind, steps: [] };
    tiesFound.set(key, tie);
    if (!tie.steps.includes(step)) tie.steps.push(step);
  };
  for (const rows of families) {
    const known = machinesOf(rows, sizes);
    for (const row of rows) {
      if (row.name === 'hang-recovery') continue;
      const own = new Map([...known, ...machinesOf([row], sizes)]);
      for (const step of row.steps) tie(step, own);
    }
  }
  const pairs = new Map<string, Tie>();
  for (const tie of tiesFound.values()) {
    const pair = [tie.from, tie.to].sort().join(' ');
    const other = pairs.get(pair);
    if (other === undefined || tie.steps.length > other.steps.length) pairs.set(pair, tie);
  }
  return [...pairs.values()];

  function tie(step: Step, machines: ReadonlyMap<string, string>): void {
    const partsIn = (refs: object | undefined): string[] => [
      ...new Set(
        Object.keys(refs ?? {}).flatMap((ref) => {
          const place = placeOf.get(machines.get(ref.split('[')[0]!) ?? '');
          return place === undefined ? [] : [place];
        }),
      ),
    ];
    const moved = partsIn({ ...step.moves, ...step.also });
    const order = places.map(({ id }) => id).filter((id) => moved.includes(id));
    order.forEach((from, n) =>
      order.slice(n + 1).forEach((to) => add(from, to, 'together', step.name)),
    );
    for (const to of partsIn(step.when))
      for (const from of moved) if (!moved.includes(to)) add(from, to, 'asks', step.name);
  }
}

/** The machine of each part, by their names. */
function machinesOf(rows: Rows, sizes: Readonly<Record<string, number>>): Map<string, string> {
  const machines = new Map<string, string>();
  for (const { parts } of rows)
    for (const [name, { of }] of Object.entries(parts))
      if (!machines.has(name)) machines.set(name, madeOf(of, sizes)[0]!.machine.id);
  return machines;
}
