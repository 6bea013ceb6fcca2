/* oxlint-disable max-lines -- the tests of five suites of IGT in their order, one bench for all */
import { expect } from 'vitest';
import { setup } from 'xstate';
import { fenceActors } from '../../../machines/litmus/fences/actors.ts';
import { resvFences } from '../../../machines/rows/dma-resv.ts';
import { syncobjClauses, syncobjs } from '../../../machines/rows/indefinite-fences.ts';
import { swSyncRow, type Point } from '../../../machines/rows/sw-sync.ts';
import { check } from '../../../src/check/verdict.ts';
import { compose } from '../../../src/system/compose.ts';
import type { Row, Step } from '../../../src/system/vocabulary.ts';
import { bench } from './replay.ts';
import { kernelSuite } from './suite.ts';

const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

/** A vgem buffer with room for `fences` fences. */
function vgem(fences: number) {
  const on = bench(compose({ rows: [resvFences(fences)], actors: fenceActors, sizes: {} }));
  let used = 0;
  const exported = (flag: 'read' | 'write'): string => {
    const found = on.enabled().filter((name) => name.startsWith(`export_${flag}_`));
    expect(found.length, 'one snapshot is possible').toBe(1);
    return found[0]!;
  };
  return {
    attach: (write: boolean): number => {
      on.do(`attach_${write ? 'WRITE' : 'READ'}_${++used}`);
      return used;
    },
    signal: (k: number): void => {
      on.do(`signal_${k}`);
    },
    /** poll() on the dma-buf; DMA_BUF_SYNC_RW asks as a writer does. */
    busy: (flag: 'read' | 'write'): boolean => !exported(flag).endsWith('_{}'),
    export: (flag: 'read' | 'write'): void => {
      on.do(exported(flag));
    },
    fileBusy: (flag: 'read' | 'write'): boolean => on.at(`${flag}File`) !== 'signaled',
  };
}
const expectBusy = (bo: ReturnType<typeof vgem>, read: boolean, write: boolean): void => {
  expect([bo.busy('read'), bo.busy('write')]).toEqual([read, write]);
  bo.export('read');
  bo.export('write');
  expect([bo.fileBusy('read'), bo.fileBusy('write')]).toEqual([read, write]);
};
function importMultiple(write: boolean): void {
  const bo = vgem(5);
  const readers = range(4).map(() => bo.attach(false));
  const writer = write ? bo.attach(true) : 0;
  bo.export('read');
  bo.export('write');
  for (const k of readers.reverse()) {
    expect([bo.busy('read'), bo.fileBusy('read'), bo.busy('write'), bo.fileBusy('write')]).toEqual([
      write,
      write,
      true,
      true,
    ]);
    bo.signal(k);
  }
  expect([bo.busy('read'), bo.fileBusy('read'), bo.busy('write'), bo.fileBusy('write')]).toEqual([
    write,
    write,
    write,
    write,
  ]);
  if (write) bo.signal(writer);
  expect([bo.busy('read'), bo.fileBusy('read'), bo.busy('write'), bo.fileBusy('write')]).toEqual([
    false,
    false,
    false,
    false,
  ]);
}

