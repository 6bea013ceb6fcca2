// How fast logs are read, beside `wc -l` and `grep -c` on the same file, in one run. After `npm run
// build`: node bench/log.mjs [megabytes]
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logSpec } from '../dist/machines/tracepoints/index.js';
import { byDefault, readLog } from '../dist/src/logs/read-log.js';
import { source } from '../dist/src/logs/source.js';

const megabytes = Number(process.argv[2] ?? 256);
const folder = mkdtempSync(join(tmpdir(), 'finite-fence-bench-'));
const file = join(folder, 'trace.txt');

/**
 * Fences of 64 contexts on 8 CPUs from begin to end, half of them waited for, as `cat trace` prints
 * them.
 */
async function write() {
  const out = createWriteStream(file);
  const seqnos = new Uint32Array(65);
  let seed = 1;
  const random = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed >>> 8) % below;
  };
  let us = 1e9;
  let bytes = 0;
  let lines = ['# tracer: nop', '#'];
  const open = [];
  const line = (event, task, cpu, fence) => {
    us += 2;
    const where = `${task.padStart(23)} [${String(cpu).padStart(3, '0')}]`;
    lines.push(`${where} ..... ${(us / 1e6).toFixed(6)}: dma_fence_${event}: ${fence}`);
  };
  while (bytes < megabytes * 1e6) {
    for (let i = 0; i < 2000; i++) {
      const context = 1 + random(64);
      const cpu = random(8);
      const fence = `driver=drm_sched timeline=gfx_0.0.${context % 4} context=${context} seqno=${++seqnos[context]}`;
      line('init', `glxgears:cs0-${100 + cpu}`, cpu, fence);
      line('enable_signal', `glxgears:cs0-${100 + cpu}`, cpu, fence);
      open.push([fence, i % 2 === 0 ? cpu : -1]);
      if (i % 2 === 0) line('wait_start', `Xorg-${200 + cpu}`, cpu, fence);
      if (open.length > 200) {
        const [old, waiter] = open.shift();
        line('signaled', '<idle>-0', random(8), old);
        if (waiter >= 0) line('wait_end', `Xorg-${200 + waiter}`, waiter, old);
        line('destroy', '<idle>-0', random(8), old);
      }
    }
    const text = `${lines.join('\n')}\n`;
    lines = [];
    bytes += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

/** Seconds of processor time that a program takes, and of a clock. */
function time(program, ...args) {
  const began = performance.now();
  const { stdout, stderr } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%U %S'; time ${program} ${args.map((arg) => `'${arg}'`).join(' ')}`],
    { encoding: 'utf8' },
  );
  const [user, system] = stderr.trim().split(/\s+/).map(Number);
  return { wall: (performance.now() - began) / 1000, cpu: user + system, out: stdout.trim() };
}

await write();
const size = statSync(file).size;
const say = (name, events, { wall, cpu }) => {
  const columns = [
    `${cpu.toFixed(2).padStart(7)} s of processor`,
    `${wall.toFixed(2).padStart(7)} s of clock`,
    `${(events / cpu / 1e6).toFixed(2).padStart(6)} M lines/s`,
    `${(size / cpu / 1e6).toFixed(0).padStart(6)} MB/s`,
  ];
  console.log(`${name.padEnd(22)} ${columns.join(', ')}`);
};
const lines = Number(time('wc', '-l', file).out.split(' ')[0]);
const beside = [
  ['wc -l', time('wc', '-l', file)],
  ['grep -c dma_fence', time('grep', '-c', 'dma_fence', file)],
];
for (const [name, taken] of beside) say(name, lines, taken);
for (let round = 0; round < 3; round++) {
  const before = process.cpuUsage();
  const began = performance.now();
  let most = 0;
  let pieces = 0;
  const read = await readLog(source(file), logSpec, {
    ...byDefault,
    progress: () => {
      if (pieces++ % 64 === 0) most = Math.max(most, process.memoryUsage().rss);
    },
  });
  const { user, system } = process.cpuUsage(before);
  const { seen, tracker } = read.events;
  const cpu = (user + system) / 1e6;
  say('finite-fence log', seen.ours, { wall: (performance.now() - began) / 1000, cpu });
  console.log(
    `  ${beside.map(([name, taken]) => `${(cpu / taken.cpu).toFixed(1)} times ${name}`).join(', ')} in processor time`,
  );
  const counts = [
    `${seen.ours.toLocaleString('en')} events`,
    `${tracker.store.live.toLocaleString('en')} objects at the end`,
    `${tracker.findings.length} findings`,
    `at most ${Math.round(most / 1e6)} MB of memory`,
  ];
  console.log(`  ${counts.join(', ')}`);
}
rmSync(folder, { recursive: true });
