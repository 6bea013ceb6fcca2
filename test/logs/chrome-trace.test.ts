import { describe, expect, test } from 'vitest';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { chromeTrace } from '../../src/logs/chrome-trace.ts';
import { keepSpans, unfinishedSpans } from '../../src/logs/spans.ts';
import { summarize } from '../../src/logs/summary.ts';
import { at, fence, files, fileText, read } from './reading.ts';

type Event = Readonly<Record<string, unknown>> & { readonly ph: string };

async function traceOf(log: string): Promise<readonly Event[]> {
  const kept = keepSpans(1000);
  const seen = await read(log, { prepare: kept.prepare });
  const text = chromeTrace(
    [...kept.spans().list, ...unfinishedSpans(seen.events, 1000)],
    summarize(seen, logSpec.rules),
  );
  return (JSON.parse(text) as { traceEvents: Event[] }).traceEvents;
}

/** What each phase must have in the Trace Event Format, beside `ph` and `name`. */
const required: Readonly<
  Record<string, readonly (readonly [string, 'number' | 'string' | 'object'])[]>
> = {
  M: [
    ['pid', 'number'],
    ['args', 'object'],
  ],
  b: [
    ['ts', 'number'],
    ['pid', 'number'],
    ['tid', 'number'],
    ['cat', 'string'],
    ['id', 'string'],
  ],
  n: [
    ['ts', 'number'],
    ['pid', 'number'],
    ['tid', 'number'],
    ['cat', 'string'],
    ['id', 'string'],
  ],
  e: [
    ['ts', 'number'],
    ['pid', 'number'],
    ['tid', 'number'],
    ['cat', 'string'],
    ['id', 'string'],
  ],
  i: [
    ['ts', 'number'],
    ['pid', 'number'],
    ['tid', 'number'],
    ['s', 'string'],
  ],
};

/** What a reader of the format would complain about. */
function complaints(events: readonly Event[]): string[] {
  const found: string[] = [];
  const processes = new Set(
    events.filter(({ ph, name }) => ph === 'M' && name === 'process_name').map(({ pid }) => pid),
  );
  const threads = new Set(
    events
      .filter(({ ph, name }) => ph === 'M' && name === 'thread_name')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const open = new Map<string, { readonly name: unknown; readonly ts: number }>();
  const begun = new Set<string>();
  for (const event of events) {
    const complain = (what: string): void => {
      found.push(`${what}: ${JSON.stringify(event)}`);
    };
    const fields = required[event.ph];
    if (fields === undefined) {
      complain('a phase that is not ours');
      continue;
    }
    if (typeof event['name'] !== 'string' || event['name'] === '') complain('no name');
    for (const [field, type] of fields) if (typeof event[field] !== type) complain(`no ${field}`);
    const ts = event['ts'] as number;
    if (event.ph !== 'M' && !(ts >= 0 && Number.isFinite(ts))) complain('no time');
    if (event.ph === 'M') {
      if (event['name'] !== 'process_name' && event['name'] !== 'thread_name')
        complain('metadata that nobody knows');
      if (event['name'] === 'thread_name' && typeof event['tid'] !== 'number') complain('no tid');
      if (typeof (event['args'] as { name?: unknown }).name !== 'string')
        complain('it names nothing');
    }
    if (event.ph === 'i' && !['g', 'p', 't'].includes(event['s'] as string)) complain('no scope');
    if (event.ph !== 'b' && event.ph !== 'n' && event.ph !== 'e') continue;
    if (!processes.has(event['pid'])) complain('a process without a name');
    if (!threads.has(`${event['pid']}/${event['tid']}`)) complain('a thread without a name');
    // Events of one async track are told apart by category, id and process.
    const key = `${event['cat']} ${event['id']} ${event['pid']}`;
    const mine = open.get(key);
    if (event.ph === 'b') {
      if (begun.has(key)) complain('an id twice');
      begun.add(key);
      open.set(key, { name: event['name'], ts });
    } else if (mine === undefined) complain('it ends before it begins');
    else if (ts < mine.ts) complain('time goes back');
    else if (event.ph === 'e') {
      if (event['name'] !== mine.name) complain('it ends another than began');
      open.delete(key);
    }
  }
  return [...found, ...[...open].map(([key]) => `it never ends: ${key}`)];
}

describe('the Chrome trace is of the form that ui.perfetto.dev opens', () => {
  test.each(files('ftrace'))('%s', async (name) => {
    expect(complaints(await traceOf(fileText('ftrace', name)))).toEqual([]);
  });
  test('finished and unfinished work, names of any kind, a violation', async () => {
    const events = await traceOf(
      [
        at(1, 0, 'dma_fence_init', fence(1, 1, 'drm_sched', '')),
        at(2, 0, 'dma_fence_emit', fence(1, 1, 'drm_sched', '')),
        at(9, 0, 'dma_fence_signaled', fence(1, 1, 'drm_sched', '')),
        at(10, 0, 'dma_fence_signaled', fence(1, 1, 'drm_sched', '')),
        at(11, 0, 'dma_fence_init', fence(2, 1, 'drm_sched', '"}</script>')),
        at(
          12,
          0,
          'drm_sched_job_queue',
          'dev=0000:04:00.0, fence=7:1, ring=gfx, job count:1, hw job count:0',
        ),
        at(
          13,
          0,
          'drm_sched_job_run',
          'dev=0000:04:00.0, fence=7:1, ring=gfx, job count:0, hw job count:1',
        ),
        at(20, 0, 'drm_sched_job_done', 'fence=7:1 signaled'),
      ].join('\n'),
    );
    expect(complaints(events)).toEqual([]);
    expect([...'Mbnei'].map((phase) => events.filter(({ ph }) => ph === phase).length)).toEqual([
      5, 3, 2, 3, 1,
    ]);
  });
  test('the check finds what is wrong', () => {
    const span = { pid: 1, tid: 1, cat: 'fence', id: '0', name: 'f', ts: 1 };
    const names = [
      { ph: 'M', name: 'process_name', pid: 1, args: { name: 'p' } },
      { ph: 'M', name: 'thread_name', pid: 1, tid: 1, args: { name: 't' } },
    ];
    const wrong: readonly (readonly Event[])[] = [
      [{ ...span, ph: 'b' }],
      [{ ...span, ph: 'e' }],
      [
        { ...span, ph: 'b' },
        { ...span, ph: 'e', ts: 0 },
      ],
      [
        { ...span, ph: 'b' },
        { ...span, ph: 'e', name: 'g' },
      ],
      [
        { ...span, ph: 'b', ts: NaN },
        { ...span, ph: 'e' },
      ],
      [{ ph: 'X', name: 'f', ts: 1, dur: 1 }],
      [
        { ...span, ph: 'b', pid: 2 },
        { ...span, ph: 'e', pid: 2 },
      ],
      [{ ph: 'i', name: 'x', s: 'q', pid: 0, tid: 0, ts: 1 }],
      [
        { ...span, ph: 'b' },
        { ...span, ph: 'e' },
        { ...span, ph: 'b' },
        { ...span, ph: 'e' },
      ],
    ];
    expect(complaints([...names, { ...span, ph: 'b' }, { ...span, ph: 'e' }])).toEqual([]);
    for (const events of wrong) expect(complaints([...names, ...events])).not.toEqual([]);
  });
});
