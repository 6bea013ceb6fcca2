import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages that are looked at side by side. */
const together = 3;

/** Asks axe all that it asks by itself; of the second theme only what colours can change. */
const asked = {
  light: 'undefined',
  dark: "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }",
} as const;

/** What axe finds on a page as it is now, a line each. */
async function foundOn(page: Page, theme: keyof typeof asked): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  return page.evaluate<string[]>(`(async () => {
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'], preload: false, runOnly: ${asked[theme]},
    });
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.slice(0, 3).map(({ html }) => '${theme}: ' + id + ' (' + impact + '): ' + html.slice(0, 160)));
  })()`);
}

/** What axe finds on every one of these pages of a site, in both themes, and how many it was asked of. */
export async function axeOnEvery(
  browser: Browser,
  site: string,
  pages: readonly string[],
): Promise<{ readonly seen: number; readonly found: readonly string[] }> {
  const left = [...pages];
  const found: string[] = [];
  let seen = 0;
  const look = async (context: BrowserContext): Promise<void> => {
    const page = await context.newPage();
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      await page.goto(`file://${join(site, name)}`);
      for (const theme of ['light', 'dark'] as const)
        for (const line of await foundOn(page, theme)) found.push(`${name}: ${line}`);
      seen++;
    }
    await page.close();
  };
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(axe);
  await Promise.all(Array.from({ length: together }, () => look(context)));
  await context.close();
  return { seen, found: found.sort() };
}
