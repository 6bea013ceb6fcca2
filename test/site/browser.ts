import { chromium, type Browser } from 'playwright-core';
import { pathOf } from '../peers.ts';

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
