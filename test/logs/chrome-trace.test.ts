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
  const problems: string[] = [];
  const named = namedTracks(events);
  const open = new Map<string, { readonly name: unknown; readonly ts: number }>();
  const begun = new Set<string>();
  for (const event of events) {
    const wrong = [
      ...wrongFields(event),
      ...wrongTrack(event, named),
      ...wrongOrder(event, open, begun),
    ];
    problems.push(...wrong.map((what) => `${what}: ${JSON.stringify(event)}`));
  }
  return [...problems, ...[...open].map(([key]) => `it never ends: ${key}`)];
}

/** Processes by number, and threads by both numbers, that have a name. */
const namedTracks = (events: readonly Event[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ ph, name, pid, tid }) => {
      if (ph !== 'M') return [];
      return name === 'process_name' ? [`${pid}`] : [`${pid}/${tid}`];
    }),
  );

function wrongFields(event: Event): string[] {
  const fields = required[event.ph];
  if (fields === undefined) return ['a phase that is not ours'];
  const ts = event['ts'] as number;
  const isTimed = event.ph !== 'M';
  return [
    ...(typeof event['name'] !== 'string' || event['name'] === '' ? ['no name'] : []),
    ...fields
      .filter(([field, type]) => typeof event[field] !== type)
      .map(([field]) => `no ${field}`),
    ...(isTimed && !(ts >= 0 && Number.isFinite(ts)) ? ['no time'] : []),
    ...(isTimed ? [] : wrongMetadata(event)),
    ...(event.ph === 'i' && !['g', 'p', 't'].includes(event['s'] as string) ? ['no scope'] : []),
  ];
}

function wrongMetadata(event: Event): string[] {
  const { name, tid } = event;
  return [
    ...(name !== 'process_name' && name !== 'thread_name' ? ['metadata that nobody knows'] : []),
    ...(name === 'thread_name' && typeof tid !== 'number' ? ['no tid'] : []),
    ...(typeof (event['args'] as { name?: unknown }).name !== 'string' ? ['it names nothing'] : []),
  ];
}

const isAsync = ({ ph }: Event): boolean => ph === 'b' || ph === 'n' || ph === 'e';

function wrongTrack(event: Event, named: ReadonlySet<string>): string[] {
  if (!isAsync(event)) return [];
  return [
    ...(named.has(`${event['pid']}`) ? [] : ['a process without a name']),
    ...(named.has(`${event['pid']}/${event['tid']}`) ? [] : ['a thread without a name']),
  ];
}

/** Events of one async track are told apart by category, id and process. */
function wrongOrder(
  event: Event,
  open: Map<string, { readonly name: unknown; readonly ts: number }>,
  begun: Set<string>,
): string[] {
  if (!isAsync(event)) return [];
  const key = `${event['cat']} ${event['id']} ${event['pid']}`;
  const mine = open.get(key);
  const ts = event['ts'] as number;
  if (event.ph === 'b') {
    const again = begun.has(key);
    begun.add(key);
    open.set(key, { name: event['name'], ts });
    return again ? ['an id twice'] : [];
  }
  if (mine === undefined) return ['it ends before it begins'];
  if (ts < mine.ts) return ['time goes back'];
  if (event.ph !== 'e') return [];
  open.delete(key);
  return event['name'] === mine.name ? [] : ['it ends another than began'];
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