kernelSuite('dmabuf_sync_file', {
  'export-basic': () => {
    const bo = vgem(2);
    expectBusy(bo, false, false);
    const reads = bo.attach(false);
    expectBusy(bo, false, true);
    bo.signal(reads);
    expectBusy(bo, false, false);
    const writes = bo.attach(true);
    expectBusy(bo, true, true);
    bo.signal(writes);
    expectBusy(bo, false, false);
  },
  'export-before-signal': () => {
    for (const write of [false, true]) {
      const bo = vgem(1);
      const fence = bo.attach(write);
      bo.export('read');
      bo.export('write');
      expect([bo.fileBusy('read'), bo.fileBusy('write')]).toEqual([write, true]);
      bo.signal(fence);
      expect([bo.fileBusy('read'), bo.fileBusy('write')]).toEqual([false, false]);
    }
  },
  'export-multiwait': () => {
    const bo = vgem(3);
    const [f1, f2] = [bo.attach(false), bo.attach(false)];
    bo.export('write');
    const f3 = bo.attach(false);
    expect(bo.fileBusy('write')).toBe(true);
    bo.signal(f1);
    expect(bo.fileBusy('write')).toBe(true);
    bo.signal(f2);
    expect(bo.fileBusy('write')).toBe(false);
    expect(bo.busy('write')).toBe(true);
    bo.signal(f3);
  },
  'export-wait-after-attach': () => {
    const bo = vgem(2);
    bo.export('read');
    bo.export('write');
    const f1 = bo.attach(true);
    expect([bo.fileBusy('read'), bo.fileBusy('write')]).toEqual([false, false]);
    bo.export('read');
    bo.export('write');
    expect([bo.fileBusy('read'), bo.fileBusy('write')]).toEqual([true, true]);
    bo.signal(f1);
    const f2 = bo.attach(true);
    expect([bo.fileBusy('read'), bo.fileBusy('write')]).toEqual([false, false]);
    expectBusy(bo, true, true);
    bo.signal(f2);
  },
  'import-basic': () => {
    const bo = vgem(3);
    expectBusy(bo, false, false);
    // READ; WRITE; RW, which is imported as a writer.
    for (const write of [false, true, true]) {
      const fence = bo.attach(write);
      expectBusy(bo, write, true);
      bo.signal(fence);
      expectBusy(bo, false, false);
    }
  },
  'import-multiple-read-only': () => importMultiple(false),
  'import-multiple-read-write': () => importMultiple(true),
});

function swSync(fences: readonly Point[], points = 3) {
  const on = bench(compose({ rows: [swSyncRow(fences, points)], actors: fenceActors, sizes: {} }));
  const kept = (): number[] =>
    on.at('merged') === 'none'
      ? []
      : on
          .at('merged')
          .split(',')
          .map((name) => Number(name.slice(2, -1)));
  const wait = (k: number): 0 | '-ETIME' => {
    on.drain(`expire_f${k}`, `drop_f${k}`);
    return on.at(`f${k}`) === 'signaled' ? 0 : '-ETIME';
  };
  return {
    create: (k: number): void => {
      // A fence at point 0 has always expired: it has no step of the first kind.
      const always = fences[k - 1]!.point === 0;
      if (always) on.do(`create_expired_f${k}`);
      else on.call({ pending: `create_f${k}`, expired: `create_expired_f${k}` });
      on.drain(`expire_f${k}`);
    },
    inc: (t: number, by = 1): void => {
      for (let n = 0; n < by; n++)
        on.do(on.enabled().find((name) => name.startsWith(`inc_t${t}_`))!);
    },
    close: (t: number): void => {
      on.do(`close_t${t}`);
    },
    /** sync_fence_wait(fence, 0). */
    wait,
    status: (k: number): 1 | 0 | '-ENOENT' => {
      if (wait(k) !== 0) return 0;
      return on.at(`enoent${k}`) === 'warned' ? '-ENOENT' : 1;
    },
    /** Puts a fence into the merged file; one that is signaled is left out. */
    merge: (...ks: readonly number[]): void => {
      for (const k of ks) if (on.can(`take_f${k}`)) on.do(`take_f${k}`);
    },
    active: (): number => kept().filter((k) => wait(k) !== 0).length,
    signaled: (): number => kept().filter((k) => wait(k) === 0).length,
  };
}

/** A number from 0 to `most`. */
const counter = (id: string, most: number) =>
  setup({ types: { events: {} as { type: 'up' } | { type: 'down' } } }).createMachine({
    id,
    initial: '0',
    states: Object.fromEntries(
      Array.from({ length: most + 1 }, (_, n) => [
        String(n),
        {
          on: {
            ...(n < most ? { up: String(n + 1) } : {}),
            ...(n > 0 ? { down: String(n - 1) } : {}),
          },
        },
      ]),
    ),
  } as never);
/** A thread that goes through these points one after another, or fails. */
const threadOf = (points: readonly number[]) =>
  setup({ types: { events: {} as { type: 'pass' } | { type: 'fail' } } }).createMachine({
    id: `thread_${points.join('_')}`,
    initial: `p${points[0]!}`,
    states: {
      ...Object.fromEntries(
        points.map((p, at) => [
          `p${p}`,
          { on: { pass: at + 1 < points.length ? `p${points[at + 1]!}` : 'done', fail: 'failed' } },
        ]),
      ),
      done: {},
      failed: {},
    },
  } as never);
