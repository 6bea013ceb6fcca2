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
import { browserStarted, patience } from './browser.ts';

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
  /** Another content policy. */
  readonly policy?: string;
  /** What runs in the page before its own scripts. */
  readonly script?: string;
};
/** What a page asked of the server: its name, and how many bytes it is when compressed. */
type Sent = { readonly name: string; readonly bytes: number };

/**
 * The explorer, built and served under the strictest content policy, and a browser: made before the
 * tests of the file that calls this, and gone after them.
 */
export function explorerServed() {
  const leftOut = without('chromium');
  const root = mkdtempSync(join(tmpdir(), 'explorer-'));
  const folder = join(root, 'explorer');
  /** What was printed on the consoles of all pages, and of those under another policy. */
  const complaints: string[] = [];
  const refusals: string[] = [];
  /** Each page has an address of its own: what another one asks late is not taken for its own. */
  const pages: { readonly page: Page; readonly policy: string; readonly sent: Sent[] }[] = [];
  let server: Server;
  let browser: Browser;
  let base = '';

  beforeAll(async () => {
    if (leftOut) return;
    await buildFrame(root);
    const [rule] = Object.entries(rules);
    const found = [rule![0], 'rule', 'documents/rule.html', rule![1].says, ''];
    writeFileSync(join(root, 'assets/search-index.js'), searchScript([found]));
    await buildExplorer(folder, '0.0.0');
    await buildExplorer(join(root, 'small'), '0.0.0', 5000);
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://x');
      const [, number = '', name = ''] = /^\/(\d+)(\/.*)$/.exec(pathname) ?? [];
      const asking = name === '' ? undefined : pages[Number(number)];
      const path = join(root, name.replace(/\/$/, '/index.html'));
      if (asking === undefined || !existsSync(path)) {
        response.writeHead(404).end();
        return;
      }
      const bytes = readFileSync(path);
      const zipped = gzipSync(bytes);
      // The icon is asked for by the browser itself, whenever it likes.
      if (name !== '/assets/icon.svg') asking.sent.push({ name, bytes: zipped.length });
      response
        .writeHead(200, {
          'content-type': types[extname(path)] ?? 'text/plain',
          'content-encoding': 'gzip',
          'content-security-policy': asking.policy,
          // A browser that may keep nothing asks for everything that it loads, also for a second time.
          'cache-control': 'no-store',
        })
        .end(zipped);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    base = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
    browser = await browserStarted();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(root, { recursive: true });
  });

  /**
   * A page at an address of the explorer: what stands behind `#`.
   * @param address of another build, from the root of the server; or that of a file
   */
  async function at(
    hash: string,
    { theme = 'light', width = 1280, height = 900, policy = strict, script = '' }: Look = {},
    address = 'explorer/',
  ): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
    page.setDefaultTimeout(patience);
    const number = pages.push({ page, policy, sent: [] }) - 1;
    const heard = policy === strict ? complaints : refusals;
    page.on('console', (message) => {
      if (message.type() === 'error') heard.push(message.text());
    });
    page.on('pageerror', (error) => {
      heard.push(error.message);
    });
    if (script !== '') await page.addInitScript(script);
    const whole = new URL(address, `${base}${number}/`).href;
    await page.goto(`${whole}${hash === '' ? '' : `#${hash}`}`);
    return page;
  }

  /** A page of these drivers. */
  const open = (
    drivers: readonly Described[],
    more: Partial<Situation> = {},
    theme: 'light' | 'dark' = 'light',
    address?: string,
  ): Promise<Page> => at(toAddress({ ...asking(drivers), ...more }), { theme }, address);

  return {
    leftOut,
    folder,
    complaints,
    refusals,
    /** What a page has asked of the server until now. */
    sentTo: (page: Page): readonly Sent[] => pages.find((one) => one.page === page)!.sent,
    at,
    open,
  };
}

/** The verdict on a subject, when it is there and what would help is known. */
export async function verdictOf(page: Page, at = 0): Promise<string | null> {
  const subject = page.locator('.subject').nth(at);
  const word = subject.locator('.verdict:not(.stale):not(.partial) .word');
  await word.waitFor();
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
