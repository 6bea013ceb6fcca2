import { describe, expect, test } from 'vitest';
import { orders } from '../../src/logs/orders.ts';
import { add, find, objects, remove, set, wordAt } from '../../src/logs/objects.ts';
import { at, fence, rulesOf, summaryOf } from './reading.ts';

const log = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const init = (us: number, cpu = 0, seqno = 1, driver?: string): string =>
  at(us, cpu, 'dma_fence_init', fence(9, seqno, driver));
const signaled = (us: number, cpu = 0, seqno = 1, driver?: string): string =>
  at(us, cpu, 'dma_fence_signaled', fence(9, seqno, driver));
const destroy = (us: number, cpu = 0, seqno = 1, driver?: string): string =>
  at(us, cpu, 'dma_fence_destroy', fence(9, seqno, driver));
const rules = async (text: string, options = {}): Promise<string[]> =>
  rulesOf(await summaryOf(text, options));

describe('what is broken', () => {
  test('signaled twice', async () => {
    expect(await rules(log(init(10), signaled(20), signaled(30)))).toEqual(['F-1']);
  });
  test('signaled after destroy: released with pending signals', async () => {
    expect(await rules(log(init(10), destroy(20), signaled(30)))).toEqual(['F-5']);
  });
  test('initialised again while it lives', async () => {
    expect(await rules(log(destroy(1, 0, 77), init(10), init(20)))).toEqual(['F-11']);
  });
  test('used after the last reference', async () => {
    expect(
      await rules(log(init(10), destroy(20), at(30, 0, 'dma_fence_wait_start', fence(9, 1)))),
    ).toEqual(['F-12']);
  });
  test('enabled twice: unless a signal was lost in between', async () => {
    expect(
      await rules(
        log(
          signaled(1, 0, 77),
          init(10, 0, 78),
          at(12, 0, 'dma_fence_enable_signal', fence(9, 78)),
          at(20, 0, 'dma_fence_enable_signal', fence(9, 78)),
        ),
        { complete: true },
      ),
    ).toEqual(['F-13']);
  });
  test('seqnos that fall, and that wrap', async () => {
    expect(await rules(log(init(10, 0, 5), init(20, 0, 4)))).toEqual(['F-14']);
    expect(await rules(log(init(10, 0, 4294967295), init(20, 0, 1)))).toEqual([]);
  });
  test('run before queue, done twice, run after finished', async () => {
    const job = (us: number, what: string): string =>
      at(
        us,
        0,
        `drm_sched_job_${what}`,
        what === 'done'
          ? 'fence=401:1 signaled'
          : 'dev=a, fence=401:1, ring=g, job count:0, hw job count:0, client_id:13',
      );
    expect(await rules(log(job(10, 'run'), job(20, 'queue')))).toEqual(['J-1']);
    expect(await rules(log(job(10, 'run'), job(20, 'done'), job(30, 'done')))).toEqual(['J-1']);
    expect(
      await rules(
        log(job(10, 'queue'), signaled(15).replace('context=9', 'context=401'), job(20, 'run')),
      ),
    ).toEqual(['J-1']);
  });
  test('dependencies in a circle', async () => {
    const need = (us: number, one: number, other: number): string =>
      at(us, 0, 'drm_sched_job_add_dep', `fence=${one}:1 depends on fence=${other}:1`);
    const summary = await summaryOf(
      log(need(10, 401, 403), need(20, 403, 405), need(30, 405, 401)),
    );
    expect(rulesOf(summary)).toEqual(['F-10']);
    expect(summary.findings[0]!.notes).toHaveLength(3);
    expect(await rules(log(need(10, 401, 403), need(20, 403, 405), need(30, 407, 401)))).toEqual(
      [],
    );
  });
  test('a violation says everything', async () => {
    const {
      findings: [finding],
    } = await summaryOf(log(init(10), signaled(20), signaled(30)));
    expect(finding).toMatchObject({
      rule: 'F-1',
      line: 3,
      object: 'fence context 9 seqno 1 (drm_sched gfx)',
      history: [
        { event: 'dma_fence_init', line: 1, cpu: 0 },
        { event: 'dma_fence_signaled', line: 2 },
      ],
    });
    expect(finding!.possible!.find(({ state }) => state === 'signaled')!.accepts).toEqual(
      expect.arrayContaining(['dma_fence_wait_start', 'dma_fence_destroy']),
    );
    expect(finding!.text).toContain('dma_fence_signaled: driver=drm_sched');
  });
});

