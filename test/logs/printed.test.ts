import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, rulesOf, summaryOf } from './reading.ts';

/** What User Mode Linux printed: no stamp of printk stands before a line. */
const sample = (name: string): string =>
  readFileSync(new URL(`../data/printed/${name}.log`, import.meta.url), 'utf8');
const stamped = (text: string): string =>
  text
    .split('\n')
    .map((line, at) => `<6>[${(at / 1000).toFixed(6).padStart(12)}] ${line}`)
    .join('\n');

describe('events that the kernel printed into its log', () => {
  test('a ring buffer that was dumped: every line, with its time, CPU and task', async () => {
    const text = sample('ftrace-dump');
    const lines = text.split('\n').filter((line) => line.includes('us : dma_fence_'));
    const { events } = await read(text);
    expect([lines.length, events.seen.ours, events.seen.unread]).toEqual([138, 138, 0]);
    expect([events.seen.first, events.seen.last]).toEqual([0, 1.47e9]);
    expect([...events.seen.cpus]).toEqual([0]);
  });
  test('the same where printk stamps its lines and a console shows levels', async () => {
    const { counts, broken } = await summaryOf(stamped(sample('ftrace-dump')));
    expect([counts.ours, broken]).toEqual([138, []]);
  });
  test('its waits are told by the task', async () => {
    const text = sample('ftrace-dump').replaceAll(/^.*dma_fence_wait_end.*\n/gm, '');
    const { events } = await read(text);
    const [first] = [...events.waits.open.values()];
    expect(`${first?.comm}:${first?.task}`).toMatch(/^(kunit_tr|ff_waite):\d+$/);
  });
  test('lines of tp_printk: every one that is an event of ours', async () => {
    const text = sample('tp-printk');
    const lines = text.split('\n').filter((line) => /^dma_fence_\w+: /.test(line));
    for (const log of [text, stamped(text)]) {
      const { counts, broken } = await summaryOf(log);
      expect([counts.ours, counts.unread, broken]).toEqual([lines.length, 0, []]);
    }
    expect(lines.length).toBeGreaterThan(50);
  });
  test('a line of another driver that looks alike stays a line of the log', async () => {
    const { counts } = await summaryOf(
      `${stamped('my_driver: context=1 seqno=2\nfoo 30us : bar')}\n${sample('tp-printk')}`,
    );
    expect(counts.unread).toBe(0);
  });
  test('a signal that comes twice is found in both forms', async () => {
    for (const name of ['ftrace-dump', 'tp-printk']) {
      const text = sample(name).replaceAll(/^.*dma_fence_signaled: .*$/gm, '$&\n$&');
      expect(rulesOf(await summaryOf(text))).toEqual(['F-1']);
    }
  });
  test('what the ring buffer lost is told', async () => {
    const text = sample('ftrace-dump').replace(/^kunit_tr/m, 'CPU:0 [LOST 12 EVENTS]\nkunit_tr');
    for (const log of [text, stamped(text).replaceAll('<6>', '')]) {
      const { events } = await read(log);
      expect([events.seen.losses, events.seen.lost]).toEqual([1, 12]);
    }
  });
});
