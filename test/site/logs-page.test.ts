import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExplorer } from '../../docs/site/build-explorer.ts';
import { buildFrame } from '../../docs/site/build-frame.ts';
import { cli } from '../cli/in-process.ts';
import { reports } from '../logs/answers.ts';
import { fileText } from '../logs/reading.ts';
import { without } from '../peers.ts';
import { browserStarted, patience } from './browser.ts';

const leftOut = without('chromium');

const root = mkdtempSync(join(tmpdir(), 'logs-page-'));
const folder = join(root, 'explorer');
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
let server: Server;
let browser: Browser;
let page: Page;
let base: string;
const complaints: string[] = [];
/** What pages asked of the server but the site's own files, which say nothing of a log. */
const elsewhere: string[] = [];

beforeAll(async () => {
  if (leftOut) return;
  await buildFrame(root);
  await buildExplorer(folder, '0.0.0');
  server = createServer((request, response) => {
    const name = request.url!;
    const isFile = request.method === 'GET' && existsSync(join(root, name));
    if (!isFile) {
      elsewhere.push(`${request.method} ${name}`);
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' })
      .end(readFileSync(join(root, name)));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}/explorer/logs.html`;
  browser = await browserStarted();
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => {
    complaints.push(error.message);
  });
  await page.goto(base);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(root, { recursive: true });
});

/** The command line on the same text in a file that is called as the page calls it. */
async function command(text: string): Promise<{ code: number; out: string; files: string[] }> {
  const name = join(folder, 'pasted text');
  writeFileSync(name, text);
  const { code, out, err } = await cli('log', name);
  const proposed = await cli('log', name, '--propose');
  const plain = (said: string): string => said.replaceAll(name, 'pasted text');
  return {
    code,
    out: plain(out === '' ? err.replace('finite-fence: ', '') : out),
    files: proposed.code === 0 ? [plain(proposed.out)] : [],
  };
}

async function answer(): Promise<{ exit: number; text: string; files: string[] }> {
  const told = page.locator('#told[data-exit]');
  await told.waitFor();
  return {
    exit: Number(await told.getAttribute('data-exit')),
    text: (await page.locator('#text').textContent()) ?? '',
    files: await page.locator('.proposed').allTextContents(),
  };
}

async function paste(text: string): ReturnType<typeof answer> {
  await page.locator('#log').fill(text);
  await page.locator('#read').click();
  return answer();
}

/** A text area has lines that end in a newline only. */
const traces = ['catapult-msm.ftrace.txt', 'gpuvis-amdgpu-head.ftrace.txt'] as const;
const cases: readonly (readonly [string, string])[] = [
  ...reports,
  ...traces.map((name) => [name, fileText('ftrace', name)] as const),
  ['no log at all', 'hello\n'],
  ['nothing broken', '[    1.000000] usb 1-1: new high-speed USB device number 4\n'],
  ['seen, not judged', '[    1.000000] BUG: KASAN: slab-use-after-free in foo_bar+0x1/0x2\n'],
];

describe.skipIf(leftOut)('the page for logs says what the command line says', () => {
  test.each(cases)('%s', async (_, text) => {
    const wanted = await command(text.replaceAll('\r\n', '\n'));
    const { exit, text: said, files } = await paste(text);
    expect([exit, said]).toEqual([wanted.code, wanted.out]);
    expect(files.slice(0, wanted.files.length)).toEqual(wanted.files);
  });

  test('every exit code came up', async () => {
    const codes = new Set<number>();
    for (const [, text] of cases) codes.add((await command(text)).code);
    expect([...codes].sort()).toEqual([0, 1, 2, 3]);
  });

  test('trouble that is seen and not judged is told as such', async () => {
    const { exit, text } = await paste(cases.at(-1)![1]);
    expect(exit).toBe(3);
    expect(text).toContain('Seen, not judged: 1 line');
    expect(await page.locator('#told').textContent()).toContain('trouble that is not judged here');
  });

  test('a file, packed by gzip, with markup in it', async () => {
    const evil = '[    1.0] BUG: KASAN: <img src=x onerror=alert(1)> in foo_bar+0x1/0x2\n';
    await page.goto(base);
    await page.locator('#file').setInputFiles({
      name: 'dmesg.gz',
      mimeType: 'application/gzip',
      buffer: gzipSync(evil),
    });
    const { exit, text } = await answer();
    expect([exit, text.split(':')[0]]).toEqual([3, 'dmesg.gz']);
    expect(await page.locator('#answer img').count()).toBe(0);
  });

  test('nothing leaves the page, and the address holds a log only if asked', async () => {
    expect(elsewhere).toEqual([]);
    expect(await page.evaluate<string>('location.hash')).toBe('');
    const before = await paste(reports[0]![1]);
    await page.locator('#link').click();
    await page.locator('#linked', { hasText: 'now holds the log' }).waitFor();
    const other = await browser.newPage();
    await other.goto(await page.evaluate<string>('location.href'));
    await other.locator('#text').waitFor();
    expect(await other.locator('#text').textContent()).toBe(before.text);
    await other.close();
    expect(elsewhere).toEqual([]);
  });

  test('no error on the console', () => {
    expect(complaints).toEqual([]);
  });
});
