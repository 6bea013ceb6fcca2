import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as buildByEsbuild } from 'esbuild';
import { build, type Rolldown } from 'vite';
import { expect, inject, test } from 'vitest';

const { project } = inject('packed');

type Bundled = {
  readonly size: number;
  readonly gzipped: number;
  readonly ours: readonly string[];
  readonly code: string;
};

/** What Vite makes of a module for a browser, and which of our files have code in it. */
async function bundle(name: string, text: string): Promise<Bundled> {
  const folder = join(project, 'bundles');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.js`), text);
  const made = (await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(folder, `${name}.js`), formats: ['es'], fileName: name },
    },
  })) as Rolldown.RolldownOutput[];
  const chunks = made.flatMap(({ output }) => output).filter((one) => one.type === 'chunk');
  const code = chunks.map((one) => one.code).join('\n');
  const ours = chunks
    .flatMap((one) => Object.entries(one.modules))
    .filter(([id, { renderedLength }]) => renderedLength > 0 && id.includes('finite-fence/dist/'))
    .map(([id]) => id.slice(id.indexOf('/dist/') + 6));
  const bundle = { size: Buffer.byteLength(code), gzipped: gzipSync(code).length, ours, code };
  console.log(
    `${name}: ${(bundle.size / 1000).toFixed(1)} kB, ` +
      `${(bundle.gzipped / 1000).toFixed(1)} kB gzipped, ${ours.length} files of ours`,
  );
  return bundle;
}

/** What esbuild makes of a module for a browser. It refuses what needs Node: `Could not resolve "node:fs"`. */
async function bundleByEsbuild(name: string, text: string): Promise<string> {
  const folder = join(project, 'bundles');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.js`), text);
  const { outputFiles, warnings } = await buildByEsbuild({
    entryPoints: [join(folder, `${name}.js`)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  expect(warnings).toEqual([]);
  return outputFiles[0]!.text;
}

/** Import specifiers and calls that only Node answers. */
const ofNode = new RegExp(
  String.raw`from\s*["']node:|__vite-browser-external|externalized for browser compatibility|` +
    String.raw`require\(["'](?:node:)?(?:fs|os|path|worker_threads|util|url)["']\)`,
);

/** Every entry point that is no adapter, with all that it exports. */
const everything = ['finite-fence', 'finite-fence/machines', 'finite-fence/drivers']
  .map((entry, index) => `import * as entry${index} from '${entry}';\nexport { entry${index} };`)
  .join('\n');

test('every entry point bundles whole for a browser, by esbuild and by Vite', async () => {
  const byVite = (await bundle('everything', everything)).code;
  for (const code of [byVite, await bundleByEsbuild('everything-esbuild', everything)]) {
    expect(code.length).toBeGreaterThan(100_000);
    expect(code).not.toMatch(ofNode);
  }
});

test('a bundle that needs Node is noticed', async () => {
  const text = "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;";
  await expect(bundleByEsbuild('with-node', text)).rejects.toThrow(/node:fs/);
  expect((await bundle('with-node-vite', text)).code).toMatch(ofNode);
});

test('check and compose by esbuild run without Node', async () => {
  const code = await bundleByEsbuild(
    'engine-esbuild',
    "import { check, compose, vocabulary } from 'finite-fence';\nexport { check, compose, vocabulary };",
  );
  expect(code).not.toMatch(ofNode);
  const { check, compose, vocabulary } = (await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  )) as typeof import('../../src/index.ts');
  const empty = vocabulary({}).row({ name: 'empty', steps: [] });
  const program = compose({ rows: [empty], actors: {}, sizes: {} });
  expect(check(program, { states: 10 }).states).toBe(1);
});

test('one lifecycle brings nothing of the engine and nothing of Node with it', async () => {
  const { ours, code, size } = await bundle(
    'lifecycle',
    [
      "import { createActor } from 'xstate';",
      "import { dmaFence } from 'finite-fence/machines';",
      'export const actor = createActor(dmaFence);',
    ].join('\n'),
  );
  expect([...ours].sort()).toEqual([
    'machines/lifecycles/dma-fence.js',
    'machines/lifecycles/to.js',
  ]);
  expect(code).not.toMatch(ofNode);
  expect(size).toBeLessThan(60_000);
});

test('imported for nothing, nothing is left: the package has no side effects', async () => {
  const { ours, code } = await bundle(
    'nothing',
    [
      "import 'finite-fence';",
      "import 'finite-fence/machines';",
      "import 'finite-fence/drivers';",
      'export const nothing = 0;',
    ].join('\n'),
  );
  expect(ours).toEqual([]);
  // The bundler names its input in a comment, by its path on this machine.
  expect(code.replace(/^\/\/.*\n/gm, '').length).toBeLessThan(60);
});

test('the engine runs in a browser', async () => {
  const { code, size, ours } = await bundle(
    'engine',
    "import { check, compose, vocabulary } from 'finite-fence';\nexport { check, compose, vocabulary };",
  );
  expect(code).not.toMatch(ofNode);
  expect(
    ours.filter((file) => file.startsWith('machines/') || file.startsWith('src/cli/')),
  ).toEqual([]);
  expect(size).toBeLessThan(150_000);
  const { check, compose, vocabulary } = (await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  )) as typeof import('../../src/index.ts');
  expect(
    typeof check(
      compose({ rows: [vocabulary({}).row({ name: 'empty', steps: [] })], actors: {}, sizes: {} }),
      { states: 10 },
    ).states,
  ).toBe('number');
});

test('a verdict for a described driver runs in a browser', async () => {
  const { code, size } = await bundle(
    'judge',
    [
      "import { judge } from 'finite-fence';",
      "import { msm } from 'finite-fence/drivers';",
      'export const answer = () => judge(msm, { states: 1e6 }).verdict;',
    ].join('\n'),
  );
  expect(code).not.toMatch(ofNode);
  // Hazards are files of threads: their grammar and calls come with a description, and every state
  // and edge of a lifecycle with a sentence.
  expect(size).toBeLessThan(1_400_000);
  const { answer } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    answer: () => string;
  };
  expect(answer()).toBe('finite');
});