const producerOf = setup({
  types: { events: {} as { type: 'count' } | { type: 'inc' } },
}).createMachine({
  id: 'producer',
  initial: 'idle',
  states: {
    idle: { on: { count: 'counted', inc: 'incremented' } },
    counted: { on: { inc: 'idle' } },
    incremented: { on: { count: 'idle' } },
  },
} as never);

const total = 4;
const upTo = (from: number): string[] =>
  Array.from({ length: total + 1 - from }, (_, at) => String(from + at));
/**
 * 2 threads, `next_point = i * 2 + id`; each passes its point when the timeline is there, and must
 * find the counter at it.
 */
function consumers(itself: boolean, countsFirst = true): Row {
  const ids = [0, 1];
  const points = (id: number): number[] => [id, id + 2];
  const steps = ids.flatMap((id) =>
    points(id).flatMap((p): Step[] => [
      {
        name: `pass_${p}`,
        actor: `t${id}`,
        moves: itself
          ? { [`thread${id}`]: 'pass', counter: 'up', value: 'up' }
          : { [`thread${id}`]: 'pass', sem: 'up' },
        when: { [`thread${id}`]: `p${p}`, value: upTo(p), counter: String(p) } as never,
      },
      {
        name: `fail_${p}`,
        actor: `t${id}`,
        moves: { [`thread${id}`]: 'fail' },
        when: { [`thread${id}`]: `p${p}`, value: upTo(p), counter: `!${p}` } as never,
      },
    ]),
  );
  const produced: Step[] = countsFirst
    ? [
        {
          name: 'count',
          actor: 'producer',
          moves: { producer: 'count', sem: 'down', counter: 'up' },
        },
        {
          name: 'inc',
          actor: 'producer',
          moves: { producer: 'inc', value: 'up' },
          when: { producer: 'counted' } as never,
        },
      ]
    : [
        {
          name: 'inc',
          actor: 'producer',
          moves: { producer: 'inc', sem: 'down', value: 'up' },
          when: { producer: 'idle' } as never,
        },
        {
          name: 'count',
          actor: 'producer',
          moves: { producer: 'count', counter: 'up' },
          when: { producer: 'incremented' } as never,
        },
      ];
  return {
    name: 'consumers',
    parts: {
      value: { of: counter('value', total) as never },
      counter: { of: counter('counter', total) as never },
      sem: { of: counter('sem', total) as never },
      producer: { of: producerOf as never },
      thread0: { of: threadOf(points(0)) as never },
      thread1: { of: threadOf(points(1)) as never },
    },
    steps: [...steps, ...(itself ? [] : produced)],
    promises: ids.map((id) => ({
      name: `thread${id}-ends`,
      pending: {
        [`thread${id}`]: ['p0', 'p1', 'p2', 'p3'].filter((p) =>
          points(id).includes(Number(p.slice(1))),
        ),
      } as never,
    })),
    invariants: ids.map((id) => ({
      name: `thread${id}-never-fails`,
      never: { [`thread${id}`]: 'failed' } as never,
    })),
  };
}
/**
 * 2 producers wait for the consumer's timeline, count and increment theirs; the consumer waits for
 * the merge of both and must find 2n.
 */
function producers(waitsForAll: boolean): Row {
  const rounds = [1, 2];
  return {
    name: 'producers',
    parts: {
      cons: { of: counter('cons', 2) as never },
      counter: { of: counter('counter', 4) as never },
      ...Object.fromEntries(
        [0, 1].flatMap((id) => [
          [`prod${id}`, { of: counter(`prod${id}`, 2) as never }],
          [`thread${id}`, { of: threadOf([0, 1]) as never }],
        ]),
      ),
      consumer: { of: threadOf(rounds) as never },
    },
    steps: [
      ...[0, 1].flatMap((id) =>
        [0, 1].map((p): Step => ({
          name: `produce_${id}_${p}`,
          actor: `t${id}`,
          moves: { [`thread${id}`]: 'pass', counter: 'up', [`prod${id}`]: 'up' },
          when: { [`thread${id}`]: `p${p}`, cons: ['0', '1', '2'].slice(p) } as never,
        })),
      ),
      ...rounds.flatMap((n): Step[] => {
        const there = {
          consumer: `p${n}`,
          prod0: ['0', '1', '2'].slice(n),
          ...(waitsForAll ? { prod1: ['0', '1', '2'].slice(n) } : {}),
        };
        return [
          {
            name: `consume_${n}`,
            actor: 'producer',
            moves: { consumer: 'pass', cons: 'up' },
            when: { ...there, counter: String(2 * n) } as never,
          },
          {
            name: `mismatch_${n}`,
            actor: 'producer',
            moves: { consumer: 'fail' },
            when: { ...there, counter: `!${2 * n}` } as never,
          },
        ];
      }),
    ],
    promises: [{ name: 'consumer-ends', pending: { consumer: ['p1', 'p2'] } as never }],
    invariants: [{ name: 'counter-matches', never: { consumer: 'failed' } as never }],
  };
}
const threads = {
  ...fenceActors,
  t0: { fair: 'weak' },
  t1: { fair: 'weak' },
  producer: { fair: 'weak' },
} as const;
const ask = (row: Row) =>
  check(compose({ rows: [row], actors: threads, sizes: {} }), { states: 20_000 });

