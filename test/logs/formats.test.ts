import { gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { byDefault, readLog } from '../../src/logs/read-log.ts';
import { source } from '../../src/logs/source.ts';
import { at, fence, fileText, read, rulesOf, summaryOf } from './reading.ts';

const lines: Record<string, string> = {
  'trace, 4 flags':
    '    glxgears:cs0-100   [003] d.h. 11303.602488: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'trace, 5 flags, nanoseconds':
    '           <...>-191    [007] d..1. 11303.602488073: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'no flags (noirq-info)':
    '           <...>-191    [007] 11303.602488: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'with a tgid':
    '       test-3268  ( 3214) [010] ....   505.064394: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'with an unknown tgid':
    '          <idle>-0     (-------) [001] d.h4  7206.591133: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'trace-cmd report':
    '          glxgears-100   [003] 11303.602488: dma_fence_init:       driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'trace-cmd report, newer':
    '          glxgears-100   [003] d..2. 11303.602488: dma_fence_init:       driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'perf script':
    'glxgears   100 [003] 11303.602488:                 dma_fence:dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'perf script with a thread':
    'glxgears   100/101 [003] 11303.602488: dma_fence:dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'perf script without a CPU':
    'glxgears   100 11303.602488: dma_fence:dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'blanks and brackets in the comm':
    '   Web [Content]-100   [003] d.h. 11303.602488: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'a colon and a minus in the comm':
    '  kworker/u16:5-e-416   [001] .... 11303.602488: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'old name':
    '       test-3268   [010] ....   505.064394: fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
  'blanks in the timeline':
    '       test-3268   [010] ....   505.064394: dma_fence_init: driver=msm timeline=gpu ring 0 context=1 seqno=16665',
  ticks:
    '       test-3268   [010] ....   505064394: dma_fence_init: driver=msm timeline=gpu-ring-0 context=1 seqno=16665',
};

describe('event text', () => {
  test.each(Object.entries(lines))('%s', async (_, line) => {
    const { events } = await read(`${line}\n`);
    expect(events.seen.ours).toBe(1);
    expect([...events.points.values()].find(({ count }) => count > 0)!.count).toBe(1);
    const { store } = events.tracker;
    expect([store.live, store.words[0], store.words[1]]).toEqual([1, 1, 16665]);
  });
  test('who waits is read from every kind of column', async () => {
    const waits = Object.entries(lines)
      .filter(([name]) => name !== 'old name')
      .map(([, line]) => line.replace('dma_fence_init', 'dma_fence_wait_start'))
      .join('\n');
    const { events } = await read(waits);
    expect([...events.waits.open.values()].map(({ task, comm }) => `${comm}:${task}`)).toEqual(
      expect.arrayContaining(
        ['glxgears:cs0:100', '<...>:191', 'test:3268', '<idle>:0', 'kworker/u16:5-e:416'].filter(
          (name) => name !== 'glxgears:cs0:100',
        ),
      ),
    );
  });
  test('a line that a mailer has broken', async () => {
    const broken = at(1, 0, 'dma_fence_init', fence(9, 1)).replace(' timeline', '\n> timeline');
    const { counts } = await summaryOf(
      `> ${broken}\n> ${at(2, 0, 'dma_fence_signaled', fence(9, 1))}\n`,
    );
    expect([counts.ours, counts.unread]).toEqual([2, 0]);
  });
  test('lines of other events are counted, and lines of nothing', async () => {
    const { counts } = await summaryOf(
      `# tracer: nop\n#\n${at(1, 0, 'sched_switch', 'prev_comm=a')}\nhello\n` +
        `${at(2, 0, 'dma_fence_signaled', fence(9, 1))}\n`,
    );
    expect(counts).toMatchObject({ ours: 1, others: 1, foreign: 3, lines: 5 });
  });
  test('a context and a seqno of more than 32 bits are the same cut', async () => {
    const { broken } = await summaryOf(
      [
        at(
          1,
          0,
          'drm_sched_job_queue',
          'dev=a, fence=4294967697:4294967297, ring=g, job count:0, hw job count:0, client_id:13',
        ),
        at(2, 0, 'dma_fence_signaled', fence(401, 1)),
        at(
          3,
          0,
          'drm_sched_job_run',
          'dev=a, fence=4294967697:4294967297, ring=g, job count:0, hw job count:1, client_id:13',
        ),
      ].join('\n'),
    );
    expect(broken.map(({ rule }) => rule)).toEqual(['J-1']);
  });
});

describe('drivers', () => {
  // The prints of drivers/gpu/drm/v3d/v3d_trace.h and drivers/gpu/drm/virtio/virtgpu_trace.h.
  test('v3d: each queue counts for itself', async () => {
    const summary = await summaryOf(
      [
        at(1, 0, 'v3d_submit_cl_ioctl', 'dev=1, RCL 0x00300000..0x0030010d'),
        at(2, 0, 'v3d_submit_cl', 'dev=1, BCL, seqno=5, 0x00300000..0x0030010d'),
        at(3, 0, 'v3d_bcl_irq', 'dev=1, seqno=5'),
        at(4, 0, 'v3d_submit_cl', 'dev=1, RCL, seqno=5, 0x00300000..0x0030010d'),
        at(5, 0, 'v3d_rcl_irq', 'dev=1, seqno=5'),
        at(6, 0, 'v3d_submit_tfu', 'dev=1, seqno=5'),
        at(7, 0, 'v3d_tfu_irq', 'dev=1, seqno=5'),
        at(8, 0, 'v3d_submit_csd', 'dev=1, seqno=5'),
        at(9, 0, 'v3d_csd_irq', 'dev=1, seqno=5'),
        at(20, 0, 'v3d_csd_irq', 'dev=1, seqno=5'),
      ].join('\n'),
    );
    expect(summary.counts).toMatchObject({ ours: 9, others: 1, unread: 0 });
    expect(summary.lines.map(({ label, events, finished }) => [label, events, finished])).toEqual([
      ['v3d CSD', 3, 1],
      ['v3d RCL', 2, 1],
      ['v3d BCL', 2, 1],
      ['v3d TFU', 2, 1],
    ]);
    expect(rulesOf(summary)).toEqual(['J-1']);
  });
  test('virtio_gpu: commands by their number, and older kernels print none', async () => {
    const command = 'vdev=3 vq=0 name=control type=0x207 flags=0x1 fence_id=12 ctx_id=2';
    const summary = await summaryOf(
      [
        at(1, 0, 'virtio_gpu_cmd_queue', `${command} num_free=62 seqno=7`),
        at(
          2,
          0,
          'virtio_gpu_cmd_response',
          `${command.replace('0x207', '0x1100')} num_free=62 seqno=7`,
        ),
        at(3, 0, 'virtio_gpu_cmd_queue', command),
        at(4, 0, 'virtio_gpu_cmd_response', command),
      ].join('\n'),
    );
    expect(summary.counts).toMatchObject({ ours: 4, unread: 0 });
    expect(summary.latencies).toMatchObject([
      { what: 'run to done', count: 1, most: 1000 },
      { what: 'begin to end', count: 1 },
    ]);
    expect(rulesOf(summary)).toEqual([]);
  });
});

describe('the quick way', () => {
  /** A second blank behind the name sends a line the careful way. */
  const carefully = (log: string): string => log.replaceAll(/(dma_fence_\w+:) /g, '$1  ');
  const told = async (log: string): Promise<string> => {
    const { counts, ...rest } = await summaryOf(log, { complete: true });
    return JSON.stringify({ ...rest, counts: { ...counts, bytes: 0 } }, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(/: {2,}driver/g, ': driver') : value,
    );
  };
  const flags = ['.....', '....', 'd.h1.', 'dNh4'];
  test('tells what the careful one tells', async () => {
    const log = Array.from({ length: 6000 }, (_, i) => {
      const step = i % 5;
      const seqno = (i - step) / 5 + 1;
      const mine = fence(
        1 + (seqno % 7),
        seqno % 97 === 0 ? seqno - 1 : seqno,
        seqno % 11 === 0 ? 'sw_sync' : 'drm_sched',
        `ring${seqno % 3}`,
      );
      const event = [
        'init',
        'enable_signal',
        'wait_start',
        seqno % 89 === 0 ? 'enable_signal' : 'signaled',
        'wait_end',
      ][step]!;
      const line = at(
        i === 3000 ? 1 : 5 * i + 10,
        (seqno + step) % 3,
        `dma_fence_${event}`,
        mine,
        `task-${100 + (seqno % 4)}`,
      );
      return line.replace('.....', flags[seqno % 4]!);
    }).join('\n');
    expect(await told(log)).toBe(await told(carefully(log)));
    const { findings } = await summaryOf(log, { complete: true });
    expect(findings.length).toBeGreaterThan(10);
    expect(findings[0]!.text).toContain('dma_fence_');
  });
  test.each([
    ['a number of more than ten digits', 'seqno=2', 'seqno=4294967296000002'],
    ['a seqno of 0', 'seqno=2', 'seqno=0'],
    ['no number', 'seqno=2', 'seqno='],
    ['something behind it', 'seqno=2', 'seqno=2 x'],
    ['no microseconds', '.000020', '.00002'],
    ['nanoseconds', '.000020', '.000020001'],
    ['ticks', '0.000020', '20'],
    ['no flags', '..... ', ''],
    ['flags of one letter', '.....', 'd'],
    ['a CPU of four digits', '[001]', '[1001]'],
    ['another name', 'dma_fence_signaled', 'dma_fence_signal'],
    ['another driver', 'drm_sched', 'drm_schee'],
    ['time goes back', '0.000020', '0.000003'],
    ['cut short', ' seqno=2', ''],
    ['a carriage return', 'seqno=2', 'seqno=2\r'],
  ])('is not taken by what is not of its form: %s', async (_, from, to) => {
    const before = [1, 2].flatMap((seqno) =>
      ['init', 'enable_signal'].map((event, i) =>
        at(4 * seqno + i, 1, `dma_fence_${event}`, fence(5, seqno)),
      ),
    );
    const after = at(40, 1, 'dma_fence_signaled', fence(5, 1));
    const log = [
      ...before,
      at(20, 1, 'dma_fence_signaled', fence(5, 2)).replace(from, to),
      after,
    ].join('\n');
    expect(await told(log)).toBe(await told(carefully(log)));
  });
});

describe('packed and not', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'finite-fence-log-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const text = fileText('ftrace', 'gpuvis-amdgpu-head.ftrace.txt');
  const put = (name: string, data: string | Buffer): string => {
    const file = join(folder, name);
    writeFileSync(file, data);
    return file;
  };
  test('by gzip', async () => {
    const log = await readLog(source(put('a', gzipSync(text))), logSpec, byDefault);
    expect(log.events.seen.ours).toBe(1106);
  });
  test('by gzip, torn', async () => {
    const whole = gzipSync(text);
    const log = await readLog(
      source(put('b.gz', whole.subarray(0, whole.length / 2))),
      logSpec,
      byDefault,
    );
    expect(log.events.seen.ours).toBeGreaterThan(300);
    expect(log.notes.join()).toContain('torn');
  });
  test('what is no text yet says so', async () => {
    for (const [data, says] of [
      ['PERFILE2xxxx', 'perf script'],
      ['\x17\x08Dtracing', 'trace-cmd report'],
      ['PK\x03\x04', 'zip'],
    ] as const) {
      await expect(
        readLog(source(put('c', Buffer.from(data, 'latin1'))), logSpec, byDefault),
      ).rejects.toThrow(says);
    }
    await expect(readLog(source(put('d', '')), logSpec, byDefault)).rejects.toThrow('it is empty');
    await expect(readLog(source(put('e', 'hello\n')), logSpec, byDefault)).rejects.toThrow(
      'tried: event text',
    );
    expect(() => source(join(folder, 'nowhere'))).toThrow('there is no such file');
    expect(() => source(folder)).toThrow('it is a directory');
    expect(readFileSync(join(folder, 'e'), 'utf8')).toBe('hello\n');
  });
});

