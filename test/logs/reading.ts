import { readdirSync, readFileSync } from 'node:fs';
import { logSpec } from '../../machines/tracepoints/index.ts';
import { byDefault, readLog, type LogRead, type ReadOptions } from '../../src/logs/read-log.ts';
import { summarize, type Summary } from '../../src/logs/summary.ts';
import type { Source } from '../../src/logs/source.ts';

/** A log from memory, in pieces of `size` bytes. */
function sourceOf(data: string | Buffer, size = 1 << 20): Source {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return {
    name: 'a log',
    size: bytes.length,
    taken: () => bytes.length,
    pieces: pieces(),
    broken: () => null,
  };
}

export const read = (
  data: string | Buffer,
  options: Partial<ReadOptions> = {},
  size?: number,
): Promise<LogRead> => readLog(sourceOf(data, size), logSpec, { ...byDefault, ...options });

export async function summaryOf(
  data: string | Buffer,
  options: Partial<ReadOptions> = {},
  size?: number,
): Promise<Summary> {
  return summarize(await read(data, options, size), logSpec.rules);
}

export const rulesOf = ({ broken }: Summary): string[] => broken.map(({ rule }) => rule).sort();

const folder = new URL('../data/traces/', import.meta.url);
export const files = (under: 'ftrace' | 'lockdep'): string[] =>
  readdirSync(new URL(under, folder)).sort();
export const fileText = (under: 'ftrace' | 'lockdep', name: string): string =>
  readFileSync(new URL(`${under}/${name}`, folder), 'utf8');

/** A line of event text: microseconds, CPU, event, what it prints. */
export const at = (
  us: number,
  cpu: number,
  event: string,
  text: string,
  task = 'glxgears-100',
): string =>
  `${task.padStart(23)} [${String(cpu).padStart(3, '0')}] ..... ` +
  `${(us / 1e6).toFixed(6).padStart(12)}: ${event}: ${text}`;
export const fence = (
  context: number,
  seqno: number,
  driver = 'drm_sched',
  timeline = 'gfx',
): string => `driver=${driver} timeline=${timeline} context=${context} seqno=${seqno}`;
