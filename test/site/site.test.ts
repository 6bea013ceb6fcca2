import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { without } from '../peers.ts';
import { browserStarted, patience, settled } from './browser.ts';
import { axeOnEvery } from './every-page.ts';
import { focusLooks } from './focus-looks.ts';
import { kinds } from './kinds.ts';

/**
 * The whole site, as `npm run docs` writes it, in Chromium and opened as files: what works there
 * works from a server too.
 */
const leftOut = without('chromium');
const root = join(import.meta.dirname, '../..');
const site = join(root, 'site');
const addressOf = (page: string): string => `file://${join(site, page)}`;
let browser: Browser;
/** What was printed on the consoles of all pages. */
const complaints: string[] = [];

beforeAll(async () => {
  if (leftOut) return;
  // One that was just built is taken: SITE_IS_BUILT=1.
  if (process.env['SITE_IS_BUILT'] !== '1')
    execFileSync(process.execPath, ['--import', 'tsx', 'docs/site/build.ts'], { cwd: root });
  browser = await browserStarted();
});
afterAll(() => browser?.close());

type Shown = {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly still?: boolean;
  /** Time passes when the test says so. */
  readonly frozen?: boolean;
};
async function open(
  page: string,
  { theme = 'light', width = 1440, still = true, frozen = false }: Shown = {},
): Promise<Page> {
  const shown = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: still ? 'reduce' : 'no-preference',
  });
  shown.setDefaultTimeout(patience);
  shown.on('pageerror', (error) => {
    complaints.push(`${page}: ${error.message}`);
  });
  shown.on('console', (message) => {
    // TypeDoc's icons are loaded as files, which a page that is a file itself may not; it has them a second time.
    const known = message.text().includes('icons.svg');
    if (message.type() === 'error' && !known) complaints.push(`${page}: ${message.text()}`);
  });
  if (frozen) {
    await shown.clock.install({ time: 0 });
    // A minute ahead: to pause in the past is refused, and time runs until then.
    await shown.clock.pauseAt(60_000);
  }
  await shown.goto(addressOf(page));
  return shown;
}

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

