import { describe, expect, test } from 'vitest';
import { kernelCalls } from '../../machines/calls/index.ts';
import { replay } from '../../src/check/finding.ts';
import { answer } from '../../src/check/verdict.ts';
import { search } from '../../src/explore/search.ts';
import { answerByOrbits } from '../../src/orbits/answer.ts';
import { judgeSide } from '../../src/threads/judge.ts';
import { sidesOfFile } from '../../src/threads/sides.ts';
import { renamingsOf } from '../../src/threads/members.ts';
import { threadFiles } from './files.ts';

const s05 = threadFiles.find(({ name }) => name === 'imx-run-job-mutex.litmus')!.text;
const registers = (n: number): string =>
  s05.replace('ioctl registers() {', `ioctl registers() [${n}] {`);

/** Files with n like threads: locks, readers and writers, a pool of fences, tickets, loops. */
const shapes: Readonly<Record<string, (n: number) => string>> = {
  'threads that allocate under a mutex': registers,
  'threads that take a lock again and again': (n) =>
    `K x\n{ struct mutex a; bool b; }\nioctl t() [${n}] {\n` +
    '\twhile (!READ_ONCE(b)) { mutex_lock(&a); mutex_unlock(&a); }\n}\n' +
    'ioctl u() { WRITE_ONCE(b, 1); }\n',
  'threads that give way to each other for ever': (n) =>
    `K x\n{ struct mutex a; struct mutex b; }\nioctl t() [${n}] {\n\tint done = 0;\n` +
    '\twhile (!done) {\n\t\tmutex_lock(&a);\n' +
    '\t\tif (mutex_trylock(&b)) { mutex_unlock(&b); done = 1; }\n\t\tmutex_unlock(&a);\n\t}\n}\n' +
    'kthread u() { mutex_lock(&b); mutex_lock(&a); mutex_unlock(&a); mutex_unlock(&b); }\n',
  'readers, one of which reads again behind a writer': (n) =>
    `K x\n{ struct rw_semaphore a; }\nioctl t() [${n}] {\n` +
    '\tdown_read(&a); down_read(&a); up_read(&a); up_read(&a);\n}\n' +
    'ioctl w() { down_write(&a); up_write(&a); }\n',
  'a job and a fence for each': (n) =>
    `K x\n{ struct dma_fence f[${n}]; struct mutex m; struct workqueue_struct wq = ordered | WQ_MEM_RECLAIM; }\n` +
    `ioctl t() [${n}] { dma_fence_init(&f[self]); dma_resv_publish(); queue_work(&wq, &run[self]); }\n`.replace(
      'dma_resv_publish()',
      'sync_file_create(&f[self])',
    ) +
    `work run() on wq [${n}] { mutex_lock(&m); mutex_unlock(&m); dma_fence_signal(&f[self]); }\n` +
    'ioctl u() { mutex_lock(&m); kmalloc(64, GFP_KERNEL); mutex_unlock(&m); }\n',
  'tickets, the oldest of which wins': (n) =>
    `K x\n{ struct dma_resv a; struct dma_resv b; struct ww_acquire_ctx c; }\nioctl t() [${n}] {\n\tint r;\n` +
    '\tww_acquire_init(&c);\n\tr = dma_resv_lock(&a, &c);\n\tr = dma_resv_lock(&b, &c);\n' +
    '\tif (!r) dma_resv_unlock(&b);\n\tdma_resv_unlock(&a);\n\tww_acquire_fini(&c);\n}\n',
  'threads that unlock what they do not hold': (n) =>
    `K x\n{ struct mutex a; bool b; }\nioctl t() [${n}] {\n\tmutex_lock(&a);\n\tmutex_unlock(&a);\n` +
    '\tif (READ_ONCE(b)) mutex_unlock(&a);\n\tWRITE_ONCE(b, 1);\n}\n',
  'threads that wait for userspace': (n) =>
    `K x\n{ struct completion c; struct mutex a; }\nioctl t() [${n}] {\n` +
    '\tmutex_lock(&a); wait_for_completion(&c); mutex_unlock(&a);\n}\n' +
    'userspace u() { complete_all(&c); }\n',
};

const sidesWith = (text: string) => sidesOfFile('x.litmus', text, kernelCalls);

