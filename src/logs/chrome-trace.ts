import type { Span } from './span.ts';
import type { Summary } from './summary.ts';

/**
 * Chrome's trace JSON, which ui.perfetto.dev opens: one process a kind of object, one thread a
 * timeline, violations as marks.
 */
export function chromeTrace(spans: readonly Span[], summary: Summary): string {
  const tracks = new Map<string, { readonly pid: number; readonly tid: number }>();
  const pids = new Map<string, number>();
  const lines: string[] = [];
  const put = (event: Record<string, unknown>): void => {
    lines.push(JSON.stringify(event));
  };
  const track = (kind: string, label: string): { readonly pid: number; readonly tid: number } => {
    const key = `${kind}\n${label}`;
    let ids = tracks.get(key);
    if (ids === undefined) {
      let pid = pids.get(kind);
      if (pid === undefined) {
        pids.set(kind, (pid = pids.size + 1));
        put({ name: 'process_name', ph: 'M', pid, tid: 0, args: { name: kind } });
      }
      tracks.set(key, (ids = { pid, tid: tracks.size + 1 }));
      put({
        name: 'thread_name',
        ph: 'M',
        ...ids,
        args: { name: label === '' ? '(no name)' : label },
      });
    }
    return ids;
  };
  const end = summary.span?.to ?? 0;
  spans.forEach((span, id) => {
    const shared = { ...track(span.kind, span.label), cat: span.kind, id: String(id) };
    const to = Number.isFinite(span.to) ? span.to : end;
    put({
      ...shared,
      name: span.name,
      ph: 'b',
      ts: span.queued / 1000,
      args: { line: span.line, unfinished: !Number.isFinite(span.to) },
    });
    if (span.running > span.queued)
      put({ ...shared, name: 'running', ph: 'n', ts: span.running / 1000, args: {} });
    put({ ...shared, name: span.name, ph: 'e', ts: to / 1000, args: {} });
  });
  for (const { rule, line, says, history } of summary.findings) {
    const time = history?.at(-1)?.time;
    if (time !== undefined)
      put({
        name: `${rule}: ${says}`,
        ph: 'i',
        s: 'g',
        pid: 0,
        tid: 0,
        ts: time / 1000,
        args: { line },
      });
  }
  return `{"displayTimeUnit":"ns","traceEvents":[\n${lines.join(',\n')}\n]}\n`;
}
