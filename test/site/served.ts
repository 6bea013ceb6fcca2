import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildExplorer } from '../../docs/site/build-explorer.ts';
import { buildFrame, searchScript } from '../../docs/site/build-frame.ts';
import { asking, toAddress, type Situation } from '../../docs/site/explorer/situation.ts';
import type { Described } from '../../machines/description/description.ts';
import { rules } from '../../machines/rules/index.ts';
import { without } from '../peers.ts';
import { browserStarted } from './browser.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const strict =
  "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self'; " +
  "font-src 'self'; img-src 'self' data:";

type Look = {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
};

/**
 * The explorer, built and served under the strictest content policy, and a browser: made before the
 * tests of the file that calls this, and gone after them.
 */
export function explorerServed() {
  const leftOut = without('chromium');
  const root = mkdtempSync(join(tmpdir(), 'explorer-'));
  const folder = join(root, 'explorer');
  /** What was printed on the consoles of all pages. */
  const complaints: string[] = [];
  /** What pages asked of the server: its names, and how many bytes they are when compressed. */
  const sent: { readonly name: string; readonly bytes: number }[] = [];
  let server: Server;
  let browser: Browser;
  let base = '';
  let policy = strict;

  beforeAll(async () => {
    if (leftOut) return;
    await buildFrame(root);
    const [rule] = Object.entries(rules);
    const found = [rule![0], 'rule', 'documents/rule.html', rule![1].says, ''];
    writeFileSync(join(root, 'assets/search-index.js'), searchScript([found]));
    await buildExplorer(folder, '0.0.0');
    await buildExplorer(join(root, 'small'), '0.0.0', 5000);
    server = createServer((request, response) => {
      const path = join(
        root,
        new URL(request.url!, 'http://x').pathname.replace(/\/$/, '/index.html'),
      );
      if (!existsSync(path)) {
        response.writeHead(404).end();
        return;
      }
      const bytes = readFileSync(path);
      const zipped = gzipSync(bytes);
      // The icon is asked for by the browser itself, whenever it likes.
      if (request.url !== '/assets/icon.svg')
        sent.push({ name: request.url!, bytes: zipped.length });
      response
        .writeHead(200, {
          'content-type': types[extname(path)] ?? 'text/plain',
          'content-encoding': 'gzip',
          'content-security-policy': policy,
          // A browser that may keep nothing asks for everything that it loads, also for a second time.
          'cache-control': 'no-store',
        })
        .end(zipped);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    base = `http://127.0.0.1:${(server.address() as { port: number }).port}/explorer/`;
    browser = await browserStarted();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(root, { recursive: true });
  });

  /** A page at an address of the explorer: what stands behind `#`. */
  async function at(
    hash: string,
    { theme = 'light', width = 1280, height = 900 }: Look = {},
    address = base,
  ): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => {
      complaints.push(error.message);
    });
    await page.goto(`${address}${hash === '' ? '' : `#${hash}`}`);
    return page;
  }

  /** A page of these drivers. */
  const open = (
    drivers: readonly Described[],
    more: Partial<Situation> = {},
    theme: 'light' | 'dark' = 'light',
    address = base,
  ): Promise<Page> => at(toAddress({ ...asking(drivers), ...more }), { theme }, address);

  return {
    leftOut,
    folder,
    complaints,
    sent,
    at,
    open,
    base: () => base,
    /** What follows is served under another content policy; without one, under the first again. */
    servedUnder: (other = strict) => {
      policy = other;
    },
    browser: () => browser,
  };
}

/** The verdict on a subject, when it is there and what would help is known. */
export async function verdictOf(page: Page, at = 0): Promise<string | null> {
  const subject = page.locator('.subject').nth(at);
  const word = subject.locator('.verdict:not(.stale):not(.partial) .word');
  await word.waitFor({ timeout: 60_000 });
  return word.getAttribute('data-verdict');
}

/** The address as the page has it: the browser tells the test of a change when it comes to that. */
export const addressOf = (page: Page): Promise<string> => page.evaluate<string>('location.href');

/** What axe finds on a page: one line each. */
export async function axeOn(page: Page): Promise<readonly string[]> {
  const root = new URL('../..', import.meta.url).pathname;
  const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: axe });
  return page.evaluate(async () =>
    (
      await (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run()
    ).violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 90))
          .slice(0, 3)
          .join(' ; ')}`,
    ),
  );
}