describe('orbits and the full search say the same of each promise and invariant', () => {
  const cases = Object.entries(shapes).flatMap(([name, shape]) =>
    [2, 3, 4].map((n) => [name, n, shape(n)] as const),
  );
  let decided = 0;
  test.each(cases)('%s: %i', (_, n, text) => {
    for (const { program, system } of sidesWith(text)) {
      const full = answer(search(program, { states: 500_000 }));
      expect(full.stopped).toBeNull();
      const renamings = renamingsOf(system.world.file);
      expect(renamings.length).toBe(n < 3 ? 0 : 1);
      if (n < 3) continue;
      const orbits = answerByOrbits(program, renamings, { states: 500_000 });
      // What a fair run keeps from ending is left to the full search.
      const isUnbounded = full.promises.some(({ verdict }) => verdict === 'unbounded');
      expect(orbits === null).toBe(isUnbounded);
      if (orbits === null) continue;
      decided++;
      const { report } = orbits;
      expect(report.states).toBeLessThan(full.states);
      expect(report.verdict).toBe(full.verdict);
      expect(report.promises.map(({ promise, verdict }) => [promise, verdict])).toEqual(
        full.promises.map(({ promise, verdict }) => [promise, verdict]),
      );
      expect(report.invariants.map(({ invariant, holds }) => [invariant, holds])).toEqual(
        full.invariants.map(({ invariant, holds }) => [invariant, holds]),
      );
      expect(report.neverFired).toEqual(full.neverFired);
      for (const [at, finding] of report.promises.entries()) {
        // Shortest runs to the point of no return are as long, and every run replays.
        expect(finding.sealed).toBe(full.promises[at]!.sealed);
        const names = finding.run.map(({ step }) => step);
        const { end } = replay(program, names);
        if (finding.verdict !== 'deadlock') continue;
        const { pending } = program.promises[at]!;
        expect(pending.every((some) => some.some((one) => one.in.includes(end[one.part]!)))).toBe(
          true,
        );
      }
      for (const [at, { run }] of report.invariants.entries()) {
        expect(run.length).toBe(full.invariants[at]!.run.length);
        replay(
          program,
          run.map(({ step }) => step),
        );
      }
    }
  });
  test('like works of one rescuer are left to the full search, which finds the same', () => {
    const text = shapes['a job and a fence for each']!(3).replace('ordered | ', '');
    for (const side of sidesWith(text)) {
      const full = answer(search(side.program, { states: 500_000 }));
      const judged = judgeSide(side, { states: 500_000 });
      expect([judged.byOrbits, judged.verdict, full.verdict]).toEqual([
        false,
        'deadlock',
        'deadlock',
      ]);
    }
  });
  test('most of them are decided by orbits', () => {
    expect(decided).toBeGreaterThanOrEqual(14);
  });
});

describe('the case of imx-drm with more like threads', () => {
  test.each([
    [6, 16_128],
    [8, 36_576],
    [12, 117_936],
  ])('%i threads in under 5 s of processor time', (n, states) => {
    const started = process.cpuUsage();
    const [before, after] = sidesWith(registers(n)).map((side) =>
      judgeSide(side, { states: 1_000_000 }),
    );
    const { user } = process.cpuUsage(started);
    expect(user / 1e6).toBeLessThan(5);
    expect([before!.verdict, after!.verdict]).toEqual(['deadlock', 'finite']);
    expect([before!.byOrbits, before!.report.states]).toEqual([true, states]);
    expect(before!.cycle).toMatch(/^submit|^run_job|^registers/);
  });
});

test('a file whose threads only look alike is searched whole', () => {
  const text =
    'K x\n{ struct mutex a; }\nioctl t() [3] { mutex_lock(&a); mutex_unlock(&a); }\n' +
    'kthread k() { mutex_lock(&a); flush_work(&w[1]); mutex_unlock(&a); }\n' +
    'work w() [3] { mutex_lock(&a); mutex_unlock(&a); }\n' +
    'kthread q() { schedule_work(&w[1]); schedule_work(&w[2]); schedule_work(&w[3]); }\n';
  const [side] = sidesWith(text);
  const { byOrbits, verdict } = judgeSide(side!, { states: 100_000 });
  expect([byOrbits, verdict]).toEqual([false, 'deadlock']);
});
