import { chromium, type Browser, type Page } from 'playwright-core';
import { pathOf } from '../peers.ts';

/** Milliseconds in which a page does what is waited for, on a machine that is as busy as can be. */
export const patience = 120_000;

/** Debian's Chromium, without its own traffic. */
export const browserStarted = (): Promise<Browser> =>
  chromium.launch({
    executablePath: pathOf('chromium')!,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** When a page has its type and TypeDoc's menu, which come by themselves; and then its next frame. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#tsd-nav-container:not(:has(a))').waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => done(true)))');
}
