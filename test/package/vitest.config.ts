import { defineConfig } from 'vitest/config';

// `npm run test:package`: apart from `npm test`, because it builds, packs and installs.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/package/*.pack.ts'],
    globalSetup: ['test/package/pack.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