describe('event JSON', () => {
  const chrome = (events: readonly unknown[]): string =>
    JSON.stringify({ displayTimeUnit: 'ms', traceEvents: events });
  const event = (name: string, ts: number, args: unknown) => ({
    name,
    ph: 'i',
    ts,
    pid: 1,
    tid: 2,
    args,
  });
  test.each([1 << 20, 5])('Chrome, in pieces of %i bytes', async (size) => {
    const text = chrome([
      { ph: 'M', name: 'process_name', args: { name: '}"{[' } },
      event('dma_fence_init', 1, {
        driver: 'drm_sched',
        timeline: 'a "quoted" } one',
        context: 9,
        seqno: 7,
      }),
      event('dma_fence_signaled', 2, { driver: 'drm_sched', timeline: 'r', context: 9, seqno: 7 }),
      event('dma_fence_signaled', 3, { driver: 'drm_sched', timeline: 'r', context: 9, seqno: 7 }),
    ]);
    const summary = await summaryOf(text, {}, size);
    expect(summary.kinds).toEqual(['event JSON']);
    expect(summary.counts.ours).toBe(3);
    expect(rulesOf(summary)).toEqual(['F-1']);
  });
  test('time orders it, not its place in the file', async () => {
    const { counts, broken } = await summaryOf(
      chrome([
        event('dma_fence_signaled', 20, {
          driver: 'drm_sched',
          timeline: 'r',
          context: 9,
          seqno: 7,
        }),
        event('dma_fence_init', 10, { driver: 'drm_sched', timeline: 'r', context: 9, seqno: 7 }),
      ]),
    );
    expect([counts.ours, broken]).toEqual([2, []]);
  });
  test('a bare list', async () => {
    expect(
      (
        await summaryOf(
          JSON.stringify([
            event('dma_fence:dma_fence_init', 1, {
              driver: 'x',
              timeline: 'r',
              context: 9,
              seqno: 7,
            }),
          ]),
        )
      ).counts.ours,
    ).toBe(1);
  });
  test('text of systrace inside', async () => {
    const summary = await summaryOf(
      JSON.stringify({
        traceEvents: [],
        systemTraceEvents: fileText('ftrace', 'catapult-msm.ftrace.txt'),
      }),
      {},
      100,
    );
    expect(summary.counts.ours).toBe(35);
  });
  test('Perfetto', async () => {
    const packet = {
      packet: [
        {
          ftraceEvents: {
            cpu: 7,
            event: [
              {
                timestamp: '11303602488073',
                pid: 191,
                dmaFenceInit: { driver: 'msm', timeline: 'ring', context: 1, seqno: 5 },
              },
              {
                timestamp: '11303602488074',
                pid: 191,
                drmSchedJobQueue: {
                  dev: '0000:04:00.0',
                  fenceContext: '401',
                  fenceSeqno: '1',
                  name: 'gfx',
                  jobCount: 0,
                  hwJobCount: 0,
                  clientId: '13',
                },
              },
              {
                timestamp: '11303602488075',
                pid: 191,
                drmSchedJob: {
                  entity: '18446743523953729792',
                  id: '13481',
                  fence: '18446743524673272896',
                  name: 'ring0',
                  jobCount: 0,
                  hwJobCount: 0,
                },
              },
            ],
          },
        },
      ],
    };
    const { counts } = await summaryOf(JSON.stringify(packet));
    expect([counts.ours, counts.unread]).toEqual([3, 0]);
  });
  test('that ends too early', async () => {
    const whole = chrome([
      event('dma_fence_init', 1, { driver: 'x', timeline: 'r', context: 9, seqno: 7 }),
      event('dma_fence_init', 1, { driver: 'x', timeline: 'r', context: 9, seqno: 8 }),
    ]);
    const { counts, notes } = await summaryOf(whole.slice(0, -20));
    expect(counts.ours).toBe(1);
    expect(notes.join()).toContain('ends in one');
  });
});
