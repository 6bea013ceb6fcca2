import type { Print, Tell, Tracepoint } from '../../src/logs/vocabulary.ts';
import type { objectKinds } from './objects.ts';

type Of = keyof typeof objectKinds;
type Told = Omit<Tell, 'of'> & { readonly of: Of };
const printed = (name: string, text: string, ...tells: readonly Told[]): Tracepoint => ({
  name,
  prints: [{ text, tells }],
});
const several = (name: string, ...prints: readonly Print[]): Tracepoint => ({ name, prints });

/**
 * include/trace/events/dma_fence.h: DECLARE_EVENT_CLASS(dma_fence). Before v4.10 the names began
 * with `fence_`.
 */
function fenceEvents(): Tracepoint[] {
  const key = ['context', 'seqno'] as const;
  const label = ['driver', 'timeline'] as const;
  const print = 'driver={driver:s} timeline={timeline:s} context={context:u} seqno={seqno:u}';
  const events: Record<string, readonly Told[]> = {
    init: [{ of: 'fence', event: 'dma_fence_init', key, label }],
    emit: [{ of: 'fence', event: 'dma_fence_emit', key, label }],
    enable_signal: [{ of: 'fence', event: 'dma_fence_enable_signal', key, label }],
    // Of a job's two fences, scheduled has the context before that of finished
    // (drm_sched_entity_init: dma_fence_context_alloc(2)).
    signaled: [
      { of: 'fence', event: 'dma_fence_signaled', key, label },
      { of: 'job', event: 'finished', key, known: true },
      { of: 'job', event: 'scheduled', key, shift: 1, known: true },
    ],
    wait_start: [{ of: 'fence', event: 'dma_fence_wait_start', key, label, wait: 'begins' }],
    wait_end: [{ of: 'fence', event: 'dma_fence_wait_end', key, label, wait: 'ends' }],
    destroy: [{ of: 'fence', event: 'dma_fence_destroy', key, label }],
  };
  return Object.entries(events).flatMap(([name, tells]) => [
    printed(`dma_fence_${name}`, print, ...tells),
    printed(`fence_${name}`, print, ...tells),
  ]);
}

/** drivers/gpu/drm/scheduler/gpu_scheduler_trace.h: by context and seqno since v6.17, by address before. */
function schedulerEvents(): Tracepoint[] {
  const key = ['context', 'seqno'] as const;
  const label = ['dev', 'ring'] as const;
  const job = 'dev={dev:s}, fence={context:u}:{seqno:u}, ring={ring:s}, job count:{queued:u}, hw job count:{running:d}';
  const old =
    'entity={entity:x}, id={id:u}, fence={fence:x}, ring={ring:s}, job count:{queued:u}, hw job count:{running:d}';
  const numbered = ['entity', 'ring', 'id'] as const;
  // For some months between the two: fences by number, old names, and an id.
  const between =
    `dev={dev:s}, entity={entity:x}, id={id:u}, fence={context:u}:{seqno:u}, ` +
    `ring={ring:s}, job count:{queued:u}, hw job count:{running:d}`;
  const both = (event: 'queue' | 'run'): Print[] => [
    {
      text: old,
      tells: [
        { of: 'pointerJob', event, key: ['fence'], label: ['ring'] },
        { of: 'numberedJob', event, key: numbered, label: ['ring'] },
      ] satisfies Told[],
    },
    { text: between, tells: [{ of: 'job', event, key, label }] satisfies Told[] },
    { text: job, tells: [{ of: 'job', event, key, label }] satisfies Told[] },
  ];
  const done: Print[] = [
    { text: 'fence={context:u}:{seqno:u} signaled', tells: [{ of: 'job', event: 'done', key }] satisfies Told[] },
    { text: 'fence={fence:x} signaled', tells: [{ of: 'pointerJob', event: 'done', key: ['fence'] }] satisfies Told[] },
  ];
  const needs = { of: 'fence', key: ['other', 'otherSeqno'] } as const;
  return [
    several('drm_sched_job_queue', ...both('queue')),
    several('drm_sched_job', ...both('queue')),
    several('drm_sched_job_run', ...both('run')),
    several('drm_run_job', ...both('run')),
    several('drm_sched_job_done', ...done),
    several('drm_sched_process_job', ...done),
    several(
      'drm_sched_job_add_dep',
      {
        text: 'fence={context:u}:{seqno:u} depends on fence={other:u}:{otherSeqno:u}',
        tells: [{ of: 'job', event: 'add_dep', key, needs }] satisfies Told[],
      },
      {
        text: 'fence={context:u}:{seqno:u}, id={id:u} depends on fence={other:u}:{otherSeqno:u}',
        tells: [{ of: 'job', event: 'add_dep', key, needs }] satisfies Told[],
      },
    ),
    several(
      'drm_sched_job_unschedulable',
      {
        text: 'fence={context:u}:{seqno:u} depends on unsignalled fence={other:u}:{otherSeqno:u}',
        tells: [{ of: 'job', event: 'unschedulable', key, needs }] satisfies Told[],
      },
      {
        text: 'fence={context:u}:{seqno:u}, id={id:u} depends on unsignalled fence={other:u}:{otherSeqno:u}',
        tells: [{ of: 'job', event: 'unschedulable', key, needs }] satisfies Told[],
      },
    ),
  ];
}

