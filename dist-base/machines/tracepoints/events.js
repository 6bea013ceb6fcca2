const one = (name, text, ...tells) => ({
    name,
    prints: [{ text, tells }],
});
const several = (name, ...prints) => ({ name, prints });
/** include/trace/events/dma_fence.h: DECLARE_EVENT_CLASS(dma_fence). Before v4.10 the names began with `fence_`. */
function fenceEvents() {
    const key = ['context', 'seqno'];
    const label = ['driver', 'timeline'];
    const print = 'driver={driver:s} timeline={timeline:s} context={context:u} seqno={seqno:u}';
    const events = {
        init: [{ of: 'fence', event: 'dma_fence_init', key, label }],
        emit: [{ of: 'fence', event: 'dma_fence_emit', key, label }],
        enable_signal: [{ of: 'fence', event: 'dma_fence_enable_signal', key, label }],
        // Of a job's two fences, scheduled has the context before that of finished (drm_sched_entity_init: dma_fence_context_alloc(2)).
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
        one(`dma_fence_${name}`, print, ...tells),
        one(`fence_${name}`, print, ...tells),
    ]);
}
/** drivers/gpu/drm/scheduler/gpu_scheduler_trace.h: by context and seqno since v6.17, by address before. */
function schedulerEvents() {
    const key = ['context', 'seqno'];
    const label = ['dev', 'ring'];
    const job = 'dev={dev:s}, fence={context:u}:{seqno:u}, ring={ring:s}, job count:{queued:u}, hw job count:{running:d}';
    const old = 'entity={entity:x}, id={id:u}, fence={fence:x}, ring={ring:s}, job count:{queued:u}, hw job count:{running:d}';
    const numbered = ['entity', 'ring', 'id'];
    // For some months between the two: fences by number, old names, and an id.
    const between = `dev={dev:s}, entity={entity:x}, id={id:u}, fence={context:u}:{seqno:u}, ring={ring:s}, job count:{queued:u}, hw job count:{running:d}`;
    const both = (event) => [
        {
            text: old,
            tells: [
                { of: 'pointerJob', event, key: ['fence'], label: ['ring'] },
                { of: 'numberedJob', event, key: numbered, label: ['ring'] },
            ],
        },
        { text: between, tells: [{ of: 'job', event, key, label }] },
        { text: job, tells: [{ of: 'job', event, key, label }] },
    ];
    const done = [
        { text: 'fence={context:u}:{seqno:u} signaled', tells: [{ of: 'job', event: 'done', key }] },
        { text: 'fence={fence:x} signaled', tells: [{ of: 'pointerJob', event: 'done', key: ['fence'] }] },
    ];
    const needs = { of: 'fence', key: ['other', 'otherSeqno'] };
    return [
        several('drm_sched_job_queue', ...both('queue')),
        several('drm_sched_job', ...both('queue')),
        several('drm_sched_job_run', ...both('run')),
        several('drm_run_job', ...both('run')),
        several('drm_sched_job_done', ...done),
        several('drm_sched_process_job', ...done),
        several('drm_sched_job_add_dep', {
            text: 'fence={context:u}:{seqno:u} depends on fence={other:u}:{otherSeqno:u}',
            tells: [{ of: 'job', event: 'add_dep', key, needs }],
        }, {
            text: 'fence={context:u}:{seqno:u}, id={id:u} depends on fence={other:u}:{otherSeqno:u}',
            tells: [{ of: 'job', event: 'add_dep', key, needs }],
        }),
        several('drm_sched_job_unschedulable', {
            text: 'fence={context:u}:{seqno:u} depends on unsignalled fence={other:u}:{otherSeqno:u}',
            tells: [{ of: 'job', event: 'unschedulable', key, needs }],
        }, {
            text: 'fence={context:u}:{seqno:u}, id={id:u} depends on unsignalled fence={other:u}:{otherSeqno:u}',
            tells: [{ of: 'job', event: 'unschedulable', key, needs }],
        }),
    ];
}
/** drivers/gpu/drm/amd/amdgpu/amdgpu_trace.h; the job's finished fence. */
function amdgpuEvents() {
    const key = ['context', 'seqno'];
    const label = ['=amdgpu jobs', 'timeline'];
    return [
        ['amdgpu_cs_ioctl', 'submit'],
        ['amdgpu_sched_run_job', 'driver_run'],
    ].map(([name, event]) => several(name, {
        text: 'sched_job={job:u}, timeline={timeline:s}, context={context:u}, seqno={seqno:u}, ring_name={ring:s}, num_ibs={ibs:u}',
        tells: [{ of: 'job', event, key, label }],
    }, {
        text: 'timeline={timeline:s}, context={context:u}, seqno={seqno:u}, ring_name={ring:s}, num_ibs={ibs:u}',
        tells: [{ of: 'job', event, key, label }],
    }));
}
/** drivers/gpu/drm/msm/msm_gpu_trace.h; the number is one for all rings. */
function msmEvents() {
    const key = ['=msm', '=gpu', 'id'];
    const label = ['=msm', 'ring'];
    return [
        one('msm_gpu_submit', 'id={id:d} pid={pid:d} ring={ring:u}:{seqno:u}', {
            of: 'hardwareJob',
            event: 'submit',
            key,
            label,
        }),
        one('msm_gpu_submit_flush', 'id={id:d} pid={pid:d} ring={ring:u}:{seqno:u}', {
            of: 'hardwareJob',
            event: 'flush',
            key,
            label,
        }),
        one('msm_gpu_submit_retired', 'id={id:d} pid={pid:d} ring={ring:u}:{seqno:u}', {
            of: 'hardwareJob',
            event: 'retire',
            key,
            label,
        }),
    ];
}
/** drivers/gpu/drm/v3d/v3d_trace.h: each queue counts for itself. */
function v3dEvents() {
    const tell = (queue, name, event) => one(name, 'dev={dev:u}, seqno={seqno:u}', {
        of: 'hardwareJob',
        event,
        key: ['dev', `=${queue}`, 'seqno'],
        label: ['=v3d', `=${queue}`],
    });
    const list = (name) => ({
        text: `dev={dev:u}, ${name}, seqno={seqno:u}`,
        tells: [
            { of: 'hardwareJob', event: 'flush', key: ['dev', `=${name}`, 'seqno'], label: ['=v3d', `=${name}`] },
        ],
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
function virtioEvents() {
    const old = 'vdev={dev:d} vq={vq:u} name={name:s} type=0x{type:x} flags=0x{flags:x} fence_id={fence:u} ctx_id={ctx:u}';
    const key = ['dev', 'vq', 'seqno'];
    const label = ['=virtio_gpu', 'name'];
    // Without the last two numbers in older kernels: nothing then tells one command from another, for most have no fence.
    return [
        ['virtio_gpu_cmd_queue', 'flush'],
        ['virtio_gpu_cmd_response', 'retire'],
    ].map(([name, event]) => several(name, {
        text: `${old} num_free={free:u} seqno={seqno:u}`,
        tells: [{ of: 'hardwareJob', event, key, label }],
    }, { text: old, tells: [] }));
}
/** drivers/gpu/drm/i915/i915_trace.h: requests with a context, and those of a ring before v4.9. */
function i915Events() {
    const key = ['ctx', 'seqno'];
    const label = ['=i915', 'engine'];
    const wait = { wait_begin: 'begins', wait_end: 'ends' };
    const events = ['queue', 'add', 'submit', 'execute', 'in', 'out', 'retire', 'wait_begin', 'wait_end'];
    const tell = (event) => ({
        of: 'request',
        event,
        key,
        label,
        ...(event in wait ? { wait: wait[event] } : {}),
    });
    const requests = events.map((event) => several(`i915_request_${event}`, { text: 'dev={dev:u}, engine={engine:w}, ctx={ctx:u}, seqno={seqno:u}', tells: [tell(event)] }, { text: 'dev={dev:u}, engine={engine:w}, hw_id={hw:u}, ctx={ctx:u}, seqno={seqno:u}', tells: [tell(event)] }, { text: 'dev={dev:u}, engine={engine:w}, guc_id={guc:u}, ctx={ctx:u}, seqno={seqno:u}', tells: [tell(event)] }));
    const rings = ['add', 'complete', 'retire', 'wait_begin', 'wait_end'].map((event) => one(`i915_gem_request_${event}`, 'dev={dev:u}, ring={ring:u}, seqno={seqno:u}', {
        of: 'ringRequest',
        event,
        key: ['dev', 'ring', 'seqno'],
        label: ['=i915'],
        ...(event in wait ? { wait: wait[event] } : {}),
    }));
    return [
        ...requests,
        ...rings,
        one('i915_gem_ring_dispatch', 'dev={dev:u}, ring={ring:u}, seqno={seqno:u}', {
            of: 'ringRequest',
            event: 'dispatch',
            key: ['dev', 'ring', 'seqno'],
            label: ['=i915'],
        }),
    ];
}
/** include/trace/events/dma_buf.h as merged for v7.0, and the first version of the patch (with `name=`). */
function bufferEvents() {
    const buffer = (name, event) => several(name, {
        text: 'exp_name={exporter:s} name={name:s} size={size:u} ino={ino:u}',
        tells: [{ of: 'buffer', event, key: ['ino'], label: ['exporter'] }],
    }, {
        text: 'exp_name={exporter:s} size={size:u} ino={ino:u}',
        tells: [{ of: 'buffer', event, key: ['ino'], label: ['exporter'] }],
    });
    const attachment = (name, event) => several(name, {
        text: 'exp_name={exporter:s} size={size:u} ino={ino:u} attachment:{attachment:x} is_dynamic={dynamic:u} dev_name={device:s}',
        tells: [
            { of: 'attachment', event, key: ['ino', 'attachment'], label: ['exporter', 'device'] },
        ],
    }, { text: 'dev_name={device:s} exp_name={exporter:s} name={name:s} size={size:u} ino={ino:u}', tells: [] }, { text: 'exp_name={exporter:s} name={name:s} size={size:u} ino={ino:u}', tells: [] });
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
export const tracepoints = [
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
export const aliases = {
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
//# sourceMappingURL=events.js.map