import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the tools of Debian that tests compare with are found; null where they are not. */
export function pathOf(tool: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return join(folder, tool);
    } catch {
      /* not here */
    }
  }
  return null;
}

const told = new Set<string>();

/**
 * Whether tests that need these tools are left out: never where `FINITE_FENCE_PEERS=required`, as
 * in .ci/run, where a missing one fails them. Says once which are missing.
 */
export function without(...tools: readonly string[]): boolean {
  const missing = tools.filter((tool) => pathOf(tool) === null);
  if (missing.length === 0 || process.env['FINITE_FENCE_PEERS'] === 'required') return false;
  for (const tool of missing)
    if (!told.has(tool)) {
      told.add(tool);
      process.stderr.write(
        `left out, for ${tool} is not installed: tests that compare with it (apt-get install ${tool})\n`,
      );
    }
  return true;
}