describe('what is not known is not broken', () => {
  test('a log that begins in the middle', async () => {
    for (const event of ['emit', 'enable_signal', 'signaled', 'wait_start', 'wait_end', 'destroy'])
      expect(await rules(log(at(10, 0, `dma_fence_${event}`, fence(9, 1))))).toEqual([]);
  });
  test('missing events', async () => {
    expect(
      await rules(
        log(init(10), destroy(20), destroy(30, 0, 2), at(40, 0, 'dma_fence_wait_end', fence(9, 3))),
      ),
    ).toEqual([]);
  });
  test('a key used again after the end, or where the end is never printed', async () => {
    expect(await rules(log(init(10), signaled(20), destroy(30), init(40), signaled(50)))).toEqual(
      [],
    );
    expect(await rules(log(init(10), signaled(20), init(40), signaled(50)))).toEqual([]);
  });
  test('drivers whose keys are shared, or whose rules nobody knows', async () => {
    for (const driver of ['sw_sync', 'dma_fence_chain'])
      expect(
        await rules(
          log(
            init(10, 0, 1, driver),
            init(11, 0, 1, driver),
            signaled(20, 0, 1, driver),
            signaled(30, 0, 1, driver),
          ),
        ),
      ).toEqual([]);
    expect(
      await rules(
        log(signaled(20, 0, 1, 'sde_fence:crtc1'), signaled(30, 0, 1, 'sde_fence:crtc1')),
      ),
    ).toEqual([]);
    expect(
      await rules(
        log(
          init(10, 0, 1, 'sde_fence'),
          signaled(20, 0, 1, 'sde_fence'),
          signaled(30, 0, 1, 'sde_fence'),
        ),
      ),
    ).toEqual(['F-1']);
  });
  test('a seqno of 0 is none yet', async () => {
    expect(
      await rules(
        log(
          init(10, 0, 0, 'virtio_gpu'),
          init(20, 0, 0, 'virtio_gpu'),
          signaled(30, 0, 0),
          signaled(40, 0, 0),
        ),
      ),
    ).toEqual([]);
  });
  test('names that are gone after the signal', async () => {
    const summary = await summaryOf(
      log(
        init(10),
        signaled(20),
        at(30, 0, 'dma_fence_wait_end', fence(9, 1, 'detached-driver', 'signaled-timeline')),
        destroy(40, 0, 1, 'detached-driver'),
      ),
    );
    expect(rulesOf(summary)).toEqual([]);
    expect(summary.lines).toMatchObject([{ label: 'drm_sched gfx', events: 4, finished: 1 }]);
  });
  test('clocks of two CPUs that differ a little', async () => {
    expect(await rules(log(destroy(10, 0), signaled(11, 1)))).toEqual([]);
    expect(await rules(log(destroy(10, 0), signaled(11, 0)))).toEqual(['F-5']);
    expect(await rules(log(destroy(10, 0), signaled(11, 1)), { skew: 0 })).toEqual(['F-5']);
    expect(await rules(log(destroy(10, 0), signaled(20, 1)))).toEqual(['F-5']);
  });
  test('CPUs one after the other in the file: time orders them', async () => {
    expect(await rules(log(signaled(20, 0), destroy(30, 0), init(10, 1)))).toEqual([]);
    expect(await rules(log(destroy(20, 0), signaled(15, 1)))).toEqual([]);
  });
  test('lost events, and logs put together', async () => {
    const pointer = (us: number, what: string): string =>
      at(
        us,
        0,
        what,
        what === 'drm_sched_process_job'
          ? 'fence=ffffff80b033bc40 signaled'
          : 'entity=ffffff8086fae500, id=13481, fence=ffffff80b033bc40, ring=ring0, job count:0, hw job count:0',
      );
    const lines = [
      pointer(10, 'drm_sched_job'),
      pointer(20, 'drm_run_job'),
      pointer(30, 'drm_sched_process_job'),
    ];
    const twice = log(...lines, pointer(40, 'drm_sched_process_job'));
    expect((await summaryOf(twice)).gaps.count).toBe(1);
    expect(await rules(twice, { complete: true })).toEqual(['J-1']);
    const lost = await summaryOf(
      log(...lines, 'CPU:0 [LOST 12 EVENTS]', pointer(40, 'drm_sched_process_job')),
    );
    expect([lost.gaps.count, lost.counts.lost]).toEqual([0, 12]);
    const spliced = await summaryOf(
      log(...lines, at(5, 0, 'other', 'x'), pointer(40, 'drm_sched_process_job')),
    );
    expect([spliced.gaps.count, spliced.notes.join().includes('time goes back')]).toEqual([
      0,
      true,
    ]);
  });
  test('a pointer used again', async () => {
    const job = (us: number, what: string, id: number): string =>
      at(
        us,
        0,
        what,
        what === 'drm_sched_process_job'
          ? 'fence=00000000b033bc40 signaled'
          : `entity=00000000aaaa0001, id=${id}, fence=00000000b033bc40, ring=ring0, job count:0, hw job count:0`,
      );
    const summary = await summaryOf(
      log(
        ...[1, 2, 3].flatMap((id) => [
          job(id * 100, 'drm_sched_job', id),
          job(id * 100 + 10, 'drm_run_job', id),
          job(id * 100 + 20, 'drm_sched_process_job', id),
        ]),
      ),
      { complete: true },
    );
    expect([summary.broken, summary.gaps.count]).toEqual([[], 0]);
  });
});