test.skipIf(leftOut)(
  'every page says what it may run, has an icon, and all but the short addresses the bar and a way past it',
  () => {
    const pages = files(site).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(550);
    const bare = pages.filter((file) => {
      const text = readFileSync(file, 'utf8');
      const short = text.includes('http-equiv="refresh"');
      const policy =
        text.includes('Content-Security-Policy') && !/script-src[^;"]*unsafe/.test(text);
      // The first link leads past the bar; that it leads somewhere, the links' own check says.
      const bar = short || /class="ff-bar"><a class="ff-skip" href="#/.test(text);
      const runs = /<script(?![^>]*(?:\bsrc=|type="(?:application\/json|text\/plain)"))[^>]*>/.test(
        text,
      );
      return !policy || !text.includes('rel="icon"') || !bar || runs;
    });
    expect(bare).toEqual([]);
  },
);

describe.skipIf(leftOut)('the search', () => {
  test('what it leads to is there', () => {
    const text = readFileSync(join(site, 'assets/search-index.js'), 'utf8');
    const entries = JSON.parse(
      text.slice(text.indexOf('=') + 1, text.lastIndexOf(';')),
    ) as string[][];
    expect(entries.length).toBeGreaterThan(1500);
    const pages = new Map<string, string>();
    const wrong = entries.filter(([, , address]) => {
      const [page = '', id] = address!.split('#');
      if (!existsSync(join(site, page))) return true;
      if (!pages.has(page)) pages.set(page, readFileSync(join(site, page), 'utf8'));
      return id !== undefined && !pages.get(page)!.includes(`id="${id}"`);
    });
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  const asked: readonly (readonly [word: string, address: string])[] = [
    ['F-6', 'documents/Rules_of_the_kernel.F-6.html'],
    ['CDC-3', 'documents/Rules_of_the_kernel.CDC-3.html'],
    ['cdc-3', 'documents/Rules_of_the_kernel.CDC-3.html'],
    ['move_notify', 'documents/Kernel_functions.html#move_notify'],
    ['STORY', 'documents/Litmus_tests.html#STORY'],
    ['indefinite', 'documents/Glossary.html#indefinite'],
    ['dma_resv_lock', 'documents/Calls.html#dma_resv_lock'],
    ['dma_resv_lock()', 'documents/Calls.html#dma_resv_lock'],
    ['chainFind', 'documents/Lifecycles.dma-fence-chain.html#chainfind'],
    ['dma_fence_begin_signalling', 'documents/Calls.html#dma_fence_begin_signalling'],
    ['PREEMPT+not-while-faulted', 'documents/Litmus_tests.html#PREEMPT-not-while-faulted'],
    [
      'preempt/while-faulted',
      'documents/Options,_uses,_clauses,_hazards.html#preemptwhile-faulted',
    ],
    ['xe_pagefault_queue_work', 'documents/Kernel_functions.html#xe_pagefault_queue_work'],
    ['glossary', 'documents/Glossary.html'],
  ];
  test.each(asked)('/ %s, Enter', async (word, address) => {
    const page = await open('documents/Glossary.html');
    await page.keyboard.press('/');
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('ff-search');
    await page.keyboard.type(word);
    await page.locator('#ff-found [aria-selected=true]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) =>
      url.href.startsWith(addressOf(address.split('#')[0]!).replaceAll(',', ',')),
    );
    expect(decodeURI(page.url())).toBe(addressOf(address));
    await page.close();
  });

  test('arrows choose, Escape leaves, and / is a letter where one writes', async () => {
    const page = await open('index.html');
    await page.keyboard.press('/');
    await page.keyboard.type('dma/');
    expect(await page.inputValue('#ff-search')).toBe('dma/');
    await page.fill('#ff-search', 'dma_fence');
    await page.locator('#ff-found-0', { hasText: 'dma_fence' }).waitFor();
    await page.locator('#ff-found-3').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#ff-search', 'aria-activedescendant')).toBe('ff-found-2');
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#ff-found')).toBe(false);
    await page.close();
  });
});

describe.skipIf(leftOut)('the first page', () => {
  const word = (page: Page): Promise<string | null> => page.textContent('.circle.wide .word');
  const closed = (page: Page): Promise<number> => page.locator('.circle.wide .arrow.on').count();

  test('without motion it shows the closed circle, and steps by keys and buttons', async () => {
    const page = await open('index.html');
    expect(await word(page)).toBe('deadlock');
    expect(await closed(page)).toBe(6);
    await page.focus('#circle');
    await page.keyboard.press('Home');
    expect(await closed(page)).toBe(0);
    for (const [n, many] of [0, 0, 1, 3, 3, 2, 4, 5, 6].entries()) {
      await page.keyboard.press('ArrowRight');
      expect([n, await closed(page)]).toEqual([n, many]);
    }
    expect(await word(page)).toBe('deadlock');
    await page.click('[data-go=back]');
    expect(await word(page)).toBe('service_fault[1]');
    await page.close();
  });

  test('each way out opens the circle, or keeps it open, and the fence signals', async () => {
    const page = await open('index.html');
    const buttons = page.locator('[data-story]');
    expect(await buttons.count()).toBe(7);
    for (let n = 1; n < 7; n++) {
      await buttons.nth(n).click();
      await page.focus('#circle');
      await page.keyboard.press('End');
      expect(await word(page)).toBe('finite');
      expect(await page.textContent('.circle.wide [data-part="0"] .state')).toBe('signaled');
      expect(await page.locator('.circle.wide [data-arrow="0"].on').count()).toBe(0);
    }
    await page.close();
  });

  test('with motion it plays by itself and can be paused', async () => {
    const page = await open('index.html', { still: false, frozen: true });
    expect(await page.textContent('[data-go=play]')).toBe('Pause');
    expect(await page.locator('.dots .past').count()).toBe(0);
    await page.clock.runFor(900);
    expect(await page.locator('.dots .past').count()).toBe(1);
    await page.clock.runFor(1600);
    expect(await page.locator('.dots .past').count()).toBe(2);
    await page.click('[data-go=play]');
    expect(await page.textContent('[data-go=play]')).toBe('Play');
    await page.close();
  });

  test('every place on the map leads to its lifecycle', async () => {
    const page = await open('index.html');
    const places = await page
      .locator('.map a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    expect(places.length).toBe(10);
    for (const place of places) {
      const [file = '', id] = place.split('#');
      expect(readFileSync(join(site, file), 'utf8')).toContain(`id="${id}"`);
    }
    await page.close();
  });
});

test.skipIf(leftOut)('a theme is kept over pages, before anything is drawn', async () => {
  const page = await open('index.html');
  await page.click('#ff-theme');
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  await page.goto(addressOf('documents/Glossary.html'));
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
  const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  expect(paper).toBe('rgb(17, 19, 23)');
  await page.close();
});

test.skipIf(leftOut)('a chart is made larger, fitted and folded', async () => {
  const page = await open('documents/Lifecycles.compute-job.html');
  const width = (): Promise<number> =>
    page.evaluate<number>(
      "document.querySelector('.ff-chart-box svg:not(.ff-away)').getBoundingClientRect().width",
    );
  const before = await width();
  await page.getByRole('button', { name: 'Larger' }).click();
  expect(await width()).toBeGreaterThan(before * 1.2);
  await page.getByRole('button', { name: 'Fit' }).click();
  expect(await width()).toBeLessThanOrEqual(before + 1);
  const fold = page.getByRole('button', { name: 'Fold edges from everywhere' });
  await fold.click();
  expect(await fold.getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('.ff-chart-box svg:not(.ff-away) [data-note]').count()).toBeGreaterThan(
    0,
  );
  await page.close();
});

describe.skipIf(leftOut)('a page of each kind', () => {
  test.each(kinds)('%s is no wider than the window', async (kind) => {
    for (const width of [390, 1024, 1440, 1920]) {
      const page = await open(kind, { width });
      await settled(page);
      const wider = await page.evaluate<number>(
        'document.documentElement.scrollWidth - innerWidth',
      );
      expect([width, Math.max(0, wider)]).toEqual([width, 0]);
      await page.close();
    }
  });
});

describe.skipIf(leftOut)('what has the focus', () => {
  const pages = [
    'index.html',
    'documents/Lifecycles.compute-job.html',
    'modules.html',
    'types/machines.Rule.html',
    'explorer/index.html',
    'explorer/logs.html',
  ];
  /** Kinds that were looked at, on all pages. */
  const seen = new Set<string>();

  test.each(pages)('has a whole ring on %s, in both themes, and nothing jumps', async (name) => {
    const reader = await browser.newPage();
    for (const theme of ['light', 'dark'] as const) {
      const page = await open(name, { theme, width: 1640 });
      await settled(page);
      if (name === 'explorer/index.html') {
        await page.locator('.verdict:not(.stale):not(.partial) .word').waitFor();
        await page.locator('.cm-content').waitFor();
        await page.locator('#library .item').first().waitFor();
        await page.locator('details.part summary').first().click();
        await page.locator('.zoomed svg').waitFor();
        await settled(page);
      }
      // A way past the bar is out of sight without the focus.
      const looks = await focusLooks(page, reader);
      const weak = looks.filter(
        ({ kind, ring, jumps }) => ring < 1.5 || (jumps.length > 0 && !kind.includes('ff-skip')),
      );
      expect([theme, weak]).toEqual([theme, []]);
      for (const { kind } of looks) seen.add(kind);
      await page.close();
    }
    await reader.close();
  });

  test('every kind of thing is among them', () => {
    const tags = new Set([...seen].map((kind) => /(\w+)[^ ]*$/.exec(kind)![1]!));
    for (const tag of ['a', 'button', 'input', 'select', 'summary', 'textarea', 'pre'])
      expect(tags).toContain(tag);
    expect([...seen].some((kind) => kind.includes('cm-content'))).toBe(true);
    expect(seen.size).toBeGreaterThan(50);
  });
});

test.skipIf(leftOut)('nothing was printed on the consoles', () => {
  expect(complaints).toEqual([]);
});

/**
 * All pages take half an hour: `FINITE_FENCE_EVERY_PAGE=1` asks them, and otherwise one of each kind
 * and every twelfth of the others.
 */
const isEvery = process.env['FINITE_FENCE_EVERY_PAGE'] === '1';

test.skipIf(leftOut)(
  'axe finds nothing on any page that is asked, in both themes',
  async () => {
    const pages = files(site)
      .filter((file) => file.endsWith('.html'))
      .map((file) => relative(site, file))
      .sort();
    expect(pages.length).toBeGreaterThan(900);

    const asked = pages.filter((page, n) => isEvery || n % 12 === 0 || kinds.includes(page));
    const { seen, found } = await axeOnEvery(browser, site, asked, kinds);
    expect(found).toEqual([]);
    expect(seen).toBe(asked.length);
    expect(seen).toBeGreaterThan(75);
  },
  3_600_000,
);