kernelSuite('sw_sync', {
  alloc_timeline: () => {
    const on = swSync([{ timeline: 1, point: 1 }]);
    on.close(1);
  },
  alloc_fence: () => {
    const on = swSync([{ timeline: 1, point: 0 }]);
    on.create(1);
    on.close(1);
    expect(on.wait(1)).toBe(0);
  },
  timeline_closed: () => {
    const on = swSync([{ timeline: 1, point: 1 }]);
    on.create(1);
    on.close(1);
    expect([on.wait(1), on.status(1)]).toEqual([0, '-ENOENT']);
  },
  timeline_closed_signaled: () => {
    const on = swSync([{ timeline: 1, point: 1 }]);
    on.create(1);
    on.inc(1);
    on.close(1);
    expect([on.wait(1), on.status(1)]).toEqual([0, 1]);
  },
  alloc_merge_fence: () => {
    const on = swSync([
      { timeline: 1, point: 1 },
      { timeline: 2, point: 1 },
    ]);
    on.create(1);
    on.create(2);
    on.merge(2, 1);
    expect(on.active()).toBe(2);
  },
  sync_busy: () => {
    const on = swSync(
      [
        { timeline: 1, point: 3 },
        { timeline: 1, point: 5 },
      ],
      6,
    );
    on.create(1);
    expect(on.wait(1)).toBe('-ETIME');
    on.inc(1);
    expect(on.wait(1)).toBe('-ETIME');
    on.inc(1, 2);
    expect(on.wait(1)).toBe(0);
    on.inc(1);
    expect(on.wait(1)).toBe(0);
    on.create(2);
    on.inc(1);
    expect(on.wait(2)).toBe(0);
  },
  sync_busy_fork: () => {
    const on = swSync([{ timeline: 1, point: 1 }]);
    on.create(1);
    expect(on.wait(1)).toBe('-ETIME');
    on.inc(1);
    expect(on.wait(1)).toBe(0);
  },
  sync_busy_fork_unixsocket: () => {
    const on = swSync([{ timeline: 1, point: 1 }]);
    on.create(1);
    expect(on.wait(1)).toBe('-ETIME');
    on.inc(1);
    expect(on.wait(1)).toBe(0);
  },
  sync_merge: () => {
    const on = swSync([1, 2, 3].map((point) => ({ timeline: 1, point })));
    range(3).forEach((k) => {
      on.create(k);
    });
    on.merge(1, 2);
    on.merge(3);
    expect(on.active()).toBe(1);
    for (const k of [1, 2]) {
      on.inc(1);
      expect([on.status(k), on.active()]).toEqual([1, 1]);
    }
    on.inc(1);
    expect([on.status(3), on.active(), on.signaled()]).toEqual([1, 0, 1]);
  },
  sync_merge_same: () => {
    const on = swSync([{ timeline: 1, point: 1 }]);
    on.create(1);
    on.merge(1, 1);
    expect([on.active(), on.signaled()]).toEqual([1, 0]);
    on.inc(1);
    expect([on.active(), on.signaled()]).toEqual([0, 1]);
  },
  sync_multi_timeline_wait: () => {
    const on = swSync([1, 2, 3].map((timeline) => ({ timeline, point: 3 })));
    range(3).forEach((k) => {
      on.create(k);
    });
    on.merge(1, 2);
    on.merge(3);
    for (const [done, t] of [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const) {
      expect([on.active(), on.signaled()]).toEqual([3 - done, done]);
      on.inc(t, 3);
    }
    expect([on.active(), on.signaled()]).toEqual([0, 3]);
  },
  sync_expired_merge: () => {
    const on = swSync([{ timeline: 1, point: 1 }]);
    on.inc(1, 3);
    on.create(1);
    expect(on.wait(1)).toBe(0);
    on.merge(1, 1);
    expect([on.active(), on.signaled()]).toEqual([0, 0]);
  },
  sync_multi_consumer: () => {
    expect(ask(consumers(false))).toMatchObject({ verdict: 'finite', stopped: null });
    // A producer that increments before it counts lets them see an old number.
    expect(ask(consumers(false, false)).verdict).toBe('broken');
  },
  sync_multi_consumer_producer: () =>
    expect(ask(consumers(true))).toMatchObject({ verdict: 'finite', stopped: null }),
  sync_multi_producer_single_consumer: () => {
    expect(ask(producers(true))).toMatchObject({ verdict: 'finite', stopped: null });
    expect(ask(producers(false)).verdict).toBe('broken');
  },
  sync_random_merge: () => {
    // Per timeline the latest point counts, in whatever order they are merged.
    const fences = [1, 2, 3].flatMap((timeline) => [
      { timeline, point: 1 },
      { timeline, point: 2 },
    ]);
    for (const order of [
      [1, 2, 3, 4, 5, 6],
      [6, 5, 4, 3, 2, 1],
      [2, 5, 1, 3, 6, 4],
      [4, 1, 6, 3, 2, 5],
    ]) {
      const on = swSync(fences);
      range(6).forEach((k) => {
        on.create(k);
      });
      on.merge(...order);
      for (const [left, t] of [
        [3, 1],
        [2, 2],
        [1, 3],
      ] as const) {
        expect(on.active()).toBe(left);
        on.inc(t, 2);
      }
      expect(on.active()).toBe(0);
    }
  },
});

const syncobj = () =>
  bench(
    compose({
      rows: [syncobjs],
      clauses: [syncobjClauses.needsFence],
      actors: fenceActors,
      sizes: {},
    }),
  );
/** DRM_IOCTL_SYNCOBJ_WAIT with no time: what it answers. */
function waited(on: ReturnType<typeof syncobj>, forSubmit: boolean): '-EINVAL' | '-ETIME' | '0' {
  if (forSubmit && on.can('wait_for_submit')) on.do('wait_for_submit');
  else {
    const answer = on.call({ '-EINVAL': 'wait_refused', waits: 'wait', 0: 'wait_signaled' });
    if (answer !== 'waits') return answer as '-EINVAL' | '0';
  }
  on.do('wait_times_out');
  expect(on.at('host')).toBe('idle');
  return '-ETIME';
}
const submitted = () => {
  const on = syncobj();
  on.do('submit', 'run');
  return on;
};
const signaled = () => {
  const on = submitted();
  on.do('signal');
  return on;
};

kernelSuite('syncobj_wait', {
  'wait-unsubmitted': () => {
    expect(waited(syncobj(), false)).toBe('-EINVAL');
    expect(syncobj().can('gpu_wait')).toBe(false);
  },
  'wait-for-submit-unsubmitted': () => expect(waited(syncobj(), true)).toBe('-ETIME'),
  'wait-submitted': () => expect(waited(submitted(), false)).toBe('-ETIME'),
  'wait-for-submit-submitted': () => expect(waited(submitted(), true)).toBe('-ETIME'),
  'wait-signaled': () => expect(waited(signaled(), false)).toBe('0'),
  'wait-for-submit-signaled': () => expect(waited(signaled(), true)).toBe('0'),
  'wait-for-submit-complex': () => {
    const program = compose({
      rows: [syncobjs],
      clauses: [syncobjClauses.needsFence],
      actors: fenceActors,
      sizes: {},
    });
    const report = check(program, { states: 10_000 });
    expect(report).toMatchObject({ verdict: 'finite', stopped: null });
    expect(report.neverFired).toEqual([]);
    const on = syncobj();
    on.do('wait_for_submit', 'submit', 'wait_sees_submit', 'run', 'signal', 'wait_ends');
    expect(on.at('host')).toBe('idle');
  },
});
