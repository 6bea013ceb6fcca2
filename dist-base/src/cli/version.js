import { readFileSync } from 'node:fs';
/** Of this package; found from `src/cli` and from `dist/src/cli` alike. */
export function version() {
    for (const up of ['../../package.json', '../../../package.json']) {
        try {
            const found = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'));
            if (found.name === 'finite-fence' && found.version !== undefined)
                return found.version;
        }
        catch {
            /* The other place. */
        }
    }
    return 'unknown';
}
//# sourceMappingURL=version.js.map