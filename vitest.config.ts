import { configDefaults, defineConfig } from 'vitest/config';
import { gates } from './test/gates.ts';

/** What `npm test` runs: everything but the long comparisons, which `npm run test:gates` runs. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...gates],
    // A limit ends what hangs; it measures nothing, and machines differ.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // What a page will show is waited for, however busy the machine is.
    expect: { poll: { timeout: 120_000 } },
    maxWorkers: 2,
    // Files share what is imported: to compose the gallery anew for each costs a minute.
    isolate: false,
  },
});