/** drivers/gpu/drm/amd/amdgpu/amdgpu_trace.h; the job's finished fence. */
function amdgpuEvents(): Tracepoint[] {
  const key = ['context', 'seqno'] as const;
  const label = ['=amdgpu jobs', 'timeline'] as const;
  return (
    [
      ['amdgpu_cs_ioctl', 'submit'],
      ['amdgpu_sched_run_job', 'driver_run'],
    ] as const
  ).map(([name, event]) =>
    several(
      name,
      {
        text:
          'sched_job={job:u}, timeline={timeline:s}, context={context:u}, ' +
          'seqno={seqno:u}, ring_name={ring:s}, num_ibs={ibs:u}',
        tells: [{ of: 'job', event, key, label }] satisfies Told[],
      },
      {
        text: 'timeline={timeline:s}, context={context:u}, seqno={seqno:u}, ring_name={ring:s}, num_ibs={ibs:u}',
        tells: [{ of: 'job', event, key, label }] satisfies Told[],
      },
    ),
  );
}

/** drivers/gpu/drm/msm/msm_gpu_trace.h; the number is one for all rings. */
function msmEvents(): Tracepoint[] {
  const key = ['=msm', '=gpu', 'id'] as const;
  const label = ['=msm', 'ring'] as const;
  return [
    printed('msm_gpu_submit', 'id={id:d} pid={pid:d} ring={ring:u}:{seqno:u}', {
      of: 'hardwareJob',
      event: 'submit',
      key,
      label,
    }),
    printed('msm_gpu_submit_flush', 'id={id:d} pid={pid:d} ring={ring:u}:{seqno:u}', {
      of: 'hardwareJob',
      event: 'flush',
      key,
      label,
    }),
    printed('msm_gpu_submit_retired', 'id={id:d} pid={pid:d} ring={ring:u}:{seqno:u}', {
      of: 'hardwareJob',
      event: 'retire',
      key,
      label,
    }),
  ];
}

/** drivers/gpu/drm/v3d/v3d_trace.h: each queue counts for itself. */
function v3dEvents(): Tracepoint[] {
  const tell = (queue: string, name: string, event: 'flush' | 'retire'): Tracepoint =>
    printed(name, 'dev={dev:u}, seqno={seqno:u}', {
      of: 'hardwareJob',
      event,
      key: ['dev', `=${queue}`, 'seqno'],
      label: ['=v3d', `=${queue}`],
    });
  const list = (name: string): Print => ({
    text: `dev={dev:u}, ${name}, seqno={seqno:u}`,
    tells: [
      { of: 'hardwareJob', event: 'flush', key: ['dev', `=${name}`, 'seqno'], label: ['=v3d', `=${name}`] },
    ] satisfies Told[],
  });
  return [
    several('v3d_submit_cl', list('RCL'), list('BCL')),
    tell('RCL', 'v3d_rcl_irq', 'retire'),
    tell('BCL', 'v3d_bcl_irq', 'retire'),
    tell('TFU', 'v3d_submit_tfu', 'flush'),
    tell('TFU', 'v3d_tfu_irq', 'retire'),
    tell('CSD', 'v3d_submit_csd', 'flush'),
    tell('CSD', 'v3d_csd_irq', 'retire'),
  ];
}

/** drivers/gpu/drm/virtio/virtgpu_trace.h. */
function virtioEvents(): Tracepoint[] {
  const old =
    'vdev={dev:d} vq={vq:u} name={name:s} type=0x{type:x} flags=0x{flags:x} fence_id={fence:u} ctx_id={ctx:u}';
  const key = ['dev', 'vq', 'seqno'] as const;
  const label = ['=virtio_gpu', 'name'] as const;
  // Without the last two numbers in older kernels: nothing then tells one command from another,
  // for most have no fence.
  return (
    [
      ['virtio_gpu_cmd_queue', 'flush'],
      ['virtio_gpu_cmd_response', 'retire'],
    ] as const
  ).map(([name, event]) =>
    several(
      name,
      {
        text: `${old} num_free={free:u} seqno={seqno:u}`,
        tells: [{ of: 'hardwareJob', event, key, label }] satisfies Told[],
      },
      { text: old, tells: [] },
    ),
  );
}

