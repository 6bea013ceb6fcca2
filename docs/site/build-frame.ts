import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { chartStyle } from '../../src/charts/svg.ts';
import { icon } from './frame/frame.ts';

const here = import.meta.dirname;
const faces: readonly (readonly [family: string, weights: readonly string[]])[] = [
  ['ibm-plex-sans', ['400-normal', '400-italic', '500-normal', '600-normal']],
  ['ibm-plex-mono', ['400-normal', '500-normal']],
];

/** Where an installed package is. */
const packageOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Writes what every page of the site loads to `assets`: type, style, theme, search, zoom, icon. */
export async function buildFrame(site: string): Promise<void> {
  const assets = join(site, 'assets');
  mkdirSync(join(assets, 'fonts'), { recursive: true });
  for (const [family, weights] of faces) {
    const folder = packageOf(`@fontsource/${family}`);
    for (const weight of weights) {
      const file = `${family}-latin-${weight}.woff2`;
      copyFileSync(join(folder, 'files', file), join(assets, 'fonts', file));
    }
    copyFileSync(join(folder, 'LICENSE'), join(assets, 'fonts/LICENSE.txt'));
  }
  for (const [from, file] of [
    ['frame', 'frame.css'],
    ['frame', 'theme.js'],
    ['home', 'home.css'],
  ] as const)
    copyFileSync(join(here, from, file), join(assets, file));
  writeFileSync(
    join(assets, 'documents.css'),
    `${chartStyle}\n${readFileSync(join(here, 'site.css'), 'utf8')}`,
  );
  writeFileSync(join(assets, 'icon.svg'), icon);
  for (const [entry, file] of [
    ['frame/main.ts', 'frame.js'],
    ['home/main.ts', 'home.js'],
  ] as const)
    await build({
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      logLevel: 'warning',
      entryPoints: [join(here, entry)],
      outfile: join(assets, file),
    });
}

/** The index of the search as a script: pages that were opened as files can load it too. */
export const searchScript = (entries: readonly (readonly string[])[]): string =>
  `globalThis.ffIndex=${JSON.stringify(entries).replaceAll('<', '\\u003c')};\n`;

/** The version of this package. */
export const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
