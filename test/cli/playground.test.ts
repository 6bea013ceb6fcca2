import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromAddress, namedBy, textOf } from '../../docs/site/explorer/situation.ts';
import { read } from '../../docs/site/explorer/kind.ts';
import { cli, file } from './in-process.ts';

const site = 'https://example.org/fence';
const start = `${site}/explorer/index.html#`;
const addressIn = (out: string): string => /^ {2}(https:\S+)$/m.exec(out)![1]!;

describe('check --site', () => {
  test('the address holds the description, as the playground reads it', async () => {
    const described = { driver: 'mine', pageFaults: 'none', uses: ['tiler-heap'] };
    const { code, out } = await cli('check', file(described), '--site', site);
    const { code: plainCode, out: plain } = await cli('check', file(described));
    expect(code).toBe(plainCode);
    const address = addressIn(out);
    expect(out).toBe(`${plain}\nIn the playground:\n  ${address}\n`);
    expect(address.startsWith(start)).toBe(true);
    const situation = fromAddress(address.slice(start.length))!;
    expect(situation.subjects).toEqual([
      { is: 'text', name: 'mine.json', text: textOf(described) },
    ]);
    expect(read(situation.subjects[0]!)).toMatchObject({ is: 'driver', described });
  });

  test('a driver of this package has its short address, and one of several its own', async () => {
    const { out } = await cli('check', 'msm', 'etnaviv', '--site', `${site}/`);
    const addresses = [...out.matchAll(/^ {2}(https:\S+)$/gm)].map(([, one]) => one!);
    expect(addresses.map((one) => namedBy(one.slice(start.length)))).toEqual([
      { kind: 'driver', names: ['msm'] },
      { kind: 'driver', names: ['etnaviv'] },
    ]);
  });

  test('threads come with their text and the side that was asked', async () => {
    const path = new URL(
      '../../machines/litmus/fixes/037-vgem-release-deletes-timer-in-irq.litmus',
      import.meta.url,
    ).pathname;
    const { out } = await cli('check', `${path}:after`, '--site', site);
    const situation = fromAddress(addressIn(out).slice(start.length))!;
    const name = '037-vgem-release-deletes-timer-in-irq.litmus';
    expect(situation).toMatchObject({
      subjects: [{ name, text: readFileSync(path, 'utf8') }],
      side: 'after',
    });
  });

  test('what is no address of a site, and data beside it, are refused', async () => {
    for (const [wrong, ...more] of [
      ['nowhere'],
      ['javascript:alert(1)'],
      ['ftp://x/'],
      [site, '--json'],
    ]) {
      const { code, out, err } = await cli('check', 'msm', '--site', wrong!, ...more);
      expect([code, out], wrong).toEqual([2, '']);
      expect(err.trim().split('\n').length, wrong).toBe(1);
      expect(err, wrong).toContain('--site');
    }
  });
});
