import { defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';

/** `npm run test:strangers`: all of the gallery, and all sides of all files of threads. */
export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    include: ['test/litmus/strangers.test.ts', 'test/threads/strangers.test.ts'],
    exclude: ['**/node_modules/**'],
    // Each asks two strangers at a time already.
    maxWorkers: 1,
  },
});
