import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { patience, settled } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages that are looked at side by side. */
const together = 3;

/** What is asked of a page: in the first theme all that axe asks by itself, in the second what colours change. */
const asked = {
  light: 'undefined',
  dark: "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }",
} as const;

/** What axe finds in what a page shows now, a line each. @param left what is left out, as a selector */
async function foundOn(
  page: Page,
  theme: keyof typeof asked,
  left: string | null,
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  const context = left === null ? 'document' : `{ exclude: [['${left}']] }`;
  return page.evaluate<string[]>(`(async () => {
    const { violations } = await axe.run(${context}, {
      resultTypes: ['violations'], preload: false, runOnly: ${asked[theme]},
    });
    return violations.flatMap(({ id, impact, nodes }) => nodes.slice(0, 3).map(
      ({ html }) => '${theme}: ' + id + ' (' + impact + '): ' + html.slice(0, 160)));
  })()`);
}

/** A page as it stands; a short address without what leads on at once; the playground with its verdict. */
async function opened(page: Page, site: string, name: string): Promise<void> {
  const text = readFileSync(join(site, name), 'utf8');
  if (text.includes('http-equiv="refresh"')) {
    await page.goto('about:blank');
    await page.setContent(text.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
    return;
  }
  await page.goto(`file://${join(site, name)}`);
  await settled(page);
  if (name === 'explorer/index.html')
    await page.locator('.verdict:not(.stale):not(.partial) .word').waitFor();
}

/**
 * What axe finds on every one of these pages of a site, in both themes, and of how many it was asked.
 * The menu of all pages is the same on each: it is asked of those that are looked at as a whole, and
 * left out on the others, where it would take most of the time.
 */
export async function axeOnEvery(
  browser: Browser,
  site: string,
  pages: readonly string[],
  whole: readonly string[],
): Promise<{ readonly seen: number; readonly found: readonly string[] }> {
  const left = [...pages];
  const complaints: string[] = [];
  let seen = 0;
  const look = async (context: BrowserContext): Promise<void> => {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      await opened(page, site, name);
      for (const theme of ['light', 'dark'] as const)
        for (const line of await foundOn(page, theme, whole.includes(name) ? null : '.site-menu'))
          complaints.push(`${name}: ${line}`);
      seen++;
    }
    await page.close();
  };
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(axe);
  await Promise.all(Array.from({ length: together }, () => look(context)));
  await context.close();
  return { seen, found: complaints.sort() };
}