test('waits that never end, and for what', async () => {
  const summary = await summaryOf(
    log(
      at(1, 0, 'dma_fence_signaled', fence(8, 1)),
      init(10),
      at(15, 1, 'dma_fence_enable_signal', fence(9, 1)),
      at(20, 1, 'dma_fence_wait_start', fence(9, 1), 'Xorg-42'),
      at(9_000_000, 0, 'other', 'x'),
    ),
  );
  expect(summary.waits.stuck).toMatchObject([
    {
      task: 'Xorg:42',
      object: 'fence context 9 seqno 1 (drm_sched gfx)',
      states: ['enabled'],
      line: 4,
    },
  ]);
  expect(summary.unfinished).toMatchObject({ count: 1, oldest: [{ line: 2 }] });
});

test('a store of objects finds what it has and nothing else, whatever is taken out', () => {
  const store = objects(8);
  const slots = new Map<number, number>();
  let seed = 1;
  for (let step = 0; step < 20_000; step++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const key = seed % 700;
    const slot = find(store, key % 3, key, key * 7, 0);
    expect(slot).toBe(slots.get(key) ?? -1);
    if (slot < 0) {
      slots.set(key, add(store, key % 3, key, key * 7, 0));
      store.words[wordAt(slots.get(key)!) + set] = 1;
    } else {
      remove(store, slot);
      slots.delete(key);
    }
  }
  expect(store.live).toBe(slots.size);
});

test('every order that clocks allow, and no other', () => {
  // x then y is accepted, y then x is not.
  const step = new Uint16Array([/* x */ 0, 2, 0, 2, /* y */ 0, 0, 2, 2]);
  const event = (what: number, time: number, cpu: number) => ({ event: what, time, cpu });
  expect(orders([event(1, 10, 0), event(0, 11, 1)], 1, step, 2, 5)).toBe(2);
  expect(orders([event(1, 10, 0), event(0, 20, 1)], 1, step, 2, 5)).toBe(0);
  expect(orders([event(1, 10, 0), event(0, 11, 0)], 1, step, 2, 5)).toBe(0);
});