/** drivers/gpu/drm/i915/i915_trace.h: requests with a context, and those of a ring before v4.9. */
function i915Events(): Tracepoint[] {
  const key = ['ctx', 'seqno'] as const;
  const label = ['=i915', 'engine'] as const;
  const wait = { wait_begin: 'begins', wait_end: 'ends' } as const;
  const events = ['queue', 'add', 'submit', 'execute', 'in', 'out', 'retire', 'wait_begin', 'wait_end'] as const;
  const tell = (event: string): Told => ({
    of: 'request',
    event,
    key,
    label,
    ...(event in wait ? { wait: wait[event as keyof typeof wait] } : {}),
  });
  const requests = events.map((event) =>
    several(
      `i915_request_${event}`,
      { text: 'dev={dev:u}, engine={engine:w}, ctx={ctx:u}, seqno={seqno:u}', tells: [tell(event)] },
      { text: 'dev={dev:u}, engine={engine:w}, hw_id={hw:u}, ctx={ctx:u}, seqno={seqno:u}', tells: [tell(event)] },
      { text: 'dev={dev:u}, engine={engine:w}, guc_id={guc:u}, ctx={ctx:u}, seqno={seqno:u}', tells: [tell(event)] },
    ),
  );
  const rings = (['add', 'complete', 'retire', 'wait_begin', 'wait_end'] as const).map((event) =>
    printed(`i915_gem_request_${event}`, 'dev={dev:u}, ring={ring:u}, seqno={seqno:u}', {
      of: 'ringRequest',
      event,
      key: ['dev', 'ring', 'seqno'],
      label: ['=i915'],
      ...(event in wait ? { wait: wait[event as keyof typeof wait] } : {}),
    }),
  );
  return [
    ...requests,
    ...rings,
    printed('i915_gem_ring_dispatch', 'dev={dev:u}, ring={ring:u}, seqno={seqno:u}', {
      of: 'ringRequest',
      event: 'dispatch',
      key: ['dev', 'ring', 'seqno'],
      label: ['=i915'],
    }),
  ];
}

/** include/trace/events/dma_buf.h as merged for v7.0, and the first version of the patch (with `name=`). */
function bufferEvents(): Tracepoint[] {
  const buffer = (name: string, event: string): Tracepoint =>
    several(
      name,
      {
        text: 'exp_name={exporter:s} name={name:s} size={size:u} ino={ino:u}',
        tells: [{ of: 'buffer', event, key: ['ino'], label: ['exporter'] }] satisfies Told[],
      },
      {
        text: 'exp_name={exporter:s} size={size:u} ino={ino:u}',
        tells: [{ of: 'buffer', event, key: ['ino'], label: ['exporter'] }] satisfies Told[],
      },
    );
  const attachment = (name: string, event: string): Tracepoint =>
    several(
      name,
      {
        text:
          'exp_name={exporter:s} size={size:u} ino={ino:u} attachment:{attachment:x} ' +
          'is_dynamic={dynamic:u} dev_name={device:s}',
        tells: [
          { of: 'attachment', event, key: ['ino', 'attachment'], label: ['exporter', 'device'] },
        ] satisfies Told[],
      },
      { text: 'dev_name={device:s} exp_name={exporter:s} name={name:s} size={size:u} ino={ino:u}', tells: [] },
      { text: 'exp_name={exporter:s} name={name:s} size={size:u} ino={ino:u}', tells: [] },
    );
  return [
    buffer('dma_buf_export', 'export'),
    buffer('dma_buf_fd', 'fd'),
    buffer('dma_buf_get', 'get'),
    buffer('dma_buf_put', 'put'),
    buffer('dma_buf_mmap', 'mmap'),
    buffer('dma_buf_mmap_internal', 'mmap'),
    attachment('dma_buf_dynamic_attach', 'attach'),
    attachment('dma_buf_attach', 'attach'),
    attachment('dma_buf_detach', 'detach'),
  ];
}

/** Which printed event is which event of which object. */
export const tracepoints: readonly Tracepoint[] = [
  ...fenceEvents(),
  ...schedulerEvents(),
  ...amdgpuEvents(),
  ...msmEvents(),
  ...v3dEvents(),
  ...virtioEvents(),
  ...i915Events(),
  ...bufferEvents(),
];

/** The fields of the events' structures, as Perfetto and Chrome name them in JSON. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  context: ['fence_context', 'context'],
  seqno: ['fence_seqno', 'seqno'],
  other: ['ctx'],
  otherSeqno: ['seqno'],
  ring: ['ring', 'name', 'ringid', 'ring_name'],
  queued: ['job_count'],
  running: ['hw_job_count'],
  job: ['sched_job_id', 'sched_job'],
  ibs: ['num_ibs'],
  exporter: ['exp_name'],
  device: ['dev_name'],
  attachment: ['attach', 'attachment'],
  dynamic: ['is_dynamic'],
  engine: ['engine', 'instance'],
};
