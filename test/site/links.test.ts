import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkLinks } from '../../docs/site/links.ts';

const folder = mkdtempSync(join(tmpdir(), 'finite-fence-links-'));
mkdirSync(join(folder, 'sub'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a link within must lead to a file, a # to an id, and a link without is https', () => {
  writeFileSync(
    join(folder, 'index.html'),
    `<a href="sub/page.html#there">1</a><a href="sub/page.html?x#there">2</a>
    <a href="#here" id="here">3</a><img src="data:,">
    <a href="https://git.kernel.org/a?h=v7.0&amp;b">4</a>
    <script>const text = '<a href="nowhere.html">';</script>`,
  );
  writeFileSync(
    join(folder, 'sub/page.html'),
    '<p id="there"></p><a href="../index.html">back</a>',
  );
  expect(checkLinks(folder)).toEqual({ pages: 2, inside: 4, outside: 1, broken: [] });

  writeFileSync(
    join(folder, 'sub/bad.html'),
    '<a href="gone.html">a</a><a href="page.html#gone">b</a><script ' +
      'src="gone.js"></script><a href="http://kernel.org/">c</a><a ' +
      'href="../../outside.html">d</a><a href="https://">e</a><a ' +
      'href="/absolute.html">f</a>',
  );
  expect(checkLinks(folder).broken.map((line) => /(?:href|src)="([^"]*)"/.exec(line)![1])).toEqual([
    'gone.html',
    'page.html#gone',
    'gone.js',
    'http://kernel.org/',
    '../../outside.html',
    'https://',
    '/absolute.html',
  ]);
});
