/**
 * `npx tsx test/site/look.ts [FOLDER]`: a page of each kind in both themes at four widths, on contact
 * sheets, to be looked at. It needs `npm run docs` before it, and Chromium.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { browserStarted, settled } from './browser.ts';
import { kinds } from './kinds.ts';

const site = join(import.meta.dirname, '../../site');
const out = process.argv[2] ?? join(import.meta.dirname, '../../site-look');
const widths = [390, 1024, 1440, 1920];
const pageNames = [...kinds, 'explorer/index.html'];

async function sheet(browser: Browser, width: number, theme: 'light' | 'dark'): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const cells: string[] = [];
  for (const pageName of pageNames) {
    await page.goto(`file://${join(site, pageName)}`);
    await settled(page);
    const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (wider > 0) console.log(`${pageName} at ${width}: wider than the window by ${wider}`);
    const file = join(out, `${pageName.replace(/\W+/g, '-')}-${width}-${theme}.png`);
    await page.screenshot({ path: file });
    const picture = readFileSync(file).toString('base64');
    cells.push(
      `<figure><img src="data:image/png;base64,${picture}"><figcaption>${pageName}</figcaption></figure>`,
    );
  }
  await page.close();
  const html =
    '<!doctype html><style>body{font:13px sans-serif;display:grid;gap:12px;grid-template-columns:' +
    `repeat(${width < 500 ? 8 : 4},1fr)}figure{margin:0}img{width:100%;border:1px solid #888}` +
    `</style>${cells.join('')}`;
  const file = join(out, `sheet-${width}-${theme}.html`);
  writeFileSync(file, html);
  const whole = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
  await whole.goto(`file://${file}`);
  await whole.screenshot({ path: file.replace(/html$/, 'png'), fullPage: true });
  await whole.close();
  console.log(file.replace(/html$/, 'png'));
}

mkdirSync(out, { recursive: true });
const browser = await browserStarted();
for (const width of widths)
  for (const theme of ['light', 'dark'] as const) await sheet(browser, width, theme);
await browser.close();
