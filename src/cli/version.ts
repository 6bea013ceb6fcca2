import { readFileSync } from 'node:fs';

/** Of this package; found from `src/cli` and from `dist/src/cli` alike. */
export function version(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const packageJson = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (packageJson.name === 'finite-fence' && packageJson.version !== undefined)
        return packageJson.version;
    } catch {
      /* The other place. */
    }
  }
  return 'unknown';
}
