import { defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';
import { gates } from './gates.ts';

/** `npm run test:gates`. */
export default defineConfig({
  ...whole,
  test: {
    ...whole.test,
    include: [...gates],
    exclude: ['**/node_modules/**'],
    // What is waited for ends a wait; these end what hangs, on the busiest machine.
    testTimeout: 600_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
