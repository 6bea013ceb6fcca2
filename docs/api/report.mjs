/**
 * `npm run api`: writes the public surface of each entry point to docs/api/*.api.md. `npm run api:check` fails where the
 * surface is no longer what stands there, so that every change of it is seen in a review.
 */
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = join(root, 'docs/api');
const check = process.argv.includes('--check');

const entryPoints = {
  'finite-fence': 'dist/src/index.d.ts',
  'finite-fence-machines': 'dist/machines/index.d.ts',
  'finite-fence-drivers': 'dist/machines/drivers/index.d.ts',
  'finite-fence-vitest': 'dist/src/vitest.d.ts',
};

const silent = { default: { logLevel: 'none' } };

/** Whether the report of one entry point is what stands in the repository; without --check it is written. */
function report(name, entryPoint) {
  const folder = mkdtempSync(join(tmpdir(), 'finite-fence-api-'));
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, entryPoint),
      compiler: { tsconfigFilePath: join(root, 'tsconfig.json'), skipLibCheck: true },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: folder,
        reportTempFolder: join(folder, 'temporary'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
        compilerMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
    },
  });

  const file = join(here, `${name}.api.md`);
  const now = inOneOrder(readFileSync(join(folder, `${name}.api.md`), 'utf8'));
  if (existsSync(file) && readFileSync(file, 'utf8') === now) return true;
  if (!check) writeFileSync(file, now);
  return false;
}

/** The compiler writes the members of a union in the order in which it met them, which varies. */
const inOneOrder = (text) =>
  text.replace(/"[^"\n]*"(?: \| "[^"\n]*")+/g, (union) => union.split(' | ').sort().join(' | '));

const changed = Object.entries(entryPoints).filter(([name, path]) => !report(name, path));
for (const [name] of changed) {
  const file = `docs/api/${name}.api.md`;
  console.log(
    check ? `${file} is not the public surface any more: npm run api` : `${file} written`,
  );
}
if (check && changed.length > 0) process.exitCode = 1;
